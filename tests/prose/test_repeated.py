"""How texts quote figures: what there is a name for is quoted by it, what has none is not."""

from decimal import Decimal

import pytest

from generator.figures.figure import Figure
from generator.model.figure_id import FigureId
from generator.prose.repeated import quotation_of, quotations


def figure(text):
    return Figure(FigureId.parse(text), Decimal(12), "12万元", "万元")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unit/year", ["year"]),
        ("unit/date", ["unit.date"]),
        ("unit/total.spent", ['total("spent")']),
        ("unit/projects.count", ["projects.count"]),
        ("a/name", ["name"]),
        ("a/project.code", ["project_info.code"]),
        ("a/department.basic", ["spending.basic"]),
        ("a/duties.count", ["duties.count"]),
        ("a/funds.spent", ["funds.spent"]),
        ("a/funds.source[省级].rate", ['funds.source("省级").rate']),
        ("a/funds.use[书]", ['funds.use("书")']),
        ('a/funds.use[“"”]', ["funds.use('“\"”')"]),
        ("a/funds.income[拨款][上年]", ['funds.income("上年")']),
        ("a/score.total", ["score.total"]),
        ("a/score.part[p].score", ['score.part("p").score']),
        ("a/goal[1].weight", ['goal("1").weight']),
        (
            "a/goal[2]/indicator[产出/购书].actual",
            [
                'indicator("购书").actual',
                'indicator("产出/购书").actual',
                'indicator("goal[2]/产出/购书").actual',
            ],
        ),
        ("a/indicator[购书].field[来源]", ['indicator("购书").field["来源"]']),
        ("a/fact[人次]", ['fact("人次")']),
        ("a/field[负责人]", ['field("负责人")']),
        ("a/table[三公].row[车].cell[预算]", ['table("三公")["车"]["预算"]']),
        ("a/table[三公].total.cell[预算]", ['table("三公").total["预算"]']),
        # No text has names for these.
        ("a/class[产出/数量].score", []),
        ("a/level1[产出].score", []),
        ("a/item[p/立项].score", ['item("p/立项").score']),
        ("a/funds.row[结转].spent", ['funds.row("结转").spent']),
        ("a/funds.amount[一季度]", ['funds.amount("一季度")']),
        ("a/funds.source[省级].amount[一季度]", []),
    ],
)
def test_a_figure_is_quoted_by_its_names_the_shortest_first(text, said):
    assert list(quotations(figure(text), "a")) == [f"{{{{ {one} }}}}" for one in said]


def test_a_figure_of_another_project_is_quoted_through_it():
    assert quotation_of(figure("b/funds.spent"), "a") == '{{ project("b").funds.spent }}'


def test_what_only_a_report_adds_up_is_quoted_by_nobody_else():
    own = figure("unit/report[r].total.spent")
    assert quotation_of(own, "a") == ""
    assert list(quotations(own, "unit")) == ['{{ total("spent") }}']
