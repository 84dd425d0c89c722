"""Schemes of a place: its own first, those for all after them. ``init`` and ``schemes --place`` ask alike."""

from generator.load.scheme_files import LoadedScheme
from generator.use.library import Library
from generator.use.schemes.local_schemes import local_schemes
from generator.use.workspace_labels import make_label_book


def schemes_of_place(place: str, library: Library, year: int | None = None) -> list[LoadedScheme]:
    """Return the schemes that a unit of a place may use, of a year or of any, the nearest first."""
    book, _ = make_label_book(library.packs)
    loaded = [found for found, _ in library.schemes.values() if found is not None]
    by_id = {one.scheme.id: one for one in loaded}
    schemes = [one.scheme for one in loaded]
    wanted = local_schemes(place, year, schemes, book.province, book.phrases.words("province"))
    return [by_id[scheme.id] for scheme in wanted]
