"""N05 and N06: numbers of attachments in their order, and notes that were meant to be the same."""

import re
from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.rules.finding import Finding

_HEAD = Pattern(r"\s*附\s*件\s*([0-9]{1,2})\s*[:：]?\s*")
_LISTED = Pattern(r"\s*附\s*件\s*[:：]\s*(?:([0-9]{1,2})\s*[.．、])?")
_GOING_ON = Pattern(r"\s*([0-9]{1,2})\s*[.．、]")
_NOTE = Pattern(r"\s*(?:注|备注|说明|填表说明)\s*[0-9]*\s*[:：]")
_ALIKE, _SAME_FORM, _SHORTEST = 0.8, 0.6, 12


def check_attachments(document: ReadDocument) -> Iterator[Finding]:
    """Check the numbers of attachments, and the notes below forms."""
    headings = list(_headings(document))
    # A file that holds one attachment of a notice begins with that one's number.
    yield from _numbers(headings, first=headings[0][0] if headings else 1)
    yield from _numbers(list(_list(document)))
    yield from _notes(document)


_Numbered = tuple[int, str, DocumentPlace, str]


def _headings(document: ReadDocument) -> Iterator[_Numbered]:
    """Give the lines that open an attachment."""
    blocks = list(document.blocks)
    for number, block in enumerate(blocks):
        if isinstance(block, ReadParagraph) and (found := _HEAD.fullmatch(half_width(block.shown))):
            behind = (b.shown for b in blocks[number + 1 :] if isinstance(b, ReadParagraph))
            title = next((words for words in behind if words.strip()), "")
            yield int(found[1]), block.shown.strip(), block.place, title


def _list(document: ReadDocument) -> Iterator[_Numbered]:
    """Give the numbered items behind 附件： at the end of a report."""
    is_open = False
    for block in document.blocks:
        if not isinstance(block, ReadParagraph) or not block.shown.strip():
            continue
        words = half_width(block.shown)
        found = _LISTED.match(words)
        if found is None and is_open:
            found = _GOING_ON.match(words)
        is_open = found is not None
        if found is not None and found[1]:
            yield int(found[1]), block.shown.strip(), block.place, ""


def _numbers(found: list[_Numbered], first: int = 1) -> Iterator[Finding]:
    expected, before = first, ""
    for number, words, at, title in found:
        # The same form for a second project may well bear the same number.
        is_again = number == expected - 1 and title and _are_alike(title, before)
        before = title
        if number != expected and not is_again:
            id = "attachment-again" if number < expected else "attachment-skipped"
            yield Finding(id, at, str(number), str(expected), quote=_on_one_line(words))
        expected = max(expected, number + 1)


def _are_alike(one: str, other: str) -> bool:
    return _likeness(one, other) >= _SAME_FORM


def _notes(document: ReadDocument) -> Iterator[Finding]:
    first: list[tuple[str, str, DocumentPlace]] = []
    for words, at in _all_notes(document):
        bare = re.sub(r"\s", "", half_width(words))
        if len(bare) < _SHORTEST:
            continue
        for other, shown, where in first:
            if bare != other and _likeness(bare, other) >= _ALIKE:
                short = shown if len(shown) <= 60 else f"{shown[:60]}……"
                yield Finding("note-differs", at, str(where), short, quote=_on_one_line(words))
                break
        else:
            first.append((bare, words.strip(), at))


def _all_notes(document: ReadDocument) -> Iterator[tuple[str, DocumentPlace]]:
    for block in document.blocks:
        if isinstance(block, ReadParagraph):
            if _NOTE.match(block.shown):
                yield block.shown, block.place
            continue
        for row in range(len(block.grid)):
            for cell in block.cells(row):
                if cell.row == row and _NOTE.match(cell.text):
                    yield cell.text, cell.place


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - few documents have two notes

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
