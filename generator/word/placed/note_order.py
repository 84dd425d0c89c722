"""Footnotes in the order in which the text refers to them: some programs go by that and not by their numbers."""

import re
from typing import Final

_NOTE: Final = re.compile(r"<w:footnote [^>]*>.*?</w:footnote>", re.DOTALL)
_NUMBER: Final = re.compile(r'<w:footnote(?:Reference)? [^>]*?w:id="(-?\d{1,9})"')
_REFERENCE: Final = re.compile(r"<w:footnoteReference [^>]*>")


def notes_in_order(notes: str, text: str) -> str:
    """Return the part with its footnotes in the order of the text; what is not referred to stays in front."""
    found = list(_NOTE.finditer(notes))
    order: dict[str, int] = {}
    for reference in _REFERENCE.finditer(text):
        number = _NUMBER.match(reference[0])
        if number is not None:
            order.setdefault(number[1], len(order))
    places = [order.get(number[1], -1) for f in found if (number := _NUMBER.match(f[0]))]
    if len(places) != len(found) or places == sorted(places):
        return notes
    ranked = sorted(range(len(found)), key=places.__getitem__)
    pieces: list[str] = []
    at = 0
    for old, new in zip(found, ranked, strict=True):
        pieces += (notes[at : old.start()], found[new][0])
        at = old.end()
    return "".join((*pieces, notes[at:]))
