"""Tables, pictures, footnotes and new pages in a report: whole files, alone and bound, with anchors and clean."""

import io
import re
import zipfile

import docx
import pytest

from generator.model.blocks import (
    DocumentBlocks,
    Image,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    TextCell,
    TextTable,
)
from generator.model.spans import Span
from generator.word.compose import compose
from generator.word.package import read_parts
from generator.word.word_render import BoundPart, Renderer
from tests.load.test_pictures import png
from tests.word.samples import MANNER, REPORT, assert_valid

FOOTNOTES = "word/footnotes.xml"


def words(text):
    return (Span(text),)


def note(at, text, mark="1"):
    return Note(at, words(text), f"s/note[{mark}]")


def table(*rows, key="s/t1", notes=()):
    cells = [
        tuple(TextCell(words(text), f"{key}/r{r}c{c}") for c, text in enumerate(row))
        for r, row in enumerate(rows)
    ]
    if notes:
        cells[-1] = (*cells[-1][:-1], cells[-1][-1]._replace(notes=notes))
    return TextTable(words("表1　各镇"), tuple(cells), ("", "right"), "s", key)


def picture(number=1, data=None, width=100.0):
    image = Image("pictures/a.png", data or png(), "png", width, width / 2)
    return Picture(words(f"图{number}　现场"), image, "s", f"s/f{number}")


BODY = (
    Paragraph(words("见下表。"), "s", (), "s/p1", (note(4, "数据截至年底。"),)),
    table(("镇", "万元"), ("甲", "1"), notes=(note(1, "按国库口径。", "b"),)),
    picture(),
    PageBreak("s", "s/b1"),
    Paragraph((Span("支出"), Span("16万元", "p/funds.spent"), Span("。")), "s", words("1.好。"), "s/p2",
              (note(3, "一", "c"), note(7, "二", "d"))),
)  # fmt: skip


def document(id="d/report", body=BODY):
    return DocumentBlocks(id, words("某单位绩效自评报告"), body)


def write(*documents, manner=MANNER):
    parts = [BoundPart(REPORT, "report.docx", own) for own in documents]
    rendered = Renderer().render(parts, manner)
    assert rendered.problems == ()
    return rendered


def part(data, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def numbers(data, tag):
    return re.findall(rf'<w:{tag} [^>]*?w:id="(-?\d+)"', part(data, FOOTNOTES if tag == "footnote" else "word/document.xml"))  # fmt: skip


@pytest.mark.parametrize("is_clean", [False, True])
def test_a_report_with_all_of_them_is_a_sound_file(tmp_path, is_clean):
    rendered = write(document(), manner=MANNER._replace(is_clean=is_clean))
    assert_valid(rendered.data, tmp_path)
    opened = docx.Document(io.BytesIO(rendered.data))
    assert [[c.text for c in row.cells] for row in opened.tables[0].rows] == [
        ["镇", "万元"],
        ["甲", "1"],
    ]
    said = [p.text for p in opened.paragraphs if p.text]
    assert said[1:] == ["见下表。", "表1　各镇", "图1　现场", "1.好。支出16万元。"]
    assert numbers(rendered.data, "footnoteReference") == ["1", "2", "3", "4"]
    assert numbers(rendered.data, "footnote") == ["-1", "0", "1", "2", "3", "4"]


def test_marks_of_footnotes_stand_behind_their_words():
    xml = part(write(document()).data)
    plain = re.sub(r"<w:footnoteReference[^>]*>", "※", xml)
    plain = re.sub(r"<[^>]+>", "", plain)
    assert "见下表。※" in plain
    assert "1.好※。支出16万元※。" in plain


def test_runs_keep_their_look_behind_a_footnote():
    body = (Paragraph(words("后文。"), "s", words("1.前言后语。"), "s/p1", (note(4, "注"),)),)
    xml = part(write(document(body=body)).data)
    assert re.search(r"<w:b/></w:rPr><w:t [^>]*>1.前言</w:t>", xml)
    assert re.search(r"<w:b/></w:rPr><w:t [^>]*>后语", xml)


def test_a_new_page_begins_with_the_paragraph_behind_it():
    xml = part(write(document()).data)
    assert xml.count("<w:pageBreakBefore/>") == 1
    found = xml.index("<w:pageBreakBefore/>")
    assert xml.rindex("图1", 0, found) < found < xml.index("1.好")


def test_a_new_page_with_nothing_behind_it_is_none(tmp_path):
    data = write(document(body=(*BODY[:1], PageBreak("s", "s/b1")))).data
    assert "pageBreakBefore" not in part(data)
    assert_valid(data, tmp_path)


def test_a_picture_is_no_wider_than_the_text():
    extents = [
        int(re.search(r'<wp:extent cx="(\d+)"', part(write(document(body=(p,))).data))[1])
        for p in (picture(width=50.0), picture(width=500.0))
    ]
    assert extents == [50 * 36000, 8845 * 635]


def test_one_image_is_kept_once_and_every_drawing_has_a_number(tmp_path):
    other = png(10, 10)
    body = (*BODY[:1], picture(1), picture(2), picture(3, other))
    data = write(document(body=body)).data
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert [n for n in names if "media" in n] == [
        "word/media/placed1.png",
        "word/media/placed2.png",
    ]
    assert re.findall(r'r:embed="(\w+)"', part(data)) == [
        "rIdPicture1",
        "rIdPicture1",
        "rIdPicture2",
    ]
    assert_valid(data, tmp_path)


def test_documents_that_are_bound_share_one_part_of_footnotes(tmp_path):
    data = write(document("d/one"), document("d/two")).data
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert [n for n in names if "footnotes" in n] == [FOOTNOTES]
    assert numbers(data, "footnoteReference") == [str(n) for n in range(1, 9)]
    assert_valid(data, tmp_path)


def test_cells_captions_and_notes_have_anchors():
    anchors = {anchor.key for anchor in write(document()).anchors["d/report"]}
    assert {"s/t1", "s/t1/r1c0", "s/f1", "s/note[1]", "s/p2", "s/p2.lead"} <= anchors


def test_the_same_blocks_give_the_same_bytes():
    assert write(document()).data == write(document()).data


def noted(texts):
    """Return the parts of a template with footnotes of its own."""
    from tests.word.placed.noted import with_footnotes

    return with_footnotes(read_parts(REPORT.read_bytes()), texts)


def test_footnotes_of_templates_get_numbers_of_their_own():
    whole = compose([noted(["甲", "乙"]), noted(["丙"])]).parts
    assert [name for name in whole if "footnotes" in name] == [FOOTNOTES]
    text = whole["word/document.xml"].decode()
    said = whole[FOOTNOTES].decode()
    used = re.findall(r'footnoteReference w:id="(\d+)"', text)
    assert len(set(used)) == 3
    assert [re.search(rf'w:footnote w:id="{n}".*?<w:t>(.)</w:t>', said)[1] for n in used] == [
        "甲",
        "乙",
        "丙",
    ]


def test_the_first_file_need_not_have_footnotes():
    whole = compose([read_parts(REPORT.read_bytes()), noted(["丙"])]).parts
    assert [name for name in whole if "footnotes" in name] == [FOOTNOTES]
