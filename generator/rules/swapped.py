"""Two numbers of which one is the other with two signs changed over: 21 and 12, 2.86 and 2.68."""

from decimal import Decimal

from generator.base.number import plain

_POINT = "."


def are_swapped(one: Decimal, other: Decimal) -> bool:
    """Tell whether just two neighbouring signs stand the other way round."""
    first, second = plain(one), plain(other)
    if len(first) != len(second):
        return False
    places = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(places) != 2:
        return False
    left, right = places
    is_beside = right - left == 1 or first[left + 1 : right] == _POINT  # 38.6 and 36.8
    return is_beside and first[left] == second[right] and first[right] == second[left]
