"""Every cell and paragraph ends as used, furniture or listed, and the three add up to all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.plain_text import read_text_lines
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.read.document_account import refused, settled_accounts
from generator.read.whole_document import recognise
from tests.foreign import NATIONAL, book, read_excel, read_word, understood


def everything(document: ReadDocument) -> set:
    """All places that say something, counted without the account."""
    found = set()
    for block in (*document.blocks, *document.aside):
        if isinstance(block, ReadParagraph):
            found |= {block.place} if block.shown.strip() else set()
        else:
            found |= {c.place for row in block.grid for c in row if c.text.strip()}
    return found


DOCUMENTS = {
    "national": lambda: read_word("2023年度项目支出绩效自评表", NATIONAL),
    "excel": lambda: read_excel([row for row in NATIONAL if row]),
    "strange": lambda: read_word("不知所云", [["甲", "乙"], ["丙", "3"]], "完"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_answers_add_up_to_everything(name):
    document = DOCUMENTS[name]()
    (account,) = understood(document).accounts
    assert {entry.place for entry in account.entries} == everything(document)
    counts = account.as_data()
    assert counts["cells"] == counts["used"] + counts["furniture"] + counts["unread"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_not_understood_is_listed(name):
    draft = understood(DOCUMENTS[name]())
    listed = {left.place for left in draft.unplaced}
    listed |= {left.place for subject in draft.subjects for left in subject.unplaced}
    (account,) = draft.accounts
    assert {entry.place for entry in account.entries if entry.answer == "unread"} <= listed


def test_a_form_that_is_known_is_read_to_its_last_cell():
    document = read_word("2023年度项目支出绩效自评表", NATIONAL)
    (account,) = recognise(document, book(), frozenset()).accounts
    assert [e for e in account.entries if e.answer == "unread"] == []


# Words of every kind that pages hold: what is no form loses none of them without a word.
WORDS = [
    "甲",
    "3",
    "张三",
    "值班电话",
    "是否公示",
    "√",
    "是",
    "☑是 □否",
    "完成",
    "120",
    "说明",
    "。",
    "",
]
ROWS = st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=3), min_size=1, max_size=5)


@given(ROWS)
def test_no_value_of_a_page_that_is_no_form_is_lost(rows):
    draft = understood(read_text_lines("\n".join("\t".join(row) for row in rows), "值班.txt"))
    if draft.subjects:
        return
    (account,) = draft.accounts
    assert account.count("used") == 0
    listed = {left.place for left in draft.unplaced}
    assert {e.place for e in account.entries if e.answer == "unread"} == listed
    values = [e for e in account.entries if e.text in ("120", "张三", "值班电话", "☑是 □否")]
    assert {e.answer for e in values} <= {"unread"}


def test_all_of_a_document_that_is_not_imported_is_listed():
    document = read_word("值班安排", [["填报单位", "某县水利局"], ["值班人", "张三"]], "完成值班。")
    draft = refused(understood(document), "自评.docx")
    (account,) = settled_accounts(draft)
    assert account.count("used") == 0
    listed = {left.quote for left in draft.unplaced}
    assert {"值班安排", "某县水利局", "张三", "完成值班。"} <= listed


def test_records_that_no_form_takes_are_listed_cell_by_cell():
    rows = [["姓名", "班次", "地点"], ["张三", "早", "大厅"], ["李四", "晚", "门卫"]]
    draft = understood(read_word("值班安排", rows))
    (account,) = draft.accounts
    assert {e.text for e in account.entries if e.answer == "unread"} >= {*rows[1], *rows[2]}
