"""Hidden bookmarks: one around every generated value and figure, the same in every build."""

import io
import re
import zipfile

import docx

from generator.model.spans import Span
from generator.roundtrip.printed_blocks_read import printed_blocks
from generator.word.anchors import document_of, document_prefix
from generator.word.word_render import Renderer
from tests.word.samples import (
    ALL_TEMPLATES,
    MANNER,
    REPORT,
    form_document,
    indicator,
    opened,
    part,
    report_of,
    write,
)


def bookmarked(data: bytes) -> dict[str, str]:
    """Return the text inside every bookmark."""
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    found = {}
    for number, name in re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>', xml):
        inside = xml.partition(f'w:id="{number}" w:name="{name}"/>')[2]
        inside = inside.partition(f'<w:bookmarkEnd w:id="{number}"/>')[0]
        found[name] = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", inside))
    return found


def rendered(blocks, template=REPORT):
    return Renderer().render([part(template, blocks)], MANNER)


def test_every_figure_is_wrapped_alone():
    result = rendered(report_of())
    inside = bookmarked(result.data)
    figures = [a for a in result.anchors["d/report"] if a.figure]
    assert [(inside[a.name], a.figure) for a in figures] == [("16万元", "p/funds.spent")]


def test_every_paragraph_is_wrapped_whole_but_for_its_last_mark():
    result = rendered(report_of())
    inside = bookmarked(result.data)
    by_key = {a.key: inside[a.name] for a in result.anchors["d/report"] if not a.figure}
    assert by_key["b/p1"] == "甲16万元"
    assert by_key["a"] == "一、项目基本情况"
    assert by_key["b/p2.lead"] == "1.科学公正"


def test_names_are_short_hidden_and_the_same_in_every_build():
    first, second = rendered(report_of()), rendered(report_of("乙"))
    names = [a.name for a in first.anchors["d/report"]]
    assert names == [a.name for a in second.anchors["d/report"]]
    assert all(name.startswith("_") and len(name) <= 40 for name in names)
    assert {document_of(name) for name in names} == {document_prefix("d/report")}
    assert document_of("_Toc123") == ""


def test_an_anchor_does_not_move_when_rows_come_and_go():
    def names(*keys):
        rows = [indicator(key=key) for key in keys]
        (template,) = (own for own in ALL_TEMPLATES if own.stem == "project-form")
        result = rendered(form_document(rows), template)
        return {a.key: a.name for a in result.anchors["d/form"]}

    one, two = names("indicator[乙]"), names("indicator[甲]", "indicator[乙]")
    assert one["indicator[乙].actual"] == two["indicator[乙].actual"]


def test_every_anchor_leads_to_a_block_of_the_manifest():
    asked = []
    for template in ALL_TEMPLATES:
        blocks = form_document([indicator(), indicator(key="indicator[二]")])
        known = {block.key for block in printed_blocks(blocks)}
        result = rendered(blocks, template)
        if any("没有自设栏目" in problem.message for problem in result.problems):
            asked.append(template.stem)  # for what only its own scheme declares
            continue
        keys = {a.key for a in result.anchors["d/form"]}
        assert keys - known == set(), template.name
    assert len(asked) < len(ALL_TEMPLATES) / 2


def test_a_value_printed_twice_has_two_anchors(tmp_path):
    document = docx.Document(str(REPORT))
    document.add_paragraph("{{ title }}")
    path = tmp_path / "twice.docx"
    document.save(str(path))
    names = [a.name for a in rendered(report_of(), path).anchors["d/report"] if a.key == "title"]
    assert len(names) == len(set(names)) == 2


def test_a_clean_copy_has_no_anchors():
    clean = write(part(REPORT, report_of()), manner=MANNER._replace(is_clean=True))
    assert bookmarked(clean) == {}
    assert "16万元" in " ".join(p.text for p in opened(clean).paragraphs)


def test_bookmarks_that_a_template_brings_are_taken_out(tmp_path):
    document = docx.Document(str(REPORT))
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph = document.paragraphs[4]._p
    paragraph.insert(1, parse_xml(f'<w:bookmarkStart {space} w:id="1" w:name="own"/>'))
    paragraph.append(parse_xml(f'<w:bookmarkEnd {space} w:id="1"/>'))
    path = tmp_path / "own.docx"
    document.save(str(path))
    assert "own" not in bookmarked(rendered(report_of(), path).data)


def test_an_empty_value_still_has_its_place():
    blocks = report_of()._replace(title=())
    result = rendered(blocks)
    (name,) = [a.name for a in result.anchors["d/report"] if a.key == "title"]
    assert bookmarked(result.data)[name] == ""


def test_two_figures_of_one_sentence_are_told_apart():
    blocks = report_of()
    paragraph = blocks.body[2]._replace(spans=(Span("55", "p/a"), Span("和"), Span("66", "p/b")))
    result = rendered(blocks._replace(body=(paragraph,)))
    inside = bookmarked(result.data)
    found = {a.figure: inside[a.name] for a in result.anchors["d/report"] if a.figure}
    assert found == {"p/a": "55", "p/b": "66"}
