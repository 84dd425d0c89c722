"""Figures that stand beside the figures they follow from: what agrees is silent, the slip is told at its place."""

import tomllib
from pathlib import Path

import pytest

from tests.rules.papers import paper, problems_of

DATA = tomllib.loads((Path(__file__).parent / "told_beside.toml").read_text(encoding="utf-8"))
TITLE = "柳溪区2022年度便民项目绩效自评报告"
SIGNED = ("柳溪区公共服务局", "2023年3月20日")


def codes(sentence):
    found = problems_of(paper([TITLE, "一、完成情况", sentence, *SIGNED]))
    return [p.code for p in found if p.severity.value != "note"]


def places(picture, value):
    rows = [
        [cell.strip() for cell in line.split("|")]
        for line in picture.replace("{x}", value).strip().splitlines()
    ]
    found = problems_of(paper(["项目支出绩效自评表（2022年度）", rows, "2023年3月20日"]))
    told = [p for p in found if p.severity.value != "note" and p.code[0] in "ACX"]
    return [f"{p.code}@{p.place.document.row},{p.place.document.column}" for p in told]


@pytest.mark.parametrize("case", DATA["sentence"], ids=lambda case: case["says"])
def test_a_sentence_is_told_only_where_its_figures_do_not_agree(case):
    assert codes(case["right"]) == []
    assert codes(case["wrong"]) == case["told"]


@pytest.mark.parametrize("case", DATA["form"], ids=lambda case: case["says"])
def test_a_form_is_told_only_where_its_cells_do_not_agree(case):
    assert places(case["table"], case["right"]) == []
    assert places(case["table"], case["wrong"]) == case["told"]
