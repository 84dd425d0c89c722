"""The words of a paragraph as they are printed: changes accepted, fields by their results."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from generator.prose.figure_marks import marked
from generator.word.reading.markup import Element, descend, is_on, local, w

_MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SKIPPED = frozenset(
    ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "Fallback", "rt",
     "footnoteReference", "endnoteReference", "annotationRef", "commentReference", "sdtPr", "rubyPr")
)  # fmt: skip
_LETTERS = frozenset(("t", "sym", "br", *_MARKS))
_BOXES = ("txbxContent",)
# Wingdings has no Unicode of its own; a form uses it for its boxes to tick.
_SYMBOLS = {
    "F052": "☑",
    "F0FE": "☑",
    "F0A8": "□",
    "F0A3": "□",
    "F06F": "□",
    "F0FC": "✓",
    "F050": "✓",
}
NO_FIGURES: Final[Mapping[str, str]] = MappingProxyType({})
_ANCHORS = ("bookmarkStart", "bookmarkEnd")
_NAME_PARTS = 3  # of the name of an anchor; behind them is the number of its repetition


@dataclass
class Words:
    """What a paragraph says, and what was met on the way."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    is_revised: bool = False


def read_words(paragraph: Element, figures: Mapping[str, str] = NO_FIGURES) -> Words:
    """Read a paragraph. Text boxes in it are handed back: their words stand elsewhere.

    Whether its end was deleted is said by its properties, which are not looked at here. ``figures``
    says which bookmarks stand around figures: these are marked in what is read.
    """
    words = Words()
    anchors = _Anchors(figures)
    parts: list[str] = []
    fields: list[bool] = []  # one entry per open field: is its instruction still running?
    work = list(reversed(paragraph))
    while work:
        element = work.pop()
        name = local(element)
        if name in ("ins", "del", "moveFrom", "moveTo"):
            words.is_revised = True
        if name in _BOXES:
            words.boxes.append(element)
        elif name == "fldChar":
            parts.append("" if any(fields) else box_of_field(element))
            _step(fields, element.get(w("fldCharType"), ""))
        elif name in _SKIPPED or (name == "r" and is_on(element, "rPr/vanish")):
            continue
        elif name in _LETTERS and not any(fields):
            parts.append(_letters(element, name))
        elif figures and name in _ANCHORS:
            anchors.take(element, name, sum(map(len, parts)))
        else:
            work += reversed(element)
    words.text = "".join(parts)
    if anchors.found:
        words.text = marked(words.text, anchors.found)
    return words


class _Anchors:
    """The stretches of a paragraph around which bookmarks of figures stand."""

    def __init__(self, figures: Mapping[str, str]) -> None:
        self._figures = figures
        self._open: dict[str, tuple[str, int]] = {}
        self.found: list[tuple[int, int, str]] = []

    def take(self, element: Element, name: str, at: int) -> None:
        """Take one end of a bookmark."""
        number = element.get(w("id"), "")
        if name == _ANCHORS[0]:
            bare = "_".join(element.get(w("name"), "").split("_")[:_NAME_PARTS])
            if figure := self._figures.get(bare):
                self._open[number] = figure, at
        elif opened := self._open.pop(number, None):
            self.found.append((opened[1], at, opened[0]))


def symbol(element: Element) -> str:
    """Return the box that a symbol shows."""
    return _SYMBOLS.get(element.get(w("char"), "").upper(), "□")


def box_of_field(element: Element) -> str:
    """Return the box that a form field shows, at the sign that begins it; nothing for other fields."""
    box = descend(element, "ffData/checkBox")
    if box is None:
        return ""
    states = [box.find(w(name)) for name in ("checked", "default")]
    state = next((one for one in states if one is not None), None)
    is_ticked = state is not None and state.get(w("val"), "true") not in ("0", "false", "off")
    return "☑" if is_ticked else "□"


def _step(fields: list[bool], kind: str) -> None:
    if kind == "begin":
        fields.append(True)
    elif kind == "separate" and fields:
        fields[-1] = False
    elif kind == "end" and fields:
        fields.pop()


def _letters(element: Element, name: str) -> str:
    if name == "t":
        return element.text or ""
    if name == "sym":
        return symbol(element)
    if name == "br":
        return "" if element.get(w("type")) in ("page", "column") else "\n"
    return _MARKS[name]
