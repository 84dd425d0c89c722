"""What a cell says of a declared item of words: prose stays as it is, a name stands on one line."""

import pytest

from generator.model.own_form import OwnField
from generator.read.own_text import Words, value_in
from tests.foreign import book

WORDS = Words(book().money, {}.get)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("text", "北 渠", "北渠"),
        ("prose", "北 渠", "北 渠"),
        ("person", "张 三", "张三"),
        ("text", "北渠\n南渠", "北渠\n南渠"),
    ],
)
def test_prose_and_what_has_several_lines_is_kept_as_it_stands(kind, text, value):
    assert value_in(OwnField(key="渠名", kind=kind), text, "", "万元", WORDS) == (value, "")
