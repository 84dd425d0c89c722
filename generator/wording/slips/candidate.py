"""What may have been meant: the text with one change, and of which kind the change is."""

from typing import Literal, NamedTuple

Kind = Literal[
    "tone", "plain", "near", "shape", "swap", "doubled", "dropped", "added", "missing", "word"
]


class Candidate(NamedTuple):
    """From ``start`` to ``end`` ``wanted`` may have been meant."""

    start: int
    end: int
    wanted: str
    kind: Kind


class Slip(NamedTuple):
    """A slip that is told: where, what is meant, and how sure that is."""

    start: int
    end: int
    found: str
    wanted: str
    kind: Kind
    score: float
    is_certain: bool = False


def wrong_places(found: str, wanted: str) -> list[int]:
    """Return where two texts of one length differ (of two lengths: nowhere)."""
    if len(found) != len(wanted):
        return []
    return [at for at, (one, other) in enumerate(zip(found, wanted, strict=True)) if one != other]
