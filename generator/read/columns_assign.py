"""Roles for all columns of a header together: the best whole, found by words, contents, relations, order.

A heading that is known says nearly all; where one is not, or two say the same, the columns are
weighed together. A few of the best wholes are kept while going from left to right.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.read.column_words import ROLES, ColumnWords
from generator.read.columns import OTHER, Choice, Strip
from generator.read.evidence_cells import CellLens
from generator.read.evidence_contents import Profile, contents, profile
from generator.read.evidence_relations import Relation, relation

# A heading that is known; one that is as like as can be without being known.
_KNOWN, _LIKE = 7.0, 6.0
_WIDE = 0.35  # a heading over several columns says less of each
_TRIES_CEILING, _BEAM_CEILING = 7, 32
# What a role may gain beside others: it is tried even where the cells alone say little for it.
_HOPE = {"level1": 2.0, "level2": 3.5, "points1": 3.0, "points2": 3.0, "weight": 1.5, "score": 1.5,
         "actual": 2.0, "target": 2.0, "review": 2.5}  # fmt: skip
# Several columns may be of these: inputs have no place for them.
WITHOUT_PLACE = frozenset(
    (
        "level3",
        "done-rate",
        "deviation-rate",
        "deduction",
        "method",
        "remark",
        "core",
        "history",
        "adjusted",
        "computed",
        "forecast",
        "interim",
    )
)
_OFTEN = WITHOUT_PLACE | {OTHER}
_ROUNDS_CEILING = 4
_STRONG, _AGAINST = 2.0, 4.0
_FAR_CEILING = 9.0  # a role that is worse by so much alone is not asked about
_NO_NAME = 6.0
_FOREIGN = 3.0  # a heading known for something that is no column of indicators
_ROWS_CEILING = 60  # more of a long table say nothing new
_PARTS_OF_TARGET = ("sign", "target", "measure-unit")
_CHECKED = frozenset(("weight", "score", "review", "target", "actual", "sign", "name"))
_POINTS = frozenset(("weight", "score", "review"))
_TEXTS = ("reason", "review-reason", "remark", "basis", "evidence", "description")


class _Whole(NamedTuple):
    score: float
    roles: tuple[str, ...]


def assign(strips: Sequence[Strip], rows: Sequence[int], lens: CellLens) -> list[Choice]:
    """Choose a role for each column."""
    known = [_known(s, lens.book.columns) for s in strips]
    rows = rows[:_ROWS_CEILING]
    cut = [s._replace(cells=s.cells[:_ROWS_CEILING]) for s in strips]
    if _is_plain(cut, known, rows, lens):
        return [
            Choice(s, role, (("words", _KNOWN),)) for s, role in zip(strips, known, strict=True)
        ]
    headings = tuple(s.headings for s in strips)
    if (before := lens.decided.get(headings)) and _fits(cut, before, rows, lens, is_blank=True):
        return [Choice(s, r, (("same", _KNOWN),)) for s, r in zip(strips, before, strict=True)]
    chosen = _Assignment([profile(s, lens, rows) for s in cut], lens).choose()
    if all(headings) and all(c.is_sure or not c.role for c in chosen):
        lens.decided[headings] = tuple(c.role for c in chosen)
    return [c._replace(strip=s) for c, s in zip(chosen, strips, strict=True)]


def _known(strip: Strip, words: ColumnWords) -> str:
    """Return the role that the headings of a column surely name; the wider one only adds to it."""
    if not strip.headings:
        return ""
    *upper, own = strip.headings
    role = words.role("".join((*upper, own))) or ("" if strip.is_split else words.role(own))
    if upper and role in ("score", "weight") and words.role(upper[-1]) == "review":
        return "review"
    return role


def _is_plain(
    strips: Sequence[Strip], known: Sequence[str], rows: Sequence[int], lens: CellLens
) -> bool:
    """Tell whether every heading is known, each role comes once, and no cells speak against it."""
    once = [role for role in known if role not in _OFTEN]
    if not all(known) or len(set(once)) < len(once) or "name" not in once:
        return False
    if "interim" in known and "actual" not in known:
        return False
    return _fits(strips, known, rows, lens)


def _fits(
    strips: Sequence[Strip],
    roles: Sequence[str],
    rows: Sequence[int],
    lens: CellLens,
    *,
    is_blank: bool = False,
) -> bool:
    """Tell whether no cells speak against roles, and columns without one are blank if they should be."""
    for strip, role in zip(strips, roles, strict=True):
        if is_blank and not role and profile(strip, lens, rows).filled:
            return False
        if role in _CHECKED:
            found = profile(strip, lens, rows)
            least = -2.0 if role in _POINTS else -4.0
            if found.filled and contents(role, found) < least:
                return False
    return True


class _Assignment:
    """One search over the columns of a band."""

    def __init__(self, profiles: Sequence[Profile], lens: CellLens) -> None:
        self._profiles, self._lens = profiles, lens
        self._alone: list[dict[str, float]] = []
        self._words: list[dict[str, float]] = []
        self._relations: dict[tuple[int, int], Relation] = {}
        self._pairs: dict[tuple[int, int, str, str], float] = {}

    def choose(self) -> list[Choice]:
        """Return the best whole, with its runner-up for each column."""
        for p in self._profiles:
            words = self._of_words(p.strip)
            self._words.append(words)
            is_known = bool(_known(p.strip, self._lens.book.columns))
            self._alone.append({r: alone(r, p, words, is_known=is_known) for r in (*ROLES, OTHER)})
        best = self._search()
        for _ in range(_ROUNDS_CEILING):
            seconds = [self._second(i, best) for i in range(len(self._profiles))]
            margin, roles = min(seconds, default=(0.0, ()))
            if margin >= 0:
                break
            best = _Whole(best.score - margin, roles)
        return [self._explain(i, best, *seconds[i]) for i in range(len(self._profiles))]

    def _of_words(self, strip: Strip) -> dict[str, float]:
        """Return what the headings say for each role."""
        book = self._lens.book
        if role := _known(strip, book.columns):
            found = {
                r: _LIKE * like * 0.5 for r, like in book.columns.likeness(strip.heading).items()
            }
            return {**found, **self._as_well(role), role: _KNOWN, OTHER: -2.0}
        if self._is_of_years(strip):
            return {OTHER: _KNOWN}
        found = {}
        for level, heading in enumerate(reversed(strip.headings)):
            share = (_WIDE if strip.is_split else 1.0) * (1.0, 0.5, 0.3)[min(level, 2)]
            for role, like in book.columns.likeness(heading).items():
                found[role] = max(found.get(role, 0.0), _LIKE * like * share)
        if any(book.columns.role(h) == "target" for h in strip.headings):
            for role in _PARTS_OF_TARGET:
                found[role] = max(found.get(role, 0.0), 1.5)
        if any(book.columns.role(h) in _POINTS for h in strip.headings[:-1]):
            found |= dict.fromkeys(_TEXTS, -_AGAINST)  # points are parted into points
        found[OTHER] = 0.6
        if any(book.role(h) for h in strip.headings) and not found.keys() - {OTHER}:
            found[OTHER] = _FOREIGN
        return found

    def _is_of_years(self, strip: Strip) -> bool:
        """Tell a column of several years beside the target of the year: 实施期指标值."""
        book = self._lens.book
        is_named = any(book.phrases.is_of_years(heading) for heading in strip.headings)
        others = (_known(p.strip, book.columns) for p in self._profiles if p.strip != strip)
        return is_named and "target" in others

    def _as_well(self, role: str) -> dict[str, float]:
        """Return what else a known name may stand for: points of a class, a second text of remarks."""
        if role == "weight":
            return {"points1": _KNOWN, "points2": _KNOWN}
        if role == "measure-unit":
            return {"actual-unit": _KNOWN - 1}
        return {"remark": _KNOWN - 2} if role == "reason" else {}

    def _search(self) -> _Whole:
        """Go from left to right with the best beginnings."""
        beam = [_Whole(0.0, ())]
        for i in range(len(self._profiles)):
            alone = self._alone[i]
            tries = sorted(alone, key=lambda r: alone[r] + _HOPE.get(r, 0.0), reverse=True)[
                :_TRIES_CEILING
            ]
            grown = [
                _Whole(whole.score + self._added(i, role, whole.roles), (*whole.roles, role))
                for whole in beam
                for role in dict.fromkeys((*tries, OTHER))
                if role in _OFTEN or role not in whole.roles
            ]
            grown.sort(key=lambda w: w.score, reverse=True)
            beam = grown[:_BEAM_CEILING]
        return max(
            (w._replace(score=w.score + end_points(w.roles)) for w in beam), key=lambda w: w.score
        )

    def _added(self, i: int, role: str, before: Sequence[str]) -> float:
        pairs = (
            sum(self._pair(j, i, other, role) for j, other in enumerate(before)) if role else 0.0
        )
        return self._alone[i][role] + pairs

    def _pair(self, i: int, j: int, one: str, other: str) -> float:
        if not one or not other:
            return 0.0
        key = (i, j, one, other)
        if key not in self._pairs:
            if (i, j) not in self._relations:
                self._relations[i, j] = Relation(self._profiles[i], self._profiles[j])
            self._pairs[key] = relation(one, other, self._relations[i, j], is_next=j == i + 1)
        return self._pairs[key]

    def _total(self, roles: Sequence[str]) -> float:
        return sum(self._added(i, r, roles[:i]) for i, r in enumerate(roles)) + end_points(roles)

    def _second(self, i: int, best: _Whole) -> tuple[float, tuple[str, ...]]:
        """Find what would come second for a column, alone or in exchange with another column."""
        role, alone = best.roles[i], self._alone[i]
        found = (99.0, best.roles)
        for other in alone:
            if other == role or alone[other] < alone[role] - _FAR_CEILING:
                continue
            roles = list(best.roles)
            roles[i] = other
            if other not in _OFTEN and other in best.roles:
                roles[best.roles.index(other)] = role
            found = min(found, (best.score - self._total(roles), tuple(roles)))
        return found

    def _explain(self, i: int, best: _Whole, margin: float, roles: Sequence[str]) -> Choice:
        """Say what speaks for the role of a column."""
        role = best.roles[i]
        words = self._words[i].get(role, 0.0)
        around = sum(
            self._pair(min(i, j), max(i, j), *((other, role) if j < i else (role, other)))
            for j, other in enumerate(best.roles)
            if j != i
        )
        evidence = (
            ("words", words),
            ("contents", self._alone[i][role] - words),
            ("relations", around),
        )
        return Choice(self._profiles[i].strip, role, evidence, roles[i], margin)


def alone(role: str, p: Profile, words: Mapping[str, float], *, is_known: bool) -> float:
    """Return what a column says of a role by itself; against a known heading only strong cells speak."""
    if not role:
        return words.get(role, 0.0)
    within = contents(role, p)
    if is_known and role not in words and within < _STRONG:
        within -= _AGAINST
    return words.get(role, 0.0) + within


def end_points(roles: Iterable[str]) -> float:
    """A table of indicators names them and says something of them; who reached something is scored."""
    found = set(roles)
    score = 0.0 if "name" in found else -_NO_NAME
    if not found & {"target", "actual", "score", "weight"}:
        score -= 2.0
    if "actual" in found:
        score -= 1.5 * ("target" not in found)
        if "weight" in found and not found & {"score", "deduction"}:
            score -= 3.0  # what was taken off says the score as well
        if "score" not in found and "weight" not in found:
            score -= 1.5
    return score
