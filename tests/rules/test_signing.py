"""The day of signing is read behind its label; a day that no calendar has is none."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft
from generator.read.fact import Fact
from generator.read.given_answers import Account, Entry
from generator.read.ledger import Ledger
from generator.rules.signing import is_day, signed_on


@pytest.mark.parametrize(("day", "signed"), [("2024-04-30", "2024-04-30"), ("2024-04-31", "")])
def test_a_form_is_signed_on_days_that_there_are(day, signed):
    place = DocumentPlace(paragraph=3)
    text = "填报日期：2024年4月30日"
    facts = (Fact("", day, "", "date", place.in_file("自评.docx"), 2024, start=5, end=len(text)),)
    account = Account("自评.docx", (Entry(place, text, "used", "date"),))
    assert signed_on(Draft(accounts=[account], ledger=Ledger(facts))).text == signed


def test_february_has_its_days():
    assert is_day("2024-02-29")
    assert not is_day("2023-02-29")
