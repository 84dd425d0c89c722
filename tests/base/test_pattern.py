"""Expressions that are compiled when they are first used."""

import pickle
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


def test_it_does_all_that_a_compiled_one_does():
    lazy = Pattern("([0-9]+)件", re.ASCII)
    assert lazy.match("47件")[1] == "47"
    assert lazy.findall("47件，其中3件") == ["47", "3"]
    assert lazy.sub("若干", "共47件") == "共若干"
    assert lazy.split("共47件。") == ["共", "47", "。"]


def test_one_that_was_used_can_be_kept_and_used_again():
    lazy = Pattern("([0-9]+)件")
    assert lazy.search("47件")
    kept = pickle.loads(pickle.dumps(lazy))  # noqa: S301 - our own
    assert kept.search("47件")[1] == "47"
