"""Ids of figures: every kind is written by a maker, read by the one reader, and written again as it was."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import figure_parts as of
from generator.model.figure_id import FigureId, owner_of, short_of
from generator.model.figure_parts import SIDES, UnknownFigureError, kind_of
from generator.model.row_key import RowKey, cell_at
from tests.test_one_door import SOURCES

ROW = RowKey.indicator(2, "产出/数量", "购书")
MADE = (
    ("unit/name", FigureId.named("unit", "name"), of.NAMED),
    ("unit/fact[读者, 人次]", FigureId.fact("unit", "读者, 人次"), of.FACT),
    ("a/project.code", FigureId.project("a", "code"), of.PROJECT),
    ("a/department.basic", FigureId.department("a", "basic"), of.DEPARTMENT),
    ("a/duties.count", FigureId.duties("a"), of.DUTIES),
    ("unit/projects.count", FigureId.project_count(), of.PROJECTS),
    ("unit/report[x].projects.count", FigureId.project_count("x"), of.PROJECTS),
    ("unit/total.rate", FigureId.of_all("rate"), of.TOTAL),
    ("unit/report[x].total.spent", FigureId.of_all("spent", "x"), of.TOTAL),
    ("a/funds.spent", FigureId.amount("a", "spent"), of.FUNDS),
    ("a/funds.spent", FigureId.money("a", "spent"), of.FUNDS),
    ("a/funds.amount[一季度]", FigureId.amount("a", "一季度"), of.FUNDS),
    ("a/funds.source[省级].rate", FigureId.money("a", "rate", RowKey.source("省级")), of.SOURCE),
    (
        "a/funds.source[省级].amount[一季度]",
        FigureId.amount("a", "一季度", RowKey.source("省级")),
        of.SOURCE,
    ),
    ("a/funds.row[结转].budget", FigureId.money("a", "budget", RowKey.money("结转")), of.MONEY_ROW),
    ("a/funds.use[书[二]]", FigureId.use("a", "书[二]"), of.USE),
    ("a/funds.plan[6月底]", FigureId.plan("a", "6月底"), of.PLAN),
    ("a/funds.income[拨款][上年]", FigureId.breakdown("a", "income", ("拨款", "上年")), of.INCOME),
    (
        "a/funds.expenditure[人员]",
        FigureId.breakdown("a", "expenditure", ("人员",)),
        of.EXPENDITURE,
    ),
    ("a/score.total", FigureId.score("a", "total"), of.SCORE),
    ("a/score.part[p].score", FigureId.part("a", "p", "score"), of.PART),
    ("a/goal[1].weight", FigureId.points("a", RowKey.goal(1), "weight"), of.GOAL),
    (
        "a/goal[2]/indicator[产出/数量/购书].target",
        FigureId.indicator("a", ROW, "target"),
        of.INDICATOR,
    ),
    (
        "a/goal[2]/indicator[产出/数量/购书].field[来源.一]",
        FigureId.indicator_field("a", ROW, "来源.一"),
        of.INDICATOR,
    ),
    ("a/class[产出].score", FigureId.points("a", RowKey.group(0, "产出"), "score"), of.CLASS),
    (
        "a/goal[1]/level1[产出].score",
        FigureId.points("a", RowKey.level1("产出", 1), "score"),
        of.LEVEL1,
    ),
    (
        "a/level2[产出/数量].weight",
        FigureId.points("a", RowKey.level2("产出/数量"), "weight"),
        of.LEVEL2,
    ),
    ("a/item[p/立项].answer", FigureId.item("a", RowKey.item("p", "立项"), "answer"), of.ITEM),
    ("a/field[负责人]", FigureId.field("a", "负责人"), of.FIELD),
    ("a/table[三公].row[车].cell[预算]", FigureId.cell("a", "三公", "车", "预算"), of.TABLE),
    ("a/table[三公].total.cell[预算]", FigureId.cell("a", "三公", "", "预算"), of.TABLE),
)


@pytest.mark.parametrize(("text", "made", "kind"), MADE)
def test_a_maker_writes_what_the_reader_reads_and_writes_again(text, made, kind):
    assert made == text
    assert FigureId.parse(text).parts.text == text
    assert (made.kind, made.parts.kind) == (kind, kind)
    assert f"{made.owner}/{made.short}" == text


def test_every_kind_has_a_maker():
    assert {kind for _, _, kind in MADE} == set(SIDES)


@pytest.mark.parametrize(
    "text",
    [
        "funds.spent",
        "/funds.spent",
        "a/funds.spend",
        "a/grade",
        "a/no such part.weight",
        "a/funds.row[结转].rate",
        "a/class[产出].answer",
        "a/goal[1]/funds.spent",
        "unit/report[x].name",
        "a/indicator[产出/数量/购书]",
        "a/indicator[产出/数量/购书].target_value",
        "a/funds.use[书].amount",
        "a/table[三公].row[车]",
        "a/field",
        "a/",
    ],
)
def test_a_figure_that_there_cannot_be_is_a_fault(text):
    with pytest.raises(UnknownFigureError):
        FigureId.parse(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: FigureId.named("a", "spent"),
        lambda: FigureId.money("a", "weight"),
        lambda: FigureId.money("a", "rate", RowKey.money("结转")),
        lambda: FigureId.score("a", "sum"),
        lambda: FigureId.part("a", "p", "grade"),
        lambda: FigureId.indicator("a", ROW, "level1"),
        lambda: FigureId.points("a", RowKey.goal(1), "answer"),
        lambda: FigureId.item("a", RowKey.item("p", "立项"), "target"),
        lambda: FigureId.breakdown("a", "sources", ("拨款",)),
    ],
)
def test_a_maker_gives_no_figure_that_there_cannot_be(make):
    with pytest.raises(UnknownFigureError):
        make()


# A name may hold what ids are made of; two brackets that open and close a side are not told apart.
NAMES = st.text("甲乙 a./[]（）0", min_size=1).filter(lambda name: "]." not in name + "x")


@given(NAMES, NAMES)
def test_whatever_a_row_is_called_it_is_read_as_that(class_, name):
    row = RowKey.indicator(0, class_, name)
    parts = FigureId.indicator("a", row, "target").parts
    assert (parts.kind, parts.name, parts.side) == (of.INDICATOR, f"{class_}/{name}", "target")
    assert parts.text == f"a/{row}.target"


def test_the_names_of_a_line_begin_with_the_lines_above_it():
    parts = FigureId.breakdown("a", "expenditure", ("人员", "工资")).parts
    assert (parts.names, parts.name) == (("人员", "工资"), "工资")


def test_it_comes_back_from_another_process_as_what_it_was():
    there = pickle.loads(pickle.dumps(FigureId.field("a", "甲")))  # noqa: S301 - our own
    assert (type(there), there.parts.name) == (FigureId, "甲")


def test_an_id_of_an_older_record_still_tells_whose_it_is():
    assert (owner_of("a/old.name"), short_of("a/old.name")) == ("a", "old.name")
    assert (owner_of("a"), short_of("a")) == ("a", "")
    assert kind_of("old.name") == "old"


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        ("table[三公].row[车].cell[预算]", ("", "三公", "车", "预算")),
        ("a/table[三公].total.cell[预算]", ("a", "三公", "", "预算")),
        ("source[省级].spent", None),
    ],
)
def test_the_key_of_a_cell_is_read(key, cell):
    assert cell_at(key) == cell


@pytest.mark.parametrize(
    ("built", "home"),
    [
        (r"\bFigureId\(", {"model/figure_id.py"}),
        (r"\bRowKey\(", {"model/row_key.py"}),
        (r"f\"\{[^}]*\}/(?:funds|score|indicator|class|level|goal|item|fact|field)\b", set()),
    ],
)
def test_ids_are_built_in_one_place(built, home):
    mine = {"model/figure_id.py", "model/figure_parts.py", "model/row_key.py"}
    found = {name for name, code in SOURCES.items() if re.search(built, code)}
    assert found - mine == set()
    assert home <= found
