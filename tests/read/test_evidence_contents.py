"""What the cells of a column say for a role: where a length or a sum begins to tell."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadCell
from generator.read.columns import Strip
from generator.read.evidence_cells import CellLens
from generator.read.evidence_contents import Profile, contents, profile
from tests.foreign import book

STRIP = Strip(0, 1, ("某栏",), (), DocumentPlace(table=1))
PLAIN = Profile(STRIP, (), frozenset(range(10)), 10, 10, 0.0, {"text": 1.0}, 0.0, 0.0, 5.0, 1.0,
                is_sequence=False, most=Decimal(0), sum=Decimal(0))  # fmt: skip
POINTS = PLAIN._replace(shares={"number": 1.0}, most=Decimal(30), sum=Decimal(100))


@pytest.mark.parametrize(
    ("role", "length", "worth"),
    [
        ("level1", 12, -1),
        ("level2", 12, -1),
        ("description", 12, 0.8),
        ("target", 15, -0.15),
        ("reason", 8, 0.8),
        ("name", 18, -1),
    ],
)
def test_texts_tell_from_a_length_on(role, length, worth):
    below, at, beyond = (
        contents(role, PLAIN._replace(length=length + more)) for more in (-0.5, 0, 0.5)
    )
    assert at == below
    assert beyond - at == pytest.approx(worth)


@pytest.mark.parametrize(("filled", "is_sparse"), [(0, False), (1, True), (8, True), (9, False)])
def test_a_column_is_sparse_up_to_eight_tenths(filled, is_sparse):
    assert PLAIN._replace(filled=filled).is_sparse is is_sparse


@pytest.mark.parametrize(("most", "worth"), [(100, 0), (101, -5)])
def test_points_are_a_hundred_at_most(most, worth):
    usual = contents("score", POINTS)
    assert contents("score", POINTS._replace(most=Decimal(most))) - usual == worth


@pytest.mark.parametrize(
    ("total", "worth"),
    [
        ("15", 0),
        ("20", 1.2),
        ("25", 1.2),
        ("22", 0),
        ("24", 0),
        ("100", 1.2),
        ("105", 0),
        ("120", 0),
        ("121", -5),
    ],
)
def test_weights_come_to_a_round_number_and_never_to_much_over_a_hundred(total, worth):
    none = contents("weight", POINTS._replace(sum=Decimal(3)))
    own = contents("weight", POINTS._replace(sum=Decimal(total)))
    assert own - none == pytest.approx(worth)


@pytest.mark.parametrize(("filled", "worth"), [(1, 0), (2, 1.2)])
def test_one_weight_is_no_sum(filled, worth):
    column = POINTS._replace(filled=filled)
    none = contents("weight", column._replace(sum=Decimal(3)))
    assert contents("weight", column._replace(sum=Decimal(20))) - none == pytest.approx(worth)


@pytest.mark.parametrize(
    ("values", "is_sequence"),
    [("1 2 3", True), ("7 8", True), ("1", False), ("1 3 5", False), ("3 3 3", False)],
)
def test_numbers_one_by_one_are_a_sequence(values, is_sequence):
    cells = tuple(
        ReadCell(text, DocumentPlace(table=1, row=n, column=1), n, 0)
        for n, text in enumerate(values.split())
    )
    strip = STRIP._replace(cells=cells)
    assert profile(strip, CellLens(book()), range(len(cells))).is_sequence is is_sequence
