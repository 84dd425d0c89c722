"""Names of rows of two projects that are called after their own people are two names."""

from types import SimpleNamespace

import pytest

from generator.rules.dossier.names_alike import _are_of_two, _Name
from generator.rules.where import KeyPlace

ONE, OTHER = SimpleNamespace(shown="甲.toml"), SimpleNamespace(shown="乙.toml")
ROW, FIELD = ("indicator", 1, "name"), ("project", "name")


@pytest.mark.parametrize(
    ("first", "second", "keys", "sources", "are_of_two"),
    [
        ("学生满意度", "师生满意度", ROW, (ONE, OTHER), True),
        ("学生满意度", "学员满意度", ROW, (ONE, OTHER), True),
        ("学生满意度", "学生满意率", ROW, (ONE, OTHER), False),
        ("学生家长满意", "学生教师满意", ROW, (ONE, OTHER), False),
        ("学生满意度", "师生满意度", ROW, (ONE, ONE), False),
        ("学生满意度", "师生满意度", FIELD, (ONE, OTHER), False),
    ],
)
def test_the_first_two_signs_of_a_row_say_whose_it_is(first, second, keys, sources, are_of_two):
    names = [
        _Name(text, KeyPlace(source, keys))
        for text, source in zip((first, second), sources, strict=True)
    ]
    assert _are_of_two(*names) is are_of_two
