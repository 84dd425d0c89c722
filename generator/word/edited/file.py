"""A Word file as it was found: its parts, and its texts in blocks; what nobody changes is written back as it was."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from generator.base.pattern import Pattern
from generator.word.edited.anchor_marks import tidy_anchors
from generator.word.edited.edited_story import Block, Passage
from generator.word.edited.edited_words import text_within
from generator.word.edited.identity import Identities, number_bookmarks
from generator.word.edited.story_reading import read_blocks
from generator.word.package import DOCUMENT, PackageError, join_plain, read_parts
from generator.word.redline.resolve import is_story
from generator.word.stamp import PROPERTIES
from generator.word.stamp_property import read_stamp, with_stamp
from generator.word.xml import Element, W, bytes_of, parse

# The strict kind of the format says the same in other namespaces (ISO/IEC 29500-1, annex A).
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMES: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"/ooxml/officeDocument/extendedProperties", b"/ooxml/officeDocument/extended-properties"),
    (b"/ooxml/officeDocument/customProperties", b"/ooxml/officeDocument/custom-properties"),
    (b"/relationships/extendedProperties", b"/relationships/extended-properties"),
    (b"/relationships/customProperties", b"/relationships/custom-properties"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/metadata/",
        b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)
_NOTES: Final = Pattern(r"word/(?:footnotes|endnotes)\d*\.xml")
_APART: Final = {
    f"{W}footnoteReference": "footnote",
    f"{W}endnoteReference": "endnote",
    f"{W}commentReference": "comment",
}
_TITLES: Final = (
    ("header", "页眉"),
    ("footer", "页脚"),
    ("footnotes", "脚注"),
    ("endnotes", "尾注"),
)


class WordFile:
    """The parts of a file. Raises ``PackageError`` and ``XmlError``."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.parts: dict[str, bytes] = {
            name: _transitional(name, part) for name, part in read_parts(data).items()
        }
        self._roots: dict[str, Element] = {}
        self._blocks: dict[str, list[Block]] = {}
        self._changed: set[str] = set()
        self._identities: Identities | None = None

    def root(self, name: str = DOCUMENT) -> Element:
        """Return the tree of a part."""
        if name not in self._roots:
            self._roots[name] = parse(self.parts[name])
        return self._roots[name]

    def blocks(self, name: str = DOCUMENT) -> list[Block]:
        """Return the blocks of a text."""
        if name not in self._blocks:
            self._blocks[name] = self._read(name)
        return self._blocks[name]

    def body(self) -> Element:
        """Return what holds the blocks of the main text."""
        body = self.root().find(f"{W}body")
        if body is None:
            raise PackageError(
                "不能作为 Word 文件读取，里面没有正文", "请用 Word 或 WPS 另存一份再试"
            )
        return body

    def stories(self) -> list[str]:
        """Name the texts of the file, the main one first."""
        return [
            DOCUMENT,
            *sorted(name for name in self.parts if is_story(name) and name != DOCUMENT),
        ]

    def passages(self) -> Iterator[Passage]:
        """Go through all paragraphs of all texts."""
        for name in self.stories():
            for block in self.blocks(name):
                yield from block.passages()

    def touch(self, name: str = DOCUMENT) -> None:
        """Remember that a part was changed, so that it is written anew."""
        self._changed.add(name)

    def read_anew(self, name: str = DOCUMENT) -> None:
        """Read the blocks of a text again, which was changed: what was read of them holds no more."""
        self.touch(name)
        self._blocks.pop(name, None)

    def replace(self, parts: Mapping[str, bytes]) -> None:
        """Put parts in place of others."""
        self.parts |= parts
        for name in parts:
            self._roots.pop(name, None)
            self._blocks.pop(name, None)

    def restamp(self, stamp: str) -> None:
        """Say which version of ours this is now, where it said so before."""
        if read_stamp(self.parts):
            self.parts[PROPERTIES] = with_stamp(self.parts[PROPERTIES], stamp)

    @property
    def identities(self) -> Identities:
        """Return what hands out numbers that nothing in the file has."""
        if self._identities is None:
            self._identities = Identities(self.root(name) for name in self.stories())
        return self._identities

    def numbers(self) -> Iterator[int]:
        """Give numbers for bookmarks that nothing in the file has."""
        return self.identities.bookmarks

    def flush(self) -> None:
        """Write changed trees into their parts."""
        for name in sorted(self._changed):
            if is_story(name):
                tidy_anchors(self._roots[name])
                number_bookmarks(self._roots[name], self.numbers())
            self.parts[name] = bytes_of(self._roots[name])
        self._changed.clear()

    def bytes(self) -> bytes:
        """Write the file: only what was changed is written anew."""
        self.flush()
        return join_plain(self.parts)

    def _said(self, element: Element) -> str:
        """Return what a note or comment says, by the mark of it in the text."""
        kind = _APART.get(element.tag)
        return "" if kind is None else self._apart.get((kind, element.get(f"{W}id") or ""), "")

    @cached_property
    def _apart(self) -> dict[tuple[str, str], str]:
        """What stands apart from the text, by its kind and number."""
        found: dict[tuple[str, str], str] = {}
        for name in self.parts:
            kind = next((k for k in _APART.values() if name == f"word/{k}s.xml"), "")
            for own in self.root(name).iter(f"{W}{kind}") if kind else ():
                found[kind, own.get(f"{W}id") or ""] = text_within(own)
        return found

    def _read(self, name: str) -> list[Block]:
        title = next((words for kind, words in _TITLES if kind in name), "")
        if name == DOCUMENT:
            return read_blocks(self.body(), "", self._said)
        root = self.root(name)
        if not is_notes(name):
            return read_blocks(root, title, self._said)
        return [block for note in root for block in read_blocks(note, title)]


def is_notes(name: str) -> bool:
    """Tell whether a part holds footnotes or endnotes."""
    return _NOTES.fullmatch(name) is not None


def _transitional(name: str, part: bytes) -> bytes:
    if name.endswith((".xml", ".rels")) and _STRICT in part:
        for strict, usual in _STRICT_NAMES:
            part = part.replace(strict, usual)
    return part
