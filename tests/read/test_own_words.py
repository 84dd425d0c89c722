"""A form read by the template that prints it: what its cells say is kept once, as its kind wants it."""

import datetime

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.own_form import Declared, OwnField
from generator.model.printed_words import PrintedForm
from generator.read.by_template import Match
from generator.read.columns import UnreadColumn
from generator.read.draft import Draft, SubjectDraft, Unplaced
from generator.read.given_answers import Account, Entry
from generator.read.own_text import Words
from generator.read.own_words import numbered, put_own_words
from generator.read.printed_account import put_row_fields, strike_printed
from generator.read.template_table import Taken
from tests.foreign import book

DECLARED = Declared(
    (
        OwnField(key="受益人数", kind="number", unit="人"),
        OwnField(key="评价方式", kind="choice", options=("自评", "他评")),
        OwnField(key="开工日期", kind="date"),
        OwnField(key="人数合计", kind="number", sum_of=("受益人数",)),
    )
)


def at(column):
    return DocumentPlace(part="正文", table=1, row=1, column=column)


def match_of(**said):
    """Return what a template reads: tags in the order of their columns."""
    tags = dict(said.values())
    places = {tag: at(n) for n, tag in enumerate(tags, 1)}
    taken = {places[tag]: Taken(tag, words) for tag, words in tags.items()}
    return Match(PrintedForm(words=tags), 1.0, places, {}, taken, alike=frozenset((at(9),)))


def read(subject, match):
    own = book()
    put_own_words(subject, match, DECLARED, Words(own.money, own.phrases.ticked))
    return subject.values.get("fields", {})


@pytest.mark.parametrize(
    ("tag", "words", "name", "value"),
    [
        ('field("受益人数")', "1200", "受益人数", 1200),
        ('field("受益人数")', "1200人", "受益人数", 1200),
        ('choice("评价方式")', "☑自评　□他评", "评价方式", "自评"),
        ('field("开工日期")', "2024年3月5日", "开工日期", datetime.date(2024, 3, 5)),
        ('field("别的")', "话", "别的", "话"),
    ],
)
def test_what_a_template_prints_is_kept_as_its_kind_wants_it(tag, words, name, value):
    assert read(SubjectDraft("project"), match_of(a=(tag, words))) == {name: value}


def test_what_is_no_value_of_its_kind_is_not_kept():
    assert read(SubjectDraft("project"), match_of(a=('field("受益人数")', "很多"))) == {}


def test_a_cell_of_a_field_says_no_total_and_no_field_of_another_name():
    subject = SubjectDraft("project")
    subject.put(("stated", "total"), 1200, at(1))
    subject.put(("fields", "人数"), "1200", at(1))
    subject.put(("fields", "别处"), "话", at(5))
    fields = read(subject, match_of(a=('field("人数合计")', "1200")))
    assert subject.get(("stated", "total")) is None
    assert fields == {"别处": "话"}


def test_a_total_in_another_cell_stays():
    subject = SubjectDraft("project")
    subject.put(("stated", "total"), 96, at(2))
    read(subject, match_of(a=('field("受益人数")', "1200")))
    assert subject.get(("stated", "total")) == 96


@pytest.mark.parametrize(("total", "answer"), [("1200", "used"), ("1300", "unread")])
def test_what_is_kept_is_struck_off_the_list_and_counted_as_used(total, answer):
    subject, draft = SubjectDraft("project"), Draft()
    match = match_of(a=('field("受益人数")', "1200"), b=('field("人数合计")', total))
    draft.unplaced = [Unplaced(at(n), "字", "没有认出的栏目名") for n in (1, 2, 9)]
    draft.accounts = [Account("", tuple(Entry(at(n), "字", "unread", "") for n in (1, 2, 9)))]
    read(subject, match)
    strike_printed(draft, subject, match, DECLARED)
    answers = [entry.answer for entry in draft.accounts[0].entries]
    assert answers == ["used", answer, "furniture"]
    assert [one.place for one in draft.unplaced] == [at(2)] * (answer == "unread")


@pytest.mark.parametrize(("first", "kept"), [("≥10公里", "≥10公里"), ("≥12公里", None)])
def test_the_first_target_is_read_where_the_template_prints_it(first, kept):
    subject, draft, cell = SubjectDraft("project"), Draft(), at(4)._replace(row=2)
    subject.put(("indicator", 0, "name"), "长度", at(3)._replace(row=2))
    subject.put(("indicator", 0, "target"), "≥12公里", at(5)._replace(row=2))
    subject.unplaced = [Unplaced(cell, first, "没有看懂")]
    subject.remarks = [f"“年初指标值”一栏没有看懂，没有导入（{at(4)}）", "别的"]
    draft.unread_columns = [UnreadColumn("年初指标值", at(4), 1), UnreadColumn("另一栏", at(6), 1)]
    draft.accounts = [Account("", (Entry(cell, first, "unread", ""),))]
    match = match_of()._replace(taken={cell: Taken("row.initial_target", first)})
    put_row_fields(draft, subject, match, book())
    assert subject.get(("indicator", 0, "initial-target")) == kept
    assert (subject.unplaced, subject.remarks) == ([], ["别的"])
    assert [column.heading for column in draft.unread_columns] == ["另一栏"]
    assert draft.accounts[0].count("unread") == 0


@pytest.mark.parametrize(
    ("key", "one", "words"),
    [
        (("goals", 0, "expected"), None, {}),  # the first of several
        (
            ("goals", 0, "name"),
            "修渠。",
            {"form.expected": "修渠。"},
        ),  # a goal that has no text there
        (("goal", "expected"), "修渠。", {"form.expected": "修渠。"}),
    ],
)
def test_a_goal_that_is_one_of_several_is_not_the_one_goal_as_well(key, one, words):
    subject, match = SubjectDraft("project"), match_of(a=("form.expected", "修渠。"))
    subject.put(key, "修渠。", at(1) if key[-1] == "expected" else at(2))
    read(subject, match)
    assert subject.get(("goal", "expected")) == one
    assert numbered(match, subject).words == words


@pytest.mark.parametrize(
    ("column", "kept"),
    [(1, "150"), (2, "150"), (7, "100")],
    ids=["in the cell of another tag", "in this cell", "where the template prints nothing"],
)
def test_a_field_says_what_stands_in_its_own_cell(column, kept):
    """预算安排 is the name of its row, and that of its first year is in the cell of another tag."""
    subject = SubjectDraft("project")
    subject.put(("fields", "预算安排"), "150" if column == 2 else "100", at(column))
    match = match_of(a=("form.budget", "100"), b=('field("预算安排")', "150"))
    assert read(subject, match)["预算安排"] == kept
