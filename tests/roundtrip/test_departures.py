"""What the inputs dropped goes only when all in it is ours, its notes included; else it stays and is told."""

import datetime

import pytest

from generator.roundtrip.bring import version_of
from generator.roundtrip.edit_account import Answer, Kind, of_answer
from generator.roundtrip.merge import merge
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import CHANGES, between
from tests.roundtrip.hand.edits_objects import _notes, inline
from tests.roundtrip.hand.hands import W, on, remove, replace

DAY = datetime.date(2024, 5, 6)
DROPPED = "另购有声读物。"


@pytest.fixture(scope="module")
def dropped(tmp_path_factory):
    """A report of which the inputs drop a paragraph."""
    return between(tmp_path_factory.mktemp("dropped"), CHANGES["a paragraph"], {})


def brought(built, ours: bytes, theirs: bytes):
    found = WordFile(theirs)
    outcome = merge(found, version_of(ours, built.before), built.now, DAY)
    words = [passage.text for passage in WordFile(outcome.data).passages()]
    return words, outcome


def noted(said: str):
    return on(lambda page: _notes("footnote", page, DROPPED[:-1], said))


def test_a_paragraph_of_ours_goes_with_its_note(dropped):
    ours = noted("出处")(dropped.ours)
    words, outcome = brought(dropped, ours, ours)
    assert DROPPED not in words
    assert list(of_answer(outcome.account, Answer.CONFLICT)) == []


def test_a_note_that_somebody_reworded_keeps_its_paragraph(dropped):
    ours, theirs = (noted(said)(dropped.ours) for said in ("出处", "手写的出处"))
    words, outcome = brought(dropped, ours, theirs)
    assert DROPPED in words
    (told,) = of_answer(outcome.account, Answer.CONFLICT)
    assert (told.kind, told.was) == (Kind.PARAGRAPH, DROPPED)


def _picture(page):
    place = page.p(DROPPED)
    for run in place.findall(f"{W}r"):
        remove(run)
    place.append(inline(page))


def test_a_picture_in_the_place_of_what_was_dropped_stays_and_is_named(dropped):
    _, outcome = brought(dropped, dropped.ours, on(_picture)(dropped.ours))
    assert any("图片" in entry.reason for entry in of_answer(outcome.account, Answer.CONFLICT))
    assert [t.kind for p in WordFile(outcome.data).passages() for t in p.things].count("图片") == 1


def test_a_sentence_that_both_touched_stays_and_is_told_as_dropped(tmp_path):
    overview = 'overview = "为全县读者购置图书。"'
    more = {overview: 'overview = "为全县读者购置图书。图书送到每个乡镇。"'}
    built = between(tmp_path, more, {})
    words, outcome = brought(built, built.ours, replace("送到每个乡镇", "送到各个乡镇")(built.ours))
    assert any("图书送到各个乡镇。" in said for said in words)
    (told,) = of_answer(outcome.account, Answer.CONFLICT)
    assert told.reason.endswith("：输入里已经没有这几个字")
    assert outcome.remarks == ("您改过这里，文字照您的。输入里已经没有这几个字",)


def test_a_cell_that_the_form_no_longer_has_stays_and_is_told(dropped):
    now = on(lambda page: remove(page.cell("新馆推迟开放。")))(dropped.new)
    found = WordFile(dropped.ours)
    outcome = merge(found, dropped.base, version_of(now, dropped.after), DAY)
    assert "新馆推迟开放。" in [p.text for p in WordFile(outcome.data).passages()]
    told = [e for e in of_answer(outcome.account, Answer.CONFLICT) if e.kind is Kind.CELL]
    assert [entry.reason for entry in told] == ["“新馆推迟开放。”这一格，输入里已经没有"]
