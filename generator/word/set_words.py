"""New words for a cell or paragraph of somebody else's file, in the look that its first words have."""

import copy
from collections.abc import Iterable, Sequence

from generator.word.reading.markup import Element, content, local, w
from generator.word.xml import SPACE

_KEPT_IN_RUN = ("ins", "del", "rPrChange", "moveFrom", "moveTo")


def set_words(holder: Element, text: str, alike: Iterable[Element] = ()) -> None:
    """Give a cell or paragraph new words, in the look that its first words have.

    One that says nothing takes the look of the first of those that are ``alike`` and say something.
    """
    paragraphs = paragraphs_of(holder)
    first = _home(holder, paragraphs)
    said = (own for own in map(paragraphs_of, alike) if any(map(_says, own)))
    look = _look(paragraphs if any(map(_says, paragraphs)) else next(said, paragraphs))
    holds_table = _holds_table(holder)
    for other in paragraphs:
        is_kept = holds_table and (not _says(other) or _is_behind_table(other))
        if other is first or is_kept:
            _empty(other)
        elif (parent := other.getparent()) is not None:
            parent.remove(other)
    run = first.makeelement(w("r"), {}, None)
    if look is not None:
        run.append(look)
    words = run.makeelement(w("t"), {SPACE: "preserve"}, None)
    words.text = text
    run.append(words)
    first.append(run)


def _home(holder: Element, paragraphs: Sequence[Element]) -> Element:
    """Return the paragraph for the new words: with tables around, the one that says something."""
    if not paragraphs:
        made = holder.makeelement(w("p"), {}, None)
        holder.append(made)
        return made
    if _holds_table(holder):
        return next(filter(_says, paragraphs), paragraphs[0])
    return paragraphs[0]


def _holds_table(holder: Element) -> bool:
    return any(local(element) == "tbl" for element, _ in content(holder))


def _says(paragraph: Element) -> bool:
    return any((t.text or "").strip() for t in paragraph.iter(w("t")))


def _is_behind_table(paragraph: Element) -> bool:
    """Tell a paragraph that closes a cell or parts two tables: Word cannot open a file without it."""
    before = paragraph.getprevious()
    return before is not None and local(before) == "tbl"


def _empty(paragraph: Element) -> None:
    for own in list(paragraph):
        if local(own) != "pPr":
            paragraph.remove(own)


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


def has_look(paragraphs: Sequence[Element]) -> bool:
    """Tell whether paragraphs say something, or what it would look like."""
    return any(map(_says, paragraphs)) or _look(paragraphs) is not None


def clean(properties: Element) -> Element:
    """Copy properties without the marks of a review."""
    twin = copy.deepcopy(properties)
    twin.tail = None
    for inner in list(twin):
        if local(inner) in _KEPT_IN_RUN:
            twin.remove(inner)
    return twin
