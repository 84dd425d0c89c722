"""What explains, wherever it stands; the rules of a form in its notes do not."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft, SubjectDraft
from generator.read.given_answers import Account, Entry
from generator.rules.explained import explanations
from tests.rules.forms import BOOK


def explained(text, what="注"):
    entry = Entry(DocumentPlace(paragraph=9), text, "furniture", what)
    draft = Draft(accounts=[Account("自评.docx", (entry,))])
    return text.rstrip("。") in explanations(
        draft, SubjectDraft("project", {"project": {"name": "绿道养护"}}), BOOK.words
    )


@pytest.mark.parametrize(
    ("text", "is_explained"),
    [
        ("备注：因雨季停工，尾款跨年支付。", True),
        ("1.预算执行情况口径：预算数为调整后的数，包括上年结余。", False),
        ("注：良种繁育调减10万元为方案压减。", True),
        ("注：预算数为调减后的数。", False),
        ("注：未执行完的，请说明原因。", False),
        ("注：得分=分值×执行率，低于90%的说明原因。", False),
    ],
)
def test_a_note_explains_unless_it_is_a_rule_of_the_form(text, is_explained):
    assert explained(text) == is_explained


def test_a_note_in_a_cell_explains_with_those_of_its_sentences_that_are_no_rules():
    text = "注：得分=分值×执行率。预算调减因年中统一压减。未完成的请说明原因。"
    entry = Entry(DocumentPlace(table=1, row=9, column=1), text, "furniture", "附注")
    draft = Draft(accounts=[Account("自评.docx", (entry,))])
    said = explanations(
        draft, SubjectDraft("project", {"project": {"name": "绿道养护"}}), BOOK.words
    )
    assert [one for one in said if one] == ["预算调减因年中统一压减"]


@pytest.mark.parametrize(
    ("head", "is_headed"),
    [
        ("上述各项绩效指标出现偏差具体原因", True),
        ("上述各项绩效指标出现偏差的具体原因", False),
        ("年度完成情况", False),
    ],
)
def test_a_paragraph_is_headed_as_a_reason_in_sixteen_signs(head, is_headed):
    entry = Entry(DocumentPlace(paragraph=9), f"{head}：连续降雨", "unread", "")
    draft = Draft(accounts=[Account("自评.docx", (entry,))])
    subject = SubjectDraft("project", {"project": {"name": "绿道养护"}})
    assert ("连续降雨" in explanations(draft, subject, BOOK.words)) is is_headed
