"""The parts of a .docx that hold words, found by its relationships; pictures stay packed."""

import posixpath
from typing import NamedTuple

from generator.base.archive import Package, UnsafePackageError
from generator.word.reading.heading_styles import Styles, styles_in
from generator.word.reading.markup import Element, parse_part

_DOCUMENT = "word/document.xml"
# Parts beside the document, by the end of their relationship type, with what a reader calls them.
_ASIDE = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}


class Parts(NamedTuple):
    """The parsed parts."""

    document: Element
    styles: Styles
    numbering: Element | None
    others: tuple[tuple[str, Element], ...]


def find_parts(package: Package) -> Parts:
    """Find and parse the parts; what a relationship names and the package lacks is passed over."""
    main, document = main_part(package)
    styles: Styles | None = None
    numbering: Element | None = None
    others: list[tuple[str, Element]] = []
    counts: dict[str, int] = {}
    for kind, target in _relations(package, main):
        if target not in package:
            continue
        if kind == "styles" and styles is None:
            styles = styles_in(package.read(target), target)
        elif kind == "numbering" and numbering is None:
            numbering = parse_part(package.read(target), target)
        elif kind in _ASIDE:
            counts[kind] = counts.get(kind, 0) + 1
            name = (
                f"{_ASIDE[kind]} {counts[kind]}" if kind in ("header", "footer") else _ASIDE[kind]
            )
            others.append((name, parse_part(package.read(target), target)))
    return Parts(document, styles or Styles(), numbering, tuple(others))


def main_part(package: Package) -> tuple[str, Element]:
    """Find and parse the part with the text; returns its name as well."""
    main = next((t for kind, t in _relations(package, "") if kind == "officeDocument"), _DOCUMENT)
    main = main if main in package else _DOCUMENT
    if main not in package:
        raise UnsafePackageError("不是 Word 文件：里面没有正文", "请用 Word 或 WPS 另存为 .docx")
    document = parse_part(package.read(main), main)
    if not str(document.tag).endswith("}document"):
        raise UnsafePackageError("不是 Word 文件：正文不是 Word 的格式")
    return main, document


class Relation(NamedTuple):
    """What a part refers to: the end of the type, the target within the package."""

    id: str
    kind: str
    target: str


def _relations(package: Package, part: str) -> list[tuple[str, str]]:
    return [(relation.kind, relation.target) for relation in relations_of(package, part)]


def relations_of(package: Package, part: str) -> list[Relation]:
    """Return the internal relationships of a part."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package:
        return []
    found: list[Relation] = []
    for element in parse_part(package.read(path), path):
        target = element.get("Target") if isinstance(element.tag, str) else None
        if target and element.get("TargetMode") != "External":
            kind = element.get("Type", "").rpartition("/")[2]
            joined = (
                target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            )
            found.append(Relation(element.get("Id", ""), kind, posixpath.normpath(joined)))
    return found
