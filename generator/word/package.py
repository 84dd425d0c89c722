"""A Word file as a package of parts: read within limits, written the same way every time."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.base.archive import Bounds, Package, UnsafePackageError

# Unpacked: a small file can hold a very large part.
BOUNDS = Bounds(part=50 * 1024 * 1024, all=50 * 1024 * 1024, parts=2000)
COMPRESSION = 6
DOCUMENT = "word/document.xml"

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DAY = (1980 - 1980) << 9 | 1 << 5 | 1  # no file tells when it was written
_UTF8 = 0x800
_SMALL = 4096


class PackageError(ValueError):
    """Not a Word file, or one that must not be unpacked; the words are for the user."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Part(NamedTuple):
    """A part as it stands in the file: already deflated, with its check sum."""

    name: str
    deflated: bytes
    crc: int
    size: int


def read_parts(data: bytes) -> dict[str, bytes]:
    """Unpack a Word file; raises ``PackageError``."""
    try:
        parts = Package(data, BOUNDS).read_all()
    except UnsafePackageError as error:
        raise PackageError(error.message, error.hint) from error
    if DOCUMENT not in parts or _FIRST[0] not in parts:
        raise PackageError("不能作为 Word 文件读取，里面没有正文", "请用 Word 或 WPS 另存为 .docx")
    return parts


def deflate(name: str, data: bytes) -> Part:
    """Compress a part. Small ones (headers, lists of parts) are the same in many documents."""
    return _deflate_known(name, data) if len(data) <= _SMALL else _deflate(name, data)


@lru_cache(maxsize=256)
def _deflate_known(name: str, data: bytes) -> Part:
    return _deflate(name, data)


def _deflate(name: str, data: bytes) -> Part:
    packer = zlib.compressobj(COMPRESSION, zlib.DEFLATED, -15)
    return Part(name, packer.compress(data) + packer.flush(), zlib.crc32(data), len(data))


def join_parts(parts: Iterable[Part]) -> bytes:
    """Write a package: fixed order, no times, no attributes of a machine."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    ordered = sorted(parts, key=lambda part: part_order(part.name))
    for part in ordered:
        name = part.name.encode()
        flag = 0 if name.isascii() else _UTF8
        sizes = (part.crc, len(part.deflated), part.size)
        pieces += (
            _LOCAL.pack(b"PK\3\4", 20, flag, 8, 0, _DAY, *sizes, len(name), 0),
            name,
            part.deflated,
        )
        directory += (
            _CENTRAL.pack(
                b"PK\1\2", 20, 20, flag, 8, 0, _DAY, *sizes, len(name), 0, 0, 0, 0, 0, at
            ),
            name,
        )
        at += _LOCAL.size + len(name) + len(part.deflated)
    listing = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(ordered), len(ordered), len(listing), at, 0)
    return b"".join((*pieces, listing, end))


def join_plain(parts: Mapping[str, bytes]) -> bytes:
    """Compress and write all parts of a package."""
    return join_parts(deflate(name, data) for name, data in parts.items())


def part_order(name: str) -> tuple[int, str]:
    """Sort the list of types and the root relations first, as readers expect; then by name."""
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
