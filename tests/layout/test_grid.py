"""Columns of several tables laid over each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.grid import frame_of

tables = st.lists(st.lists(st.integers(300, 2000), min_size=1, max_size=6), min_size=1, max_size=3)


@pytest.mark.parametrize(
    ("tables", "widths", "columns"),
    [
        ([[1000, 2000]], (1000, 2000), ((1, 2),)),
        ([[1000, 2000], [1000, 2000]], (1000, 2000), ((1, 2), (1, 2))),
        ([[1000, 2000], [500, 500, 2000]], (500, 500, 2000), ((2, 3), (1, 2, 3))),
        ([[1000, 2000], [1040, 1960]], (1000, 2000), ((1, 2), (1, 2))),  # meant to be one edge
        ([[1000, 2000], [1041, 1959]], (1000, 41, 1959), ((1, 3), (2, 3))),
    ],
)
def test_edges_that_lie_near_each_other_are_one(tables, widths, columns):
    frame = frame_of(tables, 40)
    assert (frame.widths, frame.columns) == (widths, columns)


@given(tables)
def test_every_table_finds_its_columns_again(tables):
    total = max(map(sum, tables))
    wide = [[*own[:-1], own[-1] + total - sum(own)] for own in tables]
    frame = frame_of(wide, 0)
    for number, own in enumerate(wide):
        assert list(frame.widths_of(number, frame.widths)) == own
