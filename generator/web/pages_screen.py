"""文稿: the pages as they will be, and where every number on them comes from."""

import io
import tempfile
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.base.html import Html, tag
from generator.base.pattern import Pattern
from generator.base.problem_data import problems_as_data
from generator.base.regular_file import read_regular
from generator.model.order import Order
from generator.roundtrip.origins import figure_lines, printed_figures
from generator.roundtrip.record import Record, read_record
from generator.use.build.build import build
from generator.use.check.examine import Examined
from generator.web.frame import dossier_ways, page
from generator.web.guard import number_in
from generator.web.served import Served, Signature

_SCALE: Final = 1.6
_GOES_ON = Pattern(r"\d|\.\d?|[%％]")
_KEPT: Final = 6  # dossiers whose pages are kept


class Box(NamedTuple):
    """A number on a page: which figure, and where, as shares of the page."""

    figure: str
    shown: str
    left: float
    top: float
    width: float
    height: float


class Preview(NamedTuple):
    """The documents of a dossier as pages."""

    signature: Signature
    pdfs: Mapping[str, bytes]
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
    """Prints dossiers into a folder of its own, and remembers the pages of the last few."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._known: dict[Path, Preview] = {}
        self._lock = threading.Lock()

    def data(self, id: str, folder: Path) -> dict[str, Any]:
        """Return the pages with the boxes of their numbers."""
        preview = self._preview(folder)
        documents = [
            {
                "name": name,
                "pages": [
                    {
                        "picture": f"/api/d/{id}/preview/{number}/{n}.png",
                        "ratio": ratio,
                        "boxes": [box._asdict() for box in boxes],
                    }
                    for n, (ratio, boxes) in enumerate(_pages(data, preview.record, name))
                ],
            }
            for number, (name, data) in enumerate(preview.pdfs.items())
        ]
        return {"documents": documents, "problems": preview.problems, "message": preview.message}

    def picture(self, folder: Path, file: str, page: str) -> bytes | None:
        """Draw a page (``None``: there is no such page)."""
        preview = self._known.get(folder)
        pdfs = [*preview.pdfs.values()] if preview is not None else []
        document, number = number_in(file), number_in(page)
        if document is None or number is None or document >= len(pdfs):
            return None
        return _drawn(pdfs[document], number)

    def trace(self, folder: Path, figure: str) -> dict[str, Any]:
        """Say where a figure comes from."""
        preview = self._known.get(folder)
        lines = figure_lines(preview.record, figure) if preview is not None else []
        return {"figure": figure, "lines": lines}

    def _preview(self, folder: Path) -> Preview:
        with self._lock:
            signature = self._served.signature(folder)
            known = self._known.get(folder)
            if known is None or known.signature != signature:
                known = self._printed(folder, signature)
                self._known[folder] = known
                for old in [*self._known][:-_KEPT]:
                    del self._known[old]
            return known

    def _printed(self, folder: Path, signature: Signature) -> Preview:
        with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
            target = Path(place)
            order = Order(outputs=target, is_draft=True, wants_pdf=True)
            with self._served.lock:
                library = self._served.library(folder)
            built = build(folder, library, order)
            pdfs = {
                result.path.stem: read_regular(result.path.with_suffix(".pdf"))
                for result in built.results
                if result.path.suffix == ".docx" and result.path.with_suffix(".pdf").is_file()
            }
            problems = problems_as_data([p for p in built.problems if p.code.startswith("O")])
            message = "" if pdfs else "没有能看的页面：没有装 LibreOffice，或者填报里有错误"
            return Preview(signature, pdfs, read_record(target), problems["problems"], message)


def _pages(data: bytes, record: Record, name: str) -> Iterator[tuple[float, list[Box]]]:
    """Give each page's height as a share of its width, and the boxes of its numbers."""
    import pypdfium2  # noqa: PLC0415 - only where pages are looked at

    wanted = [
        (figure, shown)
        for file in record.files.values()
        if Path(file.file).stem == name
        for document in file.documents
        for figure, shown, _ in printed_figures(document)
    ]
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


def _drawn(data: bytes, number: int) -> bytes | None:
    import pypdfium2  # noqa: PLC0415 - see above

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
