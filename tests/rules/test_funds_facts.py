"""The table of funds of a draft: points of sources beside those of the whole."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import SubjectDraft
from generator.read.given_answers import Entry
from generator.rules.funds_facts import funds_of


@pytest.mark.parametrize(
    ("whole", "sources", "told"),
    [
        (10, (None, None), []),
        (10, (None, 10), [10]),
        (10, (10, 10), [10, 10]),
        (10, (6, 4), []),  # shared out
        (None, (10, None), []),  # scored in the row of a source alone
    ],
)
def test_points_of_a_source_repeat_those_of_the_whole_unless_they_are_its_parts(
    whole, sources, told
):
    subject = SubjectDraft("project")
    if whole is not None:
        subject.put(("funds", "stated", "weight"), Decimal(whole), DocumentPlace(table=1, row=4))
    for number, weight in enumerate(sources):
        at = DocumentPlace(table=1, row=5 + number)
        subject.put(("funds", "sources", number, "name"), f"来源{number}", at)
        if weight is not None:
            subject.put(("funds", "sources", number, "weight"), Decimal(weight), at)
    assert [amount.value for amount in funds_of(subject, ()).row_weights] == told


@pytest.mark.parametrize(
    ("printed", "rate", "has_sign"),
    [("0.95%", "0.95", True), ("0.95", "0.95", False), ("2%", "2", True), ("2.1%", "2.1", False)],
)
def test_a_low_rate_tells_whether_its_sign_is_printed(printed, rate, has_sign):
    subject, at = SubjectDraft("project"), DocumentPlace(table=1, row=4, column=6)
    subject.put(("funds", "stated", "rate"), Decimal(rate), at)
    subject.put(("funds", "sources", 0, "name"), "本级财政资金", at)
    subject.put(("funds", "sources", 0, "stated-rate"), Decimal(rate), at)
    funds = funds_of(subject, (Entry(at, printed, "used", ""),))
    assert [row.rate.has_sign for row in funds.rows] == [has_sign, has_sign]
