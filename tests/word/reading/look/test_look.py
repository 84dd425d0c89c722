"""How any .docx looks, worked out as Word does: what wins over what, and what odd files come to."""

import contextlib
import io

import docx
import pytest

from generator.base.archive import UnsafePackageError
from generator.model.laid_out import LaidParagraph, LaidTable
from generator.word.reading.document_words import read_docx_bytes
from generator.word.reading.look.document_look import read_laid_out
from tests.foreign import picture, word_bytes
from tests.hostile import W, body, hostile_files, packed, unpacked, word

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
STYLES, THEME = "word/styles.xml", "word/theme/theme1.xml"


def read(data):
    return read_laid_out(data, "文件.docx")


def styled(styles, inside, **more):
    """A file with styles of its own."""
    parts = unpacked(word_bytes("甲"))
    parts[STYLES] = f"<w:styles {W}>{styles}</w:styles>".encode()
    parts["word/document.xml"] = body(inside).encode()
    return packed({**parts, **{name.replace("__", "/"): data for name, data in more.items()}})


def style(id, inside, kind="paragraph", more="", default=""):
    head = f'<w:style w:type="{kind}" w:styleId="{id}" {default}><w:name w:val="{id}"/>'
    return f"{head}{more}{inside}</w:style>"


def only(data):
    (section,) = read(data).sections
    (paragraph,) = section.blocks
    assert isinstance(paragraph, LaidParagraph)
    return paragraph


BASED, DEFAULT = '<w:basedOn w:val="A"/>', 'w:default="1"'
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体" w:ascii="Arial"/>'
    '<w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="300" '
    'w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
BASE = style(
    "A",
    '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>',
)
CHILD = style("B", '<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>', more='<w:basedOn w:val="A"/>')


def test_a_run_rests_on_its_style_that_on_its_ancestor_and_that_on_the_defaults():
    inside = '<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    paragraph = only(styled(DEFAULTS + BASE + CHILD, inside))
    letters = paragraph.runs[0].letters
    assert (letters.chinese, letters.latin, letters.size) == ("黑体", "Arial", 32)
    assert (paragraph.setting.line, paragraph.setting.after) == (300, 80)
    assert paragraph.indent("first") == 2


def test_what_is_said_of_the_run_itself_wins():
    run = '<w:r><w:rPr><w:rFonts w:eastAsia="楷体"/><w:sz w:val="28"/></w:rPr><w:t>甲</w:t></w:r>'
    inside = f'<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>{run}</w:p>'
    letters = only(styled(DEFAULTS + BASE + CHILD, inside)).runs[0].letters
    assert (letters.chinese, letters.size) == ("楷体", 28)


@pytest.mark.parametrize(
    ("own", "first"),
    [
        ('w:firstLineChars="0" w:firstLine="0"', 0),
        ('w:firstLineChars="0" w:firstLine="640"', 2),
        ('w:firstLineChars="100"', 1),
        ('w:firstLine="0"', 2),  # characters, which the style says, win over a length
        ('w:hangingChars="100"', -1),
    ],
)
def test_an_indent_in_characters_wins_unless_it_is_nought(own, first):
    inside = (
        f'<w:p><w:pPr><w:pStyle w:val="A"/><w:ind {own}/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    )
    assert only(styled(BASE, inside)).indent("first") == first


def test_a_font_of_the_theme_is_the_one_for_chinese():
    theme = (
        f'<a:theme xmlns:a="{A}"><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/>'
        '<a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:theme>'
    )
    fonts = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:eastAsia="宋体"/>'
    )
    inside = f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>甲</w:t></w:r></w:p>"
    parts = {**unpacked(styled("", inside)), THEME: theme.encode()}
    letters = only(packed(parts)).runs[0].letters
    assert (letters.chinese, letters.latin) == ("等线", "Calibri")
    letters = only(packed({**parts, THEME: b"<broken"})).runs[0].letters
    assert letters.chinese == "宋体"


def test_bold_in_both_styles_is_taken_back():
    styles = style("P", "<w:rPr><w:b/></w:rPr>") + style("C", "<w:rPr><w:b/></w:rPr>", "character")
    run = '<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>甲</w:t></w:r>'
    inside = f'<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>{run}<w:r><w:t>乙</w:t></w:r></w:p>'
    assert [run.letters.is_bold for run in only(styled(styles, inside)).runs] == [False, True]


LEVEL = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/>'
    '<w:pPr><w:ind w:left="800" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
)


def numbered(styles, inside):
    parts = unpacked(styled(styles, inside))
    parts["word/numbering.xml"] = f"<w:numbering {W}>{LEVEL}</w:numbering>".encode()
    return packed(parts)


LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'


def test_a_list_that_a_paragraph_names_indents_it_over_its_style():
    inside = f'<w:p><w:pPr><w:pStyle w:val="A"/>{LIST}</w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    styles = style("A", '<w:pPr><w:ind w:left="100"/></w:pPr>')
    paragraph = only(numbered(styles, inside))
    assert (paragraph.setting.left, paragraph.setting.first) == (800, -400)
    assert (paragraph.number, paragraph.counted) == ("一、", "chineseCountingThousand")


def test_a_style_that_names_a_list_indents_over_it():
    inside = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    styles = style("A", f'<w:pPr>{LIST}<w:ind w:left="100"/></w:pPr>')
    paragraph = only(numbered(styles, inside))
    assert (paragraph.setting.left, paragraph.setting.first, paragraph.number) == (
        100,
        -400,
        "一、",
    )


def test_words_of_fields_changes_and_hidden_runs_are_as_they_are_printed():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    gone = (
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
    )
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    paragraph = only(styled("", f"<w:p>{field}{gone}{hidden}</w:p>"))
    assert paragraph.text == "结果新"


@pytest.mark.parametrize(
    ("inside", "before", "after"),
    [
        ('<w:r><w:br w:type="page"/></w:r>', False, True),
        ('<w:r><w:br w:type="page"/></w:r><w:r><w:t>甲</w:t></w:r>', True, False),
        ('<w:r><w:t>甲</w:t></w:r><w:r><w:br w:type="page"/></w:r>', False, True),
        ("<w:r><w:br/></w:r>", False, False),
    ],
)
def test_a_page_ends_before_or_behind_the_words(inside, before, after):
    paragraph = only(styled("", f"<w:p>{inside}</w:p>"))
    assert (paragraph.breaks_before, paragraph.breaks_after) == (before, after)


def test_places_are_those_of_the_reader_of_words():
    data = word_bytes("甲", picture("a | b | <\n^ | c | d"), "乙", picture("a | b"))
    document, _ = read_docx_bytes(data, "x")
    assert document is not None
    look = read(data)
    assert [block.place for block in look.blocks] == [block.place for block in document.blocks]
    (table, _) = (block for block in look.blocks if isinstance(block, LaidTable))
    (read_table, _) = (
        block for block in document.blocks if not isinstance(block, str) and hasattr(block, "grid")
    )
    grid = {(c.place, c.row, c.column, c.height, c.width) for row in read_table.grid for c in row}
    assert {(c.place, c.row, c.column, c.rows, c.span) for c in table.cells} == grid


def test_sections_have_their_own_paper_and_take_the_foot_of_the_one_before():
    document = docx.Document()
    document.add_paragraph("甲")
    foot = document.sections[0].footer.paragraphs[0]
    for kind in ("begin", "end"):
        element = docx.oxml.OxmlElement("w:fldChar")
        element.set(docx.oxml.ns.qn("w:fldCharType"), kind)
        foot.add_run()._r.append(element)
        if kind == "begin":
            said = docx.oxml.OxmlElement("w:instrText")
            said.text = "PAGE"
            foot.add_run("- ")._r.append(said)
    wide = document.add_section()
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    document.add_paragraph("乙")
    target = io.BytesIO()
    document.save(target)
    first, second = read(target.getvalue()).sections
    assert (first.width, first.height) == (second.height, second.width)
    assert [n.pages for n in first.numbers] == [n.pages for n in second.numbers] == ["default"]


def test_a_page_number_in_a_text_box_stands_where_the_box_does():
    box = (
        '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="x"><wp:positionH><wp:align>outside</wp:align></wp:positionH>'
        '<w:txbxContent><w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>'
        "</w:txbxContent></wp:anchor></w:drawing></w:r></w:p>"
    )
    data = word_bytes("甲")
    parts = unpacked(data)
    document = docx.Document(io.BytesIO(data))
    document.sections[0].footer.paragraphs[0].text = "页"
    target = io.BytesIO()
    document.save(target)
    parts = unpacked(target.getvalue())
    name = next(name for name in parts if name.startswith("word/footer"))
    parts[name] = f"<w:ftr {W}>{box}</w:ftr>".encode()
    (section,) = read(packed(parts)).sections
    assert [(n.pages, n.side) for n in section.numbers] == [("default", "outside")]


CYCLE = f"<w:styles {W}>{style('A', '', more=BASED, default=DEFAULT)}</w:styles>"
ODD = {
    "no styles": lambda p: p.pop(STYLES),
    "no theme": lambda p: p.pop(THEME),
    "no settings": lambda p: p.pop("word/settings.xml"),
    "no section": lambda p: p.update({"word/document.xml": body("<w:p/>").encode()}),
    "nothing": lambda p: p.update({"word/document.xml": body("").encode()}),
    "cyclic styles": lambda p: p.update({STYLES: CYCLE.encode()}),
    "a table of nothing": lambda p: p.update({"word/document.xml": body("<w:tbl/>").encode()}),
    "rows of nothing": lambda p: p.update(
        {"word/document.xml": body("<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl>").encode()}
    ),
    "a merge without a beginning": lambda p: p.update(
        {
            "word/document.xml": body(
                "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
            ).encode()
        }
    ),
    "sizes beyond reason": lambda p: p.update(
        {
            "word/document.xml": body(
                '<w:p><w:pPr><w:spacing w:line="-9" w:before="999999999"/><w:ind w:left="-999999999"/></w:pPr>'
                '<w:r><w:rPr><w:sz w:val="-3"/><w:spacing w:val="999999999"/></w:rPr><w:t>甲，乙。</w:t></w:r></w:p>'
                '<w:sectPr><w:pgSz w:w="1" w:h="1"/><w:pgMar w:top="0" w:left="0"/></w:sectPr>'
            ).encode()
        }
    ),
}


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_file_is_read_and_looked_at(odd):
    from tests.rules.page.yard import found

    parts = unpacked(word_bytes("甲", picture("a | b")))
    ODD[odd](parts)
    assert isinstance(found(packed(parts)), list)


@pytest.mark.parametrize(
    ("name", "data"), [(n, d) for n, d in hostile_files() if n.endswith(".docx")]
)
def test_a_hostile_file_is_refused_or_read_within_bounds(name, data):
    looked = None
    with contextlib.suppress(UnsafePackageError):  # anything else fails
        looked = read(data)
    assert looked is None or looked == read(data)  # read whole, and alike each time


def test_a_file_without_text_is_refused():
    with pytest.raises(UnsafePackageError):
        read(word(None))
