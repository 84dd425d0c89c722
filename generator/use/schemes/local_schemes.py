"""Which schemes may hold at a place: its own, those of its province, the national ones, those below it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from generator.model.scheme import Scheme

_NATIONAL = "全国"
_LEVELS, _SHORTEST = "市县区州旗", 2
_TAIL = 3  # characters by which a county or city is known: 洪山区
_OF_PLACE, _OF_PROVINCE, _OF_ALL, _BELOW, _UNKNOWN = range(5)

# The province that a text names, or whose city it names (empty: none).
ProvinceOf = Callable[[str], str]


def local_schemes(
    place: str,
    year: int | None,
    schemes: Iterable[Scheme],
    province_of: ProvinceOf,
    whole_province: Sequence[str],
    own_ids: Collection[str] = (),
) -> tuple[Scheme, ...]:
    """Return the schemes for a place and a year (``None``: any), the nearest first.

    ``whole_province``: how names of provinces end. Of national schemes the one stands first that
    the others name as theirs; what is meant for the year's beginning stands behind. ``own_ids``: of
    the workspace; of a place in no province that is known they stand last, and are not left out.
    """
    known = [scheme for scheme in schemes if year is None or scheme.force.holds(year)]
    cited = Counter(scheme.national for scheme in known)
    ranked = []
    for scheme in known:
        rank = _rank(scheme, place, province_of, tuple(whole_province))
        if rank is None and place and scheme.id in own_ids and not province_of(scheme.region):
            rank = _UNKNOWN
        if rank is not None:
            ranked.append((rank, scheme.stage == "goals", -cited[scheme.id], scheme.id, scheme))
    return tuple(scheme for *_, scheme in sorted(ranked, key=lambda own: own[:-1]))


def is_national(scheme: Scheme) -> bool:
    """Tell whether a scheme is meant for all places."""
    return scheme.region in ("", _NATIONAL)


def _rank(
    scheme: Scheme, place: str, province_of: ProvinceOf, whole_province: tuple[str, ...]
) -> int | None:
    """Say how near a scheme is to a place (``None``: it is of another one)."""
    region = scheme.region
    if is_national(scheme):
        return _OF_ALL
    own, there = province_of(region), province_of(place) if place else ""
    if not own and place and (region in place or place in region):
        return _OF_PLACE  # of a county in a province that its name does not tell
    if there not in ("", own):
        return None
    if len(region) <= _TAIL or region.endswith(whole_province):
        return _OF_PROVINCE if there else None
    if names_county(region, place, whole_province):
        return _OF_PLACE
    return _BELOW if place and region.startswith(place) else None


def names_county(region: str, place: str, whole_province: tuple[str, ...]) -> bool:
    """Tell a text that names the county or city of a region: 昌宁县, and 昌宁 alone."""
    county = _county(region, whole_province)[-_TAIL:]
    if not county or county in place:
        return bool(county)
    stem = county[:-1]
    if len(stem) < _SHORTEST:
        return False
    end = place.find(stem) + len(stem)
    # 昌宁 is a place at the end of what was said, and before what a county is called by.
    return stem in place and place[end : end + 1] in ("", " ", *_LEVELS)


def _county(region: str, whole_province: tuple[str, ...]) -> str:
    """Leave the province out: 湖南省南县 is 南县."""
    ends = [region.rfind(word) + len(word) for word in whole_province if word in region]
    return region[max(ends, default=0) :]
