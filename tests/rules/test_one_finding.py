"""One fact is told once: by the weightiest finding, else by the first of the list; other facts stay."""

from itertools import permutations

import pytest

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.model.rule_text import RuleFact
from generator.rules.one_finding import Account, Telling
from tests.rules.forms import BOOK, FAMILIES

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
FACTS = [
    RuleFact(id="equal", same="sides", findings=("sum", "claim", "name")),
    RuleFact(id="points", same="difference", findings=("part", "whole")),
    RuleFact(id="score", same="row", findings=("full", "scheme")),
]
CELL = DocumentPlace(table=1, row=4, column=6)


def telling(id, at=CELL, left="", right="", severity=E, *, file="自评.docx", name="", code="A01"):
    problem = Problem(code, severity, id, Place.in_document(at, file))
    return Telling(problem, id, name, left, right)


def told(*tellings):
    return [one.id for one in Account(FACTS).each_once(tellings)]


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        # Of the same two sides in one place; a unit or the order makes no other fact of them.
        (telling("sum", CELL, "99", "100"), telling("claim", CELL, "100分", "99分"), ["sum"]),
        (telling("sum", CELL, "99", "100"), telling("claim", CELL, "99", "101"), ["sum"]),
        (telling("sum", CELL, "99", "100"), telling("claim", CELL, "99", "101", code="X01"), ["sum", "claim"]),
        (telling("name", CELL, "甲局", "甲市局"), telling("claim", CELL, "甲局", "甲市局"), ["claim"]),
        (
            telling("sum", CELL, "99", "100"),
            telling("claim", CELL._replace(column=7), "99", "100"),
            ["sum", "claim"],
        ),
        (telling("sum", CELL, "9", "8"), telling("part", CELL, "9", "8", code="A03"), ["sum", "part"]),
        # Of a table in which two levels are off by as much.
        (telling("part", CELL, "50", "49"), telling("whole", CELL._replace(row=9), "100", "99"), ["part"]),
        (
            telling("part", CELL, "50", "49"),
            telling("whole", CELL._replace(row=9), "100", "99.5"),
            ["part", "whole"],
        ),
        (
            telling("part", CELL, "50", "49"),
            telling("whole", CELL._replace(table=2), "100", "99"),
            ["part", "whole"],
        ),
        # Two blocks that are off by as much are two facts: no list tells one rule from itself.
        (
            telling("part", CELL, "50", "49", name="产出"),
            telling("part", CELL._replace(row=9), "30", "29", name="效益"),
            ["part", "part"],
        ),
        # Of one row.
        (telling("full", CELL), telling("scheme", CELL._replace(column=2)), ["full"]),
        (telling("full", CELL), telling("scheme", CELL._replace(row=5)), ["full", "scheme"]),
        (telling("full", CELL), telling("scheme", CELL, file="二.docx"), ["full", "scheme"]),
        # What is wrong in a place is wrong once, whatever else it is held against.
        (
            telling("near", CELL, "甲局", "甲市局", name="单位"),
            telling("near", CELL, "甲局", "甲县局", name="单位"),
            ["near"],
        ),
        (
            telling("near", CELL, "50%", "40%", name="男"),
            telling("near", CELL, "50%", "60%", name="女"),
            ["near", "near"],
        ),
    ],
)  # fmt: skip
def test_what_is_one_fact(one, other, kept):
    assert told(one, other) == kept
    assert sorted(told(other, one)) == sorted(kept)


def test_the_weightiest_is_told_and_then_the_first_of_the_list():
    scheme, full = telling("scheme"), telling("full", severity=W)
    assert told(full, scheme) == ["scheme"]
    assert told(scheme, telling("full")) == ["full"]
    assert told(telling("scheme", severity=N), telling("full", severity=N)) == ["full"]


def test_what_is_told_does_not_hang_on_the_order_of_the_rules():
    found = [
        telling("part", CELL, "50", "49"),
        telling("whole", CELL._replace(row=9), "100", "99"),
        telling("full", CELL, severity=W),
        telling("scheme", CELL),
        telling("claim", CELL, "99", "100", severity=W),
        telling("sum", CELL, "99", "100"),
    ]
    told_ones = {tuple(sorted(told(*order))) for order in permutations(found)}
    assert told_ones == {("part", "scheme", "sum")}


def test_values_of_inputs_are_told_apart_by_their_keys():
    def at(key):
        return Place("project.toml", 3, 1, key)

    def of(id, key):
        return Telling(Problem("A07", E, id, at(key)), id, "", "", "")

    assert told(of("full", "indicator[甲].score"), of("scheme", "indicator[甲].stated")) == ["full"]
    assert told(of("full", "indicator[甲].score"), of("scheme", "indicator[乙].score")) == [
        "full",
        "scheme",
    ]


def test_every_finding_of_a_list_is_one_that_somebody_tells():
    listed = [id for family in FAMILIES for fact in family.fact for id in fact.findings]
    assert set(listed) <= BOOK.texts.keys()
    for family in FAMILIES:
        for fact in family.fact:
            assert len(set(fact.findings)) == len(fact.findings) > 1


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        # Against another file and against its own sum: what mends the one need not mend the other.
        # Of two versions of a form the own sum says it all, where the other one has what it comes to.
        ("twice", "total", ["total"]),
        ("two-forms-score", "score-differs", ["two-forms-score", "score-differs"]),
        ("against-inputs", "rate", ["against-inputs", "rate"]),
        # A sentence against the form is one fact, whichever file the form is in.
        ("two-amounts", "two-files-budget", ["two-amounts"]),
        ("claimed-total", "twice", ["claimed-total"]),
        ("two-rates", "sentence-rate", ["two-rates"]),
    ],
)
def test_what_two_files_differ_in_is_a_fact_of_its_own(one, other, kept):
    account = Account(fact for family in FAMILIES for fact in family.fact)
    found = [
        telling(one, CELL, "99", "100", code="X02"),
        telling(other, CELL, "99", "100", code="A01"),
    ]
    assert [told.id for told in account.each_once(found)] == kept
