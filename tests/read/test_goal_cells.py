"""Cells that count goals, and their labels: each is given once, before its goal."""

import pytest

from generator.read.goal_cells import goal_numbers
from generator.read.numbered_lines import labels_of
from tests.read.cells import table


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ("绩效目标 | <\n目标1 | 修渠\n目标2 | 护岸", ["目标1", "目标2"]),
        ("绩效目标 | <\n目标1 | 修渠\n^ | 护岸", ["目标1"]),
        ("绩效目标 | 内容\n目标1 | 修渠", []),
    ],
    ids=["two", "one of two rows", "below no heading over both"],
)
def test_numbers_of_goals_stand_below_a_heading_over_both(rows, numbers):
    assert [cell.text for cell in goal_numbers(table(rows))] == numbers


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        ("绩效目标1 | 修渠\n绩效目标2 | 护岸", ["绩效目标1", "绩效目标2"]),
        ("绩效目标1 | 修渠", []),
        ("绩效目标1 | <\n绩效目标2 | <", []),
    ],
    ids=["two", "alone", "without goals"],
)
def test_labels_of_goals_stand_one_below_the_other_and_each_before_its_goal(rows, labels):
    assert [cell.text for cell in labels_of(table(rows))] == labels
