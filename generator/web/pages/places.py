"""Find what a document prints on its pages: each value within its own paragraph or cell.

The file that was laid out knows by its anchors where every value stands. Its words and those of the
pages are laid side by side as a whole, so equal numbers are never taken for each other.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from generator.prose.figure_marks import split_spans
from generator.use.preview.preview_documents import PrintedWords
from generator.web.pages.alignment import aligned
from generator.web.pages.drawing import Place
from generator.word.reading.document_words import read_docx_bytes

_SHORTEST: Final = 2  # characters of a piece of a text


class Said(NamedTuple):
    """The words of a file without blanks, and the places of what is printed in them."""

    words: str
    places: tuple[tuple[int, tuple[int, ...]], ...]  # by number: where each character stands


def said_in(data: bytes, printed: Sequence[PrintedWords]) -> Said:
    """Read a file of ours: what stands in it from the first paragraph to the last cell."""
    blocks: dict[str, list[int]] = {}
    for name, numbers in groupby(range(len(printed)), lambda number: printed[number].anchor):
        if name:  # of what is recorded twice the first one counts
            blocks.setdefault(name, [*numbers])
    read, _ = read_docx_bytes(data, "", {name: name for name in blocks})
    words: list[str] = []
    places: list[tuple[int, tuple[int, ...]]] = []
    at = 0
    for _, text, _ in () if read is None else read.said():
        for span in split_spans(text):
            bare = _bare(span.text)
            for number, found in _in_block(bare, blocks.get(span.figure, ()), printed):
                places.append((number, tuple(n if n < 0 else at + n for n in found)))
            words.append(bare)
            at += len(bare)
    return Said("".join(words), tuple(places))


def find_printed(text: str, said: Said, printed: Sequence[PrintedWords]) -> Iterator[Place]:
    """Give the places in the text of the pages; what is not certain has none.

    Of a figure every character stands there. A page may end within what is printed: it has pieces.
    """
    at = [n for n, sign in enumerate(text) if not sign.isspace()]
    there = aligned(said.words, "".join(text[n] for n in at))
    for number, own in said.places:
        pieces = [*_pieces([there[n] if n >= 0 else n for n in own])]
        length = sum(end - start for start, end in pieces)
        if printed[number].figure and length != len(own):
            continue
        for start, end in pieces:
            if printed[number].figure or end - start >= _SHORTEST:
                yield Place(number, at[start], at[end - 1] + 1)


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
