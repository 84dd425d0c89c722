"""Pages of a PDF: as pictures, and with the boxes of the words on them."""

import hashlib
import io
import threading
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

_SCALE: Final = 1.6
_GLANCE: Final = 0.5  # the scale at which two pages are told from each other
_PACKING: Final = 1  # of pictures: they go no farther than this machine
_PDFIUM: Final = threading.Lock()  # pdfium knows no threads; a browser asks for pages at once


Sides = tuple[float, float, float, float]  # left, bottom, right, top, in points


class Place(NamedTuple):
    """Characters of a text, and which of the printed stretches stands there."""

    number: int
    start: int
    end: int  # behind the last one


class Box(NamedTuple):
    """A piece of a line on a page, as shares of the page; ``number``: of which of the wanted words."""

    page: int
    number: int
    left: float
    top: float
    width: float
    height: float


class Sheet(NamedTuple):
    """A page: its height as a share of its width, and what tells it from others."""

    ratio: float
    print: str


class Laid(NamedTuple):
    """The pages of a document, and where words stand on them."""

    sheets: tuple[Sheet, ...]
    boxes: tuple[Box, ...]


def laid_out(data: bytes, find: Callable[[str], Iterable[Place]]) -> Laid:
    """Measure the pages of a PDF, and what is found in their text."""
    import pypdfium2  # noqa: PLC0415 - only where pages are looked at

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [(own, own.get_textpage()) for own in document]
            texts = [words.get_text_range() for _, words in pages]
            sheets = tuple(_sheet(own, text) for (own, _), text in zip(pages, texts, strict=True))
            return Laid(sheets, tuple(_boxes(pages, texts, find)))
        finally:
            document.close()


def picture(data: bytes, number: int) -> bytes | None:
    """Draw a page (``None``: there is no such page)."""
    import pypdfium2  # noqa: PLC0415 - see above

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            if number >= len(document):
                return None
            image = document[number].render(scale=_SCALE).to_pil()
        finally:
            document.close()
    target = io.BytesIO()
    image.save(target, "PNG", compress_level=_PACKING)
    return target.getvalue()


def _sheet(page: Any, text: str) -> Sheet:
    width, height = page.get_size()
    glance = page.render(scale=_GLANCE, grayscale=True)
    print_ = hashlib.blake2s(bytes(glance.buffer), digest_size=8)
    print_.update(f"{width:g} {height:g} {text}".encode("utf-8", "surrogatepass"))
    return Sheet(height / width, print_.hexdigest())


def _boxes(
    pages: Sequence[Any], texts: Sequence[str], find: Callable[[str], Iterable[Place]]
) -> Iterator[Box]:
    starts = [*accumulate(map(len, texts), initial=0)]
    for number, start, end in find("".join(texts)):
        for page in range(bisect_right(starts, start) - 1, len(pages)):
            if starts[page] >= end:
                break
            first = max(start, starts[page]) - starts[page]
            length = min(end, starts[page + 1]) - starts[page] - first
            yield from _lines(pages[page], page, number, first, length)


def _lines(page: Any, at: int, number: int, first: int, length: int) -> Iterator[Box]:
    """Give the boxes of characters, one a line."""
    own, words = page
    width, height = own.get_size()
    pieces = (words.get_rect(n) for n in range(words.count_rects(first, length)))
    for left, bottom, right, top in _joined(pieces):
        yield Box(
            at,
            number,
            left / width,
            1 - top / height,
            (right - left) / width,
            (top - bottom) / height,
        )


def _joined(pieces: Iterable[Sides]) -> Iterator[Sides]:
    """Join pieces of a line: every font begins a new one."""
    line: Sides | None = None
    for left, bottom, right, top in pieces:
        if right <= left or top <= bottom:
            continue
        if line is not None and line[0] <= left and max(bottom, line[1]) < min(top, line[3]):
            line = (line[0], min(bottom, line[1]), max(right, line[2]), max(top, line[3]))
            continue
        if line is not None:
            yield line
        line = (left, bottom, right, top)
    if line is not None:
        yield line
