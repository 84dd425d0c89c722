"""Headers that are written twice, or not at all."""

import pytest

from generator.base.lost_headers import OF_SEVERAL, ONCE, first_of_once, lost_header
from generator.model.entry import Entry, shapes_of
from generator.model.shapes import ListShape, PlainShape
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry

ROWS = ["[[indicator]]", 'class = "甲"', "weight = 1", "", 'class = "乙"', "weight = 2"]


def tables_of(model: type[Entry]) -> set[str]:
    shapes = {key: shape for key, (_, shape) in shapes_of(model).items()}
    plain = (ListShape, PlainShape)
    return {
        key
        for key, shape in shapes.items()
        if not isinstance(shape, plain) and "Choice" not in type(shape).__name__
    }


def test_the_tables_that_a_file_has_once_are_those_of_the_models():
    known = (ProjectEntry, DepartmentEntry, UnitEntry)
    assert set().union(*map(tables_of, known)) == ONCE


def test_what_several_of_a_table_are_called_is_a_list_of_the_models():
    shapes = {key: shape for key, (_, shape) in shapes_of(ProjectEntry).items()}
    assert {*OF_SEVERAL} <= ONCE
    assert all(isinstance(shapes[several], ListShape) for several in OF_SEVERAL.values())


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["[funds]", "spent = 1", "[funds]"], ("funds", 1)),
        (["[funds]", "spent = 1", "[[funds]]"], ("funds", 1)),
        (["[indicator]", "weight = 1", "[indicator]"], None),
        (["[[project]]", "weight = 1", "[project]"], None),  # of a scheme
        (["[goal]", "weight = 1", "[funds]"], None),
    ],
)
def test_a_table_that_is_there_once_is_told_with_its_first_line(rows, found):
    assert first_of_once(rows, len(rows)) == found


@pytest.mark.parametrize(
    ("rows", "line", "header"),
    [
        (ROWS, 5, "[[indicator]]"),
        (ROWS, 6, ""),  # not the first key of a row
        (ROWS[:5], 5, ""),  # one key that comes again is written twice
        (["[indicator]", *ROWS[1:]], 5, ""),
    ],
)
def test_keys_that_come_again_begin_a_row_without_its_header(rows, line, header):
    found = lost_header(rows, line)
    assert ("" if found is None else found.header) == header
