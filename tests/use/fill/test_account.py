"""Every edit of a workbook is in its account once: taken, refused, locked, or told to stand nowhere."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.excel.form.other_cells import Other, OtherKind
from generator.use.fill.cell import Cell
from generator.use.fill.cell_changes import beside
from generator.use.fill.fill import write_filling
from generator.use.fill.workbook_account import Answer
from tests.excel.form.workbooks import marks_of
from tests.use.fill.came_back import applied, came_back, entries_of, sent_form, with_typed

WORDS = ("新写的话", "95.5", "约三万", "2023年11月31日", "是", "")


def is_free(form, slot):
    """Tell a cell of a row of the inputs, or of none: what is typed there is told there."""
    held = {one.keys: one.held for one in form.form.lists if one.subject == slot.subject}
    rows = [(slot.keys[:n], key) for n, key in enumerate(slot.keys) if isinstance(key, int)]
    is_held = all(number < held.get(keys, 0) for keys, number in rows)
    return is_held and slot.keys[-1] not in ("class", "name")


@given(data=st.data())
@settings(max_examples=12)
def test_every_edit_of_a_cell_is_in_the_account_once(data, tmp_path_factory):
    from tests.conftest import PROJECT, UNIT, write_files

    folder = tmp_path_factory.mktemp("inputs") / "library-2023"
    write_files(folder, {"unit.toml": UNIT, "books.toml": PROJECT})
    form = sent_form(folder)
    slots = sorted(m for m, s in form.form.slots.items() if s.subject and is_free(form, s))
    chosen = data.draw(st.lists(st.sampled_from(slots), max_size=8, unique=True))
    cells, edited = dict(form.cells), Counter()
    for marks in chosen:
        word = data.draw(st.sampled_from(WORDS))
        if word != cells[marks].text.strip():
            cells[marks] = cells[marks]._replace(text=word, number=None)
            edited[cells[marks].place.cell] += 1
    filling = came_back(folder, form._replace(cells=cells))
    assert Counter(entry.place.cell for entry in entries_of(filling)) == edited


@pytest.mark.parametrize("kind", OtherKind)
def test_whatever_else_there_is_is_told_with_its_reason(dossier, kind):
    folder = dossier()
    form = sent_form(folder)
    place = next(iter(form.cells.values())).place
    (entry,) = entries_of(
        came_back(folder, form._replace(others=(Other(kind, place, "甲", "乙"),)))
    )
    locked = (OtherKind.PRINTED, OtherKind.WORKED)
    assert entry.answer is (Answer.LOCKED if kind in locked else Answer.UNPLACED)
    assert entry.reason


def test_a_worked_out_formula_is_taken_by_its_value_and_a_hidden_row_is_told(dossier):
    form = sent_form(dossier())
    marks, slot = next(iter(form.form.slots.items()))
    now = form.cells[marks]._replace(formula="=90+5", is_folded=True)
    told = beside(Cell(marks, slot, now, "95"))
    assert "=90+5" in told
    assert "隐藏" in told


NEW = {"name": "合格率", "target": "100%", "actual": "99%", "weight": 10}
SPENT = ("books", ("funds", "spent"))


def row(number, values):
    return {("books", ("indicator", number, key)): value for key, value in values.items()}


CLEARED = [
    (
        ("name", "target", "actual", "weight", "reason"),
        [(Answer.TAKEN, "删去一行", "到馆人次增长率")],
    ),
    (
        ("name", "target"),
        [(Answer.HELD, "年度指标值", "≥10%"), (Answer.REFUSED, "三级指标名称", "")],
    ),
]


@pytest.mark.parametrize(("keys", "told"), CLEARED)
def test_a_row_of_which_only_its_folded_class_is_left_goes_and_one_half_cleared_waits(
    dossier, keys, told
):
    folder = dossier()
    filling = came_back(folder, with_typed(sent_form(folder), row(1, dict.fromkeys(keys))))
    assert [(e.answer, e.title, e.was) for e in entries_of(filling)] == told
    assert bool(filling.fixed) is (len(keys) > 2)


LATER = [
    ({"name": "完好率"}, [(Answer.TAKEN, "三级指标名称", "合格率", "完好率")]),
    (dict.fromkeys(NEW), [(Answer.TAKEN, "删去一行", "合格率", "")]),
    ({}, []),
]


@pytest.mark.parametrize(("later", "told"), LATER)
def test_a_row_that_was_taken_is_renamed_and_cleared_in_the_workbook(dossier, later, told):
    folder = dossier()
    first = with_typed(sent_form(folder), row(5, NEW))
    applied(folder, first)
    found = entries_of(came_back(folder, with_typed(first, row(5, later))))
    assert [(e.answer, e.title, e.was, e.now) for e in found] == told


@pytest.mark.parametrize(("name", "value"), [("册数", "3册"), (None, None)])
def test_a_fact_that_was_taken_is_renamed_and_cleared_in_the_workbook(dossier, name, value):
    folder = dossier()
    keys = [("books", ("facts", 0, "name")), ("books", ("facts", 0, "value"))]
    first = with_typed(sent_form(folder), dict(zip(keys, ("件数", "3册"), strict=True)))
    applied(folder, first)
    applied(folder, with_typed(first, dict(zip(keys, (name, value), strict=True))))
    text = (folder / "books.toml").read_text("utf-8")
    assert "件数" not in text
    assert ("册数 = " in text or '"册数" = ' in text) is (name is not None)


IMPOSSIBLE = [
    (row(0, {"actual": "2023年11月31日"}), "11月只有 30 天"),
    (row(27, {**NEW, "class": "乱写"}), "不在方案"),
]


@pytest.mark.parametrize(("values", "why"), IMPOSSIBLE)
def test_what_check_holds_for_impossible_is_refused_and_the_rest_waits(dossier, values, why):
    folder = dossier()
    filling = came_back(folder, with_typed(sent_form(folder), {**values, SPENT: 90}))
    found = {entry.answer: entry for entry in entries_of(filling)}
    assert set(found) == {Answer.REFUSED, Answer.HELD}
    assert why in found[Answer.REFUSED].reason
    assert filling.fixed == ()


def test_what_check_finds_in_what_is_taken_is_noted_at_its_cell(dossier):
    folder = dossier()
    values = row(2, {"actual": "0.93"})
    (file,) = came_back(folder, with_typed(sent_form(folder), values)).files
    assert [(n.code, n.severity.value) for n in file.notes] == [("C08", "note")]
    assert file.notes[0].place.document == file.entries[0].place


BOTH = [
    # what both type, the answers of one and of the other, whether anything is written
    (({SPENT: 90}, {SPENT: 91}), [Answer.CONFLICT, Answer.CONFLICT], False),
    (({SPENT: 90}, {SPENT: 90}), [Answer.TAKEN, Answer.TAKEN], True),
    (({SPENT: 90}, row(0, {"actual": "20400册"})), [Answer.TAKEN, Answer.TAKEN], True),
    ((row(5, NEW), row(5, NEW)), [Answer.TAKEN, Answer.TAKEN], True),
    ((row(1, dict.fromkeys(CLEARED[0][0])),) * 2, [Answer.TAKEN, Answer.TAKEN], True),
    ((row(5, NEW), row(5, {**NEW, "weight": 5})), [Answer.CONFLICT, Answer.CONFLICT], False),
    (
        (row(1, dict.fromkeys(CLEARED[0][0])), row(1, {"actual": "9%"})),
        [Answer.CONFLICT, Answer.CONFLICT],
        False,
    ),
]


@pytest.mark.parametrize(("typed", "told", "is_written"), BOTH)
def test_what_two_workbooks_of_one_dossier_say_differently_neither_says(
    dossier, typed, told, is_written
):
    folder = dossier()
    filling = came_back(folder, *(with_typed(sent_form(folder), one) for one in typed))
    assert [e.answer for e in entries_of(filling)] == told
    assert bool(filling.fixed) is is_written
    assert sum(file.after.count("合格率") for file in filling.fixed) in (0, 1)


def test_of_two_copies_none_clears_what_only_the_other_holds(dossier):
    folder = dossier()
    form = sent_form(folder)
    one, other = with_typed(form, {SPENT: 90}), with_typed(form, row(0, {"actual": "20400册"}))
    assert write_filling(came_back(folder, one, other)) == ()
    assert entries_of(came_back(folder, one, other)) == []


def test_a_row_that_is_there_already_is_told_by_its_cell_and_not_by_a_line(dossier):
    folder = dossier()
    form = sent_form(folder)
    again = {**NEW, "name": "购书册数"}
    filling = came_back(folder, with_typed(form, row(3, again)))
    (told,) = [p for p in filling.files[0].notes if p.code == "I16"]
    first = form.cells[marks_of(form, "books", ("indicator", 0, "name"))].place.cell
    assert f"{first} 格已有" in told.message
    assert "行" not in told.message
