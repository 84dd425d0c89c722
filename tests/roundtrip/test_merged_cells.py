"""Merged cells when rows come and go: as the new version has them, and a person's stay whole or are told."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.roundtrip.arrivals import Arrivals
from generator.roundtrip.edit_account import Answer, of_answer
from generator.roundtrip.merge import merge
from generator.roundtrip.merged_cells import MergedCells
from generator.roundtrip.text_alignment import align
from generator.word.comments import Comments
from generator.word.edited.edited_story import Grid
from generator.word.edited.file import WordFile
from generator.word.edited.removal import remove_row, set_merge
from generator.word.edited.story_reading import read_blocks
from generator.word.edited.transplant import Transplant
from tests.roundtrip.builds import ROW, between
from tests.roundtrip.hand.hands import Page, W, set_text
from tests.roundtrip.stories import p as said
from tests.word.edited.test_edited_story import body, table, tc
from tests.word.structure import structural_faults

DAY = datetime.date(2024, 5, 6)
NAMES = "零子丑寅卯辰巳午未申"
# Rows of a form, each of a class; the class stands in the first of its rows and is merged over all.
CLASSES = st.dictionaries(st.integers(1, 9), st.sampled_from("甲乙丙")).map(
    lambda rows: list(zip(sorted(rows.values(), key="甲乙丙".index), sorted(rows), strict=True))
)


def form(rows) -> str:
    """A table as the program writes it."""
    made = [tc(said("类")) + tc(said("项", 99)) + tc(said("注"))]
    for number, (name, own) in enumerate(rows):
        is_first = number == 0 or rows[number - 1][0] != name
        is_last = number == len(rows) - 1 or rows[number + 1][0] != name
        state = "" if is_first and is_last else "restart" if is_first else "continue"
        label = said(f"{name}类" if is_first else "")
        made.append(tc(label, 1, state) + tc(said(5 * NAMES[own], own)) + tc(said("")))
    return table(*made)


def states(tbl):
    """How the cells of each row are merged, by what stands in its second cell."""
    return {
        "".join(line.slots[1].text.split()): [slot.merge for slot in line.slots]
        for line in read_blocks([tbl])[0].lines
    }


class Bench:
    """A table of ours, of a person, and of the new version, brought together without their words."""

    def __init__(self, before, there, now, file) -> None:
        base, found, new = (read_blocks(own) for own in (before, there, now))
        theirs, mine = align(base, found), align(base, new)
        merged = MergedCells(theirs, mine.partners())
        transplant = Transplant(file, file, Comments(file.parts, None))
        partners = theirs.partners()
        for line in mine.gone:
            if partners.get(line) is not None:
                remove_row(partners[line].element)
        for _ in Arrivals(file, theirs, mine, new, transplant).bring():
            pass
        self.torn = [slot for torn in merged.settle() for slot in torn]
        self.table = found[0].element


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return WordFile(between(tmp_path_factory.mktemp("file"), {}, {}).ours)


@settings(max_examples=150)
@given(CLASSES, CLASSES)
def test_cells_that_the_person_left_are_merged_as_in_the_new_version(file, before, now):
    there, new = body(form(before)), body(form(now))
    done = Bench(body(form(before)), there, new, file)
    assert states(done.table) == states(new[0])
    assert done.torn == []


@settings(max_examples=150)
@given(CLASSES, CLASSES, st.data())
def test_what_a_person_merged_stays_whole(file, before, now, data):
    there, new = body(form(before)), body(form(now))
    rows = there[0].findall(f"{W}tr")
    first = data.draw(st.integers(0, len(rows) - 1))
    last = data.draw(st.integers(first, len(rows) - 1))
    notes = [row.findall(f"{W}tc")[2] for row in rows[first : last + 1]]
    if notes[1:]:
        for cell, state in zip(notes, ["restart", *["continue"] * len(notes)], strict=False):
            set_merge(cell, state)
    done = Bench(body(form(before)), there, new, file)
    assert done.torn == []
    left = [cell for cell in done.table.iter(f"{W}tc") if cell in notes]
    place = [row.findall(f"{W}tc")[2] for row in done.table.findall(f"{W}tr")]
    if left[1:]:
        between_them = place[place.index(left[0]) : place.index(left[-1]) + 1]
        found = [cell.find(f"{W}tcPr/{W}vMerge") for cell in between_them]
        assert [e is not None and e.get(f"{W}val") for e in found] == [
            "restart",
            *[None] * (len(found) - 1),
        ]
    others = {name: own[:2] for name, own in states(done.table).items()}
    assert others == {name: own[:2] for name, own in states(new[0]).items()}


SECOND = {"weight = 50\n": f"weight = 50\n{ROW}"}
BUILDS = {
    "a row comes": ({}, SECOND),
    "a row goes": (SECOND, {}),
    "a row with a note comes": (
        {},
        {"weight = 50\n": f'weight = 50\n{ROW}reason = "尚未到货。"\n'},
    ),
    "the row in which the note stands goes": (
        {"weight = 50\n": f'weight = 50\n{ROW}reason = "尚未到货。"\n'},
        {},
    ),
}
NOTE = 8


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    place = tmp_path_factory.mktemp("builds")
    return {
        name: between(place / str(number), *changes)
        for number, (name, changes) in enumerate(BUILDS.items())
    }


def merged_by_hand(data: bytes, first: int, last: int, words: str) -> bytes:
    """Merge the notes of rows as Word does: what stands in them gathers in the first."""
    page = Page(data)
    table = list(page.body.iter(f"{W}tbl"))[1]
    cells = [row.findall(f"{W}tc")[NOTE] for row in table.findall(f"{W}tr")[first : last + 1]]
    for number, cell in enumerate(cells):
        set_merge(cell, "continue" if number else "restart")
        for node in cell.iter(f"{W}t"):
            set_text(node, "")
    set_text(next(cells[0].iter(f"{W}t")), words)
    return page.save()


def all_states(data: bytes):
    return [
        [slot.merge for slot in line.slots]
        for block in WordFile(data).blocks()
        if isinstance(block, Grid)
        for line in block.lines
    ]


@pytest.mark.parametrize("name", BUILDS)
def test_a_file_that_was_only_formatted_is_merged_as_the_new_one(builds, name):
    built = builds[name]
    page = Page(built.ours)
    for node in page.body.iter(f"{W}sz"):
        node.set(f"{W}val", "20")
    outcome = merge(WordFile(page.save()), built.base, built.now, DAY)
    assert all_states(outcome.data) == all_states(built.new)
    assert not list(of_answer(outcome.account, Answer.CONFLICT))


def test_a_new_row_joins_a_merge_in_which_nothing_of_it_would_be_hidden(builds):
    built = builds["a row comes"]
    theirs = merged_by_hand(built.ours, 1, 2, "以上均按合同执行。")
    outcome = merge(WordFile(theirs), built.base, built.now, DAY)
    assert [row[NOTE] for row in all_states(outcome.data)[-6:-1]] == [
        *("", "restart", "continue", "continue", ""),
    ]
    assert not list(of_answer(outcome.account, Answer.CONFLICT))
    assert structural_faults(outcome.data) == []


def test_a_new_row_with_words_tears_a_merge_and_that_is_told(builds):
    built = builds["a row with a note comes"]
    theirs = merged_by_hand(built.ours, 1, 2, "以上均按合同执行。")
    outcome = merge(WordFile(theirs), built.base, built.now, DAY)
    assert [row[NOTE] for row in all_states(outcome.data)[-6:-1]] == [
        "",
        "restart",
        "",
        "restart",
        "",
    ]
    told = [e.reason for e in of_answer(outcome.account, Answer.CONFLICT)]
    assert "您上下合并的“以上均按合同执行。”，输入改动后断开了" in told
    assert any("断开了" in remark for remark in outcome.remarks)
    assert structural_faults(outcome.data) == []


def test_a_row_whose_words_a_person_lets_stand_for_others_too_does_not_go(builds):
    built = builds["the row in which the note stands goes"]
    theirs = merged_by_hand(built.ours, 2, 3, "尚未到货。")
    outcome = merge(WordFile(theirs), built.base, built.now, DAY)
    assert all_states(outcome.data) == all_states(theirs)
    told = [e.reason for e in of_answer(outcome.account, Answer.CONFLICT)]
    assert any("购置电子书" in reason for reason in told)
