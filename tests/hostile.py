"""Files that no Office program writes, made here: broken, lying, endless, in disguise, and far too large."""

import io
import itertools
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

from tests.foreign import excel_bytes, word_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
STRINGS, BOOK = "xl/sharedStrings.xml", "xl/workbook.xml"
BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

Parts = dict[str, bytes]


def unpacked(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(
    parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED, more: Parts | None = None
) -> bytes:
    """Write a package; ``more`` may have names that are there already."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as package:
        warnings.simplefilter("ignore", UserWarning)  # of two parts with one name
        for name, data in itertools.chain(parts.items(), (more or {}).items()):
            package.writestr(zipfile.ZipInfo(name), data, method)
    return target.getvalue()


def word(document: str | bytes | None = None, method: int = 8, **more: bytes) -> bytes:
    """A Word file with another main part; ``None`` takes it away."""
    parts = unpacked(word_bytes("甲"))
    parts.pop(DOCUMENT)
    if document is not None:
        parts[DOCUMENT] = document if isinstance(document, bytes) else document.encode()
    return packed(parts, method, {name.replace("__", "/"): data for name, data in more.items()})


def body(inside: str) -> str:
    return f"<w:document {W}><w:body>{inside}</w:body></w:document>"


def sheet(changes: Mapping[str, tuple[bytes, bytes]], *gone: str) -> bytes:
    """A workbook with parts changed or taken away."""
    parts = unpacked(excel_bytes([["甲", 2], [3, "乙"]]))
    for name, (old, new) in changes.items():
        assert old in parts[name], name
        parts[name] = parts[name].replace(old, new)
    return packed({name: data for name, data in parts.items() if name not in gone})


def in_directory(data: bytes, change: Callable[[bytearray, int], None]) -> bytes:
    """Change each entry of the directory of a package."""
    changed = bytearray(data)
    at = changed.find(b"PK\1\2")
    while at >= 0:
        change(changed, at)
        at = changed.find(b"PK\1\2", at + 4)
    return bytes(changed)


def _put(shape: str, offset: int, value: int) -> Callable[[bytearray, int], None]:
    return lambda data, at: struct.pack_into(shape, data, at + offset, value)


def compound(*streams: str, start: bytes = b"") -> bytes:
    """An old Office file: a header, a table of sectors, a directory, and one stream of 4 KB."""
    header = bytearray(512)
    header[:8] = OLE
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", header, 44, 1)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<I", header, 56, 4096)
    struct.pack_into("<II", header, 60, _END, 0)
    struct.pack_into("<II", header, 68, _END, 0)
    struct.pack_into("<109I", header, 76, 0, *[_FREE] * 108)
    table = [_TABLE, _END, *range(3, 10), _END]
    table += [_FREE] * (128 - len(table))
    entries = [_entry("Root Entry", 5, _END, 0)]
    entries += [_entry(name, 2, 2, 4096) for name in streams]
    directory = b"".join(entries)[:512].ljust(512, b"\0")
    return bytes(header) + struct.pack("<128I", *table) + directory + start.ljust(4096, b"\0")


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    entry = bytearray(128)
    entry[: len(words)] = words
    struct.pack_into("<HB", entry, 64, len(words), kind)
    struct.pack_into("<IQ", entry, 116, start, size)
    return bytes(entry)


def _records(*records: tuple[int, bytes]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)


LOCKED_WORD = struct.pack("<5HH", 0xA5EC, 0xC1, 0, 0, 0, 0x100)
LOCKED_SHEET = _records((0x809, bytes(16)), (0x2F, bytes(54)))
OPEN_SHEET = _records((0x809, bytes(16)), (0x42, bytes(2)))


def _overlapping() -> bytes:
    """Ten thousand parts that are all the same million bytes of the file."""
    inside = zlib.compressobj(9, zlib.DEFLATED, -15)
    deflated = inside.compress(bytes(4_000_000)) + inside.flush()
    crc, size = zlib.crc32(bytes(4_000_000)), 4_000_000
    name = DOCUMENT.encode()
    local = struct.pack(
        "<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 33, crc, len(deflated), size, len(name), 0
    )
    data = local + name + deflated
    directory = b""
    names = [b"[Content_Types].xml", name, *(b"word/a%d.xml" % n for n in range(5000))]
    for own in names:
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 33, crc, len(deflated), size,
            len(own), 0, 0, 0, 0, 0, 0,
        ) + own  # fmt: skip
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, len(names), len(names), len(directory), len(data), 0
    )
    return data + directory + end


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Give the files by name; none of them can be read as what its name says."""
    yield from _lies()
    yield from _words()
    yield from _sheets()
    yield from _disguises()


def _lies() -> Iterator[tuple[str, bytes]]:
    """Packages that are cut off, or say what is not so."""
    plain = word_bytes("甲", [["乙", "丙"]])
    book = excel_bytes([["甲", 2], [3, "乙"]])
    yield "空.docx", b""
    yield "零.docx", bytes(5000)
    yield "只有开头.docx", b"PK\3\4"
    yield "只有结尾.docx", b"PK\5\6" + bytes(18)
    for part in (3, 10, 50, 90, 99):
        yield f"截断{part}.docx", plain[: len(plain) * part // 100]
        yield f"截断{part}.xlsx", book[: len(book) * part // 100]
    yield "校验和.docx", in_directory(plain, _put("<L", 16, 0x12345678))
    yield "校验和.xlsx", in_directory(book, _put("<L", 16, 0x12345678))
    yield "位置.docx", in_directory(plain, _put("<L", 42, 0xFFFFFFF0))
    yield "位置.xlsx", in_directory(book, _put("<L", 42, 0x7FFFFFF0))
    yield "号称很大.docx", in_directory(plain, _put("<L", 24, 0xFFFFFFF0))
    yield "号称很大.xlsx", in_directory(book, _put("<L", 24, 0xFFFFFFF0))
    yield "加密.docx", in_directory(plain, _put("<H", 8, 1))
    yield "加密.xlsx", in_directory(book, _put("<H", 8, 1))
    for method in (12, 14, 97, 9, 1, 99):
        yield f"压缩方法{method}.docx", in_directory(plain, _put("<H", 10, method))
        yield f"压缩方法{method}.xlsx", in_directory(book, _put("<H", 10, method))
    yield "bzip2.docx", word(body("<w:p/>"), zipfile.ZIP_BZIP2)
    yield "lzma.docx", word(body("<w:p/>"), zipfile.ZIP_LZMA)
    yield "重名.docx", packed(unpacked(plain), more={DOCUMENT: body("<w:p/>").encode()})
    yield "重名.xlsx", packed(unpacked(book), more={SHEET: b"<worksheet/>"})
    yield "指到外面.docx", word(body(""), **{"..__..__etc__passwd": b"x"})
    yield "指到盘符.docx", packed({**unpacked(plain), "C:/x.xml": b"x"})
    yield "lzma坏.docx", in_directory(word(body(""), zipfile.ZIP_STORED), _put("<H", 10, 14))
    yield "bz坏.docx", in_directory(word(body(""), zipfile.ZIP_STORED), _put("<H", 10, 12))


def _words() -> Iterator[tuple[str, bytes]]:
    """Word files whose parts are not what they should be."""
    yield "没有正文.docx", word(None)
    yield "没有body.docx", word(f"<w:document {W}/>")
    yield "不是文档.docx", word("<a/>")
    yield "空正文.docx", word(b"")
    yield "半截XML.docx", word(f"<w:document {W}><w:body><w:p>")
    yield "嵌套.docx", word(f"<w:document {W}><w:body>" + "<w:sdt>" * 100_000)
    yield (
        "嵌套完整.docx",
        word(body("<w:tbl><w:tr><w:tc>" * 30_000 + "</w:tc></w:tr></w:tbl>" * 30_000)),
    )
    yield "DTD.docx", word(f"<!DOCTYPE a [<!ENTITY e '甲'>]>{body('<w:p>&e;</w:p>')}")
    yield (
        "外部实体.docx",
        word(f"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>{body('<w:p>&e;</w:p>')}"),
    )
    yield "宽DTD.docx", word(f"<!DOCTYPE a []>{body('')}".encode("utf-16"))
    lines = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    yield "十亿次笑.docx", word(f"<!DOCTYPE a [<!ENTITY a0 '哈'>{lines}]>{body('&a11;')}")
    yield (
        "列太多.docx",
        word(
            body(
                '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr></w:tc><w:tc/></w:tr></w:tbl>'
            )
        ),
    )


def _sheets() -> Iterator[tuple[str, bytes]]:
    """Workbooks whose parts are not what they should be."""
    yield "没有工作簿.xlsx", sheet({}, BOOK)
    yield "没有工作表.xlsx", sheet({}, SHEET)
    yield "没有关系.xlsx", sheet({}, BOOK_RELATIONS)
    yield "没有文字表.xlsx", sheet({}, STRINGS)
    yield "文字越界.xlsx", sheet({SHEET: (b"<v>0</v>", b"<v>99</v>")})
    yield "远角.xlsx", sheet({SHEET: (b'r="A1"', b'r="XFD1048576"')})
    yield "远角单引号.xlsx", sheet({SHEET: (b'r="A1"', b"r='XFD1048576'")})
    yield "远角小写.xlsx", sheet({SHEET: (b'r="A1"', b'r="xfd1048576"')})
    yield "没有这格.xlsx", sheet({SHEET: (b'r="A1"', b'r="ZZZZZZZZ99999999999"')})
    yield "第零行.xlsx", sheet({SHEET: (b'r="A1"', b'r="A0"')})
    yield "行号.xlsx", sheet({SHEET: (b'<row r="1"', b'<row r="99999999999"')})
    yield (
        "没有位置.xlsx",
        sheet(
            {SHEET: (b"</row>", b"</row><row r='1048576'>" + b"<c><v>1</v></c>" * 9 + b"</row>")}
        ),
    )
    yield (
        "合并坏了.xlsx",
        sheet(
            {SHEET: (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="9"/></mergeCells>')}
        ),
    )
    yield "DTD.xlsx", sheet({BOOK: (b"<workbook", b"<!DOCTYPE x []><workbook")})
    yield "实体.xlsx", sheet({STRINGS: (b"<sst", b"<!DOCTYPE x [<!ENTITY e '1'>]><sst")})
    yield "半截.xlsx", sheet({SHEET: (b"</sheetData>", b"")})
    yield "嵌套.xlsx", sheet({SHEET: (b"<sheetData>", b"<a>" * 100_000)})


def _disguises() -> Iterator[tuple[str, bytes]]:
    """Files that are something else than their names say."""
    yield "旧.docx", compound("WordDocument")
    yield "旧.doc", compound("WordDocument")
    yield "旧.wps", compound("WordDocument")
    yield "旧.xls", compound("Workbook", start=OPEN_SHEET)
    yield "旧.et", compound("Workbook", start=OPEN_SHEET)
    yield "锁.doc", compound("WordDocument", start=LOCKED_WORD)
    yield "锁.xls", compound("Workbook", start=LOCKED_SHEET)
    yield "锁.docx", compound("EncryptionInfo", "EncryptedPackage")
    yield "坏旧.doc", OLE + bytes(600)
    yield "打转.doc", OLE + b"\0" * 22 + struct.pack("<HH", 9, 6) + bytes(480) + bytes(4096)
    yield "网页.docx", "<html><body>甲</body></html>".encode()
    yield "网页.xls", "\ufeff<table><tr><td>甲</td></tr></table>".encode()
    yield "网页.txt", "<!DOCTYPE html><html>甲</html>".encode()
    yield "富文本.docx", b"{\\rtf1\\ansi a}"
    yield "版式.docx", b"%PDF-1.7\n%\xe2\xe3"
    yield "图.docx", b"\x89PNG\r\n\x1a\n" + bytes(100)
    yield "别的压缩包.docx", packed({"readme.txt": b"a"})
    yield "压缩包.docx", b"Rar!\x1a\x07\x00"
    yield "乱.txt", bytes(range(256)) * 4
    yield "乱.docx", bytes(range(255, -1, -1)) * 40


def heavy_files() -> Iterator[tuple[str, bytes]]:
    """Files that would take much memory or time."""
    plain = word_bytes("甲", [["乙", "丙"]])
    yield "重叠.docx", _overlapping()
    yield "部件太多.docx", packed({**unpacked(plain), **{f"a{n}": b"" for n in range(20_001)}})
    yield "膨胀.docx", word(b"<a>" + bytes(70_000_000))
    yield "膨胀.xlsx", sheet({SHEET: (b"<sheetData>", b"<sheetData>" + b" " * 70_000_000)})
    yield "标记太多.docx", word(body("<w:p/>" * 2_100_000))
    yield "文字太长.docx", word(body(f"<w:p><w:r><w:t>{'字' * 4_000_000}</w:t></w:r></w:p>"))
    merges = b"".join(b'<mergeCell ref="A1:B2"/>' for _ in range(60_000))
    yield (
        "合并.xlsx",
        sheet({SHEET: (b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>")}),
    )
    yield "太长.txt", b"a" * (3 * 1024 * 1024)
