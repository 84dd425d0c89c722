"""Schemes of a place: its own first, those for all after them. ``init`` and ``schemes --place`` ask alike."""

from generator.base.distance import edit_distance
from generator.load.scheme_files import LoadedScheme, own_schemes
from generator.read.label_book import LabelBook
from generator.use.library import Library
from generator.use.schemes.local_schemes import is_national, local_schemes, names_county
from generator.use.workspace_labels import make_label_book

_MOST_NAMED = 3


def schemes_of_place(place: str, library: Library, year: int | None = None) -> list[LoadedScheme]:
    """Return the schemes that a unit of a place may use, of a year or of any, the nearest first."""
    book, loaded = _book(library), _loaded(library)
    by_id = {one.scheme.id: one for one in loaded}
    schemes = [one.scheme for one in loaded]
    wanted = local_schemes(
        place,
        year,
        schemes,
        book.province,
        book.phrases.words("province"),
        own_schemes(library.packs),
    )
    return [by_id[scheme.id] for scheme in wanted]


def unknown_place(place: str, library: Library) -> tuple[str, ...] | None:
    """Return the known places that look most like one that nobody knows (``None``: it is known)."""
    book = _book(library)
    regions = [one.scheme.region for one in _loaded(library) if not is_national(one.scheme)]
    if not place or book.province(place) or any(place in r or r in place for r in regions):
        return None
    whole = tuple(book.phrases.words("province"))
    if any(names_county(region, place, whole) for region in regions):
        return None
    names = dict.fromkeys((*book.places, *regions))
    near = [name for name in names if len(name) > 1 and edit_distance(place, name) == 1]
    return tuple(near[:_MOST_NAMED])


def _book(library: Library) -> LabelBook:
    return make_label_book(library.packs)[0]


def _loaded(library: Library) -> list[LoadedScheme]:
    return [found for found, _ in library.schemes.values() if found is not None]
