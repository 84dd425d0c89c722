"""Every rule over pages at its boundary: what is just within is not told, what is just beyond is, at its place."""

import pytest

from generator.load.packs import find_packs
from generator.load.rule_texts import load_rule_texts
from tests.rules.page.changes import CASES, both, insert, look, tabled
from tests.rules.page.letter import SENTENCE, line, written
from tests.rules.page.yard import found, told

FAMILY = next(f for f in load_rule_texts(find_packs(None))[0] if f.family.startswith("L "))
each = pytest.mark.parametrize("case", CASES, ids=lambda case: case.finding)


def test_a_letter_by_the_standard_has_no_finding():
    assert found(written()) == []


@each
def test_what_is_just_within_is_not_told(case):
    assert [f for f in found(written(case.within)) if f.id == case.finding] == []


@each
def test_what_is_just_beyond_is_told_at_its_place(case):
    own = [f for f in found(written(case.beyond)) if f.id == case.finding]
    assert str(own[0].where) == case.where
    problem = told(own[0])
    assert problem.severity.value == case.severity
    assert problem.hint
    assert "{" not in problem.message + problem.hint


def test_every_finding_has_its_case():
    assert [
        case.finding for case in CASES if case.finding not in {t.id for t in FAMILY.finding}
    ] == []
    assert {case.finding for case in CASES} == {text.id for text in FAMILY.finding}
    assert {text.code for text in FAMILY.finding} == {text.id for text in FAMILY.code}


def ids(change):
    return [finding.id for finding in found(written(change))]


def test_the_head_of_a_letter_is_no_title_of_it():
    head = line("title", "某县图书馆文件", size=42, colour="FF0000")
    number = line("title", "县图〔2024〕5号", font="仿宋", size=16)
    assert ids(insert("title", head, number)) == []


def test_a_form_is_no_letter():
    def form_alone(letter):
        letter.lines = [one for one in letter.lines if one.kind in ("form", "unit", "table")]
        letter.top, letter.left, letter.right = 20, 20, 20

    assert (
        ids(
            both(
                form_alone,
                tabled(
                    rows=(("名称", "情况"), ("甲", SENTENCE * 3)), widths=(900, 8000), side="left"
                ),
            )
        )
        == []
    )


def test_notes_below_a_table_are_no_text_of_a_report():
    notes = [line("unit", "注："), *[line("unit", f"{n}.{SENTENCE}") for n in (1, 2, 3)]]

    def with_notes(letter):
        letter.lines = [one for one in letter.lines if one.kind in ("form", "table")]
        letter.lines += notes

    assert ids(with_notes) == []


def test_the_line_of_the_house_is_right():
    lower = both(*(look(kind, None, line=29) for kind in ("body", "level-1", "level-2")))
    told_ids = [finding.id for finding in found(written(lower), 29.0)]
    assert "lines-per-page" not in told_ids
    assert "lines-per-page" in ids(lower)


def test_a_contents_page_is_no_text_of_a_report():
    lines = [line("body", f"一、项目基本情况\t{n}", first=0) for n in range(1, 4)]
    assert ids(insert("level-1", *lines)) == []
