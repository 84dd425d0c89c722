"""How many characters two words differ by, and where."""


def edit_distance(one: str, other: str) -> int:
    """Count the insertions, deletions and replacements that turn one word into the other.

    A column of the usual table is kept as the bits of two numbers, where it goes up and where down
    (Myers 1999), so that long sentences cost little more than short words.
    """
    start, end = common_ends(one, other)  # no edit falls there
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if len(one) > len(other):
        one, other = other, one
    if len(one) <= 1:  # of most words that are compared no more is left
        return len(other) - len(one) * (one in other)
    places: dict[str, int] = {}
    for index, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << index
    every = (1 << len(one)) - 1
    last = 1 << (len(one) - 1)
    up, down, distance = every, 0, len(one)
    for character in other:
        same = places.get(character, 0)
        across = (((same & up) + up) ^ up) | same
        rises = down | (every & ~(across | up))
        falls = up & across
        distance += bool(rises & last) - bool(falls & last)
        rises, falls = (rises << 1 | 1) & every, (falls << 1) & every
        up, down = falls | (every & ~((same | down) | rises)), rises & (same | down)
    return distance


def common_ends(one: str, other: str) -> tuple[int, int]:
    """Count the characters that two texts share at the beginning, then those at the end."""
    shortest = min(len(one), len(other))
    start = 0
    while start < shortest and one[start] == other[start]:
        start += 1
    end, most = 0, shortest - start
    while end < most and one[-1 - end] == other[-1 - end]:
        end += 1
    return start, end
