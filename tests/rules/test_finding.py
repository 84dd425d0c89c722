"""How sure a finding is bounds what it weighs in somebody's document; what was typed is no guess."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.base.problem import Severity, lightest
from generator.rules.audience import WRITERS, Audience
from generator.rules.finding import Finding, Strength
from tests.rules.forms import BOOK

CELL = DocumentPlace(table=1, row=4, column=6)
DOCUMENT = Audience(is_document=True)


@pytest.mark.parametrize(
    ("id", "strength", "severity"),
    [
        ("total", Strength.CERTAIN, "error"),
        ("total", Strength.FOUNDED, "warning"),
        ("total", Strength.INFERRED, "note"),
        ("unspent", Strength.CERTAIN, "warning"),
        ("unspent", Strength.FOUNDED, "warning"),
        ("unspent", Strength.INFERRED, "note"),
        ("red-light", Strength.CERTAIN, "note"),
    ],
)
def test_a_guess_in_a_document_weighs_as_a_note(id, strength, severity):
    finding = Finding(id, CELL, "99", "100", strength=strength)
    assert BOOK.problem(finding, DOCUMENT).severity.value == severity


def test_of_ones_own_inputs_nothing_is_guessed():
    finding = Finding("total", CELL, "99", "100", strength=Strength.INFERRED)
    assert BOOK.problem(finding, WRITERS).severity is Severity.ERROR


def test_the_lightest_of_several_is_the_least_severe():
    assert lightest(Severity.NOTE, Severity.ERROR, Severity.WARNING) is Severity.NOTE
    assert lightest(Severity.WARNING, Severity.ERROR) is Severity.WARNING
