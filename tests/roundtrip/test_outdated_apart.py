"""Old numbers in notes, boxes, comments and headers of a person's file are named, with their place."""

import pytest

from generator.roundtrip.edit_account import Answer
from generator.roundtrip.merge import merge
from generator.roundtrip.outdated import moved_figures
from generator.roundtrip.outdated_apart import outdated_apart
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import CHANGES, between
from tests.roundtrip.hand.edits_objects import _notes, add_comment
from tests.roundtrip.hand.hands import W, new_run, on, xml

OLD = "另购20500册"
AT = "延长开放时间"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return between(tmp_path_factory.mktemp("apart"), {}, CHANGES["a cell"])


def _box(page):
    inside = f"<w:txbxContent><w:p><w:r><w:t>{OLD}</w:t></w:r></w:p></w:txbxContent>"
    drawn = f'<w:pict><v:shape id="b"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    page.paragraphs()[0].append(
        xml(
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            f"{inside}</w:drawing></mc:Choice><mc:Fallback>{drawn}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )


def _footer(page):
    root = page.part("word/footer1.xml")
    root.find(f".//{W}p").append(new_run(OLD))
    page.put("word/footer1.xml", root)


def _first_page_header(page):
    header = f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:r><w:t>{OLD}</w:t></w:r></w:p></w:hdr>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    rel = page.add_part("word/header7.xml", header.encode(), kind, "header")
    sections = list(page.body.iter(f"{W}sectPr"))
    sections[0].insert(0, xml(f'<w:headerReference w:type="first" r:id="{rel}"/>'))


PLACES = {
    "a footnote": (on(lambda page: _notes("footnote", page, AT, OLD)), "的脚注"),
    "an endnote": (on(lambda page: _notes("endnote", page, AT, OLD)), "的尾注"),
    "a comment": (on(lambda page: add_comment(page, AT, OLD)), "的批注"),
    "a text box": (on(_box), "的文本框"),
    "a footer": (on(_footer), "页脚第 1 段"),
    "a header that we did not write": (on(_first_page_header), "页眉第 1 段"),
}


@pytest.mark.parametrize(("edit", "place"), PLACES.values(), ids=PLACES)
def test_an_old_number_is_named_once_with_its_place(report, edit, place):
    merged = merge(WordFile(edit(report.ours)), report.base, report.now, None)
    told = [e for e in merged.account if e.answer is Answer.NOT_CARRIED]
    assert [(entry.was, entry.now) for entry in told] == [("20500册", "20700册")]
    assert str(told[0].place).endswith(place)


def test_our_own_remark_on_an_old_number_is_none(report):
    edit = on(lambda page: add_comment(page, AT, OLD, author="jixiao"))
    found = WordFile(edit(report.ours))
    moved = moved_figures(report.base.shown, report.now.shown)
    assert "20500册" in moved
    assert list(outdated_apart(found, report.base, moved)) == []


def test_what_stands_in_our_own_version_is_none(report):
    edit = PLACES["a footnote"][0]
    moved = moved_figures(report.base.shown, report.now.shown)
    base = report.base._replace(file=WordFile(edit(report.ours)))
    assert list(outdated_apart(WordFile(edit(report.ours)), base, moved)) == []
