"""Schemes of a place: its own first, those for all after them."""

from generator.load.schemes import LoadedScheme
from generator.model.scheme import Scheme
from generator.read.label_book import LabelBook
from generator.use.label_book import make_label_book
from generator.use.library import Library

_ALL = ("", "全国")


def schemes_of_place(place: str, library: Library) -> tuple[list[LoadedScheme], bool]:
    """Return the schemes that a unit of a place may use, and whether any is the place's own."""
    book, _ = make_label_book(library.packs)
    loaded = [found for found, _ in library.schemes.values() if found is not None]
    own = [one for one in loaded if _is_of(one.scheme, place, book)]
    usual = [one for one in loaded if one.scheme.region in _ALL]
    return [*sorted(own, key=lambda one: _nearness(one.scheme, place)), *usual], bool(own)


def _is_of(scheme: Scheme, place: str, book: LabelBook) -> bool:
    if scheme.region in _ALL:
        return False
    if place in scheme.region:
        return True
    province = book.province(place)
    return bool(province) and province == book.province(scheme.region)


def _nearness(scheme: Scheme, place: str) -> tuple[bool, int, str]:
    return place not in scheme.region, len(scheme.region), scheme.id
