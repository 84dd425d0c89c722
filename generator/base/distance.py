"""How many characters two words differ by."""


def edit_distance(one: str, other: str) -> int:
    """Count the insertions, deletions and replacements that turn one word into the other.

    A column of the usual table is kept as the bits of two numbers, where it goes up and where down
    (Myers 1999), so that long sentences cost little more than short words.
    """
    if not one or not other:
        return len(one) or len(other)
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
