"""Draws dossiers as they would be built now; only what changed is laid out again."""

import hashlib
import threading
import time
from collections.abc import Hashable
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.roundtrip.files_record import Record
from generator.roundtrip.manifest import digest, recorded_figures
from generator.roundtrip.number_origins import figure_lines
from generator.use.library import Library
from generator.use.preview.preview_documents import Drafted, DraftedFile, draft
from generator.web.guard import number_in
from generator.web.pages.drawing import picture
from generator.web.pages.number_sources import Sources, text_id
from generator.web.pages.shown_documents import Drawn, Shown, Wanted, message, pages_of, told
from generator.web.served import Served
from generator.web.told import Told
from generator.word.preview.preview import Previews as Views

_KEPT: Final = 6  # dossiers whose pages are kept
_KEPT_DOCUMENTS: Final = 40
_ENOUGH: Final = 0.5  # seconds after which what is laid out by then is shown, and the rest waits


_ALL: Final = Wanted()


class Preview(NamedTuple):
    """The documents of a dossier, what they were made of, and by number what is laid out of them."""

    signature: Hashable
    library: Library
    drafted: Drafted
    shown: dict[int, Shown]
    unread: tuple[str, ...] = ()  # files of which nothing can be laid out now


class Previews:
    """Remembers the last few dossiers that were looked at."""

    def __init__(self, served: Served, office: Views) -> None:
        self._served, self._office = served, office
        self._known: dict[Path, Preview] = {}
        self._drawn: dict[str, Drawn] = {}  # by the digest of the document: few change at a time
        self._lock = threading.Lock()

    def state(self, folder: Path) -> str:
        """Name the state of the files that the pages follow from."""
        return hashlib.sha256(repr(self._served.signature(folder)).encode()).hexdigest()[:16]

    def data(self, id: str, folder: Path, wanted: Wanted = _ALL) -> JsonObject:
        """Return the pages with the boxes of what is printed on them.

        The document that somebody looks at comes first. What takes long waits for the next time
        that is asked, and what the browser has is not told again.
        """
        state = self.state(folder)
        preview = self._preview(folder)
        files, until = preview.drafted.files, time.monotonic() + _ENOUGH
        numbers = sorted(range(len(files)), key=lambda n: Path(files[n].name).stem != wanted.seen)
        laid: dict[int, Shown] = {}
        for number in numbers:
            if number in preview.shown or time.monotonic() < until:
                laid[number] = self._shown(f"/api/d/{id}/preview/{number}", preview, number)
        stops = [p for p in preview.drafted.problems if p.stops and not files]
        return {
            "documents": [told(file, laid.get(n), wanted.had) for n, file in enumerate(files)],
            "problems": Told(id, preview.drafted.dossier).rows(stops),
            "message": message([own.drawn for own in laid.values()], preview.unread),
            "state": state,
        }

    def picture(self, folder: Path, file: str, page: str) -> bytes | None:
        """Draw a page (``None``: there is no such page)."""
        preview = self._known.get(folder)
        document, number = number_in(file), number_in(page)
        if preview is None or document is None or number is None:
            return None
        shown = preview.shown.get(document)
        pdf = shown.drawn.pdf if shown is not None else None
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
                known = self._made(folder, signature, known)
            self._known[folder] = known
            _forget(self._known, _KEPT)
            return known

    def _made(self, folder: Path, signature: Hashable, before: Preview | None) -> Preview:
        with self._served.lock:
            library = self._served.library(folder)
            known = before.drafted if before is not None and before.library is library else None
            loaded = self._served.loaded(folder)
            drafted = draft(folder, library, loaded, known)
        stops = (Path(problem.place.file).name for problem in loaded.problems if problem.stops)
        earlier = before.shown if before is not None else {}
        shown = {
            number: own
            for number, own in earlier.items()
            if number < len(drafted.files) and drafted.files[number] is own.file
        }
        return Preview(signature, library, drafted, shown, tuple(dict.fromkeys(stops)))

    def _shown(self, address: str, preview: Preview, number: int) -> Shown:
        file = preview.drafted.files[number]
        with self._lock:
            known = preview.shown.get(number)
            if known is None:
                drawn = self._view(file)
                pages = pages_of(address, file, drawn)
                print_ = digest(repr((number, drawn.name, drawn.words, pages)).encode())
                known = Shown(file, drawn, pages, print_)
                preview.shown[number] = known
            return known

    def _view(self, file: DraftedFile) -> Drawn:
        from generator.word.as_page import page_of  # noqa: PLC0415 - Word is loaded when there is a file

        name = Path(file.name).stem
        key = digest(file.data)  # a file that is numbered anew looks as it did
        known = self._drawn.pop(key, None)
        if known is None:
            view = self._office.view(file.data, file.name)
            pdf = view.data if not isinstance(view, Problem) and view.kind == "pdf" else None
            words = "" if pdf is not None else str(page_of(file.data, file.anchors, below=2))
            known = Drawn(name, pdf, words)
        if known.name != name:
            known = known._replace(name=name)
        self._drawn[key] = known
        _forget(self._drawn, _KEPT_DOCUMENTS)
        return known


def _forget(known: dict[Any, Any], most: int) -> None:
    for old in [*known][:-most]:
        del known[old]
