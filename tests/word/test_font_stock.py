"""Fonts: what a document asks for, what the machine has under which names, what stands in."""

import struct

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load.packaged import packaged_templates
from generator.model.font_families import Fonts
from generator.word.font_files import families_below, families_in
from generator.word.font_stock import (
    packaged_fonts,
    replacements,
    same_fonts,
    say_replaced,
    used_fonts,
)
from generator.word.installed_fonts import (
    families_in_listing,
    families_in_registry,
    installed_fonts,
)
from tests.word.soffice import package, small_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
TEMPLATE = packaged_templates() / "docx" / "report.docx"


def document(body="", styles="", **parts):
    texts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        **parts,
    }
    return package({name: text.encode() for name, text in texts.items()})


def style(name, *, font="", base="", default=False, kind="paragraph"):
    fonts = f'<w:rPr><w:rFonts w:eastAsia="{font}"/></w:rPr>' if font else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    is_default = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{is_default} w:styleId="{name}">{based}{fonts}</w:style>'


def paragraph(name):
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr></w:p>'


def test_the_fonts_of_the_packaged_template_are_those_of_official_papers():
    found = used_fonts(TEMPLATE.read_bytes())
    assert {"仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "Times New Roman"} <= found
    assert "Courier" not in found


def test_a_style_that_nobody_uses_asks_for_nothing():
    styles = style("N", font="宋体", default=True) + style("X", font="楷体")
    assert used_fonts(document("<w:p/>", styles)) == {"宋体"}


def test_a_style_takes_the_font_of_the_style_it_rests_on():
    styles = style("N", font="宋体", default=True) + style("B", font="黑体") + style("C", base="B")
    assert used_fonts(document(paragraph("C"), styles)) == {"宋体", "黑体"}


def test_styles_that_rest_on_each_other_come_to_an_end():
    styles = style("A", base="B") + style("B", base="A", font="黑体")
    assert used_fonts(document(paragraph("A"), styles)) == {"黑体"}


def test_a_default_that_every_style_overrides_is_not_used():
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体" w:ascii="Arial"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    styles = defaults + style("N", font="仿宋", default=True)
    assert used_fonts(document("<w:p/>", styles)) == {"仿宋", "Arial"}


def test_fonts_of_the_theme_are_looked_up_and_win():
    theme = (
        f"<a:theme {A}><a:minorFont><a:latin typeface='Calibri'/><a:ea typeface=''/>"
        "<a:font script='Hans' typeface='等线'/></a:minorFont></a:theme>"
    )
    run = (
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"'
        ' w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:r></w:p>'
    )
    assert used_fonts(document(run, **{"word/theme/theme1.xml": theme})) == {"Calibri", "等线"}


def test_headers_and_symbols_ask_for_fonts_too():
    header = f'<w:hdr {W}><w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p></w:hdr>'
    assert used_fonts(document(**{"word/header1.xml": header})) == {"Wingdings"}


def test_charts_ask_for_fonts_too():
    chart = f'<c {A}><a:ea typeface="黑体"/><a:latin typeface="+mn-lt"/></c>'
    assert used_fonts(document(**{"word/charts/chart1.xml": chart})) == {"黑体"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x05\x06" + bytes(18),
        package({"word/document.xml": b"<w:document>"}),
        package({"word/styles.xml": b"\x00\x01"}),
        document()[:200],
    ],
)
def test_what_is_no_word_file_asks_for_nothing(data):
    assert used_fonts(data) == frozenset()


def test_an_entity_is_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("SECRET", encoding="utf-8")
    text = (
        f'<!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        f'<w:document {W}><w:rFonts w:ascii="A"/>&e;</w:document>'
    )
    assert used_fonts(package({"word/document.xml": text.encode()})) == {"A"}


fragments = st.sampled_from(
    (
        '<w:rFonts w:eastAsia="甲" w:asciiTheme="x"/>',
        "<w:rFonts/>",
        '<w:pStyle w:val="N"/>',
        "<w:pStyle/>",
        '<w:style w:styleId="N"><w:basedOn/></w:style>',
        '<w:style w:type="paragraph" w:default="1"/>',
        "<w:sym/>",
        "<w:p>",
        "&lt;",
        "�",
    )
)


@given(body=st.lists(fragments, max_size=8), styles=st.lists(fragments, max_size=8))
def test_odd_documents_never_fail(body, styles):
    found = used_fonts(document("".join(body), "".join(styles)))
    assert all(name.strip() for name in found)


@given(data=st.binary(max_size=400), at=st.integers(0, 2000), byte=st.integers(0, 255))
def test_broken_bytes_never_fail(data, at, byte):
    whole = bytearray(small_document())
    whole[-at % len(whole)] = byte
    for found in (used_fonts(data), used_fonts(bytes(whole))):
        assert all(name.strip() for name in found)


def test_a_font_is_there_under_any_of_its_names():
    fonts = packaged_fonts()
    assert (
        replacements(["仿宋", "KaiTi_GB2312", "黑体"], {"FangSong", "楷体_GB2312", "simhei"}) == {}
    )
    assert same_fonts(["仿宋", "黑体"], {"FangSong", "黑体"}, fonts) == {"仿宋": "FangSong"}


@pytest.mark.parametrize(
    ("missing", "installed", "stand_in"),
    [
        ("仿宋_GB2312", {"仿宋", "FandolFang"}, "仿宋"),
        ("仿宋_GB2312", {"Noto Sans CJK JP", "FandolFang", "SimSun"}, "FandolFang"),
        ("仿宋_GB2312", {"Noto Sans CJK JP", "Noto Serif CJK SC"}, "Noto Serif CJK SC"),
        ("楷体_GB2312", {"STKaiti", "仿宋"}, "STKaiti"),
        ("楷体_GB2312", {"仿宋", "宋体"}, "仿宋"),
        ("黑体", {"Noto Sans CJK SC", "宋体"}, "Noto Sans CJK SC"),
        ("方正小标宋简体", {"华文中宋", "宋体"}, "华文中宋"),
        ("方正小标宋简体", {"宋体"}, "宋体"),
        ("Times New Roman", {"Liberation Serif", "DejaVu Serif"}, "Liberation Serif"),
        ("某某楷书", {"FandolKai", "宋体"}, "FandolKai"),
        ("某某体", {"FandolKai", "宋体"}, "宋体"),
        ("Some Latin", {"FandolKai", "宋体"}, None),
        ("仿宋_GB2312", {"Noto Sans CJK JP"}, None),
    ],
)
def test_the_nearest_font_of_the_machine_stands_in(missing, installed, stand_in):
    assert replacements([missing], installed) == {missing: stand_in}


@given(st.lists(st.text(max_size=8)), st.sets(st.text(max_size=8)))
def test_any_names_can_be_asked_for(used, installed):
    assert set(replacements(used, installed)) <= set(used)


def test_replaced_fonts_are_said_in_one_note():
    note = say_replaced({"仿宋_GB2312": "FandolFang", "甲": None}, "a.docx")
    assert note is not None
    assert note.message.endswith("仿宋_GB2312→FandolFang、甲→系统自选")
    assert say_replaced({}) is None


def test_the_packaged_pack_names_every_style_it_leads_to():
    fonts: Fonts = packaged_fonts()
    names = {style.name for style in fonts.style}
    assert {style.otherwise for style in fonts.style} - {""} <= names
    assert fonts.chinese in names


def test_fontconfig_lists_all_names_of_a_family():
    listing = "FangSong,仿宋\nA\\-B\\,C,D\n\n"
    assert families_in_listing(listing) == {"FangSong", "仿宋", "A-B,C", "D"}


def test_the_registry_of_windows_names_faces():
    names = (
        "SimSun & NSimSun (TrueType)",
        "仿宋 (TrueType)",
        "Arial Bold Italic (TrueType)",
        "方正小标宋简体 (OpenType)",
        "Courier 10,12,15",
        "",
    )
    found = families_in_registry(names)
    assert {"SimSun", "NSimSun", "仿宋", "Arial", "方正小标宋简体"} <= found
    assert "" not in found


def test_a_windows_without_registry_is_looked_up_in_its_folders(tmp_path):
    (tmp_path / "Fonts").mkdir()
    (tmp_path / "Fonts" / "A.TTF").write_bytes(font_file("仿宋"))
    environment = {"SYSTEMROOT": str(tmp_path)}
    assert "仿宋" in installed_fonts(system="win32", environment=environment)


def test_fonts_of_further_folders_count(tmp_path):
    (tmp_path / "a.otf").write_bytes(font_file("某某专用体"))
    assert "某某专用体" in installed_fonts([tmp_path])
    assert "某某专用体" not in installed_fonts()


def name_table(*names):
    strings, records = b"", b""
    for kind, name in names:
        raw = name.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x804, kind, len(raw), len(strings))
        strings += raw
    return struct.pack(">HHH", 0, len(names), 6 + len(records)) + records + strings


def font_file(name, at=0):
    table = name_table((1, name), (2, "Regular"))
    head = struct.pack(">4s4H", b"\0\1\0\0", 1, 0, 0, 0)
    return head + struct.pack(">4sIII", b"name", 0, at + 28, len(table)) + table


def test_a_font_file_tells_its_family(tmp_path):
    path = tmp_path / "a.ttf"
    path.write_bytes(font_file("楷体_GB2312"))
    assert families_in(path) == {"楷体_GB2312"}


def test_a_collection_tells_all_its_families(tmp_path):
    first = font_file("宋体", 20)
    second = font_file("新宋体", 20 + len(first))
    head = struct.pack(">4sIIII", b"ttcf", 0x10000, 2, 20, 20 + len(first))
    (tmp_path / "a.TTC").write_bytes(head + first + second)
    (tmp_path / "readme.txt").write_bytes(first)
    assert families_below([tmp_path, tmp_path / "none"]) == {"宋体", "新宋体"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=120), cut=st.integers(0, 120))
def test_a_broken_font_file_tells_nothing_and_never_fails(tmp_path, data, cut):
    path = tmp_path / "a.ttf"
    for broken in (data, b"ttcf" + data, font_file("宋体")[:cut], font_file("宋体")[:28] + data):
        path.write_bytes(broken)
        assert all(name.strip() for name in families_in(path))
