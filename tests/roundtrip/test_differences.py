"""What a person changed: nothing where nothing was, and each thing by its kind."""

import copy

import pytest
from hypothesis import given, settings

from generator.roundtrip.bring import version_of
from generator.roundtrip.differences import differences
from generator.roundtrip.edit_account import Answer, Kind
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import both
from tests.roundtrip.hand.bench import Bench
from tests.roundtrip.hand.edits_objects import _note
from tests.roundtrip.hand.hands import (
    RN,
    Page,
    W,
    new_paragraph,
    on,
    remove,
    replace,
    set_text,
    xml,
)
from tests.roundtrip.hand.programs import as_strict, as_word
from tests.roundtrip.strokes_by_hand import edited, edits

HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return both(Bench(tmp_path_factory.mktemp("differences")), "report")


def told(report, edit):
    return list(differences(WordFile(edit(report.ours)), report.base))


def _anchors_twice(page):
    """LibreOffice begins the anchor of an empty cell twice, and names bookmarks anew by number."""
    for mark in list(page.body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.set(f"{W}id", str(int(mark.get(f"{W}id")) + 700))
    start = next(m for m in page.body.iter(f"{W}bookmarkStart") if m.getparent().tag == f"{W}p")
    start.addprevious(xml(f'<w:bookmarkStart w:id="{start.get(f"{W}id")}" w:name="again"/>'))


def _runs_cut(page):
    for run in list(page.body.iter(f"{W}r")):
        nodes = run.findall(f"{W}t")
        if len(nodes) == 1 and len(run) < 3 and len(nodes[0].text or "") > 3:
            twin = xml("<w:r><w:t/></w:r>")
            set_text(twin.find(f"{W}t"), nodes[0].text[2:])
            set_text(nodes[0], nodes[0].text[:2])
            run.addnext(twin)


def _empty_lines(page):
    place = page.p("专款专用")
    place.addnext(new_paragraph(place, ""))


def _page_breaks(page):
    for run in list(page.body.iter(f"{W}r"))[:5]:
        run.append(xml("<w:lastRenderedPageBreak/>"))
        run.append(xml('<w:br w:type="page"/>'))


NOISE = {
    "nothing": lambda data: data,
    "Word": as_word,
    "strict": as_strict,
    "anchors twice": on(_anchors_twice),
    "runs cut": on(_runs_cut),
    "empty lines": on(_empty_lines),
    "breaks of pages": on(_page_breaks),
}


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
def test_what_programs_do_by_themselves_is_no_difference(report, noise):
    assert told(report, noise) == []


CHANGES = {
    "a word": (replace("专款专用", "专款转用"), [(Kind.WORDS, "专", "转")]),
    "a word put in": (replace("专款专用", "专款专用，合规"), [(Kind.WORDS, "", "，合规")]),
    "a paragraph": (
        on(lambda page: page.p("专款专用").addnext(new_paragraph(page.p("专款专用"), "手写。"))),
        [(Kind.PARAGRAPH, "", "手写。")],
    ),
    "a note": (_note("footnote", "专款专用"), [(Kind.THING, "", "脚注：手写的话，注")]),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_told_once(report, change, expected):
    found = told(report, change)
    assert [(entry.kind, entry.was, entry.now) for entry in found] == expected
    assert {entry.answer for entry in found} == {Answer.KEPT}


def test_a_paragraph_taken_out_is_told(report):
    found = told(report, on(lambda page: remove(page.p("专款专用"))))
    assert [entry.kind for entry in found] == [Kind.PARAGRAPH]
    assert "专款专用" in found[0].was
    assert found[0].now == ""


def test_a_row_taken_out_is_told(report):
    found = told(report, on(lambda page: remove(page.row("验收合格率"))))
    assert Kind.ROW in [entry.kind for entry in found]
    assert any("验收合格率" in entry.was for entry in found)


@settings(max_examples=25)
@given(edits())
def test_no_difference_means_the_same_words_in_the_same_order(report, done):
    theirs = WordFile(edited(report.ours, done))
    found = list(differences(theirs, report.base))
    words = [[p.text for p in f.passages() if p.text.strip()] for f in (theirs, report.base.file)]
    assert (found == []) == (words[0] == words[1])


def _tracked(page):
    run = page.run("专款专用")
    run.addprevious(xml('<w:ins w:id="901" w:author="甲"><w:r><w:t>手写，</w:t></w:r></w:ins>'))
    struck = xml('<w:del w:id="902" w:author="甲"><w:r><w:delText>删去</w:delText></w:r></w:del>')
    run.addnext(struck)


def test_a_tracked_change_is_told_once_as_the_words_that_it_changes(report):
    found = told(report, on(_tracked))
    assert [(entry.kind, entry.was, entry.now) for entry in found] == [(Kind.WORDS, "", "手写，")]


def test_a_header_that_a_section_got_for_itself_is_told(report):
    page = Page(report.ours)
    first = next(page.root.iter(f"{W}sectPr"))
    own = page.parts["word/header1.xml"].replace(
        b"</w:hdr>", "<w:p><w:r><w:t>手写页眉</w:t></w:r></w:p></w:hdr>".encode()
    )
    relation = page.add_part("word/header9.xml", own, HEADER, "header")
    reference = next(first.iter(f"{W}headerReference"))
    twin = copy.deepcopy(first)
    for shared in twin.findall(f"{W}headerReference")[1:]:
        twin.remove(shared)
    ours = Page(report.ours)
    for side, number in ((ours, reference.get(f"{{{RN}}}id")), (page, relation)):
        section = copy.deepcopy(twin)
        section.find(f"{W}headerReference").set(f"{{{RN}}}id", number)
        line = xml("<w:p><w:pPr/></w:p>")
        line.find(f"{W}pPr").append(section)
        side.body.insert(1, line)
    base = version_of(ours.save(), report.before)
    found = list(differences(WordFile(page.save()), base))
    assert [entry.now for entry in found] == ["手写页眉"]
