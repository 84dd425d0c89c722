"""Labels that page ends cut."""

import pytest

from generator.layout.cut_labels import Part, parts_of
from tests.layout.forms import cell, grid

ROWS = grid((1000, 1000), *[("", "甲")] * 8)


def with_label(first, rows, text="产出指标"):
    inside = range(first, first + rows)
    others = (c for c in ROWS.cells if c.row not in inside or c.start)
    return ROWS._replace(cells=(cell(text, first, 0, rows=rows), *others))


@pytest.mark.parametrize(
    ("ends", "parts"),
    [
        ([], []),
        ([2], []),  # a page that begins with the label cuts nothing
        ([7], []),
        ([3], [Part(3, 0, 4, 2, is_again=True)]),
        ([6], [Part(6, 0, 1, 2, is_again=True)]),
        ([3, 5], [Part(3, 0, 2, 2, is_again=True), Part(5, 0, 2, 2, is_again=True)]),
    ],
)
def test_every_part_behind_the_first_says_again_what_it_is(ends, parts):
    assert parts_of(with_label(2, 5), ends, heads=1, longest=24) == parts


@pytest.mark.parametrize(("longest", "number"), [(4, 1), (3, 0)])
def test_what_is_longer_than_a_label_is_not_said_again(longest, number):
    assert len(parts_of(with_label(2, 5), [4], heads=1, longest=longest)) == number


def test_a_cell_that_says_nothing_has_nothing_to_say_again():
    assert parts_of(with_label(2, 5, ""), [4], heads=1, longest=24) == []


def test_a_label_beside_heads_stands_beside_the_rows_only():
    beside = with_label(0, 6)
    assert parts_of(beside, [], heads=1, longest=24) == [Part(1, 0, 5, 0, is_again=False)]
    assert parts_of(beside, [4], heads=1, longest=24) == [
        Part(1, 0, 3, 0, is_again=False),
        Part(4, 0, 2, 0, is_again=True),
    ]
    assert parts_of(beside, [], heads=0, longest=24) == []
