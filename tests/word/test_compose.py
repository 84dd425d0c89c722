"""Files bound into one: a section each, their own page set-up, headers and footers; nothing clashes."""

import io
import re
import zipfile

import docx
from docx.oxml.ns import qn

from generator.word.compose import RELATIONS_FILE, compose
from generator.word.package import DOCUMENT, join_plain, read_parts
from tests.word.samples import (
    DOCX,
    FORM_FILE,
    REPORT,
    assert_valid,
    form_document,
    indicator,
    opened,
    part,
    report_of,
    write,
)


def bound():
    return write(
        part(FORM_FILE, form_document([indicator()], "表一", "d/1", "附件1")),
        part(REPORT, report_of("报告二", "d/2", "附件2")),
        part(FORM_FILE, form_document([indicator()], "表三", "d/3", "附件3")),
        part(DOCX / "budget-goals.docx", form_document([indicator()], "文本四", "d/4", "附件4")),
    )


def test_a_bundle_is_valid(tmp_path):
    assert_valid(bound(), tmp_path)


def test_every_document_keeps_its_page_margins():
    margins = [s.top_margin.mm for s in opened(bound()).sections]
    assert [round(m) for m in margins] == [22, 37, 22, 37, 37, 37]


def test_every_document_keeps_its_headers_and_footers():
    document = opened(bound())
    for section in document.sections:
        assert section.even_page_footer is not None
    pages = [s.footer.paragraphs[0].text for s in document.sections]
    # The cover and the contents of the last document have no page numbers.
    assert ["1" in text for text in pages] == [True, True, True, False, False, True]


def test_documents_come_in_order_with_their_labels():
    texts = [p.text for p in opened(bound()).paragraphs if p.text]
    wanted = ["附件1", "表一", "附件2", "报告二", "附件3", "表三"]
    assert [text for text in texts if text in wanted] == wanted


def test_bookmarks_are_unique_across_the_bundle():
    with zipfile.ZipFile(io.BytesIO(bound())) as package:
        xml = "".join(
            package.read(name).decode() for name in package.namelist() if name.endswith(".xml")
        )
    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"', xml)
    assert starts
    assert len({number for number, _ in starts}) == len(starts)
    assert len({name for _, name in starts}) == len(starts)
    assert sorted(n for n, _ in starts) == sorted(re.findall(r'<w:bookmarkEnd w:id="(\d+)"', xml))


def restyled(size: int) -> bytes:
    document = docx.Document(str(REPORT))
    document.styles["公文正文"].font.size = docx.shared.Pt(size)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_style_that_differs_gets_a_name_of_its_own_and_equal_ones_are_shared(tmp_path):
    whole = join_plain(compose([read_parts(REPORT.read_bytes()), read_parts(restyled(12))]).parts)
    names = [style.style_id for style in opened(whole).styles]
    own = opened(whole).styles.element.findall(qn("w:style"))
    twins = [s.get(qn("w:styleId")) for s in own if (s.get(qn("w:styleId")) or "").endswith("-2")]
    assert len(twins) == 1
    assert names.count("Heading1") == 1
    assert whole.count(b"PK\x03\x04") > 5


def with_picture() -> bytes:
    from PIL import Image

    image = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(image, "PNG")
    document = docx.Document(str(REPORT))
    document.add_picture(image)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_pictures_of_later_documents_come_along(tmp_path):
    made = compose([read_parts(REPORT.read_bytes()), read_parts(with_picture())])
    assert any("media/part2-" in name for name in made.parts)
    relations = made.parts[RELATIONS_FILE].decode()
    for used in re.findall(r'r:embed="([^"]+)"', made.parts[DOCUMENT].decode()):
        assert f'Id="{used}"' in relations


def with_list() -> bytes:
    document = docx.Document()
    document.add_paragraph("甲", style="List Number")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_lists_of_later_documents_do_not_continue_earlier_ones():
    made = compose([read_parts(with_list()), read_parts(with_list())])
    numbering = made.parts["word/numbering.xml"].decode()
    ids = re.findall(r'<w:num [^>]*w:numId="(\d+)"', numbering)
    assert len(ids) == len(set(ids))


def test_a_file_without_even_pages_shows_its_own_footer_on_both():
    plain = docx.Document()
    plain.sections[0].footer.paragraphs[0].text = "页脚"
    buffer = io.BytesIO()
    plain.save(buffer)
    whole = join_plain(
        compose([read_parts(REPORT.read_bytes()), read_parts(buffer.getvalue())]).parts
    )
    last = opened(whole).sections[-1]
    assert last.even_page_footer.paragraphs[0].text == "页脚"
