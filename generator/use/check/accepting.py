"""What is to be written so that acceptances hold for the problems that are there, and for no others.

New ones for the problems that stand open, with the reason that somebody gives; a key or a number
for those that have neither; the right number for those that counted fewer or more.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.problem import Problem
from generator.base.toml import TomlFile
from generator.base.toml_change import AppendRow, FileChange, SetValue
from generator.model.dossier import Dossier
from generator.model.subject import Acceptance
from generator.use.check.acceptance import is_across, is_of_check, is_wording
from generator.use.check.acceptances import Group, Standing, may_be_accepted, share_out, standing

# What an acceptance is narrowed down to: a key, a count, or both.
Bounds = Mapping[str, Any]
# What a check tells, and what lint tells: each is counted for itself.
_Views = tuple[list[Problem], list[Problem]]


class NewOne(NamedTuple):
    """An acceptance to be written; without a reason of its own it gets that of the command."""

    file: TomlFile
    code: str
    bounds: Bounds
    reason: str = ""


class Accepting(NamedTuple):
    """What would be written into the inputs of a dossier."""

    open: tuple[Problem, ...] = ()  # what would be accepted: that needs a reason
    bounded: tuple[tuple[Standing, Bounds], ...] = ()
    raised: tuple[tuple[Standing, int], ...] = ()
    new: tuple[NewOne, ...] = ()

    def without_open(self) -> "Accepting":
        """Leave what stands open as it is."""
        return Accepting(bounded=self.bounded, new=tuple(one for one in self.new if one.reason))

    def changes(self, reason: str) -> Iterator[FileChange]:
        """Say what changes in the files; the reason is that of the problems that stand open."""
        for own, bounds in self.bounded:
            yield from (_set(own, name, value) for name, value in bounds.items())
        for own, count in self.raised:
            yield _set(own, "count", count)
            yield _set(own, "reason", _both(own.acceptance.reason, reason))
        for one in self.new:
            row = {"code": one.code, **one.bounds, "reason": one.reason or reason}
            yield FileChange(one.file, AppendRow(("accept",), row))


def needs_lint(dossiers: Iterable[Dossier], codes: Collection[str]) -> bool:
    """Tell whether what lint finds is asked for, or bounds what is accepted already."""
    known = {own.acceptance.code for dossier in dossiers for own in standing(dossier)}
    return any(is_wording(code) or is_across(code) for code in codes or known)


def plan_acceptances(
    dossier: Dossier,
    checked: Sequence[Problem],
    linted: Sequence[Problem] | None,
    codes: Collection[str],
) -> Accepting:
    """Plan the acceptances of a dossier; ``linted``: what lint tells, if it was asked.

    Without ``codes`` everything is accepted that a check tells; what lint tells, only by its code.
    """
    return _Planner(
        dossier, ([*checked], [*(linted or ())]), codes, is_linted=linted is not None
    ).plan()


class _Planner:
    """Plans the acceptances of one dossier."""

    def __init__(
        self, dossier: Dossier, views: _Views, codes: Collection[str], *, is_linted: bool
    ) -> None:
        files = [dossier.source, *(subject.source for subject in dossier.subjects)]
        self._dossier, self._codes, self._is_linted = dossier, codes, is_linted
        self._files = {file.shown: file for file in files}
        checked, linted = views
        self._views: _Views = checked, [p for p in linted if p.place.file in self._files]
        # Of a dossier that is half read nobody knows how many there are.
        self._is_whole = not any(p.stops and p.code.startswith("I") for p in checked)

    def plan(self) -> Accepting:
        """Go through the acceptances that stand, then through what none of them takes."""
        plans: list[Accepting] = []
        taken: set[Problem] = set()
        checked, linted = self._views
        by_check, by_lint = (share_out(view, self._dossier) for view in self._views)
        for group, same in zip(by_check, by_lint, strict=True):
            shares = [checked[n] for n in group.taken], [linted[n] for n in same.taken]
            taken.update(*shares)
            if self._is_asked(group.code):
                plans.append(self._of_group(group, shares))
        rest: dict[tuple[str, str], _Views] = defaultdict(lambda: ([], []))
        for number, view in enumerate(self._views):
            for problem in view:
                if self._is_open(problem, is_lint=bool(number)) and problem not in taken:
                    home = self._files.get(problem.place.file, self._dossier.source).shown
                    rest[home, problem.code][number].append(problem)
        for (home, code), shares in rest.items():
            bounds = self._bounds(self._files[home], code, shares)
            new = tuple(NewOne(self._files[home], code, own) for own in bounds)
            plans.append(Accepting((*shares[0], *shares[1]), new=new))
        return _joined(plans)

    def _is_asked(self, code: str) -> bool:
        return not self._codes or code in self._codes

    def _is_open(self, problem: Problem, *, is_lint: bool) -> bool:
        is_asked = problem.code in self._codes or not (self._codes or is_lint)
        return is_asked and not problem.accepted and may_be_accepted(problem.code)

    def _of_group(self, group: Group, shares: _Views) -> Accepting:
        """Bound acceptances that stand; raise the number of those that counted fewer than there are."""
        there, last, limit = max(map(len, shares)), group.members[-1], group.limit
        if limit is not None and there > limit:
            open_ones = [
                problem
                for number, share in enumerate(shares)
                for problem in share
                if self._is_open(problem, is_lint=bool(number))
            ]
            count = (last.bound or 0) + there - limit
            return Accepting(tuple(open_ones), raised=((last, count),) if open_ones else ())
        is_seen = self._is_linted or is_of_check(group.code)
        if not (self._is_whole and is_seen and there) or len(group.members) > 1:
            return Accepting()
        if limit is not None:
            is_high = there < limit and not is_across(group.code)
            return Accepting(bounded=((last, {"count": there}),) if is_high else ())
        if group.key:
            return Accepting(bounded=((last, {"count": there}),) if there > 1 else ())
        first, *others = self._bounds(last.file, group.code, shares)
        reason = last.acceptance.reason
        new = tuple(NewOne(last.file, group.code, own, reason) for own in others)
        return Accepting(bounded=((last, first),), new=new)

    def _bounds(self, home: TomlFile, code: str, shares: _Views) -> list[Bounds]:
        """Narrow down to these problems: one by its key, several by their number.

        What several commands find is narrowed down to the keys, as each finds another number.
        """
        keys = dict.fromkeys(problem.place.key for share in shares for problem in share)
        counts = {k: max(sum(p.place.key == k for p in share) for share in shares) for k in keys}
        total = max(map(len, shares))
        is_by_key = is_across(code) or total == 1
        if not is_by_key or not all(key and self._is_exact(home, code, key) for key in keys):
            return [{"count": total}]
        return [{"key": k} if n == 1 else {"key": k, "count": n} for k, n in counts.items()]

    def _is_exact(self, home: TomlFile, code: str, key: str) -> bool:
        """Tell whether a key would meet what stands at it, and nothing that others accept."""
        acceptance = Acceptance(code=code, key=key, reason="")
        own = Standing(acceptance, home, 0, is_for_all=home is self._dossier.source)
        met = [problem for view in self._views for problem in view if own.covers(problem)]
        return len({(problem.place.file, problem.place.key) for problem in met}) == 1


def _joined(plans: Sequence[Accepting]) -> Accepting:
    """Join plans, each kind of change in its order."""
    return Accepting(
        tuple(one for plan in plans for one in plan.open),
        tuple(one for plan in plans for one in plan.bounded),
        tuple(one for plan in plans for one in plan.raised),
        tuple(one for plan in plans for one in plan.new),
    )


def _set(own: Standing, name: str, value: Any) -> FileChange:
    return FileChange(own.file, SetValue(("accept", own.index, name), value))


def _both(old: str, new: str) -> str:
    """Keep the reason that stood there; which of the problems is new nobody can know."""
    return old if new in old else f"{old.rstrip().rstrip('。；')}；{new}"
