"""The words of a paragraph as it was found: characters, things that are no characters, and anchors.

What somebody struck out while changes were tracked is not there, what they wrote in is: open review
stays as it is, and everybody reads the paragraph as it looks.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from generator.word.anchors import document_of
from generator.word.edited.whole_fields import CONTAINERS, RUN, whole_fields
from generator.word.xml import Element, W

TEXT: Final = f"{W}t"
PARAGRAPH: Final = f"{W}p"
_OFF: Final = ("0", "false", "off")
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
START, END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_CHARACTERS: Final = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "‑",
}
STRUCK: Final = frozenset((f"{W}del", f"{W}moveFrom"))
# What is around the words and not among them.
_SILENT: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"),
        *("proofErr", "lastRenderedPageBreak", "softHyphen", "annotationRef"),
        *("footnoteRef", "endnoteRef", "separator", "continuationSeparator"),
        *("commentRangeStart", "commentRangeEnd", "permStart", "permEnd"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    )
)
REVIEW: Final = "修订"
PICTURE: Final = "图片"
CHART: Final = "图表"
COMMENT: Final = "批注"
NOTE: Final = "脚注"
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_LOOK: Final = f"{W}rPr"
_NAME: Final = f"{W}name"
_AROUND: Final = frozenset((END, f"{W}pPr", f"{W}proofErr"))
_THINGS: Final = {
    "drawing": PICTURE,
    "pict": PICTURE,
    "AlternateContent": PICTURE,
    "object": "嵌入对象",
    "sym": "符号",
    "footnoteReference": NOTE,
    "endnoteReference": "尾注",
    "commentReference": COMMENT,
    "oMath": "公式",
    "oMathPara": "公式",
    "sdt": "内容控件",
    "hyperlink": "超链接",
    "ins": REVIEW,
    "del": REVIEW,
    "moveFrom": REVIEW,
    "moveTo": REVIEW,
    "ruby": "拼音",
}
FIELD: Final = "域"
# What is read as a part of the sentence in which it stands.
READ: Final = frozenset((FIELD, "公式", "符号", "拼音"))
MOVABLE: Final = frozenset((PICTURE, CHART, "嵌入对象", "符号", NOTE, "尾注", COMMENT, "公式"))


class Spot(NamedTuple):
    """Where a character stands: in which element, and at which place of its text."""

    node: Element
    at: int


class Thing(NamedTuple):
    """Something that is no character: a picture, a field, a note; where it stands among them."""

    at: int
    kind: str
    element: Element
    words: str = ""  # what it says itself: a note, a comment, the text of a box

    @property
    def said(self) -> str:
        """Name it with what it says."""
        return f"{self.kind}：{self.words}" if self.words else self.kind


@dataclass(slots=True)
class Mark:
    """One of our anchors in a paragraph; ``None`` for a half that stands in another paragraph."""

    start: int | None = None
    end: int | None = None
    opening: Element | None = None
    closing: Element | None = None


@dataclass
class Words:
    """A paragraph taken apart."""

    paragraph: Element
    text: str
    nodes: list[tuple[Element, int]]  # in which its characters stand, and how many in each
    things: list[Thing] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)

    @cached_property
    def spots(self) -> list[Spot]:
        """Where each character stands; asked for only where something is to be written."""
        return [Spot(node, at) for node, length in self.nodes for at in range(length)]


Said = Callable[[Element], str]


def says_nothing(_: Element) -> str:
    """Know nothing of what notes and comments say: they stand in parts of their own."""
    return ""


def read_words(paragraph: Element, said: Said = says_nothing) -> Words:
    """Take a paragraph apart; ``said`` tells what notes and comments say."""
    return _Reader(paragraph, said).read()


def hidden_places(words: Words) -> list[int]:
    """Return which characters are hidden: they stand in the file and on no page."""
    hidden = {
        mark.getparent().getparent()
        for mark in words.paragraph.iter(f"{W}vanish")
        if mark.get(f"{W}val") not in _OFF
    }
    return [at for at, spot in enumerate(words.spots) if spot.node.getparent() in hidden]


class Plain(NamedTuple):
    """A paragraph that holds nothing but words, as nearly all do, and the names of its bookmarks."""

    text: str
    names: tuple[str, ...]


def read_plain(paragraph: Element) -> Plain | None:
    """Read a paragraph of words at one go (``None``: it holds something else as well)."""
    pieces: list[str] = []
    names: list[str] = []
    for child in paragraph:
        tag = child.tag
        if tag == RUN:
            for own in child:
                kind = own.tag
                if kind == TEXT:
                    pieces.append(own.text or "")
                elif kind != _LOOK:
                    return None
        elif tag == START:
            names.append(child.get(_NAME) or "")
        elif tag not in _AROUND:
            return None
    return Plain("".join(pieces), tuple([name for name in names if document_of(name)]))


class _Reader:
    def __init__(self, paragraph: Element, said: Said) -> None:
        self._paragraph, self._said = paragraph, said
        self._pieces: list[str] = []
        self._nodes: list[tuple[Element, int]] = []
        self._at = 0  # how many characters were read
        self._things: list[Thing] = []
        self._marks: dict[str, Mark] = {}
        self._open: dict[str, str] = {}  # number of a bookmark → its name
        self._fields: dict[Element, Element] | None = None  # looked for when one begins
        self._within: Element | None = None  # the mark that ends the field we are in

    def read(self) -> Words:
        self._walk(self._paragraph)
        return Words(self._paragraph, "".join(self._pieces), self._nodes, self._things, self._marks)

    def _walk(self, holder: Element) -> None:
        for child in holder:
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag == START:
                self._begin(child)
            elif tag == END:
                self._finish(child)
            elif tag in CONTAINERS:
                if tag in _BOXES:
                    self._thing(child)
                self._walk(child)
            elif tag in STRUCK:
                self._thing(child)
                self._marks_in(child)
            elif isinstance(tag, str) and tag not in _SILENT:
                self._thing(child)

    def _run(self, run: Element) -> None:
        for child in run:
            tag = child.tag
            if self._within is not None:
                if child is self._within:
                    self._within = None
                continue
            if tag == TEXT:
                self._take(child, child.text or "")
            elif tag in _CHARACTERS and not child.get(f"{W}type"):
                self._take(child, _CHARACTERS[tag])
            elif tag == _FIELD_MARK:
                self._field(child)
            elif tag == f"{W}br":
                continue  # the break of a page or column is of the look
            elif isinstance(tag, str) and tag not in _SILENT and tag not in _FIELD_MARKS:
                self._thing(child)

    def _field(self, mark: Element) -> None:
        """A field that begins and ends here is one thing; of others the marks are passed over."""
        if self._fields is None:
            self._fields = whole_fields(self._paragraph)
        if mark in self._fields:
            self._things.append(Thing(self._at, FIELD, mark))
            self._within = self._fields[mark]

    def _take(self, node: Element, words: str) -> None:
        self._pieces.append(words)
        self._nodes.append((node, len(words)))
        self._at += len(words)

    def _thing(self, element: Element) -> None:
        if self._within is None:
            name = str(element.tag).rpartition("}")[2]
            kind = FIELD if name == "fldSimple" else _THINGS.get(name, name)
            if kind == PICTURE and next(element.iter(_CHART), None) is not None:
                kind = CHART
            is_around = kind == REVIEW or element.tag in CONTAINERS
            words = "" if is_around else self._said(element) or text_within(element)
            self._things.append(Thing(self._at, kind, element, words))

    def _begin(self, mark: Element) -> None:
        name = mark.get(f"{W}name") or ""
        if document_of(name) and name not in self._marks:
            self._open[mark.get(f"{W}id") or ""] = name
            self._marks[name] = Mark(self._at, None, mark)

    def _finish(self, mark: Element) -> None:
        name = self._open.pop(mark.get(f"{W}id") or "", "")
        if name:
            self._marks[name].end, self._marks[name].closing = self._at, mark

    def _marks_in(self, struck: Element) -> None:
        """Anchors around what is struck out enclose nothing."""
        for mark in struck.iter(START, END):
            if mark.tag == START:
                self._begin(mark)
            else:
                self._finish(mark)


_BOXES: Final = frozenset(f"{W}{name}" for name in ("sdt", "hyperlink", "ins", "moveTo"))
_FIELD_MARK: Final = f"{W}fldChar"
_FIELD_MARKS: Final = frozenset(f"{W}{name}" for name in ("fldChar", "instrText", "delInstrText"))


def text_within(element: Element) -> str:
    """Return the words of a note or of a box that is drawn, a line for a paragraph.

    What is drawn may be there twice, once for programs that cannot draw the first.
    """
    lines: list[str] = []
    for node in element.iter(TEXT, PARAGRAPH):
        if any(holder.tag == _FALLBACK for holder in node.iterancestors()):
            continue
        if node.tag == PARAGRAPH or not lines:
            lines.append("")
        if node.tag == TEXT:
            lines[-1] += node.text or ""
    return "\n".join(line for line in lines if line)
