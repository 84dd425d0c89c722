"""Columns beside those of every form: adjusted targets, deductions, points of classes, shared scores, remarks."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadCell
from generator.read.beside_columns import BesideColumns
from generator.read.columns import Choice, Strip
from generator.read.reading_order import Desk
from generator.rules.facts import printed_forms
from tests.foreign import book, picture, read_word, understood
from tests.rules.forms import BOOK, UNITS

NAME = "项目名称 | < | 河道清淤"


def draft_of(header, *rows):
    width = len(header.split("|"))
    name = NAME + " | <" * (width - 3)
    return understood(
        read_word("2023年度项目支出绩效自评表", picture("\n".join((name, header, *rows))))
    )


def findings(draft):
    return {f.id for form in printed_forms(draft, UNITS, BOOK.words) for f in BOOK.findings(form)}


def unread(draft):
    return [e.text for e in draft.accounts[0].entries if e.answer == "unread"]


HEAD = "一级指标 | 二级指标 | 三级指标 | 年初指标值"


@pytest.mark.parametrize("heading", ["调整后指标值", "调整后目标值", "调整后年度指标值"])
def test_the_adjusted_target_is_in_force_and_the_first_one_is_kept(heading):
    draft = draft_of(
        f"{HEAD} | {heading} | 实际完成值 | 分值 | 得分",
        "产出 | 数量 | 清淤长度 | ≥12公里 | ≥9公里 | 9公里 | 40 | 40",
        "^ | 质量 | 合格率 | ≥95% | | 96% | 30 | 30",
        "效益 | 社会效益 | 受益村 | ≥5个 | ≥5个 | 5个 | 20 | 20",
    )
    (subject,) = draft.subjects
    assert [row["target"] for row in subject.values["indicator"]] == ["≥9公里", "≥95%", "≥5个"]
    rows = subject.values["indicator"]
    assert [row.get("initial-target") for row in rows] == ["≥12公里", None, None]
    assert unread(draft) == []
    assert "full-marks" not in findings(draft)


def test_an_adjusted_target_is_what_the_actual_is_held_against():
    draft = draft_of(
        f"{HEAD} | 调整后指标值 | 实际完成值 | 分值 | 得分",
        "产出 | 数量 | 清淤长度 | ≥8公里 | ≥12公里 | 8公里 | 40 | 40",
        "效益 | 社会效益 | 受益村 | ≥5个 | | 5个 | 50 | 50",
    )
    assert "full-marks" in findings(draft)


DEDUCTIONS = (
    "产出 | 数量 | 清淤长度 | ≥12公里 | 9公里 | 40 | 10 | 征地推迟",
    "^ | 质量 | 合格率 | 好 | 好 | 30 | | ",
    "效益 | 社会效益 | 效果 | 好 | 好 | 20 | 0 | ",
)


def test_the_weight_less_the_deduction_is_the_score_where_none_is_printed():
    draft = draft_of(f"{HEAD} | 实际完成值 | 分值 | 扣分 | 扣分原因", *DEDUCTIONS)
    rows = draft.subjects[0].values["indicator"]
    assert [row["stated"]["score"] for row in rows] == [30, 30, 20]
    assert draft.subjects[0].values["fields"] == {"扣分·清淤长度": "10", "扣分·效果": "0"}
    assert any("扣分算出" in remark for remark in draft.subjects[0].remarks)
    facts = draft.ledger.of_role("deduction")
    assert [(fact.name, fact.value) for fact in facts] == [("清淤长度", 10), ("效果", 0)]


@pytest.mark.parametrize(("score", "is_told"), [("30", False), ("35", True)])
def test_a_deduction_is_held_against_the_score(score, is_told):
    draft = draft_of(
        f"{HEAD} | 实际完成值 | 分值 | 扣分 | 得分",
        f"产出 | 数量 | 清淤长度 | ≥12公里 | 9公里 | 40 | 10 | {score}",
        "效益 | 社会效益 | 效果 | 好 | 好 | 50 | 0 | 50",
    )
    assert ("less-deduction" in findings(draft)) is is_told


@pytest.mark.parametrize(("points", "is_told"), [("70", False), ("60", True)])
def test_points_of_classes_in_a_column_of_their_own_are_held_against_the_rows(points, is_told):
    draft = draft_of(
        "一级指标 | 分值 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分",
        f"产出 | {points} | 数量 | 清淤长度 | ≥9公里 | 9公里 | 40 | 40",
        "^ | ^ | 质量 | 合格率 | ≥95% | 96% | 30 | 30",
        "效益 | 20 | 社会效益 | 受益村 | ≥5个 | 5个 | 20 | 20",
    )
    facts = {(f.class_, f.value) for f in draft.ledger.of_role("weight") if f.name == f.class_}
    assert facts == {("产出", Decimal(points)), ("效益", Decimal(20))}
    assert ("class-weights" in findings(draft)) is is_told


def test_a_score_over_rows_of_two_classes_is_no_score_of_the_first():
    draft = draft_of(
        f"{HEAD} | 实际完成值 | 分值 | 得分",
        "产出 | 数量 | 清淤长度 | ≥9公里 | 9公里 | 40 | 70",
        "^ | 质量 | 合格率 | ≥95% | 96% | 30 | ^",
        "效益 | 社会效益 | 受益村 | ≥5个 | 5个 | 20 | 20",
        "总分 | < | < | < | < | 100 | 90",
    )
    (subject,) = draft.subjects
    assert "score" not in subject.values["indicator"][0].get("stated", {})
    assert subject.values["fields"] == {"得分·清淤长度等2项": "70"}
    assert unread(draft) == []
    assert findings(draft) & {"score-above-weight", "total", "class-scores"} == set()


def test_without_weights_a_score_over_two_classes_leaves_the_others_theirs():
    draft = draft_of(
        f"{HEAD} | 实际完成值 | 得分",
        "产出 | 数量 | 清淤长度 | ≥9公里 | 9公里 | 70",
        "^ | 质量 | 合格率 | ≥95% | 96% | ^",
        "^ | 时效 | 工期 | ≤9个月 | 9个月 | 10",
        "效益 | 社会效益 | 受益村 | ≥5个 | 5个 | 20",
    )
    (subject,) = draft.subjects
    assert subject.values["fields"] == {"得分·清淤长度等2项": "70"}
    assert [(s["class"], s["score"]) for s in subject.values["shared-score"]] == [
        ("产出/时效", 10),
        ("效益/社会效益", 20),
    ]


@pytest.mark.parametrize(
    "heading", ["备注（未完成说明）", "备注（偏差原因）", "备注（未达标原因分析）"]
)
def test_a_remark_whose_brackets_say_reason_is_the_reason(heading):
    draft = draft_of(
        f"{HEAD} | 实际完成值 | 分值 | 得分 | {heading}",
        "产出 | 数量 | 清淤长度 | ≥12公里 | 9公里 | 40 | 30 | 征地推迟",
        "效益 | 社会效益 | 受益村 | ≥5个 | 5个 | 50 | 50 | ",
    )
    assert draft.subjects[0].values["indicator"][0]["reason"] == "征地推迟"


def test_weights_of_rows_that_share_the_score_of_their_class_count_once():
    draft = draft_of(
        f"{HEAD} | 实际完成值 | 分值 | 得分",
        "产出 | 数量 | 清淤长度 | ≥9公里 | 9公里 | 40 | 70",
        "^ | ^ | 涵管 | ≥3处 | 3处 | 30 | ^",
        "效益 | 社会效益 | 受益村 | ≥5个 | 5个 | 30 | 30",
    )
    assert draft.subjects[0].values["shared-score"][0]["weight"] == 70
    assert "all-weights" not in findings(draft)


def test_what_was_deducted_may_stand_in_words_with_its_reason():
    draft = draft_of(
        f"{HEAD} | 实际完成值 | 分值 | 扣分情况",
        "产出 | 数量 | 清淤长度 | ≥12公里 | 9公里 | 40 | 少清3公里，扣10分",
        "效益 | 社会效益 | 受益村 | ≥5个 | 5个 | 50 | 不扣分",
    )
    rows = draft.subjects[0].values["indicator"]
    assert [row["stated"]["score"] for row in rows] == [30, 50]
    assert [row.get("reason") for row in rows] == ["少清3公里，扣10分", None]


INTERIM = "三级指标 | 年初指标值 | 1-7月执行情况 | {} | 分值 | 得分"
REACHED = ("清淤长度 | 8公里 | 5公里 | 8.2公里 | 50 | 50", "沟渠条数 | 6条 | 4条 | 6条 | 40 | 40")


@pytest.mark.parametrize("heading", ["全年实际完成", "全年完成值", "实际完成值"])
def test_what_was_reached_by_summer_stands_behind_what_was_reached_in_the_year(heading):
    draft = draft_of(INTERIM.format(heading), *REACHED)
    (subject,) = draft.subjects
    assert [r["actual"] for r in subject.values["indicator"]] == ["8.2公里", "6条"]
    assert subject.values["fields"] == {
        "1-7月执行情况·清淤长度": "5公里",
        "1-7月执行情况·沟渠条数": "4条",
    }
    assert unread(draft) == []


def test_what_was_reached_by_summer_is_the_actual_where_it_stands_alone():
    draft = draft_of(
        "三级指标 | 年初指标值 | 1-7月执行情况 | 分值 | 得分",
        "清淤长度 | 8公里 | 5公里 | 50 | 50",
        "沟渠条数 | 6条 | 4条 | 40 | 40",
    )
    (subject,) = draft.subjects
    assert [r["actual"] for r in subject.values["indicator"]] == ["5公里", "4条"]


@pytest.mark.parametrize(("length", "is_reason"), [(5, False), (6, True)])
def test_words_in_the_column_of_deductions_are_a_reason_from_six_signs_on(length, is_reason):
    place = DocumentPlace(table=1, row=2, column=1)
    cell = ReadCell("因" * length, place, 1, 0)
    strip = Strip(0, 1, ("扣分",), (cell,), place)
    columns = BesideColumns.of([Choice(strip, "deduction")], Desk(book()))
    cells, own = columns.in_force({"deduction": cell})
    assert own == {"扣分": cell}
    assert ("reason" in cells) is is_reason
