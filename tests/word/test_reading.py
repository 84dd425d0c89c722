"""Any .docx: words as they are printed, numbers as Word computes them, places as python-docx counts."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from generator.base.archive import LARGEST_PART
from generator.model.foreign_document import ReadParagraph, ReadTable
from generator.word.reading.document_words import read_docx_bytes
from generator.word.reading.number_formats import write_number
from tests.foreign import picture, read_word, word_bytes

W = nsdecls("w")


def paragraphs(document):
    return [b for b in document.blocks if isinstance(b, ReadParagraph)]


def tables(document):
    return [b for b in document.blocks if isinstance(b, ReadTable)]


def read_body(xml, **parts):
    """Read a document whose body is given as XML."""
    document = docx.Document()
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    for element in parse_xml(f"<w:body {W}>{xml}</w:body>"):
        body.insert(len(body) - 1, element)
    buffer = io.BytesIO()
    document.save(buffer)
    data = repacked(buffer.getvalue(), **parts) if parts else buffer.getvalue()
    read, problems = read_docx_bytes(data, "x.docx")
    assert read is not None, problems
    return read


def repacked(data, **parts):
    """Replace parts of a package; names with _ for / and a part that is None goes."""
    names = {name.replace("__", "/"): text for name, text in parts.items()}
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            stem = info.filename.removesuffix(".xml")
            if stem not in names:
                new.writestr(info.filename, old.read(info))
        for stem, text in names.items():
            if text is not None:
                new.writestr(f"{stem}.xml", text)
    return result.getvalue()


def problem_of(data):
    document, problems = read_docx_bytes(data, "外来.docx")
    assert document is None
    (problem,) = problems
    assert problem.code == "D01"
    assert problem.stops
    assert problem.hint
    return problem.message


class TestWords:
    def test_paragraphs_and_tables_are_counted_as_python_docx_does(self):
        data = word_bytes("甲", picture("一 | 二"), "乙", picture("三 | 四"))
        read, _ = read_docx_bytes(data, "x")
        theirs = docx.Document(io.BytesIO(data))
        assert [p.text for p in paragraphs(read)] == [p.text for p in theirs.paragraphs]
        assert [p.place.paragraph for p in paragraphs(read)] == [1, 2]
        assert [t.place.table for t in tables(read)] == [1, 2]

    def test_tracked_changes_are_read_as_accepted_and_said_so(self):
        read = read_body(
            "<w:p><w:r><w:t>原</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>"
        )
        assert paragraphs(read)[0].text == "原增"
        assert "按全部接受读取" in read.remarks[0]

    def test_a_paragraph_whose_end_was_deleted_runs_on(self):
        read = read_body(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>后</w:t></w:r></w:p><w:p/>"
        )
        assert [(p.text, p.place.paragraph) for p in paragraphs(read)] == [("前后", 1), ("", 3)]

    def test_fields_show_their_results_and_hidden_words_are_not_printed(self):
        read = read_body(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:t>漏</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>'
            '<w:fldSimple w:instr="DATE"><w:r><w:t>年</w:t></w:r></w:fldSimple></w:p>'
        )
        assert paragraphs(read)[0].text == "7年"

    def test_content_controls_are_read_and_not_counted_among_the_paragraphs(self):
        read = read_body(
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            "<w:p><w:r><w:t>正文</w:t></w:r></w:p>"
        )
        one, two = paragraphs(read)
        assert one.place.as_data() == {"part": "内容控件", "paragraph": 1}
        assert two.place.as_data() == {"paragraph": 1}

    def test_text_boxes_headers_and_footers_stand_aside(self):
        document = docx.Document()
        document.sections[0].header.paragraphs[0].text = "页眉里的字"
        document.add_paragraph()._p.append(
            parse_xml(
                f'<w:r {W}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
                "<w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            )
        )
        buffer = io.BytesIO()
        document.save(buffer)
        read, _ = read_docx_bytes(buffer.getvalue(), "x")
        aside = {p.text: p.place.as_data() for p in read.aside}
        assert aside["框里的字"] == {"part": "文本框 1", "paragraph": 1}
        assert aside["页眉里的字"] == {"part": "页眉 1", "paragraph": 1}


class TestNumbers:
    NUMBERING = (
        f"<w:numbering {W}><w:abstractNum w:abstractNumId='7'>"
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='（%2）'/></w:lvl>"
        "<w:lvl w:ilvl='2'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl>"
        "</w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='7'/></w:num>"
        "<w:num w:numId='6'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='9'/></w:lvlOverride></w:num>"
        "</w:numbering>"
    )

    def item(self, level, text, number=5):
        return (
            f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr></w:pPr>"
            f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        )

    def test_automatic_numbers_count_in_chinese_and_begin_anew_below(self):
        levels = [(0, "甲"), (1, "乙"), (1, "丙"), (2, "丁"), (0, "戊"), (1, "己")]
        xml = "".join(self.item(*pair) for pair in levels)
        read = read_body(xml, word__numbering=self.NUMBERING)
        assert [p.shown for p in paragraphs(read)] == [
            "一、甲",
            "（一）乙",
            "（二）丙",
            "3.丁",
            "二、戊",
            "（一）己",
        ]
        assert paragraphs(read)[0].text == "甲"

    def test_another_list_may_start_elsewhere(self):
        xml = self.item(0, "甲") + self.item(0, "乙", 6) + self.item(0, "丙", 6)
        read = read_body(xml, word__numbering=self.NUMBERING)
        assert [p.number for p in paragraphs(read)] == ["一、", "九、", "十、"]

    def test_a_list_that_does_not_exist_numbers_nothing(self):
        read = read_body(self.item(0, "甲", 99), word__numbering=self.NUMBERING)
        assert paragraphs(read)[0].number == ""

    @pytest.mark.parametrize(
        ("style", "text"),
        [
            ("decimal", "12"), ("chineseCounting", "十二"), ("ideographDigital", "一二"), ("decimalEnclosedCircle", "⑫"),
            ("upperRoman", "XII"), ("lowerLetter", "l"), ("chineseLegalSimplified", "拾贰"), ("ideographTraditional", "乙"),
            ("ideographZodiac", "亥"), ("decimalFullWidth", "１２"), ("bullet", ""), ("unheardOf", "12"),
        ],
    )  # fmt: skip
    def test_numbers_are_written_in_words_formats(self, style, text):
        assert write_number(12, style) == text

    @given(
        st.integers(-5, 20_000),
        st.sampled_from(
            [
                "lowerLetter",
                "upperRoman",
                "ideographTraditional",
                "decimalEnclosedCircle",
                "chineseCounting",
            ]
        ),
    )
    def test_no_number_is_too_odd(self, number, style):
        assert isinstance(write_number(number, style), str)

    def test_heading_levels_come_from_styles_also_cyclic_ones(self):
        styles = (
            f"<w:styles {W}><w:style w:type='paragraph' w:styleId='A'><w:name w:val='甲'/><w:basedOn w:val='B'/></w:style>"
            "<w:style w:type='paragraph' w:styleId='B'><w:name w:val='乙'/><w:basedOn w:val='A'/></w:style>"
            "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 2'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style></w:styles>"
        )
        xml = "".join(
            f"<w:p><w:pPr><w:pStyle w:val='{s}'/></w:pPr><w:r><w:t>{s}</w:t></w:r></w:p>"
            for s in "AH"
        )
        read = read_body(xml, word__styles=styles)
        assert [(p.level, p.style) for p in paragraphs(read)] == [(0, "甲"), (2, "heading 2")]


class TestTables:
    def test_merged_cells_stand_in_every_field_that_they_cover(self):
        (table,) = tables(read_word(picture("甲 | < | 乙\n^ | < | 丙\n丁 | 戊 | 己")))
        assert [[c.text for c in row] for row in table.grid] == [
            ["甲", "甲", "乙"],
            ["甲", "甲", "丙"],
            ["丁", "戊", "己"],
        ]
        assert (table.grid[1][1].height, table.grid[1][1].width) == (2, 2)
        assert [c.text for c in table.cells(0)] == ["甲", "乙"]

    def test_cells_name_table_row_and_column_of_the_grid(self):
        _, table = tables(read_word(picture("一"), picture("甲 | < | 乙\n丙 | 丁 | 戊")))
        assert table.grid[0][2].place.as_data() == {"table": 2, "row": 1, "column": 3}

    def test_a_nested_table_is_a_table_with_a_part(self):
        document = docx.Document()
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "外"
        cell.add_table(1, 1).cell(0, 0).text = "内"
        buffer = io.BytesIO()
        document.save(buffer)
        read, _ = read_docx_bytes(buffer.getvalue(), "x")
        outer, inner = tables(read)
        assert outer.grid[0][0].text.strip() == "外"
        assert inner.grid[0][0].text == "内"
        assert inner.place.part == "表 1第 1 行第 1 列内的"

    def test_a_continued_merge_without_a_start_is_a_cell_of_its_own(self):
        (table,) = tables(
            read_body(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>孤</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
            )
        )
        assert table.grid[0][0].text == "孤"

    def test_ten_thousand_rows_are_read(self):
        row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc>" * 6 + "</w:tr>"
        xml = f"<w:document {W}><w:body><w:tbl>{row * 10_000}</w:tbl><w:p/></w:body></w:document>"
        data = repacked(word_bytes("甲"), word__document=xml)
        read, _ = read_docx_bytes(data, "x")
        assert len(tables(read)[0].grid) == 10_000


class TestHostileFiles:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "空"),
            (b"%PDF-1.7", "PDF"),
            (b"{\\rtf1", "RTF"),
            (b"<html></html>", "网页"),
            (b"PK\x03\x04broken", "已损坏"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "旧的 .doc"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
            ("只是文字".encode(), "不是 .docx"),
        ],
    )
    def test_what_is_no_word_file_is_named(self, data, words):
        assert words in problem_of(data)

    def test_a_part_that_unpacks_to_a_gigabyte_is_refused(self):
        data = repacked(word_bytes("甲"), word__document=b"<a>" + b" " * (LARGEST_PART + 1))
        assert "太大" in problem_of(data)

    def test_a_part_that_lies_about_its_size_is_refused(self):
        data = bytearray(
            repacked(word_bytes("甲"), word__document=b"<a>" + b" " * (LARGEST_PART + 1))
        )
        real = (LARGEST_PART + 4).to_bytes(4, "little")
        assert real in data
        problem_of(bytes(data.replace(real, (100).to_bytes(4, "little"))))

    @pytest.mark.parametrize(
        "entity",
        ['<!ENTITY a SYSTEM "file:///etc/hostname">', '<!ENTITY a "好"><!ENTITY b "&a;&a;">'],
    )
    def test_entities_and_document_types_are_refused(self, entity):
        xml = f"<!DOCTYPE x [{entity}]><w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
        assert "DTD" in problem_of(repacked(word_bytes("甲"), word__document=xml))

    def test_broken_xml_and_a_missing_body_are_told(self):
        assert "完整" in problem_of(repacked(word_bytes("甲"), word__document="<w:document"))
        assert "没有正文" in problem_of(repacked(word_bytes("甲"), word__document=None))

    def test_relationships_to_nowhere_do_not_matter(self):
        relations = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="a" Type="x/header" Target="../../../etc/passwd"/>'
            '<Relationship Id="b" Type="x/styles" Target="http://example.invalid/s.xml" TargetMode="External"/></Relationships>'
        )
        result = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(word_bytes("甲"))) as old,
            zipfile.ZipFile(result, "w") as new,
        ):
            for info in old.infolist():
                is_relations = info.filename == "word/_rels/document.xml.rels"
                new.writestr(info.filename, relations if is_relations else old.read(info))
        read, problems = read_docx_bytes(result.getvalue(), "x")
        assert not problems
        assert paragraphs(read)[0].text == "甲"

    @given(st.binary(max_size=300))
    def test_any_bytes_end_in_a_message(self, data):
        document, problems = read_docx_bytes(data, "x")
        assert document is None
        assert problems
