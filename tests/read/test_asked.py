"""What a form asks for, at the lengths up to which a text is a label or holds one."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.asked import left_blank, note_asked
from generator.read.columns import BandRead, Choice, Strip
from generator.read.draft import Draft, SubjectDraft
from tests.foreign import book, picture
from tests.rules.papers import paper


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("单位名称" + " " * 36, True),
        ("单位名称" + " " * 37, False),
        ("填报单位：" + "甲" * 195, True),
        ("填报单位：" + "甲" * 196, False),
    ],
    ids=["forty signs", "one more", "a line of two hundred", "one more than that"],
)
def test_a_label_is_asked_for_by_itself_or_before_a_colon(text, is_asked):
    draft = Draft()
    note_asked(paper([text]), draft, book())
    assert draft.asked == ({"unit.name"} if is_asked else set())


@pytest.mark.parametrize(
    ("fields", "is_dated"),
    [
        ({"填报日期": "2023年3月6日"}, True),
        ({"填表时间": "2023-03-06"}, True),
        ({"填报日期": "待定"}, False),
        ({"完工日期": "2023年3月6日"}, False),
        ({}, False),
    ],
)
def test_a_cell_beside_its_label_dates_the_form(fields, is_dated):
    draft = Draft(subjects=[SubjectDraft("project", values={"fields": fields})])
    note_asked(paper(["填报日期"]), draft, book())
    assert draft.is_dated is is_dated
    assert "unit.date" in draft.asked


@pytest.mark.parametrize(
    ("rows", "blank"),
    [
        ([{"actual": "3栋", "weight": 10}, {"actual": "2栋", "weight": 5}], set()),
        ([{"actual": "3栋", "weight": 10}, {"actual": "", "weight": 5}], {"indicator.actual"}),
        ([{"actual": "3栋"}], {"indicator.weight"}),
    ],
)
def test_what_a_filled_form_leaves_blank_it_does_not_ask_for(rows, blank):
    indicators = [{"target": "≥2栋", **row} for row in rows]
    subject = SubjectDraft("project", values={"indicator": indicators, "funds": {"spent": 3}})
    found = left_blank(subject)
    assert {path for path in found if path.startswith("indicator.")} == blank
    assert ("funds.spent" in found, "funds.budget" in found) == (False, True)


@pytest.mark.parametrize(
    ("head", "is_asked"),
    [
        ("三级指标 | 指标值 | 实际完成情况", False),  # it asks for the actuals
        ("目标 | 预期目标 | 实际完成情况\n三级指标 | 指标值 | 实际完成值", True),
        ("目标 | 预期目标 | 实际完成情况\n三级指标 | 指标值 | 实际完成情况", True),
    ],
)
def test_what_stands_above_the_actuals_asks_for_no_result_of_the_goal(head, is_asked):
    place = DocumentPlace(table=1)
    heading = head.split(" | ")[-1]
    column = Choice(Strip(2, 3, (heading,), (), place), "actual")
    subject = SubjectDraft("project", values={"indicator": [{"actual": "3栋"}]})
    draft = Draft(subjects=[subject], bands=[BandRead(place, (column,))])
    note_asked(paper([picture(f"{head}\n修缮 | 3栋 | 3栋")]), draft, book())
    assert ("goal.achieved" in subject.asked) is is_asked


def test_paragraphs_ask_of_a_subject_though_another_stands_in_the_first_table():
    own, other = (SubjectDraft("project", values={"funds": {"budget": 5}}) for _ in range(2))
    own.places["project", "name"] = DocumentPlace(paragraph=1)
    other.places["project", "name"] = DocumentPlace(table=1, row=1)
    note_asked(paper(["实施单位："]), Draft(subjects=[own, other]), book())
    assert "project.implementer" in own.asked
