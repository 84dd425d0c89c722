"""Words of the domain are data that a user's folder extends; numerals of the language stand once."""

import re

import pytest

from tests.test_one_door import SOURCES

NUMERALS = re.compile("[零〇一二三四五六七八九十]{4}|壹贰")


@pytest.mark.parametrize("name", [name for name in SOURCES if name != "base/chinese.py"])
def test_the_class_of_numerals_stands_in_one_file(name):
    code = re.sub(r'(?s)""".*?"""|#[^\n]*', "", SOURCES[name])
    assert NUMERALS.findall(code) == []
