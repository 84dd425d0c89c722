"""How a document looks, as bytes to be shown: pages as LibreOffice prints them, or plain words."""

import threading
from typing import Literal, NamedTuple, Self

from generator.base.problem import Problem
from generator.word.conversion import Source
from generator.word.font_stock import installed_fonts, replacements, say_replaced, used_fonts
from generator.word.office import Office, find_office
from generator.word.preview.plain_preview import plain_page
from generator.word.preview.uno_python import find_uno_python
from generator.word.preview.warm import IDLE, WarmOffice


class Preview(NamedTuple):
    """A view of a document: pages (``pdf``) or words (``html``), and what is to be said of it."""

    kind: Literal["pdf", "html"]
    data: bytes
    problems: tuple[Problem, ...] = ()


class Previews:
    """Makes views for as long as somebody looks: with a LibreOffice kept warm, else one start for each."""

    def __init__(self, office: Office | Problem | None = None, *, idle: float = IDLE) -> None:
        self._office = find_office() if office is None else office
        self._idle = idle
        self._lock = threading.Lock()
        self._warm: WarmOffice | None = None
        self._installed: frozenset[str] | None = None
        self._is_looked_for = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def view(self, document: bytes, shown: str = "") -> Preview | Problem:
        """Return a view of a document; a problem when it cannot be read at all."""
        office = self._office
        if isinstance(office, Problem):
            return _plain(document, shown, office)
        source, warm = Source(document, shown), self._warm_office(office)
        made = office.convert(document, "pdf", shown=shown) if warm is None else warm.pdf(source)
        if isinstance(made, bytes):
            note = say_replaced(self._replaced(document, office), shown)
            return Preview("pdf", made, () if note is None else (note,))
        if isinstance(made, Problem):
            return _plain(document, shown, made)
        if made.data is None:
            return _plain(document, shown, made.problems[0])
        return Preview("pdf", made.data, made.problems)

    def _replaced(self, document: bytes, office: Office) -> dict[str, str | None]:
        """Tell which fonts of a document stand for others; fonts are looked for once."""
        if self._installed is None:
            self._installed = installed_fonts(office.font_folders())
        return replacements(used_fonts(document), self._installed)

    def close(self) -> None:
        """Stop what is running; a later wish starts it again."""
        with self._lock:
            if self._warm is not None:
                self._warm.close()

    def _warm_office(self, office: Office) -> WarmOffice | None:
        with self._lock:
            if not self._is_looked_for:
                self._is_looked_for = True
                python = find_uno_python(office.program)
                if python is not None:
                    self._warm = WarmOffice(office, python, idle=self._idle)
            return self._warm


def _plain(document: bytes, shown: str, why: Problem) -> Preview | Problem:
    page = plain_page(document, f"{why.message}。", shown)
    return page if isinstance(page, Problem) else Preview("html", page.encode(), (why,))
