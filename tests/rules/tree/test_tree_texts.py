"""Paragraphs that stand in several projects: how long they are, and how much of them is told."""

from types import SimpleNamespace

import pytest

from generator.rules.tree.tree_texts import places, short
from generator.rules.tree.wordings import around
from tests.rules.tree.trees import found, project, told, unit


@pytest.mark.parametrize(("length", "is_told"), [(40, True), (39, False)])
def test_a_paragraph_of_forty_signs_is_a_long_one(tmp_path, length, is_told):
    text = "项目资金由财务室逐笔审核后支付，" + "专" * (length - 17) + "。"
    assert len(text) == length
    tree = [(unit(f"{place}县文化局"), project(overview=text)) for place in ("东山", "西河")]
    assert bool(told(found(tmp_path, *tree), "text-repeated")) is is_told


@pytest.mark.parametrize(
    ("count", "shown"), [(3, "1处、2处、3处"), (4, "1处、2处、3处 等 4 处"), (1, "1处")]
)
def test_three_places_are_named(count, shown):
    assert places([SimpleNamespace(place=f"{n}处") for n in range(1, count + 1)]) == shown


@pytest.mark.parametrize(("length", "shown"), [(30, "长" * 30), (31, "长" * 29 + "…")])
def test_thirty_signs_are_quoted(length, shown):
    assert short("长" * length) == shown


def test_eight_signs_are_shown_on_either_side_of_what_differs():
    before, behind = "一二三四五六七八九", "甲乙丙丁戊己庚辛壬"
    assert around(f"{before}新{behind}", f"{before}旧{behind}") == (
        "…二三四五六七八九新甲乙丙丁戊己庚辛…",
        "…二三四五六七八九旧甲乙丙丁戊己庚辛…",
    )
