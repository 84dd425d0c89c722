"""A total of the rows alone: a later place says it with the execution, to the cent."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import Conflict, SubjectDraft
from generator.read.settle_total import _is_without, settle_total
from tests.foreign import book

TOTAL = ("stated", "total")


def settled(later, rows=("50", "40")):
    subject, first, second = (
        SubjectDraft("project"),
        DocumentPlace(table=1, row=9),
        DocumentPlace(table=1, row=12),
    )
    subject.values["indicator"] = [{"stated": {"score": Decimal(score)}} for score in rows]
    subject.put(TOTAL, Decimal(90), first)
    subject.put(("funds", "stated", "score"), Decimal("9.5"), first)
    subject.conflicts.append(Conflict(TOTAL, Decimal(90), Decimal(later), first, second))
    settle_total(subject, book().phrases)
    return subject.get(TOTAL)


@pytest.mark.parametrize(
    ("later", "total"),
    [
        ("99.5", "99.5"),
        ("99.51", "99.51"),
        ("99.49", "99.49"),
        ("99.511", "90"),
        ("99.52", "90"),
    ],
)
def test_the_later_total_holds_the_execution_as_well(later, total):
    assert settled(later) == Decimal(total)


@pytest.mark.parametrize(
    ("value", "is_without"), [("90.01", True), ("89.99", True), ("90.011", False), ("99.5", False)]
)
def test_a_total_is_of_the_rows_alone_to_the_cent(value, is_without):
    subject = SubjectDraft("project")
    subject.values["indicator"] = [{"stated": {"score": Decimal(score)}} for score in (50, 40)]
    assert _is_without(subject, "score", Decimal(value)) is is_without
