"""Paragraphs and runs with another look; of their words nothing but spaces in front goes."""

from collections.abc import Iterator
from typing import Final

from generator.model.page_mend import Indent, Side
from generator.word.property_order import OF_PARAGRAPH, OF_RUN, child_of, holder
from generator.word.reading.look.run_looks import printed_length, runs_of
from generator.word.xml import Element, W

_SPACES: Final = " \u3000\t\xa0"
_SIDES: Final = ("left", "start", "right", "end", "hanging", "firstLine")
_HUNDREDTHS: Final = 100
_APART: Final = ("footnoteReference", "endnoteReference", "commentReference")
# What makes an empty paragraph more than a distance.
_WORTH: Final = (
    *("sectPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "br"),
    *("commentReference", "fldChar", "fldSimple", "permStart", "permEnd", "sdt", "ins", "del"),
)


def set_letters(paragraph: Element, font: str, size: int, behind: int) -> None:
    """Give the runs behind some characters another Chinese font or size."""
    at = 0
    for run in runs_of(paragraph):
        start, at = at, at + printed_length(run)
        properties = holder(run, "rPr")
        if start < behind or _stands_apart(run, properties):
            continue
        if font:
            fonts = child_of(properties, "rFonts", OF_RUN)
            fonts.attrib.pop(f"{W}eastAsiaTheme", None)
            fonts.set(f"{W}eastAsia", font)
        for name in ("sz", "szCs") if size else ():
            child_of(properties, name, OF_RUN).set(f"{W}val", str(size))


def hint_marks(paragraph: Element, marks: str) -> None:
    """Let marks that both scripts have be set in the Chinese font."""
    for run in runs_of(paragraph):
        if any(sign in (text.text or "") for text in run.iterchildren(f"{W}t") for sign in marks):
            fonts = child_of(holder(run, "rPr"), "rFonts", OF_RUN)
            fonts.set(f"{W}hint", "eastAsia")


def set_pitch(paragraph: Element, line: int) -> None:
    """Let lines stand so far apart (0: as far as their letters need)."""
    spacing = child_of(holder(paragraph, "pPr"), "spacing", OF_PARAGRAPH)
    spacing.set(f"{W}line", str(line or 240))
    spacing.set(f"{W}lineRule", "exact" if line else "auto")


def add_distance(paragraph: Element, before: int, known: int) -> None:
    """Leave more room above than there is."""
    spacing = child_of(holder(paragraph, "pPr"), "spacing", OF_PARAGRAPH)
    for name in ("beforeLines", "beforeAutospacing"):
        spacing.attrib.pop(f"{W}{name}", None)
    spacing.set(f"{W}before", str(before + known))


def begin_page(paragraph: Element) -> None:
    """Let a page begin here."""
    child_of(holder(paragraph, "pPr"), "pageBreakBefore", OF_PARAGRAPH).set(f"{W}val", "1")


def set_indent(paragraph: Element, change: Indent) -> None:
    """Let the first line begin some characters in, and the others at the edge."""
    indent = _plain_indent(paragraph)
    indent.set(f"{W}leftChars", "0")
    indent.set(f"{W}left", "0")
    indent.set(f"{W}firstLineChars", str(change.characters * _HUNDREDTHS))
    indent.set(f"{W}firstLine", str(change.characters * change.em))


def set_side(paragraph: Element, change: Side) -> None:
    """Set a paragraph in the middle, or on the right with room behind it."""
    indent = _plain_indent(paragraph)
    for name in ("leftChars", "left", "firstLineChars", "firstLine"):
        indent.set(f"{W}{name}", "0")
    indent.set(f"{W}rightChars", str(change.right * _HUNDREDTHS))
    indent.set(f"{W}right", str(change.right * change.em))
    child_of(holder(paragraph, "pPr"), "jc", OF_PARAGRAPH).set(f"{W}val", change.side)


def strip_spaces(paragraph: Element) -> None:
    """Take the spaces in front of the words away."""
    for run in runs_of(paragraph):
        for piece in list(run):
            if piece.tag == f"{W}tab":
                run.remove(piece)
            elif piece.tag == f"{W}t":
                piece.text = (piece.text or "").lstrip(_SPACES)
                if piece.text:
                    return
            elif piece.tag != f"{W}rPr":
                return


def can_go(paragraph: Element) -> bool:
    """Tell whether an empty paragraph holds nothing that something else rests on."""
    found = {element.tag for element in paragraph.iter()}
    return found.isdisjoint({f"{W}{name}" for name in _WORTH})


def _plain_indent(paragraph: Element) -> Element:
    indent = child_of(holder(paragraph, "pPr"), "ind", OF_PARAGRAPH)
    for name in _names():
        indent.attrib.pop(f"{W}{name}", None)
    return indent


def _names() -> Iterator[str]:
    for name in _SIDES:
        yield name
        yield f"{name}Chars"


def _stands_apart(run: Element, properties: Element) -> bool:
    """Tell the mark of a note, which stands high and small."""
    if properties.find(f"{W}vertAlign") is not None:
        return True
    return any(run.find(f"{W}{name}") is not None for name in _APART)
