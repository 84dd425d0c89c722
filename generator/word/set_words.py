"""New words for a cell or paragraph of somebody else's file, in the look that its first words have."""

import copy
from collections.abc import Sequence

from generator.word.reading.markup import Element, content, local, w
from generator.word.xml import SPACE

_KEPT_IN_RUN = ("ins", "del", "rPrChange", "moveFrom", "moveTo")


def set_words(holder: Element, text: str) -> None:
    """Give a cell or paragraph new words, in the look that its first words have."""
    paragraphs = paragraphs_of(holder)
    first = paragraphs[0] if paragraphs else holder.makeelement(w("p"), {}, None)
    if not paragraphs:
        holder.append(first)
    look = _look(paragraphs)
    for other in paragraphs[1:]:
        parent = other.getparent()
        if parent is not None:
            parent.remove(other)
    for own in list(first):
        if local(own) != "pPr":
            first.remove(own)
    run = first.makeelement(w("r"), {}, None)
    if look is not None:
        run.append(look)
    words = run.makeelement(w("t"), {SPACE: "preserve"}, None)
    words.text = text
    run.append(words)
    first.append(run)


def paragraphs_of(holder: Element) -> list[Element]:
    """Return the paragraphs of a cell, or the paragraph itself."""
    if local(holder) == "p":
        return [holder]
    return [element for element, _ in content(holder) if local(element) == "p"]


def _look(paragraphs: Sequence[Element]) -> Element | None:
    """Copy the properties of the first run that says something; else those of the paragraph's end."""
    runs = [run for p in paragraphs for run in p.iter(w("r"))]
    said = [run for run in runs if any((t.text or "").strip() for t in run.iter(w("t")))]
    for run in (*said, *runs):
        own = run.find(w("rPr"))
        return None if own is None else clean(own)
    for paragraph in paragraphs:
        own = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if own is not None:
            return clean(own)
    return None


def clean(properties: Element) -> Element:
    """Copy properties without the marks of a review."""
    twin = copy.deepcopy(properties)
    twin.tail = None
    for inner in list(twin):
        if local(inner) in _KEPT_IN_RUN:
            twin.remove(inner)
    return twin
