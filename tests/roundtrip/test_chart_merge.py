"""Charts of a person's file: their numbers are brought up to date, their look stays, or nothing is touched."""

import pytest

from generator.roundtrip.chart_merge import merge_charts
from generator.roundtrip.chart_pairs import chart_differences
from generator.roundtrip.edit_account import Answer, Kind
from generator.word.edited.file import WordFile
from generator.word.xml import text_of
from tests.roundtrip.hand.hands import on, remove
from tests.word.charts import (
    BOOK,
    CHART,
    chart,
    file_with,
    in_book,
    in_chart,
    recolour,
    sheet,
    shown,
)
from tests.word.samples import assert_valid

OURS, NEW = file_with(chart()), file_with(chart(("96.1", "80")))
resave = in_chart("<c:v>80</c:v>", "<c:v>80.00</c:v>")


def merged(found: bytes, base: bytes = OURS, new: bytes = NEW):
    file = WordFile(found)
    told = list(merge_charts(file, WordFile(base), WordFile(new)))
    return file.bytes(), [own.entry for own in told], told


@pytest.mark.parametrize(
    "edit", [recolour, resave, in_book(), in_book(("<v>80</v>", "<v>80.0</v>"))]
)
def test_numbers_come_into_chart_and_workbook_and_the_look_stays(edit, tmp_path):
    data, entries, _ = merged(edit(OURS))
    assert shown(data) == shown(NEW)
    assert "<v>96.1</v>" in sheet(WordFile(data).parts[BOOK])
    assert [(e.answer, e.kind, e.was, e.now) for e in entries] == [
        (Answer.MERGED, Kind.FIGURE, "95.3", "96.1")
    ]
    assert str(entries[0].place).endswith("的图表")
    assert ("FF8800" in WordFile(data).parts[CHART].decode()) == (edit is recolour)
    assert_valid(data, tmp_path)


def test_a_chart_that_is_up_to_date_is_not_touched():
    data, entries, _ = merged(recolour(NEW))
    assert (WordFile(data).parts, entries) == (WordFile(recolour(NEW)).parts, [])


def test_one_more_project_comes_into_a_chart_whose_look_was_changed():
    new = file_with(chart(("96.1", "80", "70"), ("甲", "乙", "丙")))
    data, entries, _ = merged(recolour(OURS), new=new)
    assert shown(data) == shown(new)
    assert b"FF8800" in WordFile(data).parts[CHART]
    assert "$A$4" in WordFile(data).parts[CHART].decode()
    assert WordFile(data).parts[BOOK] == WordFile(new).parts[BOOK]
    assert [entry.answer for entry in entries] == [Answer.MERGED]


def test_what_the_person_changed_stays_beside_what_the_inputs_changed():
    data, entries, _ = merged(in_chart("<c:v>80</c:v>", "<c:v>81</c:v>")(OURS))
    assert shown(data)[0].series[0].values == ("96.1", "81")
    assert {(e.answer, e.was, e.now) for e in entries} == {
        (Answer.KEPT, "80", "81"),
        (Answer.MERGED, "95.3", "96.1"),
    }


UNTOUCHED = {
    "both changed the same": (in_chart("<c:v>95.3</c:v>", "<c:v>95</c:v>"), NEW),
    "a workbook arranged otherwise": (in_book(('r="B2"', 'r="F2"')), NEW),
    "a series more": (recolour, None),
}


@pytest.mark.parametrize(("edit", "new"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_where_it_is_not_possible_both_stay_and_that_is_said_once(edit, new):
    own = chart(("96.1", "80"))
    more = own._replace(series=(*own.series, own.series[0]._replace(name="得分")))
    there = edit(OURS)
    data, entries, told = merged(there, new=new or file_with(more))
    for name in (CHART, BOOK):
        assert WordFile(data).parts[name] == WordFile(there).parts[name]
    assert [entry.answer for entry in entries] == [Answer.CONFLICT]
    assert "甲执行率（%） 96.1" in entries[0].reason
    assert told[0].passage is not None


def test_what_the_person_changed_beside_a_clash_is_told_as_well():
    change = in_chart("<c:v>95.3</c:v>", "<c:v>95</c:v>")
    beside = in_chart("<c:v>80</c:v>", "<c:v>81</c:v>")
    _, entries, _ = merged(beside(change(OURS)))
    assert [(e.answer, e.was, e.now) for e in entries] == [
        (Answer.KEPT, "80", "81"),
        (Answer.CONFLICT, "", ""),
    ]


def test_a_chart_that_was_deleted_stays_deleted():
    def gone(page):
        remove(next(p for p in page.paragraphs() if "c:chart" in text_of(p)))

    data, entries, _ = merged(on(gone)(OURS))
    assert shown(data) == []
    assert entries == []
    assert WordFile(data).parts[BOOK] == WordFile(OURS).parts[BOOK]


def test_two_charts_are_known_by_their_places_in_any_order():
    one, two = chart(), chart(("1", "2"), ("丙", "丁"), title="二", key="chart2")
    base, there = file_with(one, two), file_with(two, one)
    new = file_with(
        chart(("96.1", "80")), chart(("1", "3"), ("丙", "丁"), title="二", key="chart2")
    )
    data, _, _ = merged(there, base, new)
    assert [own.series[0].values for own in shown(data)] == [("1", "3"), ("96.1", "80")]


@pytest.mark.parametrize("edit", [recolour, resave, in_book()])
def test_look_and_saving_are_no_difference(edit):
    assert list(chart_differences(WordFile(edit(OURS)), WordFile(OURS))) == []


def test_other_numbers_and_another_kind_of_chart_are_differences():
    typed = WordFile(in_chart("<c:v>80</c:v>", "<c:v>81</c:v>")(OURS))
    assert [(e.was, e.now, e.context) for e in chart_differences(typed, WordFile(OURS))] == [
        ("80", "81", "乙执行率（%）")
    ]
    redrawn = WordFile(in_chart("(?s)<c:val>.*</c:val>", "")(OURS))
    assert [e.kind for e in chart_differences(redrawn, WordFile(OURS))] == [Kind.THING]
