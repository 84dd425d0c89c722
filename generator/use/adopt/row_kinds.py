"""What the cells of a row are, chosen so that together they stand as forms have them."""

from collections.abc import Mapping, Sequence
from typing import Literal

from generator.model.foreign_document import ReadCell

Kind = Literal["caption", "value"]

# What it weighs how two neighbours stand.
_PAIRED, _NEXT, _BESIDE, _LONELY, _ALIKE, _IN_TURN = 1.5, 1.0, -1.2, -1.5, -0.5, 1.5
_PAIRS = 2


class RowKinds:
    """Chooses for the cells of a row, by the weights of their words."""

    def __init__(self, weights: Mapping[int, float]) -> None:
        self._weights = weights

    def _weight(self, cell: ReadCell) -> float:
        return self._weights[id(cell)]

    def parsed(self, own: Sequence[ReadCell]) -> list[Kind]:
        """Choose for each cell of a row what it is, so that together they stand as forms have them."""
        turns = self.turns(own)
        ends: dict[Kind, tuple[float, list[Kind]]] = {}
        for number, cell in enumerate(own):
            weight = self._weight(cell)
            is_block = number == 1 and own[0].height > own[1].height
            found: dict[Kind, tuple[float, list[Kind]]] = {}
            kinds: tuple[Kind, Kind] = ("caption", "value")
            for kind in kinds:
                signed = weight if kind == "caption" else -weight
                if not ends:
                    found[kind] = (signed + (0.0 if kind == "caption" else _LONELY), [kind])
                    continue
                score, before = max(
                    (s + _between(b[-1], kind, is_block=is_block), b) for s, b in ends.values()
                )
                found[kind] = (score + signed, [*before, kind])
            ends = found
        score, last = ends["caption"]
        # A caption at the end of its row has no value, unless it reaches down over one.
        is_tall = len(own) > 1 and own[-1].height > min(c.height for c in own)
        # Of two such at the end of a row of pairs the first would have none either.
        is_beside = last[-2:] == ["caption", "caption"] and "value" in last
        ends["caption"] = (score + (0.0 if is_tall else _LONELY * (1 + is_beside)), last)
        best, kinds_found = max(ends.values())
        if turns and self.of_turns(own) + _IN_TURN >= best:
            return turns
        return kinds_found

    def turns(self, own: Sequence[ReadCell]) -> list[Kind]:
        """Return what the cells of a row are where captions and values take turns."""
        is_even = len(own) >= _PAIRS * 2 and len(own) % 2 == 0
        return ["caption", "value"] * (len(own) // 2) if is_even else []

    def of_turns(self, own: Sequence[ReadCell]) -> float:
        """Weigh a row in which captions and values take turns."""
        signed = (self._weight(c) * (-1 if n % 2 else 1) for n, c in enumerate(own))
        return sum(signed) + _PAIRED * (len(own) // 2) + _NEXT * (len(own) // 2 - 1)


def _between(before: Kind, kind: Kind, *, is_block: bool) -> float:
    if before != kind:
        return _PAIRED if kind == "value" else _NEXT
    if kind == "value":
        return _BESIDE
    return 0.0 if is_block else _ALIKE
