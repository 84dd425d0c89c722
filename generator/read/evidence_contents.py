"""What the cells of a column say of its role, by themselves: numbers, signs, units, classes, length."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from generator.read.columns import Strip
from generator.read.evidence_cells import CLASSES, EMPTY, KNOWN_CLASSES, NUMBERS, CellLens, Look

_MOST_POINTS = 100
# Weights of a table come to a round number: so many fives.
_POINTS_STEP, _FEWEST_STEPS, _MOST_STEPS = 5, 4, 20
_MOST_WEIGHTS, _TOO_MANY = 120, 5.0  # all weights of a form come to 100, now and then to some more
_LONG, _SENTENCE = 8, 18


class Profile(NamedTuple):
    """The cells of a column in short; shares are of the cells that say something."""

    strip: Strip
    looks: tuple[Look, ...]  # of the cell in each row, a merged one in each that it covers
    starts: frozenset[int]  # the rows in which a cell begins that says something
    rows: int
    filled: int
    blank: float
    shares: dict[str, float]
    placeholders: float
    signed: float
    length: float
    distinct: float
    is_sequence: bool
    most: Decimal
    sum: Decimal

    def share(self, *kinds: str) -> float:
        """Return the share of cells of some kinds: the same in whatever order a set gives them."""
        return fsum(self.shares.get(kind, 0.0) for kind in kinds)

    @property
    def is_sparse(self) -> bool:
        """Tell whether its cells reach over rows, or stand for the blank ones below."""
        return 0 < self.filled <= 0.8 * self.rows


def profile(strip: Strip, lens: CellLens, rows: Sequence[int]) -> Profile:
    """Look at the cells of a column in some rows."""
    looks = tuple(
        lens.look(cell.text) if cell is not None else Look("nothing") for cell in strip.cells
    )
    own = [i for i, cell in enumerate(strip.cells) if cell is not None and cell.row == rows[i]]
    said = [i for i in own if looks[i].kind not in EMPTY]
    count = len(said)
    shares: dict[str, float] = {}
    for i in said:
        shares[looks[i].kind] = shares.get(looks[i].kind, 0.0) + 1 / count
    values = [v for i in said if looks[i].kind in NUMBERS and (v := looks[i].value) is not None]
    total = len(strip.cells) or 1
    return Profile(
        strip,
        looks,
        frozenset(said),
        len(strip.cells),
        count,
        1 - count / total,
        shares,
        sum(looks[i].kind == "placeholder" for i in own) / total,
        sum(looks[i].is_signed for i in said) / count if count else 0.0,
        sum(looks[i].length for i in said) / count if count else 0.0,
        len({looks[i].core for i in said}) / count if count else 0.0,
        len(values) > 1 and len(values) == count and all(b - a == 1 for a, b in pairwise(values)),
        max(values, default=Decimal(0)),
        sum(values, Decimal(0)),
    )


def contents(role: str, p: Profile) -> float:
    """Return what the cells of a column say for a role, or against it."""
    return _JUDGES[role](p)


def _text(p: Profile) -> float:
    return p.share("text", "unit") + 0.6 * p.share("class")


def _class(p: Profile) -> float:
    """Return how far the cells are classes; what only ends in 指标 may be words as well."""
    return p.share(*KNOWN_CLASSES) + 0.4 * p.share("class")


def _number(p: Profile) -> float:
    if not p.filled:
        return -3.0
    return 4.5 * p.is_sequence - 5 * (1 - p.share("number")) - 2 * (not p.is_sequence)


def _joined(p: Profile) -> float:
    if not p.filled:
        return -3.0
    return 7 * p.share("joined") + 1.5 * (_class(p) - p.share("joined")) - 5 * (1 - _class(p)) - 1


def _level1(p: Profile) -> float:
    return -3.0 if not p.filled else _level(p, "class1") + 1.5 * p.is_sparse


def _level2(p: Profile) -> float:
    return -2.0 if not p.filled else _level(p, "class2") + 0.8 * p.is_sparse


def _level(p: Profile, kind: str) -> float:
    """Weigh the words of a level of classes: its known words count most, figures speak against it."""
    known, like = p.share(kind), p.share(*CLASSES)
    score = 4.5 * known + 1.5 * (like - known) - 2.5 * (1 - like)
    return (
        score - 4 * p.share("number", "percent", "measure") - 5 * p.share("sign") - (p.length > 12)
    )


def _name(p: Profile) -> float:
    if not p.filled:
        return 2 * p.placeholders - 3
    score = 2.5 * _text(p) + 1.5 * p.distinct + 1.5 * p.placeholders - 2.5 * p.blank
    score -= 5 * p.share("number", "percent", "measure") + 4 * _class(p) + 5 * p.share("sign")
    return score - 1.5 * p.signed - 3 * p.share("unit") - (p.length > _SENTENCE)


def _description(p: Profile) -> float:
    if not p.filled:
        return -1.5
    return _text(p) + 0.8 * (p.length > 12) - 4 * (1 - _text(p)) - 1.5 - p.blank


def _sign(p: Profile) -> float:
    return 7 * p.share("sign") - 5 * (1 - p.share("sign")) if p.filled else -3.0


def _direction(p: Profile) -> float:
    """A second column of signs says which way is better."""
    return _sign(p) - 2.5


def _unit(p: Profile) -> float:
    return 6.5 * p.share("unit") - 5 * (1 - p.share("unit")) if p.filled else -3.0


def _second_unit(p: Profile) -> float:
    return _unit(p) - 2.5


def _second_name(p: Profile) -> float:
    return _name(p) - 7


def _wanted(p: Profile) -> float:
    score = 2 * p.share("measure", "percent") + p.share("number") + 0.8 * p.share("text")
    return (
        score - 5 * p.share("sign") - 3.5 * p.share("unit") - 3 * _class(p) - 0.15 * (p.length > 15)
    )


def _target(p: Profile) -> float:
    return _wanted(p) + 2 * p.signed - 2 * p.blank if p.filled else -1.0


def _actual(p: Profile) -> float:
    return _wanted(p) - 0.5 * p.signed - p.blank if p.filled else -0.5


def _adjusted(p: Profile) -> float:
    """A second target is read as one only where its heading says so."""
    return _wanted(p) - 2.5 if p.filled else -1.0


def _done_rate(p: Profile) -> float:
    return 1.5 * p.share("percent") - 3 * (1 - p.share("percent")) - 1.8 if p.filled else -2.5


def _points(p: Profile) -> float:
    is_small = p.most <= _MOST_POINTS
    return (
        3 * p.share("number") * is_small
        - 5 * (1 - p.share("number", "percent"))
        - 2 * (not is_small)
    )


def _weight(p: Profile) -> float:
    if not p.filled:
        return -1.5
    steps, rest = divmod(p.sum, _POINTS_STEP)
    is_round = p.filled > 1 and rest == 0 and _FEWEST_STEPS <= steps <= _MOST_STEPS
    score = _points(p) + 1.2 * is_round - 1.5 * p.blank
    return score - _TOO_MANY * (p.sum > _MOST_WEIGHTS)


def _score(p: Profile) -> float:
    return _points(p) - p.share("percent") - p.blank if p.filled else -0.6


def _review(p: Profile) -> float:
    return _score(p) - 2 if p.filled else -2.0


def _class_points(p: Profile) -> float:
    return _weight(p) + 2 * p.is_sparse - 2 if p.filled else -3.0


def _deduction(p: Profile) -> float:
    return _points(p) - 3.5 + p.blank if p.filled else -1.8


def _reason(p: Profile) -> float:
    if not p.filled:
        return 0.4
    score = 1.2 * _text(p) + 0.8 * (p.length > _LONG) + 1.5 * p.blank - 1
    if p.most > 0:  # who writes 0 there means that there is none
        score -= 3 * p.share("number", "percent")
    return score - 3 * p.share("measure", "sign") - 3 * _class(p)


def _review_reason(p: Profile) -> float:
    return _reason(p) - 2.5


def _words(p: Profile) -> float:
    if not p.filled:
        return -1.8
    return 0.6 * _text(p) - 4 * p.share("number", "percent", "sign") - 3 * _class(p) - 2


def _rare(p: Profile) -> float:
    return -3.0 - _class(p)


_JUDGES: dict[str, Callable[[Profile], float]] = {
    "number": _number, "class": _joined, "level1": _level1, "points1": _class_points,
    "level2": _level2, "points2": _class_points, "level3": _rare, "name": _name,
    "description": _description, "sign": _sign, "direction": _direction, "target": _target, "measure-unit": _unit,
    "actual-unit": _second_unit, "level4": _second_name, "adjusted": _adjusted,
    "actual": _actual, "done-rate": _done_rate, "weight": _weight, "score": _score,
    "review": _review, "deduction": _deduction, "reason": _reason, "review-reason": _review_reason,
    "basis": _words, "evidence": _words, "method": _words, "remark": _words, "core": _rare,
    "history": _rare, "computed": _rare, "deviation-rate": _rare, "forecast": _rare, "interim": _rare,
}  # fmt: skip
