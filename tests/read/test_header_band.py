"""What ends the rows of indicators, and what is a row all the same, by how much of it is said."""

from types import SimpleNamespace

import pytest

from generator.read.header_band import Bands, _is_convincing
from tests.read.cells import lens, row, table

SPANS = [(n, n + 1, False) for n in range(7)]


def bands(text=" | "):
    return Bands(table(text), lens())


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("年度目标2：| 护岸三处", True),
        ("年度目标2：| 护岸三处 | 工管股", False),
        ("年度目标2：| 预期目标 | 护岸三处 | 工管股", True),
        ("护岸三处 | 工管股", False),
    ],
)
def test_a_goal_is_its_number_and_its_text(text, begins):
    assert bands()._begins_goal(row(text)) is begins


@pytest.mark.parametrize(
    ("below", "is_subtotal"),
    [
        ("产出指标 | 数量指标 | 清淤 | 8公里", True),
        ("产出指标 | 数量指标 | 清淤", False),
        ("清淤 | 护岸 | 清障 | 8公里", False),
    ],
)
def test_classes_that_go_on_in_four_cells_make_a_total_a_subtotal(below, is_subtotal):
    width = below.count("|")
    assert bands(f"小计{' | ' * width}\n{below}")._is_subtotal(0) is is_subtotal


@pytest.mark.parametrize(
    ("text", "is_text"),
    [
        ("说明的话 | < | < | < | < | < | <", True),
        ("清淤 | 说明的话 | < | < | < | < | <", True),
        ("清淤 | 护岸 | 说明的话 | < | < | < | <", True),
        ("清淤 | 护岸 | 清障 | 说明的话 | < | < | <", False),
    ],
)
def test_a_text_covers_all_columns_but_two(text, is_text):
    cell = row(text)[-1]
    assert bands()._is_text(cell, SPANS) is is_text


@pytest.mark.parametrize(
    ("columns", "text", "is_text"),
    [
        (3, "说明的话 | < | <", True),
        (4, "清淤 | 说明的话 | < | <", True),
        (4, "清淤 | 护岸 | 说明的话 | <", False),
        (2, "说明的话 | <", False),
    ],
)
def test_a_text_covers_three_columns(columns, text, is_text):
    cell = row(text)[-1]
    assert bands()._is_text(cell, SPANS[:columns]) is is_text


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("项目名称 | 清淤 | 8公里 | 8公里", False),
        ("项目名称 | 清淤 | 8公里", True),
        ("项目名称 | 主管部门 | 8公里 | 8公里", True),
    ],
)
def test_a_label_with_three_more_cells_and_a_figure_is_a_row(text, begins):
    assert bands()._begins_other(row(text), 1, SPANS[:4]) is begins


def test_a_text_over_two_wide_columns_of_three_is_none():
    cell = row("清淤 | 说明的话 | < | < | <")[-1]
    assert not bands()._is_text(cell, [(0, 1, False), (1, 3, False), (3, 5, False)])


@pytest.mark.parametrize(
    ("name", "is_band"), [("清淤长度", True), ("", False)], ids=["three", "two beside a block"]
)
def test_three_columns_are_enough(name, is_band):
    text = f"绩效指标 | 指标值 | 完成值\n{name} | ≥8公里 | 8公里"
    assert (bands(text).at(0) is not None) is is_band


def column(role, *cells):
    return SimpleNamespace(role=role, strip=SimpleNamespace(cells=cells))


@pytest.mark.parametrize(
    ("roles", "first", "is_one"),
    [
        (("level1", "name", "target"), ("产出指标", "清淤"), True),
        (("level1", "name", "target"), ("产出指标", "清淤", "护岸"), False),
        (("name", "target", "class"), ("清淤", "护岸"), False),
        (("name", "sign", "target", "score"), ("清淤",), False),
        (("name", "sign", "target", "score"), ("清淤", "护岸"), True),
        (("name", "sign", "target"), ("清淤", "护岸"), False),
        (("name", "level1"), ("产出指标", "产出指标"), False),
    ],
)
def test_half_the_rows_bear_a_class_or_several_a_sign_and_points(roles, first, is_one):
    seen = lens()

    def cells(text):
        return SimpleNamespace(text=text)

    rest = [column(role, *map(cells, ["好"] * len(first))) for role in roles[1:]]
    choices = [column(roles[0], *map(cells, first)), *rest]
    assert _is_convincing(SimpleNamespace(choices=choices), seen) is is_one
