"""The table of funds of a draft: points of sources beside those of the whole."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import SubjectDraft
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
