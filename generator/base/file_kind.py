"""What a file is, told by its content: an ending can be wrong, and often is."""

import re
import struct
from enum import Enum
from typing import NamedTuple

from generator.base.compound import SIGNATURE, streams_of


class Facts(NamedTuple):
    """What to say of a kind, what to do with it, and from which ending to which it can be converted."""

    said: str
    hint: str = ""
    ending: str = ""
    converted: str = ""


_AS_WORD = "请用 Word 或 WPS 打开，另存为 .docx"
_AS_EXCEL = "请用 Excel 或 WPS 打开，另存为 .xlsx"
_UNLOCK = "请先用 Word、Excel 或 WPS 打开，去掉密码后另存"
_ORIGINAL = "请用原来的 Word 或 Excel 文件"
_WRONG_FILE = "请检查是不是选错了文件"


class FileKind(Enum):
    """The kinds of files that we read, and those that we know by name."""

    EMPTY = Facts("文件是空的", "请检查文件是否完整")
    WORD = Facts("Word 文件")
    EXCEL = Facts("Excel 文件")
    TEXT = Facts("文本")
    BROKEN = Facts("文件已损坏，打不开", "请检查文件是否完整，或向对方再要一份")
    PACKAGE = Facts("不是 .docx 或 .xlsx 文件，而是别的压缩包", "请解压，再指定里面的文件")
    POWERPOINT = Facts("这是 PowerPoint 文件", _ORIGINAL)
    BINARY_EXCEL = Facts("这是 .xlsb 格式", _AS_EXCEL, "xlsb", "xlsx")
    OPEN_TEXT = Facts("这是 OpenDocument 文字（.odt）", _AS_WORD, "odt", "docx")
    OPEN_SHEET = Facts("这是 OpenDocument 表格（.ods）", _AS_EXCEL, "ods", "xlsx")
    LOCKED = Facts("文件有打开密码", _UNLOCK)
    OLD_WORD = Facts("这是旧的 .doc 格式（.wps 也是）", _AS_WORD, "doc", "docx")
    OLD_EXCEL = Facts("这是旧的 .xls 格式（.et 也是）", _AS_EXCEL, "xls", "xlsx")
    OLD_OFFICE = Facts("这是旧的 Office 格式", "请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx")
    RTF = Facts("这是 RTF 文件", _AS_WORD, "rtf", "docx")
    HTML = Facts(
        "这是网页文件", "请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx", "html", "docx"
    )
    XML = Facts("这是 XML 文件", "请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx")
    PDF = Facts("这是 PDF 文件", _ORIGINAL)
    FIXED = Facts("这是 OFD 版式文件", _ORIGINAL)
    PICTURE = Facts("这是图片", _ORIGINAL)
    ARCHIVE = Facts("这是压缩包", "请解压，再指定里面的文件")
    UNKNOWN = Facts("认不出是什么文件", _WRONG_FILE)

    @property
    def facts(self) -> Facts:
        """Return what is known of the kind."""
        facts: Facts = self.value
        return facts

    @property
    def is_convertible(self) -> bool:
        """Tell whether LibreOffice can make a file of it that we read."""
        return bool(self.facts.ending)


_SIGNATURES = (
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"II*\0", FileKind.PICTURE),
    (b"MM\0*", FileKind.PICTURE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|div|style)\b", re.IGNORECASE)
_XML = re.compile(rb"<(?:\?xml|[a-zA-Z][\w.-]*:[\w.-]+[\s>/])")
_PARTS = (
    (b"word/document", FileKind.WORD),
    (b"xl/workbook.bin", FileKind.BINARY_EXCEL),
    (b"xl/workbook", FileKind.EXCEL),
    (b"ppt/presentation", FileKind.POWERPOINT),
    (b"application/vnd.oasis.opendocument.text", FileKind.OPEN_TEXT),
    (b"application/vnd.oasis.opendocument.spreadsheet", FileKind.OPEN_SHEET),
    (b"OFD.xml", FileKind.FIXED),
    (b"xl/", FileKind.EXCEL),
    (b"[Content_Types].xml", FileKind.WORD),  # its main part may have any name
)
_PACKAGES = (b"PK\3\4", b"PK\5\6", b"PK\7\b")
_BEGINNING = 256
_HEAD = 4096
# In a compound file whose directory cannot be followed the streams are looked for by their names.
_STREAMS = ("EncryptedPackage", "WordDocument", "Workbook", "Book", "PowerPoint Document")
_FILEPASS, _BOF = 0x2F, 0x809
_IS_ENCRYPTED = 0x100


def kind_of(data: bytes) -> FileKind:
    """Tell what bytes are."""
    if not data:
        return FileKind.EMPTY
    if data.startswith(_PACKAGES) or data in (b"P", b"PK", b"PK\3"):
        return _package_kind(data)
    if data.startswith(SIGNATURE):
        return _compound_kind(data)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    for start, kind in _SIGNATURES:
        if head.startswith(start):
            return kind
    if head.startswith(b"<"):
        plain = re.sub(rb"<!--.*?-->|<\?xml[^>]*\?>", b"", head, flags=re.DOTALL).lstrip()
        if _HTML.match(plain):
            return FileKind.HTML
        if _XML.match(head):
            return FileKind.XML
    return FileKind.TEXT if _is_text(data) else FileKind.UNKNOWN


def decode_text(data: bytes) -> str | None:
    """Read a text in UTF-8, UTF-16 or GB18030; ``None`` for what is none of them."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return None


def _is_text(data: bytes) -> bool:
    return decode_text(data) is not None


def _package_kind(data: bytes) -> FileKind:
    """Look for the names of parts in the directory; a broken package may have no directory."""
    directory = _package_directory(data)
    for place in (directory, data):
        for name, kind in _PARTS:
            if name in place:
                return kind
    return FileKind.PACKAGE if directory else FileKind.BROKEN


def _package_directory(data: bytes) -> bytes:
    """Return the directory at the end, with the beginning, where a file may say what it is."""
    end = data.rfind(b"PK\5\6")
    if end < 0 or len(data) < end + 20:
        return b""
    size, start = struct.unpack_from("<II", data, end + 12)
    directory = data[start : start + size]
    return data[:_BEGINNING] + directory if directory else b""


def _compound_kind(data: bytes) -> FileKind:
    streams = streams_of(data)
    if not any(name in streams for name in _STREAMS):
        streams = {name: b"" for name in _STREAMS if name.encode("utf-16-le") in data}
    if "EncryptedPackage" in streams:
        return FileKind.LOCKED
    if "WordDocument" in streams:
        return FileKind.LOCKED if _is_locked_word(streams["WordDocument"]) else FileKind.OLD_WORD
    for name in ("Workbook", "Book"):
        if name in streams:
            return FileKind.LOCKED if _is_locked_sheet(streams[name]) else FileKind.OLD_EXCEL
    return FileKind.POWERPOINT if "PowerPoint Document" in streams else FileKind.OLD_OFFICE


def _is_locked_word(head: bytes) -> bool:
    """Look at the flags of the file's own description (MS-DOC, FibBase)."""
    return len(head) >= 12 and bool(struct.unpack_from("<H", head, 10)[0] & _IS_ENCRYPTED)


def _is_locked_sheet(head: bytes) -> bool:
    """Look for the record of a password among the first ones (MS-XLS, FilePass)."""
    at = 0
    while at + 4 <= len(head):
        kind, length = struct.unpack_from("<HH", head, at)
        if kind == _FILEPASS:
            return True
        if at == 0 and kind != _BOF:
            return False
        at += 4 + length
    return False
