"""The family names inside font files, for machines that have no list of their fonts.

A font file is a table of tables; the one called ``name`` holds its names in several languages.
Whatever is not as it should be gives no name: a broken font is not our problem.
"""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

ENDINGS = frozenset((".ttf", ".otf", ".ttc", ".otc"))
MOST_FILES = 20_000
MOST_FACES = 64
LARGEST_NAMES = 256 * 1024

_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS, _UNICODE = 3, 0


def families_below(folders: Iterable[Path]) -> frozenset[str]:
    """Return the families of all font files in some folders."""
    return frozenset(
        name for folder in folders for path in _files(folder) for name in families_in(path)
    )


def families_in(path: Path) -> frozenset[str]:
    """Return the names of the families in one file, in every language it has them."""
    try:
        with path.open("rb") as file:
            return frozenset(name for at in _faces(file) for name in _names(file, at) if name)
    except (OSError, ValueError, struct.error, OverflowError):
        return frozenset()


def _files(folder: Path) -> Iterator[Path]:
    try:
        if not folder.is_dir():
            return
        for count, path in enumerate(folder.rglob("*")):
            if count >= MOST_FILES:
                return
            if path.suffix.lower() in ENDINGS:
                yield path
    except OSError:
        return


def _faces(file: BinaryIO) -> tuple[int, ...]:
    """Return where the faces begin: one, or those of a collection."""
    head = file.read(12)
    if head[:4] != b"ttcf":
        return (0,)
    count = min(struct.unpack(">I", head[8:12])[0], MOST_FACES)
    return struct.unpack(f">{count}I", file.read(4 * count))


def _names(file: BinaryIO, at: int) -> Iterator[str]:
    file.seek(at)
    tables = struct.unpack(">4xH6x", file.read(12))[0]
    for _ in range(tables):
        tag, offset, length = struct.unpack(">4s4xII", file.read(16))
        if tag == b"name":
            file.seek(offset)
            yield from _family_records(file.read(min(length, LARGEST_NAMES)))
            return


def _family_records(table: bytes) -> Iterator[str]:
    count, strings = struct.unpack_from(">2xHH", table)
    for index in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * index)
        if kind in (_FAMILY, _TYPOGRAPHIC_FAMILY) and platform in (_WINDOWS, _UNICODE):
            raw = table[strings + offset : strings + offset + length]
            yield raw.decode("utf-16-be", errors="ignore").strip("\0 ")
