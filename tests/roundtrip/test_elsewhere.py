"""What is ours, cut out and pasted elsewhere: it is known there, brought up to date, and nothing is lost."""

import datetime
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.units import Units
from generator.roundtrip.differences import differences
from generator.roundtrip.edit_account import Answer
from generator.roundtrip.merge import merge
from generator.roundtrip.person_edits import Left, person_edits
from generator.roundtrip.text_alignment import align
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import CHANGES, between, both
from tests.roundtrip.hand.bench import Bench
from tests.roundtrip.hand.hands import Page, W, text, xml
from tests.roundtrip.moves_by_hand import BOX, frame, moved, moves, take
from tests.roundtrip.sentences import HAND, only
from tests.word.structure import structural_faults

DAY = datetime.date(2024, 5, 6)
SAID = "支出95万元"  # a paragraph of the body; the new version says 96


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return between(tmp_path_factory.mktemp("small"), {}, CHANGES["everything"])


@pytest.fixture(scope="module")
def builds(tmp_path_factory, small):
    bench = Bench(tmp_path_factory.mktemp("elsewhere"))
    return {"grown": small, **{name: both(bench, name) for name in ("report", "bundle")}}


def texts(data: bytes) -> list[str]:
    return [text(p) for p in Page(data).paragraphs() if text(p)]


def into_a_new_table(page):
    p = page.p(SAID)
    beside = p.getprevious()
    beside.addnext(frame(take(p), words="经办：办公室"))


def into_a_cell_of_the_form(page):
    page.cell("购书册数").append(take(page.p(SAID)))


def form_into_a_cell(page):
    table = page.table("购书册数")
    table.addprevious(xml("<w:p/>"))
    other = next(t for t in page.body.iter(f"{W}tbl") if t is not table)
    cell = list(other.iter(f"{W}tc"))[-1]
    next(cell.iter(f"{W}p")).addprevious(table)


def form_into_a_frame(page):
    table = page.table("购书册数")
    before = table.getprevious()
    before.addnext(frame(table, words="附后"))


def row_into_another_table(page):
    row = page.row("购书册数")
    before = page.p(SAID)
    made = frame()
    before.addnext(made)
    made.append(row)


def out_of_a_cell(page):
    p = next(p for p in page.cell("购书20500册").iter(f"{W}p") if text(p))
    place = page.p(SAID)
    place.addnext(take(p))


MOVES = (
    into_a_new_table,
    into_a_cell_of_the_form,
    form_into_a_cell,
    form_into_a_frame,
    row_into_another_table,
    out_of_a_cell,
)


def by_hand(data: bytes, move) -> bytes:
    page = Page(data)
    move(page)
    return page.save()


@pytest.mark.parametrize("move", MOVES)
def test_what_was_moved_stays_where_it_is_and_has_the_figures_of_now(small, move):
    theirs = by_hand(small.ours, move)
    outcome = merge(WordFile(theirs), small.base, small.now, DAY)
    said = "\n".join(texts(outcome.data))
    assert "95万元" not in said
    assert "96万元" in said
    assert set(structural_faults(outcome.data)) <= set(structural_faults(theirs))
    assert any("挪到了这里" in e.reason for e in outcome.account)
    assert not [e for e in outcome.account if e.answer in (Answer.CONFLICT, Answer.NOT_CARRIED)]
    again = merge(WordFile(outcome.data), small.now, small.now, DAY)
    assert again.data == outcome.data


@pytest.mark.parametrize("move", MOVES)
def test_what_was_moved_goes_into_no_input_and_is_named(small, move):
    theirs = by_hand(small.ours, move)
    found = list(person_edits(WordFile(theirs), small.base, small.base, Units(())))
    assert found
    assert all(isinstance(edit, Left) for edit in found)
    assert any("挪了位置" in edit.entry.reason for edit in found)


def test_what_comes_new_beside_a_moved_paragraph_comes_into_the_text(small):
    page = Page(small.ours)
    p = page.p("为全县读者购置图书")
    beside = p.getprevious()
    beside.addnext(frame(take(p)))
    outcome = merge(WordFile(page.save()), small.base, small.now, DAY)
    merged = Page(outcome.data)
    new = merged.p("另购有声读物")
    assert new.getparent() is merged.body
    assert merged.p("为全县读者购置图书").getparent().tag == f"{W}tc"


def test_a_paragraph_in_a_text_box_is_neither_struck_nor_forgotten(small):
    page = Page(small.ours)
    run = xml(BOX.format(number=1))
    p = page.p(SAID)
    place = p.getprevious()
    next(run.iter(f"{W}txbxContent")).append(take(p))
    place.append(run)
    theirs = page.save()
    outcome = merge(WordFile(theirs), small.base, small.now, DAY)
    assert any("放到了别的地方" in e.reason for e in outcome.account)
    edits = list(person_edits(WordFile(theirs), small.base, small.base, Units(())))
    assert all(isinstance(edit, Left) for edit in edits)
    # The box still says what it said, and the next version is what was written last.
    edits = list(person_edits(WordFile(outcome.data), small.now, small.now, Units(())))
    assert all(isinstance(edit, Left) for edit in edits)


def test_no_table_is_the_paragraph_that_was_put_into_it(small):
    theirs = by_hand(small.ours, into_a_new_table)
    tied = align(small.base.file.blocks(), WordFile(theirs).blocks())
    assert all(group.left and group.right for group in tied.groups)
    assert [type(node).__name__ for node in tied.added] == ["Grid"]
    assert tied.gone == []


NAMES = st.sampled_from(("grown", "grown", "report", "bundle"))


@settings(max_examples=20)
@given(NAMES, moves())
def test_moves_lose_nothing_and_stop_nothing(builds, name, done):
    built = builds[name]
    theirs = moved(built.ours, done)
    outcome = merge(WordFile(theirs), built.base, built.now, DAY)
    before, after = (Counter(only("".join(texts(d)), HAND)) for d in (theirs, outcome.data))
    assert after == before
    assert set(structural_faults(outcome.data)) <= set(structural_faults(theirs))
    list(person_edits(WordFile(theirs), built.base, built.now, Units(())))


@settings(max_examples=10)
@given(NAMES, moves())
def test_moves_alone_leave_the_file_as_it_is(builds, name, done):
    built = builds[name]
    theirs = moved(built.ours, done)
    outcome = merge(WordFile(theirs), built.base, built.base, DAY)
    assert texts(outcome.data) == texts(theirs)
    assert {entry.answer for entry in outcome.account} <= {Answer.KEPT}
    list(differences(WordFile(theirs), built.base))
    list(person_edits(WordFile(theirs), built.base, built.base, Units(())))
    # Every paragraph that was ours is still there, whatever its figures were.
    assert not Counter(map(bare, texts(theirs))) - Counter(map(bare, texts(outcome.data)))


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)
