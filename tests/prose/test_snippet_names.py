"""Sentences that texts take by name: printed with the figures of whoever takes them."""

import pytest

from generator.figures.figure import Figure
from generator.language.quoting_fault import BlankError, LanguageError
from generator.model.snippet import Snippet
from generator.model.spans import Span
from generator.model.units import Units
from generator.prose.own_names import blank
from generator.prose.prose_gap import DRAFT, GAP
from generator.prose.prose_render import render
from generator.prose.snippet_names import renamed, with_snippets
from generator.prose.snippet_quotations import taken

UNITS = Units(())


def figure(id, shown):
    return Figure(id, shown, shown)


def field(name):
    raise blank("自设栏目", name)


KNOWN = {
    name: Snippet.from_data({"name": name, "text": text})
    for name, text in {
        "支出": "全年支出{{ funds.spent }}。",
        "超额": "年初为{{ this.target }}，实际{{ this.actual }}。",
        "套": '另见{{ snippet("支出") }}',
        "缺": "负责人{{ field('负责人') }}，支出{{ funds.spent }}。",
        "错": "支出{{ funds.spend }}。",
    }.items()
}
ROWS = {"购书册数": {"target": figure("t", "100册"), "actual": figure("a", "120册")}}
NAMES = {"funds": {"spent": figure("f", "95万元")}, "indicator": ROWS.__getitem__, "field": field}


def names(known=None):
    return with_snippets({"a": NAMES}, lambda: KNOWN if known is None else known, UNITS)["a"]


def said(text, own=None):
    return render(text, names() if own is None else own, UNITS)


def test_a_sentence_prints_its_figures_and_what_is_ones_own_stays_beside_it():
    spans = said('开头。{{ snippet("支出") }}另有说明。')
    assert spans == (Span("开头。全年支出"), Span("95万元", "f"), Span("。另有说明。"))


def test_what_is_said_of_an_indicator_takes_its_figures():
    spans = said('{{ snippet("超额/购书册数") }}')
    assert [span.figure for span in spans if span.figure] == ["t", "a"]


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        ("支初", "没有常用句“支初”", "支出"),
        ("套", "常用句“套”", ""),
        ("超额", "常用句“超额”", "超额/指标名称"),
        ("错", "常用句“错”：没有“spend”这项数据", "spent"),
    ],
)
def test_what_cannot_be_printed_is_told_with_the_name(asked, message, hint):
    with pytest.raises(LanguageError) as told:
        said(f'{{{{ snippet("{asked}") }}}}')
    assert told.value.message.startswith(message)
    assert hint in told.value.hint


def test_what_is_blank_inside_is_a_blank_and_in_a_draft_a_gap_there():
    with pytest.raises(BlankError):
        said('{{ snippet("缺") }}')
    draft = renamed(names(), {DRAFT: True})
    assert said('{{ snippet("缺") }}', draft)[0].text == f"负责人{GAP}，支出"


def test_other_names_of_a_report_are_those_of_its_sentences():
    own = renamed(names(), {"funds": {"spent": figure("g", "7万元")}})
    assert Span("7万元", "g") in said('{{ snippet("支出") }}', own)
    assert renamed({"year": 1}, {"year": 2}) == {"year": 2}


def test_the_sentences_that_a_text_takes_are_found_in_it():
    text = "甲{{ snippet(\"支出\") }}乙{{snippet( '超额/册数' )}}丙snippet(x)"
    assert [name for _, name in taken(text)] == ["支出", "超额/册数"]
