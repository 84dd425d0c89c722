"""Find what a document prints on its pages: each value within its own paragraph or cell.

The file that was laid out knows by its anchors where every value stands. Its words and those of the
pages are laid side by side as a whole, so equal numbers are never taken for each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.prose.figure_marks import split_spans
from generator.use.preview.preview_documents import PrintedWords
from generator.web.pages.alignment import aligned
from generator.web.pages.drawing import Place
from generator.word.reading.document_words import read_docx_bytes

_SHORTEST: Final = 2  # characters of a piece of a text


class Said(NamedTuple):
    """The words of a file without blanks, and the places of what is printed in them.

    A page prints a merged cell beside any of its rows: ``reach`` says by number where the last ends.
    """

    words: str
    places: tuple[tuple[int, tuple[int, ...]], ...]  # by number: where each character stands
    reach: Mapping[int, int] = {}


def said_in(data: bytes, printed: Sequence[PrintedWords]) -> Said:
    """Read a file of ours: what stands in it from the first paragraph to the last cell."""
    blocks: dict[str, list[int]] = {}
    for name, numbers in groupby(range(len(printed)), lambda number: printed[number].anchor):
        if name:  # of what is recorded twice the first one counts
            blocks.setdefault(name, [*numbers])
    read, _ = read_docx_bytes(data, "", {name: name for name in blocks})
    words: list[str] = []
    places: list[tuple[int, tuple[int, ...]]] = []
    merged: dict[int, tuple[str, int]] = {}
    ends: dict[tuple[str, int], int] = {}  # of the rows of the tables
    at = 0
    for text, table, row, last in () if read is None else _texts(read):
        for span in split_spans(text):
            bare = _bare(span.text)
            for number, found in _in_block(bare, blocks.get(span.figure, ()), printed):
                places.append((number, tuple(n if n < 0 else at + n for n in found)))
                if last > row:
                    merged[number] = table, last
            words.append(bare)
            at += len(bare)
        ends[table, row] = at
    reach = {number: ends.get(row, at) for number, row in merged.items()}
    return Said("".join(words), tuple(places), reach)


def _texts(read: ReadDocument) -> Iterator[tuple[str, str, int, int]]:
    """Give every paragraph and cell that says something: its table, its first and its last row."""
    for block in read.blocks:
        if isinstance(block, ReadParagraph):
            yield block.shown, "", 0, 0
            continue
        for number in range(len(block.grid)):
            for cell in block.cells(number):
                if cell.row == number:
                    yield cell.text, str(block.place), number, number + cell.height - 1


def find_printed(text: str, said: Said, printed: Sequence[PrintedWords]) -> Iterator[Place]:
    """Give the places in the text of the pages; what is not certain has none.

    Of a figure every character stands there. A page may end within what is printed: it has pieces.
    """
    at = [n for n, sign in enumerate(text) if not sign.isspace()]
    bare = "".join(text[n] for n in at)
    there = aligned(said.words, bare)
    sought: list[tuple[int, int]] = []
    for number, own in said.places:
        pieces = [*_pieces([there[n] if n >= 0 else n for n in own])]
        length = sum(end - start for start, end in pieces)
        if printed[number].figure and length != len(own):
            if number in said.reach and not pieces and own[0] >= 0:
                sought.append((number, own[0]))
            continue
        for start, end in pieces:
            if printed[number].figure or end - start >= _SHORTEST:
                yield Place(number, at[start], at[end - 1] + 1)
    for number, start, end in _beside(sought, said, there, bare, printed):
        yield Place(number, at[start], at[end - 1] + 1)


def _beside(
    sought: Sequence[tuple[int, int]],
    said: Said,
    there: Sequence[int],
    text: str,
    printed: Sequence[PrintedWords],
) -> Iterator[tuple[int, int, int]]:
    """Find merged cells beside their other rows: the only words there that nothing else says."""
    if not sought:
        return
    taken = set(there)
    free = [*_pieces([n for n in range(len(text)) if n not in taken])]
    found: dict[tuple[int, int], list[int]] = {}
    for number, at in sought:
        low = max((own for own in there[:at] if own >= 0), default=0)
        high = next((own for own in there[said.reach[number] :] if own >= 0), len(text))
        words = _bare(printed[number].shown)
        here = [own for own in free if low < own[0] < high and text[own[0] : own[1]] == words]
        if len(here) == 1:
            found.setdefault(here[0], []).append(number)
    for (start, end), numbers in found.items():
        if len(numbers) == 1:
            yield numbers[0], start, end


def _in_block(
    words: str, numbers: Sequence[int], printed: Sequence[PrintedWords]
) -> Iterator[tuple[int, list[int]]]:
    """Give where the stretches of a block stand in its words, which may have a mark more or less."""
    bare = [_bare(printed[number].shown) for number in numbers]
    there = aligned("".join(bare), words)
    at = 0
    for number, own in zip(numbers, bare, strict=True):
        if own:
            yield number, there[at : at + len(own)]
        at += len(own)


def _pieces(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join places that follow each other."""
    start = end = -1
    for at in places:
        if start >= 0 and at == end:
            end += 1
            continue
        if start >= 0:
            yield start, end
        start, end = at, at + 1
    if start >= 0:
        yield start, end


def _bare(text: str) -> str:
    return "".join(text.split())
