"""Whether a template of somebody's own has the widths of the packaged one that it is a copy of."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.base.regular_file import read_regular
from generator.layout.pack import type_setting
from generator.word.columns.xml_text import unescape
from generator.word.package import DOCUMENT, PackageError, read_parts

_HEAD: Final = re.compile(r"<w:tbl>(.*?)(?:<w:tr[ >]|</w:tbl>)", re.DOTALL)
_COLUMN: Final = re.compile(r'<w:gridCol [^>]*?w:w="(\d+)"')
_CAPTION: Final = re.compile(r'<w:tblCaption [^>]*?w:val="([^"]*)"')


def has_widths_of(own: Path, packaged: Path) -> bool:
    """Tell whether nobody changed the widths of a copy, but for those that are marked as to stand."""
    try:
        mine, theirs = (read_regular(path) for path in (own, packaged))
        if mine == theirs:
            return True
        pairs = list(_tables(mine)), list(_tables(theirs))
    except (OSError, PackageError, UnicodeDecodeError):
        return False
    mark = type_setting().columns.keep_mark
    return len(pairs[0]) == len(pairs[1]) and all(
        mark in caption or widths == usual
        for (widths, caption), (usual, _) in zip(*pairs, strict=True)
    )


def _tables(data: bytes) -> Iterator[tuple[tuple[str, ...], str]]:
    for head in _HEAD.finditer(read_parts(data)[DOCUMENT].decode("utf-8")):
        caption = _CAPTION.search(head[1])
        yield tuple(_COLUMN.findall(head[1])), unescape(caption[1]) if caption else ""
