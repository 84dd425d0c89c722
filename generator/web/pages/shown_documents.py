"""What is told of documents: their pages with a box around everything that can be asked about."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.use.preview.preview_documents import DraftedFile
from generator.web.pages.drawing import Box, Laid, laid_out
from generator.web.pages.number_sources import text_id

_SHORTEST_TEXT: Final = 2  # characters; one alone is found anywhere


class Drawn(NamedTuple):
    """A document as it is shown: pages of a PDF, or words and tables where no LibreOffice is."""

    name: str
    pdf: bytes | None
    words: str


class Shown(NamedTuple):
    """A document with the pages that were told of it, and what tells it from others."""

    file: DraftedFile
    drawn: Drawn
    pages: list[JsonObject]
    print: str


class Wanted(NamedTuple):
    """What a browser has of the documents by their names, and the one that it shows."""

    seen: str = ""
    had: Mapping[str, str] = {}


def told(file: DraftedFile, shown: Shown | None, had: Mapping[str, str]) -> JsonObject:
    """Tell of a document what the browser does not have."""
    name = Path(file.name).stem
    is_same = shown is not None and had.get(name) == shown.print
    data: JsonObject = {"name": name, "words": "", "pages": [], "print": ""}
    if shown is None:
        return {**data, "waits": True}
    if is_same:
        return {**data, "print": shown.print, "same": True}
    return {**data, "words": shown.drawn.words, "pages": shown.pages, "print": shown.print}


def message(documents: Sequence[Drawn], unread: Sequence[str] = ()) -> str:
    """Say what is not as somebody expects it."""
    if not documents:
        return "还排不出来，请先照“问题”改正填报"
    if unread:
        return f"{'、'.join(unread)} 现在读不了，它的文书这里没有，请先照“问题”改正；别的照常"
    if any(drawn.pdf is None for drawn in documents):
        return "没有能用的 LibreOffice，这里只有文字和表格，不是排好的页面"
    return ""


def pages_of(address: str, file: DraftedFile, drawn: Drawn) -> list[JsonObject]:
    """Lay out the pages of a document, whose pictures are at addresses below one."""
    if drawn.pdf is None:
        return []
    laid = _laid_out(drawn.pdf, file)
    return [
        {
            "picture": f"{address}/{n}.png?{sheet.print}",
            "ratio": sheet.ratio,
            "boxes": [*_boxes(laid.boxes, n, file)],
        }
        for n, sheet in enumerate(laid.sheets)
    ]


def _laid_out(pdf: bytes, file: DraftedFile) -> Laid:
    from generator.web.pages.places import find_printed, said_in  # noqa: PLC0415 - see above

    said = said_in(file.data, file.printed)
    return laid_out(pdf, lambda text: find_printed(text, said, file.printed))


def _boxes(boxes: Sequence[Box], page: int, file: DraftedFile) -> Iterator[JsonObject]:
    """Give the boxes of what can be asked about; a stretch has one for each of its lines."""
    for box in boxes:
        if box.page != page:
            continue
        own = file.printed[box.number]
        is_text = own.text is not None and not own.figure and len(own.shown) >= _SHORTEST_TEXT
        if own.figure or is_text:
            yield {
                "figure": own.figure,
                "text": text_id(own.text) if own.text is not None and is_text else "",
                "shown": own.shown,
                "number": box.number,
                "left": box.left,
                "top": box.top,
                "width": box.width,
                "height": box.height,
            }
