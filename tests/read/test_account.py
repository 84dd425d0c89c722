"""Every cell and paragraph ends as used, furniture or listed, and the three add up to all."""

import pytest

from generator.model.reading import ReadDocument, ReadParagraph
from generator.read.document import recognise
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
