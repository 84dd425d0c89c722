"""What the documents of a dossier are laid out from: the dossier, its rules, its figures, the library."""

from typing import NamedTuple, Self

from generator.figures.figure_book import FigureBook
from generator.load.scheme_files import LoadedScheme
from generator.model.dossier import Dossier
from generator.model.scheme import Scheme
from generator.prose.origin_marks import Origins
from generator.use.check.examine import Examined
from generator.use.library import Library


class DocumentMatter(NamedTuple):
    """A dossier of which nothing is missing; with ``origins``, all words bear marks of theirs."""

    examined: Examined
    dossier: Dossier
    loaded: LoadedScheme
    book: FigureBook
    library: Library
    origins: Origins | None = None

    @classmethod
    def of(
        cls, examined: Examined, library: Library, origins: Origins | None = None
    ) -> Self | None:
        """Take it from a dossier as far as that came (``None``: not so far)."""
        dossier, scheme, book = examined.dossier, examined.scheme, examined.book
        if dossier is None or scheme is None or book is None:
            return None
        return cls(examined, dossier, scheme, book, library, origins)

    @property
    def scheme(self) -> Scheme:
        """Return the rules in force."""
        return self.loaded.scheme
