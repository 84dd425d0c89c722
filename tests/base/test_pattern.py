"""Expressions that are compiled when they are first used."""

import re

import pytest

from generator.base.pattern import Pattern


def test_it_finds_what_a_compiled_one_finds():
    lazy, compiled = Pattern("[0-9]+件"), re.compile("[0-9]+件")
    text = "47件，其中3件"
    assert [m[0] for m in lazy.finditer(text)] == compiled.findall(text)
    assert lazy.search(text)[0] == "47件"
    assert lazy.fullmatch("47件")
    assert lazy.fullmatch(text) is None


def test_a_broken_one_fails_only_when_it_is_used():
    broken = Pattern("(")
    with pytest.raises(re.error):
        broken.search("")
