"""Columns of lists that follow from two others: what agrees is left alone, the one slip is told."""

import tomllib
from pathlib import Path

import pytest

from tests.rules.papers import paper, problems_of

LISTS = tomllib.loads((Path(__file__).parent / "lists.toml").read_text(encoding="utf-8"))["list"]


def told(rows):
    table = [row.split("|") for row in rows.split("/")]
    lines = ["青山县图书馆2023年度流动服务项目绩效自评报告", "一、完成情况", "详见下表。", table]
    problems = problems_of(paper([*lines, "青山县图书馆", "2024年3月1日"]))
    places = [(p.code, p.place.document) for p in problems if p.severity.value != "note"]
    return [f"{code}@{at.row},{at.column}" for code, at in places]


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case["says"])
def test_columns_that_agree_are_left_alone(case):
    assert told(case["right"]) == []


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case["says"])
def test_the_row_that_does_not_agree_is_told(case):
    assert told(case["wrong"]) == case["told"]
