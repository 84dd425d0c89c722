"""Sections: paper, margins, grid, how their pages are numbered."""

from collections.abc import Callable, Iterator, Sequence

from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidBlock, LaidParagraph, LaidSection, PageNumber
from generator.word.reading.look.paragraphs import ParagraphReader
from generator.word.reading.look.run_looks import PAGE
from generator.word.reading.markup import Element, child, descend, local, value, w, whole
from generator.word.xml import R

_STARTS_ANEW = ("", "nextPage", "evenPage", "oddPage")
_SKIPPED = "Fallback"  # a text box is written twice
_FRAMES = {"outside": "outside", "inside": "inside", "center": "center", "right": "right"}

Foot = tuple[PageNumber, ...]
Open = Callable[[str], Element | None]


class SectionReader:
    """Reads sections in their order: one that names no foot takes that of the one before."""

    def __init__(self, paragraphs: ParagraphReader, open_part: Open) -> None:
        self._paragraphs, self._open = paragraphs, open_part
        self._feet: dict[str, Foot] = {}
        self._known: dict[str, Foot] = {}

    def read(self, element: Element | None, blocks: Sequence[LaidBlock]) -> LaidSection:
        """Read the properties of a section; without any its paper is not known."""
        if element is None:
            return LaidSection(tuple(blocks), 0, 0, 0, 0, 0, 0)
        for name in ("headerReference", "footerReference"):
            for reference in element.iterfind(w(name)):
                pages = reference.get(w("type"), "default")
                self._feet[f"{name} {pages}"] = self._foot(reference.get(f"{R}id", ""), pages)
        size, space, grid = (child(element, name) for name in ("pgSz", "pgMar", "docGrid"))
        gutter = _length(space, "gutter")
        return LaidSection(
            tuple(blocks),
            _length(size, "w"),
            _length(size, "h"),
            abs(_length(space, "top")),
            _length(space, "right"),
            abs(_length(space, "bottom")),
            _length(space, "left") + gutter,
            "" if grid is None else grid.get(w("type"), ""),
            _length(grid, "linePitch"),
            _length(grid, "charSpace"),
            value(element, "type") in _STARTS_ANEW,
            child(element, "titlePg") is not None,
            tuple(number for foot in self._feet.values() for number in foot),
        )

    def _foot(self, id: str, pages: str) -> Foot:
        """Return the numbers of pages in a header or footer, in its text boxes as well."""
        if id not in self._known:
            root = self._open(id)
            self._known[id] = () if root is None else tuple(self._numbers(root))
        return tuple(number._replace(pages=pages) for number in self._known[id])

    def _numbers(self, root: Element) -> Iterator[PageNumber]:
        for element, around in _paragraphs(root):
            read = self._paragraphs.read(element, DocumentPlace(), marks_pages=True)
            if PAGE in read.text:
                side = around or _frame(element) or read.setting.side or "left"
                yield _number(read, side)


def _number(read: LaidParagraph, side: str) -> PageNumber:
    before, _, after = read.text.partition(PAGE)
    letters = next(run.letters for run in read.runs if PAGE in run.text)
    return PageNumber("", side, before, after, letters)


def _paragraphs(root: Element) -> Iterator[tuple[Element, str]]:
    """Go through paragraphs, those of text boxes with the side on which the box stands."""
    work: list[tuple[Element, str]] = [(root, "")]
    while work:
        element, side = work.pop()
        name = local(element)
        if name == _SKIPPED:
            continue
        if name == "p":
            yield element, side
        if name in ("anchor", "inline"):
            found = [e.text or "" for e in element.iter() if local(e) == "align"]
            side = next((_FRAMES[text] for text in found if text in _FRAMES), side)
        work += [(inner, side) for inner in reversed(element)]


def _frame(paragraph: Element) -> str:
    frame = descend(paragraph, "pPr/framePr")
    return "" if frame is None else _FRAMES.get(frame.get(w("xAlign"), ""), "")


def _length(element: Element | None, name: str) -> int:
    return 0 if element is None else whole(element.get(w(name), "").partition(".")[0])
