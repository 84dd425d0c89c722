"""What two columns say of each other: score beside weight, actual beside target, class above class."""

from collections.abc import Callable
from functools import cached_property

from generator.read.evidence_cells import EMPTY, FIGURES, NUMBERS
from generator.read.evidence_contents import Profile

# The usual order of columns; those that are of one rank come in any order.
_RANK = {
    "number": 0, "class": 1, "level1": 1, "points1": 1.5, "level2": 2, "points2": 2.5, "level3": 3,
    "name": 4, "level4": 4.5, "adjusted": 7.5, "actual-unit": 9.2, "core": 5, "description": 5, "basis": 9, "method": 6, "sign": 6, "direction": 6, "target": 7, "measure-unit": 8,
    "history": 8.5, "actual": 9, "interim": 8.8, "done-rate": 9.5, "deviation-rate": 9.6, "weight": 10, "score": 11, "computed": 10.5, "forecast": 9.6, "deduction": 12,
    "review": 12.5, "review-reason": 13, "reason": 13.5, "evidence": 14, "remark": 14,
}  # fmt: skip
_CLASSES = frozenset(("number", "class", "level1", "points1", "level2", "points2", "name"))
_FREE = frozenset((("measure-unit", "sign"), ("measure-unit", "target"), ("weight", "sign"), ("weight", "target"),
                   ("weight", "measure-unit"), ("weight", "actual"), ("method", "weight")))  # fmt: skip
_INVERSIONS = {
    ("actual", "target"): 1.6,
    ("score", "weight"): 1.2,
    ("review", "score"): 1.5,
    ("target", "sign"): 0.6,
}


class Relation:
    """What the cells of two columns have in common, found out when it is asked for."""

    def __init__(self, one: Profile, other: Profile) -> None:
        """Take the left and the right column."""
        self.one, self.other = one, other
        self._both = [
            (a, b)
            for a, b in zip(one.looks, other.looks, strict=True)
            if a.kind not in EMPTY and b.kind not in EMPTY
        ]

    @cached_property
    def _values(self) -> list[int]:
        """Compare the numbers in each row: -1, 0 or 1."""
        return [
            (a.value > b.value) - (a.value < b.value)
            for a, b in self._both
            if a.value is not None
            and b.value is not None
            and a.kind in NUMBERS
            and b.kind in NUMBERS
        ]

    @property
    def numbers(self) -> int:
        """Return how many rows have a number in both."""
        return len(self._values)

    @cached_property
    def equal(self) -> float:
        """Return the share of rows in which the numbers are the same."""
        return self._values.count(0) / len(self._values) if self._values else 0.0

    @cached_property
    def falls(self) -> float:
        """Return the share of rows in which the number on the right is not greater."""
        return 1 - self._values.count(-1) / len(self._values) if self._values else 0.0

    @cached_property
    def rises(self) -> float:
        """Return the share of rows in which the number on the right is not smaller."""
        return 1 - self._values.count(1) / len(self._values) if self._values else 0.0

    @cached_property
    def same(self) -> float:
        """Return the share of rows that say the same, signs aside."""
        return sum(a.core == b.core for a, b in self._both) / len(self._both) if self._both else 0.0

    @cached_property
    def kin(self) -> float:
        """Return the share of rows whose cells are both figures, or both words."""
        if not self._both:
            return 0.0
        return sum((a.kind in FIGURES) == (b.kind in FIGURES) for a, b in self._both) / len(
            self._both
        )

    @cached_property
    def alike(self) -> float:
        """Return how far cells begin in the same rows."""
        union = len(self.one.starts | self.other.starts)
        return len(self.one.starts & self.other.starts) / union if union else 0.0

    @cached_property
    def within(self) -> float:
        """Return how far the cells on the left begin where some on the right begin, and are fewer."""
        if not self.one.starts or len(self.one.starts) > len(self.other.starts):
            return 0.0
        return len(self.one.starts & self.other.starts) / len(self.one.starts)


def relation(first: str, second: str, found: Relation, *, is_next: bool) -> float:
    """Return what two columns say for two roles, the first to the left of the second."""
    score = -_inversion(first, second)
    if judge := _JUDGES.get((first, second)):
        score += judge(found)
    return score + is_next * _NEIGHBOURS.get((first, second), 0.0)


def _inversion(first: str, second: str) -> float:
    if not first or not second or _RANK[first] <= _RANK[second]:
        return 0.0
    if (first, second) in _INVERSIONS:
        return _INVERSIONS[first, second]
    if (first, second) in _FREE:
        return 0.1
    return 2.5 if second in _CLASSES else 0.5


def _weight_score(r: Relation) -> float:
    if not r.numbers:
        return 0.0
    return 2 * r.equal + 1.5 * r.falls - 4 * (1 - r.falls) + r.alike - 0.8


def _score_weight(r: Relation) -> float:
    if not r.numbers:
        return 0.0
    return 2 * r.equal + 1.5 * r.rises - 4 * (1 - r.rises) + r.alike - 0.8


def _score_review(r: Relation) -> float:
    return 1.5 * r.equal + r.falls - 2 * (1 - r.falls) - 0.5 if r.numbers else 0.0


def _target_actual(r: Relation) -> float:
    return 2 * r.same + 2.5 * r.kin - 1.8 + r.alike * 0.8


def _deduction(r: Relation) -> float:
    return -1.5 * (1 - r.falls) if r.numbers else 0.0


def _above(r: Relation) -> float:
    return 1.5 * r.within - 2 * (1 - r.within)


def _named(r: Relation) -> float:
    return 0.8 * r.within


def _of_class(r: Relation) -> float:
    return 3 * r.alike - 3.5


def _of_row(r: Relation) -> float:
    return 1.6 * r.alike - 0.8


_JUDGES: dict[tuple[str, str], Callable[[Relation], float]] = {
    ("weight", "score"): _weight_score,
    ("score", "weight"): _score_weight,
    ("score", "review"): _score_review,
    ("weight", "review"): _score_review,
    ("target", "actual"): _target_actual,
    ("actual", "target"): _target_actual,
    ("weight", "deduction"): _deduction,
    ("level1", "level2"): _above,
    ("level1", "name"): _named,
    ("level2", "name"): _named,
    ("class", "name"): _named,
    ("level1", "points1"): _of_class,
    ("level2", "points2"): _of_class,
    ("name", "weight"): _of_row,
}
# What two columns gain where nothing stands between them.
_NEIGHBOURS = {
    ("actual", "actual-unit"): 1.5,
    ("name", "level4"): 0.8,
    ("weight", "score"): 0.4,
    ("sign", "target"): 2.2,
    ("target", "measure-unit"): 1.8,
    ("level1", "level2"): 0.8,
    ("level1", "name"): 0.8,
    ("level2", "name"): 0.8,
    ("class", "name"): 0.8,
    ("level1", "points1"): 3.5,
    ("level2", "points2"): 3.5,
}
