"""The words of a paragraph as they are printed: changes accepted, fields by their results."""

from dataclasses import dataclass, field

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


@dataclass
class Words:
    """What a paragraph says, and what was met on the way."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    is_revised: bool = False


def read_words(paragraph: Element) -> Words:
    """Read a paragraph. Text boxes in it are handed back: their words stand elsewhere.

    Whether its end was deleted is said by its properties, which are not looked at here.
    """
    words = Words()
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
        else:
            work += reversed(element)
    words.text = "".join(parts)
    return words


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
