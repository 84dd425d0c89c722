"""文稿: the pages as they will be, and where every number on them comes from."""

import io
import tempfile
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.base.html import Html, tag
from generator.base.pattern import Pattern
from generator.base.problem import Problem
from generator.base.problem_data import problems_as_data
from generator.base.regular_file import read_regular
from generator.model.order import Order
from generator.roundtrip.manifest import digest
from generator.roundtrip.origins import anchored_figures, figure_lines, printed_figures
from generator.roundtrip.record import Record, read_record
from generator.use.build.build import build
from generator.use.check.examine import Examined
from generator.web.frame import dossier_ways, page
from generator.web.guard import number_in
from generator.web.served import Served
from generator.web.stamps import Signature
from generator.word.preview.preview import Previews as Views

_SCALE: Final = 1.6
_PDFIUM: Final = threading.Lock()  # pdfium knows no threads; a browser asks for pages at once
_GOES_ON = Pattern(r"\d|\.\d?|[%％]")
_KEPT: Final = 6  # dossiers whose pages are kept
_KEPT_DOCUMENTS: Final = 40


class Box(NamedTuple):
    """A number on a page: which figure, and where, as shares of the page."""

    figure: str
    shown: str
    left: float
    top: float
    width: float
    height: float


class Drawn(NamedTuple):
    """A document as it is shown: pages of a PDF, or words and tables where no LibreOffice is."""

    name: str
    pdf: bytes | None
    words: str


class Preview(NamedTuple):
    """The documents of a dossier."""

    signature: Signature
    documents: tuple[Drawn, ...]
    record: Record
    problems: list[dict[str, Any]]
    message: str


def pages_screen(id: str, examined: Examined) -> Html:
    """Write the screen; the script asks for the pages."""
    dossier = examined.dossier
    unit = dossier.unit.unit.name if dossier is not None else examined.path.name
    return page(
        f"文稿 {unit}",
        dossier_ways(id, unit, "文稿"),
        tag("p", "正在排版……", id="state", role="status"),
        tag(
            "div",
            tag("div", id="sheets"),
            tag("aside", id="trace", aria_label="来源", aria_live="polite"),
            class_="pages",
        ),
        screen="pages",
        dossier=id,
    )


class Previews:
    """Draws dossiers as they would be built now, and remembers the last few of them."""

    def __init__(self, served: Served, office: Views) -> None:
        self._served, self._office = served, office
        self._known: dict[Path, Preview] = {}
        self._drawn: dict[str, Drawn] = {}  # by the digest of the document: few change at a time
        self._lock = threading.Lock()

    def data(self, id: str, folder: Path) -> dict[str, Any]:
        """Return the pages with the boxes of their numbers."""
        preview = self._preview(folder)
        documents = [
            {
                "name": drawn.name,
                "words": drawn.words,
                "pages": [
                    {
                        "picture": f"/api/d/{id}/preview/{number}/{n}.png?{digest(drawn.pdf)[:12]}",
                        "ratio": ratio,
                        "boxes": [box._asdict() for box in boxes],
                    }
                    for n, (ratio, boxes) in enumerate(
                        _pages(drawn.pdf, printed_in(preview.record, drawn.name))
                    )
                ]
                if drawn.pdf is not None
                else [],
            }
            for number, drawn in enumerate(preview.documents)
        ]
        return {"documents": documents, "problems": preview.problems, "message": preview.message}

    def picture(self, folder: Path, file: str, page: str) -> bytes | None:
        """Draw a page (``None``: there is no such page)."""
        preview = self._known.get(folder)
        documents = preview.documents if preview is not None else ()
        document, number = number_in(file), number_in(page)
        if document is None or number is None or document >= len(documents):
            return None
        pdf = documents[document].pdf
        return None if pdf is None else _picture(pdf, number)

    def trace(self, folder: Path, figure: str) -> dict[str, Any]:
        """Say where a figure comes from."""
        preview = self._known.get(folder)
        lines = figure_lines(preview.record, figure) if preview is not None else []
        return {"figure": figure, "lines": lines}

    def _preview(self, folder: Path) -> Preview:
        with self._lock:
            signature = self._served.signature(folder)
            known = self._known.pop(folder, None)
            if known is None or known.signature != signature:
                known = self._built(folder, signature)
            self._known[folder] = known
            for old in [*self._known][:-_KEPT]:
                del self._known[old]
            return known

    def _built(self, folder: Path, signature: Signature) -> Preview:
        with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
            target = Path(place)
            with self._served.lock:
                library = self._served.library(folder)
                built = build(folder, library, Order(outputs=target, is_draft=True))
            record = read_record(target)
            documents = tuple(
                self._view(result.path, record)
                for result in built.results
                if result.path.suffix == ".docx"
            )
        stops = [problem for problem in built.problems if problem.stops and not documents]
        problems: list[dict[str, Any]] = problems_as_data(stops)["problems"]
        message = ""
        if not documents:
            message = "还排不出来，请先照“问题”改正填报"
        elif any(drawn.pdf is None for drawn in documents):
            message = "没有能用的 LibreOffice，这里只有文字和表格，不是排好的页面"
        return Preview(signature, documents, record, problems, message)

    def _view(self, path: Path, record: Record) -> Drawn:
        from generator.word.as_page import Printed, figures_by_anchor, page_of  # noqa: PLC0415 - Word is loaded when there is a file

        data = read_regular(path)
        key = f"{path.stem} {digest(data)}"
        known = self._drawn.get(key)
        if known is None:
            view = self._office.view(data, path.name)
            pdf = view.data if not isinstance(view, Problem) and view.kind == "pdf" else None
            printed = [
                Printed(*own)
                for file in record.files.values()
                if file.file == path.name
                for own in anchored_figures(file)
            ]
            words = "" if pdf is not None else str(page_of(data, figures_by_anchor(printed)))
            known = Drawn(path.stem, pdf, words)
        self._drawn[key] = known
        for old in [*self._drawn][:-_KEPT_DOCUMENTS]:
            del self._drawn[old]
        return known


def printed_in(record: Record, name: str) -> list[tuple[str, str]]:
    """Return the figures that a file prints, in their order, as they are shown there."""
    return [
        (figure, shown)
        for file in record.files.values()
        if Path(file.file).stem == name
        for document in file.documents
        for figure, shown, _ in printed_figures(document)
    ]


def _pages(data: bytes, wanted: Sequence[tuple[str, str]]) -> Iterator[tuple[float, list[Box]]]:
    """Give each page's height as a share of its width, and the boxes of its numbers."""
    import pypdfium2  # noqa: PLC0415 - only where pages are looked at

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [(own, own.get_textpage()) for own in document]
            texts = [words.get_text_range() for _, words in pages]
            starts = [*accumulate(map(len, texts), initial=0)]
            found: dict[int, list[tuple[int, str, str]]] = {}
            for (figure, shown), at in zip(
                wanted, find_in_order("".join(texts), [shown for _, shown in wanted]), strict=True
            ):
                if at is not None:
                    number = bisect_right(starts, at) - 1
                    found.setdefault(number, []).append((at - starts[number], figure, shown))
            for number, (own, words) in enumerate(pages):
                width, height = own.get_size()
                boxes = [
                    Box(figure, shown, *box)
                    for at, figure, shown in found.get(number, ())
                    if (box := _box(words, at, len(shown), width, height)) is not None
                ]
                yield height / width, boxes
        finally:
            document.close()


def find_in_order(text: str, wanted: Sequence[str]) -> list[int | None]:
    """Find words that were printed in this order; each place is taken once.

    Tables are laid out otherwise than they are recorded, so what does not come next is looked for
    from the beginning. A number is not part of a longer one.
    """
    places = {shown: [*_places(text, shown)] for shown in set(wanted)}
    taken: set[int] = set()
    given: list[int | None] = []
    after = 0
    for shown in wanted:
        free = [at for at in places[shown] if taken.isdisjoint(range(at, at + len(shown)))]
        places[shown] = free
        if not free:
            given.append(None)
            continue
        next_one = bisect_left(free, after)
        at = free[next_one if next_one < len(free) else 0]
        taken.update(range(at, at + len(shown)))
        given.append(at)
        after = at + len(shown)
    return given


def _places(text: str, shown: str) -> Iterator[int]:
    """Give where words stand; a number that goes on before or behind is another one."""
    at = text.find(shown) if shown else -1
    while at >= 0:
        before, behind = text[max(at - 1, 0) : at], text[at + len(shown) : at + len(shown) + 2]
        is_cut = (shown[0].isdigit() and _GOES_ON.fullmatch(before)) or (
            shown[-1].isdigit() and _GOES_ON.match(behind)
        )
        if not is_cut:
            yield at
        at = text.find(shown, at + len(shown))


def _box(
    words: Any, start: int, length: int, width: float, height: float
) -> tuple[float, float, float, float] | None:
    sides = []
    for n in range(start, start + length):
        left, bottom, right, top = words.get_charbox(n)
        if right > left and top > bottom:
            sides.append((left, bottom, right, top))
    if not sides:
        return None
    left, bottom = min(s[0] for s in sides), min(s[1] for s in sides)
    right, top = max(s[2] for s in sides), max(s[3] for s in sides)
    return left / width, 1 - top / height, (right - left) / width, (top - bottom) / height


def _picture(data: bytes, number: int) -> bytes | None:
    import pypdfium2  # noqa: PLC0415 - see above

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            if number >= len(document):
                return None
            image = document[number].render(scale=_SCALE).to_pil()
            target = io.BytesIO()
            image.save(target, "PNG")
            return target.getvalue()
        finally:
            document.close()
