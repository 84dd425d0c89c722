"""How the styles of a template say that words look."""

import pytest

from generator.word.columns.read_looks import looks_of
from generator.word.columns.table_looks import Looks, ParagraphLook

STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Body"><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cell"><w:basedOn w:val="Body"/><w:pPr><w:spacing w:line="260" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Left"><w:basedOn w:val="Cell"/><w:pPr><w:jc w:val="left"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>
<w:style w:type="table" w:styleId="Grid"><w:tblPr><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="Close"><w:basedOn w:val="Grid"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>
</w:styles>"""


@pytest.fixture(name="looks")
def fixture_looks():
    return looks_of(STYLES.encode())


@pytest.mark.parametrize(
    ("style", "look"),
    [
        ("Cell", ParagraphLook(21, 260, "exact", "center")),
        ("Left", ParagraphLook(21, 260, "exact", "left")),
        ("Body", ParagraphLook(32, 276, "auto", "both", 200)),
        ("", ParagraphLook(32, 276, "auto", "both", 200)),  # the default one
        ("nowhere", ParagraphLook(32, 276, "auto", "both", 200)),
        ("Round", ParagraphLook(22, 276, "auto", "", 200)),
    ],
)
def test_a_style_takes_from_those_that_it_rests_on(looks, style, look):
    assert looks.paragraph(style) == look


def test_space_within_cells_is_that_of_the_style_of_the_table(looks):
    assert looks.cell("Grid") == (30, 57, 0, 108)
    assert looks.cell("") == looks.cell("nowhere") == (0, 108, 0, 108)


@pytest.mark.parametrize(
    ("paragraph", "table", "line"),
    [("", "Close", 240), ("", "Grid", 276), ("", "", 276), ("Cell", "Close", 260)],
)
def test_lines_in_a_table_stand_as_it_says_unless_their_own_style_does(
    looks, paragraph, table, line
):
    assert looks.in_table(looks.paragraph(paragraph), table).line == line


@pytest.mark.parametrize("styles", [None, b"", b"<no xml"])
def test_without_styles_there_is_a_plain_look(styles):
    assert looks_of(styles).paragraph("") == ParagraphLook(20, 240, "auto", "")


def test_looks_are_kept_and_taken_up(looks):
    assert Looks.from_plain(looks.plain()) == looks
