"""What a file is, told by its content."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.compound import streams_of
from generator.base.file_kind import FileKind, decode_text, kind_of
from tests.foreign import excel_bytes, word_bytes
from tests.hostile import LOCKED_SHEET, LOCKED_WORD, OPEN_SHEET, compound, packed, unpacked


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.EMPTY),
        (word_bytes("甲"), FileKind.WORD),
        (excel_bytes([["甲"]]), FileKind.EXCEL),
        (compound("WordDocument"), FileKind.OLD_WORD),
        (compound("Workbook", start=OPEN_SHEET), FileKind.OLD_EXCEL),
        (compound("Book"), FileKind.OLD_EXCEL),
        (compound("EncryptionInfo", "EncryptedPackage"), FileKind.LOCKED),
        (compound("WordDocument", start=LOCKED_WORD), FileKind.LOCKED),
        (compound("Workbook", start=LOCKED_SHEET), FileKind.LOCKED),
        (compound("PowerPoint Document"), FileKind.POWERPOINT),
        (compound("别的"), FileKind.OLD_OFFICE),
        (b"%PDF-1.4", FileKind.PDF),
        (b"{\\rtf1 a}", FileKind.RTF),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><p>", FileKind.HTML),
        (b"<?xml version='1.0'?><html><body>", FileKind.HTML),
        (b"<!-- a --><table><tr>", FileKind.HTML),
        (b"<?xml version='1.0'?><a/>", FileKind.XML),
        ("<甲> 是一种写法".encode(), FileKind.TEXT),
        ("PK赛绩效自评".encode(), FileKind.TEXT),
        ("绩效自评".encode("gb18030"), FileKind.TEXT),
        ("绩效自评".encode("utf-16"), FileKind.TEXT),
        (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
        (b"Rar!\x1a\x07", FileKind.ARCHIVE),
        (packed({"a.txt": b"a"}), FileKind.PACKAGE),
        (packed({"OFD.xml": b"<a/>"}), FileKind.FIXED),
        (packed({"ppt/presentation.xml": b"<a/>"}), FileKind.POWERPOINT),
        (packed({"xl/workbook.bin": b"a"}), FileKind.BINARY_EXCEL),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}, 0), FileKind.OPEN_TEXT),
        (word_bytes("甲")[:2000], FileKind.WORD),
        (b"PK\3\4" + bytes(40), FileKind.BROKEN),
        (b"\x00\x01\x02" * 9, FileKind.UNKNOWN),
    ],
)
def test_kinds_are_told_by_content(data, kind):
    assert kind_of(data) is kind


def test_a_workbook_that_holds_a_word_file_is_a_workbook():
    parts = {**unpacked(excel_bytes([["甲"]])), "xl/embeddings/a.docx": word_bytes("乙")}
    assert kind_of(packed(parts, zipfile.ZIP_STORED)) is FileKind.EXCEL


def test_a_word_file_that_holds_a_workbook_is_a_word_file():
    parts = {**unpacked(word_bytes("甲")), "word/embeddings/a.xlsx": excel_bytes([["乙"]])}
    assert kind_of(packed(parts, zipfile.ZIP_STORED)) is FileKind.WORD


def test_every_kind_that_is_not_read_says_what_to_do():
    read = (FileKind.WORD, FileKind.EXCEL, FileKind.TEXT)
    assert all(kind.facts.hint for kind in FileKind if kind not in read)


def test_streams_are_found_by_following_the_directory():
    assert set(streams_of(compound("WordDocument", "1Table"))) == {"WordDocument", "1Table"}
    assert streams_of(b"") == {}


def test_a_chain_of_sectors_that_turns_in_a_circle_ends():
    data = bytearray(compound("WordDocument"))
    data[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")  # the directory goes on with itself
    assert set(streams_of(bytes(data))) == {"WordDocument"}


@given(
    st.binary(max_size=600),
    st.sampled_from([b"", b"PK\3\4", b"PK\5\6", compound("Workbook")[:600]]),
)
def test_any_bytes_have_a_kind(data, start):
    assert kind_of(start + data) in FileKind


@given(st.text(min_size=1))
def test_a_text_is_read_back(text):
    data = text.encode("utf-8", "ignore")
    assert decode_text(data) == (
        None if b"\0" in data else data.decode("utf-8").removeprefix("\ufeff")
    )


def test_a_package_that_is_a_word_file_by_its_list_of_parts_only():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("[Content_Types].xml", "<a/>")
        package.writestr("other/main.xml", "<a/>")
    assert kind_of(target.getvalue()) is FileKind.WORD
