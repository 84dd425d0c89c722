"""Draws dossiers as they would be built now; only what changed is laid out again."""

import hashlib
import threading
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.roundtrip.files_record import Record
from generator.roundtrip.manifest import digest, recorded_figures
from generator.roundtrip.number_origins import figure_lines
from generator.use.preview.preview_documents import Drafted, DraftedFile, draft
from generator.web.guard import number_in
from generator.web.pages.drawing import Box, Laid, laid_out, picture
from generator.web.pages.number_sources import Sources, text_id
from generator.web.served import Served
from generator.web.told import Told
from generator.word.preview.preview import Previews as Views

_KEPT: Final = 6  # dossiers whose pages are kept
_KEPT_DOCUMENTS: Final = 40
_SHORTEST_TEXT: Final = 2  # characters; one alone is found anywhere


class Drawn(NamedTuple):
    """A document as it is shown: pages of a PDF, or words and tables where no LibreOffice is."""

    name: str
    pdf: bytes | None
    words: str


class Preview(NamedTuple):
    """The documents of a dossier, and what they were made of."""

    signature: Hashable
    documents: tuple[tuple[DraftedFile, Drawn], ...]
    drafted: Drafted
    message: str


class Previews:
    """Remembers the last few dossiers that were looked at."""

    def __init__(self, served: Served, office: Views) -> None:
        self._served, self._office = served, office
        self._known: dict[Path, Preview] = {}
        self._drawn: dict[str, Drawn] = {}  # by the digest of the document: few change at a time
        self._laid: dict[tuple[str, tuple[str, ...]], Laid] = {}
        self._lock = threading.Lock()

    def state(self, folder: Path) -> str:
        """Name the state of the files that the pages follow from."""
        return hashlib.sha256(repr(self._served.signature(folder)).encode()).hexdigest()[:16]

    def data(self, id: str, folder: Path) -> JsonObject:
        """Return the pages with the boxes of what is printed on them."""
        state = self.state(folder)
        preview = self._preview(folder)
        stops = [p for p in preview.drafted.problems if p.stops and not preview.documents]
        return {
            "documents": [
                {
                    "name": drawn.name,
                    "words": drawn.words,
                    "pages": self._pages(f"/api/d/{id}/preview/{number}", drafted, drawn),
                }
                for number, (drafted, drawn) in enumerate(preview.documents)
            ],
            "problems": Told(id, preview.drafted.dossier).rows(stops),
            "message": preview.message,
            "state": state,
        }

    def picture(self, folder: Path, file: str, page: str) -> bytes | None:
        """Draw a page (``None``: there is no such page)."""
        preview = self._known.get(folder)
        documents = preview.documents if preview is not None else ()
        document, number = number_in(file), number_in(page)
        if document is None or number is None or document >= len(documents):
            return None
        pdf = documents[document][1].pdf
        return None if pdf is None else picture(pdf, number)

    def trace(self, id: str, folder: Path, figure: str, text: str = "") -> JsonObject:
        """Say where a figure or a text comes from."""
        sources = self._sources(id, folder)
        preview = self._known.get(folder)
        book = preview.drafted.book if preview is not None else None
        record = Record(figures={} if book is None else recorded_figures(book))
        return {
            "figure": figure,
            "lines": figure_lines(record, figure),
            "source": sources.of_figure(figure) if figure else None,
            "text": sources.of_text(text) if text else None,
        }

    def printed(self, id: str, folder: Path, file: str, key: str) -> dict[str, list[str]]:
        """Name what a cell gives to the pages."""
        return self._sources(id, folder).of_cell(file, key)

    def _sources(self, id: str, folder: Path) -> Sources:
        preview = self._known.get(folder)
        if preview is None:
            return Sources(id, None, None, {})
        texts = {
            text_id(own.text): own.text
            for file in preview.drafted.files
            for own in file.printed
            if own.text is not None
        }
        return Sources(id, preview.drafted.dossier, preview.drafted.book, texts)

    def _preview(self, folder: Path) -> Preview:
        with self._lock:
            signature = self._served.signature(folder)
            known = self._known.pop(folder, None)
            if known is None or known.signature != signature:
                known = self._made(folder, signature)
            self._known[folder] = known
            _forget(self._known, _KEPT)
            return known

    def _made(self, folder: Path, signature: Hashable) -> Preview:
        with self._served.lock:
            drafted = draft(folder, self._served.library(folder), self._served.loaded(folder))
        documents = tuple((file, self._view(file)) for file in drafted.files)
        message = ""
        if not documents:
            message = "还排不出来，请先照“问题”改正填报"
        elif any(drawn.pdf is None for _, drawn in documents):
            message = "没有能用的 LibreOffice，这里只有文字和表格，不是排好的页面"
        return Preview(signature, documents, drafted, message)

    def _view(self, file: DraftedFile) -> Drawn:
        from generator.word.as_page import page_of  # noqa: PLC0415 - Word is loaded when there is a file

        name = Path(file.name).stem
        key = f"{name} {digest(file.data)}"
        known = self._drawn.pop(key, None)
        if known is None:
            view = self._office.view(file.data, file.name)
            pdf = view.data if not isinstance(view, Problem) and view.kind == "pdf" else None
            words = "" if pdf is not None else str(page_of(file.data, file.anchors, below=2))
            known = Drawn(name, pdf, words)
        self._drawn[key] = known
        _forget(self._drawn, _KEPT_DOCUMENTS)
        return known

    def _pages(self, address: str, file: DraftedFile, drawn: Drawn) -> list[JsonObject]:
        if drawn.pdf is None:
            return []
        wanted = tuple(own.shown for own in file.printed)
        key = digest(drawn.pdf), wanted
        laid = self._laid.pop(key, None) or _laid_out(drawn.pdf, file)
        self._laid[key] = laid
        _forget(self._laid, _KEPT_DOCUMENTS)
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


def _forget(known: dict[Any, Any], most: int) -> None:
    for old in [*known][:-most]:
        del known[old]
