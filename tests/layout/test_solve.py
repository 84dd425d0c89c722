"""Widths for columns: the template's where they do, better ones where they do not."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.layout.solve import Solver
from tests.layout.forms import cell, form, grid

SETTING = type_setting()
RULES = SETTING.columns
LONG = "各项工作按计划完成，群众反映的问题件件有回音，事事有着落，没有发生安全事故。"


def solver():
    return Solver(Ruler(SETTING), RULES)


def with_widths(own, widths):
    return own._replace(
        grids=tuple(g._replace(widths=w) for g, w in zip(own.grids, widths, strict=True))
    )


def cost_at(own, widths):
    return solver().cost(with_widths(own, widths))


def test_widths_stand_where_nothing_is_the_matter():
    own = form(grid((2000, 3000), ("名称", "购书册数"), ("指标", "20000册")))
    assert solver().solve([own]).widths == own.widths


def test_a_long_text_gets_the_room_that_short_ones_leave():
    own = form(grid((3000, 3000, 1000), ("名称", "指标", LONG)))
    found = solver().solve([own])
    assert found.widths[0][2] > 3000
    assert found.cost.height < cost_at(own, own.widths).height


@pytest.mark.parametrize("text", ["（50分）", "1234.56万元", "≥95.5%", "2022—2026年", "分值"])
def test_what_is_not_to_be_cut_gets_its_room(text):
    own = form(grid((500, 3000, 3000), (text, "购书", "还书")))
    assert cost_at(own, own.widths).broken
    assert solver().solve([own]).cost.broken == 0


def test_widths_that_somebody_chose_stand_unless_they_break_something():
    high = form(grid((3000, 3000, 1000), ("名称", "指标", LONG)))
    assert solver().solve([high], is_own=True).widths == high.widths
    assert solver().solve([high]).widths != high.widths
    torn = form(grid((3000, 3000, 600), ("名称", "指标", "1234.5万元")))
    assert solver().solve([torn], is_own=True).cost.broken == 0


def test_a_little_height_does_not_move_a_template():
    # One line of thirty: less than the share up to which the template's widths stand.
    rows = [("购书", "还书")] * 29
    own = form(grid((1000, 3000), *rows, ("购书册数等", "还书")))
    assert cost_at(own, own.widths).height == 31 * 252
    assert solver().solve([own]).widths == own.widths
    few = form(grid((1000, 3000), *rows[:20], ("购书册数等", "还书")))
    assert solver().solve([few]).widths != few.widths


def test_tables_of_a_form_keep_the_column_of_their_labels():
    own = form(
        grid((1000, 1000, 4000), ("项目名称", ("购书", 2)), (LONG * 3, "甲", "乙")),
        grid((1000, 5000), ("绩效指标", "丙")),
    )
    first, second = solver().solve([own]).widths
    assert first[0] == second[0]
    assert sum(first) == sum(second) == 6000
    assert first != (1000, 1000, 4000)


def test_tables_of_a_form_have_columns_of_their_own_otherwise():
    own = form(
        grid((1000, 2500, 2500), ("目标", LONG, LONG)),
        grid((1000, 2500, 2500), ("指标", LONG, "甲")),
    )
    first, second = solver().solve([own]).widths
    assert first[0] == second[0]
    assert second[1] > first[1]


def test_labels_that_a_template_has_not_in_one_column_stay_so():
    own = form(
        grid((800, 3000, 500), ("甲", "乙", LONG)), grid((2000, 2000, 300), (LONG, "甲", "乙"))
    )
    first, second = solver().solve([own]).widths
    assert first[0] != second[0]


@pytest.mark.parametrize("is_tight", [True, False])
def test_where_the_lowest_table_is_wanted_widths_stand_for_nothing(is_tight):
    rows = [("购书", "还书")] * 29
    own = form(grid((1000, 3000), *rows, ("购书册数等", "还书")))
    found = solver().solve([own], is_tight=is_tight)
    assert (found.cost.height == 30 * 252) is is_tight


def test_forms_of_one_look_share_widths_that_do_for_all():
    wide = form(grid((1500, 1500, 1500), ("甲", LONG, "乙")))
    other = form(grid((1500, 1500, 1500), ("123,456,789.00万元", "丙", "丁")))
    found = solver().solve([wide, other])
    assert cost_at(wide, found.widths).broken == 0
    assert cost_at(other, found.widths).broken == 0
    assert found.widths == solver().solve([wide, other, wide]).widths


def test_a_form_goes_its_own_way_only_where_the_shared_one_breaks_something():
    narrow = ((1000, 1000, 2500),)
    calm = form(grid((1500, 1500, 1500), ("甲", "乙", "丙")))
    torn = form(grid((1500, 1500, 1500), ("1,234,567.00万元", "乙", "丙")))
    assert solver().fitted(calm, narrow) == narrow
    assert solver().fitted(torn, narrow) != narrow


def test_a_label_over_rows_is_as_high_as_they_are_together():
    rows = [(("", 1), "甲", "乙")] * 2
    own = grid((1000, 2000, 2000), *rows)
    label = cell("项目年度总体绩效目标", 0, 0, rows=2)
    tall = own._replace(cells=(label, *(c for c in own.cells if c.start)))
    assert cost_at(form(own), (own.widths,)).height == 2 * 252
    assert cost_at(form(tall), (tall.widths,)).height == 3 * 252


def test_a_label_that_is_one_character_wide_may_be_set_so():
    own = grid((400, 3000), *[("", "甲")] * 4)
    stacked = own._replace(cells=(cell("绩效指标", 0, 0, rows=4), *own.cells[1::2]))
    assert cost_at(form(stacked), (own.widths,)).broken == 0
    beside = own._replace(cells=(cell("绩效指标", 0, 0), *own.cells[1:]))
    assert cost_at(form(beside), (own.widths,)).broken


def test_words_that_would_stand_one_character_a_line_are_cut():
    own = grid((1000, 2400), *[("偏差原因分析", "甲")] * 2)
    assert cost_at(form(own), (own.widths,)).broken == 0
    assert cost_at(form(own), ((400, 3000),)).broken


def test_a_label_that_was_one_character_wide_is_not_cut_where_it_gets_more_room():
    own = grid((400, 3000), *[("", "甲")] * 4)
    stacked = own._replace(cells=(cell("（万元）", 0, 0, rows=4), *own.cells[1::2]))
    assert cost_at(form(stacked), (own.widths,)).broken == 0
    assert cost_at(form(stacked), ((700, 2700),)).broken
    assert cost_at(form(stacked), ((1100, 2300),)).broken == 0


words = st.text("购书还数册的，。（）", max_size=30) | st.sampled_from(
    ["分值", "（20分）", "95.5%", "1234.5万元", "2023年12月", ""]
)


@st.composite
def forms(draw):
    columns = draw(st.integers(2, 6))
    widths = draw(st.lists(st.integers(500, 2500), min_size=columns, max_size=columns))
    row = st.tuples(*[words] * columns)
    return form(grid(widths, *draw(st.lists(row, min_size=1, max_size=6))))


@given(forms())
@settings(max_examples=40)
def test_solved_widths_add_up_and_are_never_worse(own):
    found = solver().solve([own])
    wish, now = cost_at(own, own.widths), cost_at(own, found.widths)
    assert found.cost == now
    assert sum(found.widths[0]) == sum(own.widths[0])
    assert min(found.widths[0]) > 0
    assert now.broken <= wish.broken
    if now.broken == wish.broken:
        assert now.height <= wish.height
    assert solver().solve([own]).widths == found.widths


@given(forms())
@settings(max_examples=40)
def test_solved_widths_are_whole_steps_but_for_one(own):
    found = solver().solve([own]).widths[0]
    steps = (float(RULES.step), float(RULES.fine_step))
    off = [
        sum(abs(w / (s * 1440 / 25.4) - round(w / (s * 1440 / 25.4))) > 0.02 for w in found)
        for s in steps
    ]
    assert found == own.widths[0] or min(off) <= 1


@given(st.lists(words, min_size=1, max_size=8), st.integers(600, 3000), st.integers(0, 1500))
def test_a_wider_table_is_never_higher(texts, width, more):
    narrow = form(grid((width, 1000), *[(text, "甲") for text in texts]))
    wide = ((width + more, 1000),)
    # Less room may be used for the sake of what is not cut, which costs a line for each such cell.
    spare = sum(len(text) > 1 for text in texts) * 252
    assert cost_at(narrow, wide).height <= cost_at(narrow, narrow.widths).height + spare


def test_a_form_of_sixty_indicators_is_solved_in_a_moment():
    rows = [
        (f"指标{n}", "购书册数", f"{n * 37}册", LONG[: n % 38], "完成", "10", "10")
        for n in range(60)
    ]
    own = form(grid((900, 1500, 1000, 1500, 1500, 700, 900), *rows))
    begun = time.process_time()
    solver().solve([own])
    assert time.process_time() - begun < 2  # far more than it takes: told is what has gone wild
