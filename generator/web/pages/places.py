"""Find printed words on pages: by what they say and the order in which they were printed."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.base.pattern import Pattern

_GOES_ON = Pattern(r"\d|\.\d?|[%％]")

Stretch = tuple[int, int]  # characters of a text: the first, and the one behind the last


def find_in_order(text: str, wanted: Sequence[str]) -> list[Stretch | None]:
    """Find words that were printed in this order; each place is taken once.

    Tables are laid out otherwise than they are recorded, so what does not come next is looked for
    from the beginning. Lines end on pages where nobody ended them: blanks count for nothing. A
    number is not part of a longer one.
    """
    bare, at = _squeezed(text)
    words = [_squeezed(own)[0] for own in wanted]
    places = {own: [*_places(text, bare, at, own)] for own in set(words)}
    taken: set[int] = set()
    given: list[Stretch | None] = []
    after = 0
    for own in words:
        free = [n for n in places[own] if taken.isdisjoint(range(n, n + len(own)))]
        places[own] = free
        if not free:
            given.append(None)
            continue
        next_one = bisect_left(free, after)
        start = free[next_one if next_one < len(free) else 0]
        after = start + len(own)
        taken.update(range(start, after))
        given.append((at[start], at[after - 1] + 1))
    return given


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Leave blanks out; returns where each character that is left stands."""
    at = [n for n, sign in enumerate(text) if not sign.isspace()]
    return "".join(text[n] for n in at), at


def _places(text: str, bare: str, at: Sequence[int], shown: str) -> Iterator[int]:
    """Give where words stand; a number that goes on before or behind is another one."""
    found = bare.find(shown) if shown else -1
    while found >= 0:
        start, end = at[found], at[found + len(shown) - 1] + 1
        before, behind = text[max(start - 1, 0) : start], text[end : end + 2]
        is_cut = (shown[0].isdigit() and _GOES_ON.fullmatch(before)) or (
            shown[-1].isdigit() and _GOES_ON.match(behind)
        )
        if not is_cut:
            yield found
        found = bare.find(shown, found + len(shown))
