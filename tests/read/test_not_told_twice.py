"""What a form prints rightly is no finding: notes with full points, labels beside values, rows of sums, bodies of two levels."""

import pytest

from generator.rules.facts import printed_forms
from tests.foreign import picture, read_excel, read_word, understood
from tests.rules.forms import BOOK, UNITS

TITLE = "2023年度项目支出绩效自评表"


def told(draft):
    return [
        (f.id, f.left or f.name)
        for x in printed_forms(draft, UNITS, BOOK.words)
        for f in BOOK.findings(x)
    ]


FORM = """
项目名称： | 公厕修缮 | < | < | < | < | <
{first} | 某市城管局 | < | < | {second} | 某市环卫所 | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出 | 数量 | 修缮公厕 | ≥8座 | 8座 | 60 | 60
效益 | 社会效益 | 投诉 | 有所减少 | 有所减少 | 30 | 26
总分 | < | < | < | < | 90 | 86
"""


def form_of(first="主管部门：", second="实施单位："):
    return picture(FORM.format(first=first, second=second))


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("注：1.各级指标分值可适当调整，但总分应为90分。", False),
        ("注：分值分配：产出60分、效益30分，总分为90分。", False),
        ("注：各类指标的权重由单位确定，总分90分。", False),
        ("经自评，该项目总分为86分。", False),
        ("经自评，该项目总分为90分。", True),
        ("经自评，该项目总分为88分。", True),
    ],
)
def test_points_of_a_form_are_no_total_of_the_unit(note, is_told):
    found = told(understood(read_word(TITLE, form_of(), note)))
    assert [id for id, _ in found if id == "said-total"] == ["said-total"] * is_told


@pytest.mark.parametrize("label", ["主管部门：", "主管部门（盖章）："])
def test_a_label_with_its_colon_beside_its_value_is_not_blank(label):
    draft = understood(read_word(TITLE, form_of(label)))
    assert [name for id, name in told(draft) if id == "labelled-blank"] == []


def test_a_label_with_its_colon_beside_nothing_is_blank():
    form = [[c.replace("某市城管局", "") for c in row] for row in form_of()]
    draft = understood(read_word(TITLE, form))
    assert {name for id, name in told(draft) if id == "labelled-blank"} == {"主管部门"}


@pytest.mark.parametrize(
    "sums", [["合计", ""], ["", "合计"], ["总计", ""], ["小计", ""], ["", "合  计"]]
)
def test_a_row_of_sums_is_no_second_version_of_the_last_project(sums):
    sheet = [
        ["序号", "项目名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "自评得分"],
        ["1", "公厕修缮", "30", "30", "30", "100%", "98"],
        ["2", "果皮箱更换", "20", "20", "19", "95%", "97"],
        [*sums, "50", "50", "49", "98%", ""],
    ]
    for draft in (understood(read_excel(sheet)), understood(read_word(TITLE, sheet))):
        assert [s.name for s in draft.subjects] == ["公厕修缮", "果皮箱更换"]
        assert [s.get(("funds", "spent")) for s in draft.subjects] == [30, 19]
        assert [s.conflicts for s in draft.subjects] == [[], []]
        assert {u.quote for u in draft.unplaced} >= {"50", "49", "98%"}


@pytest.mark.parametrize(
    ("first", "second"), [("省级主管部门", "县级主管部门"), ("市级主管部门", "区级主管部门")]
)
def test_bodies_of_two_levels_are_two_bodies(first, second):
    draft = understood(read_word(TITLE, form_of(first, second)))
    (subject,) = draft.subjects
    assert subject.get(("project", "authority")) == "某市城管局"
    assert subject.values["fields"] == {second: "某市环卫所"}
    assert subject.conflicts == []


def test_one_body_named_twice_otherwise_is_still_a_conflict():
    draft = understood(read_word(TITLE, form_of("主管部门", "主管部门")))
    assert len(draft.subjects[0].conflicts) == 1
