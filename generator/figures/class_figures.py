"""The figures of whole classes and goals: points and scores of level 1, and of level 2 over several goals."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.figures.figure import Figure, number_figure
from generator.figures.point_figures import POINTS, goal_label
from generator.model.dossier import Subject
from generator.model.indicator import Goal
from generator.score.layout import level1
from generator.score.score_sheet import GroupScore, ScoreSheet

_SUMS = (("weight", "分值"), ("score", "得分"))


def level1_id(name: str, goal: int = 0) -> str:
    """Return the short id of the sums of a level-1 class, within a goal or over all of them."""
    return f"{_within(goal)}level1[{name}]"


def level2_id(path: str) -> str:
    """Return the short id of the sums of a level-2 class over all goals."""
    return f"level2[{path}]"


def class_figures(subject: Subject, sheet: ScoreSheet) -> Iterator[Figure]:
    """Give the sums of every class."""
    groups = sheet.groups
    goals = sorted({group.goal for group in groups} - {0})
    for name in dict.fromkeys(level1(group.class_path) for group in groups):
        members = [group for group in groups if level1(group.class_path) == name]
        yield from _sums(subject, level1_id(name), f"“{name}”", members)
        for goal in goals:
            own = [group for group in members if group.goal == goal]
            yield from _sums(subject, level1_id(name, goal), f"{goal_label(goal)}“{name}”", own)
    for path in dict.fromkeys(group.class_path for group in groups) if goals else ():
        members = [group for group in groups if group.class_path == path]
        yield from _sums(subject, level2_id(path), f"“{path}”", members)
    for at in subject.goals:
        own = [group for group in groups if group.goal == at.number] if at.keys[1:] else []
        yield from _missing(
            at.goal, _sums(subject, f"goal[{at.number}]", goal_label(at.number), own)
        )


def _missing(goal: Goal, sums: Iterable[Figure]) -> Iterator[Figure]:
    """Give the points of one of several goals as those of its indicators, where it has none of its own."""
    given = {name for name, _ in _SUMS if getattr(goal, name) is not None}
    yield from (own for own in sums if own.id.rpartition(".")[2] not in given)


def _within(goal: int) -> str:
    return f"goal[{goal}]/" if goal else ""


def _sums(
    subject: Subject, short: str, named: str, groups: Sequence[GroupScore]
) -> Iterator[Figure]:
    for name, label in _SUMS:
        values = [_value(group, name) for group in groups]
        known = [value for value in values if value is not None]
        if not known or len(known) < len(values):
            continue
        total = sum(known, Decimal(0))
        terms = " + ".join(plain(value) for value in known)
        yield number_figure(
            f"{subject.id}/{short}.{name}",
            total,
            POINTS,
            label=f"{named}{label}",
            formula=f"{terms} = {plain(total)}" if len(known) > 1 else terms,
            rule=f"各二级指标{label}相加",
            inputs=tuple(f"{subject.id}/{group.id}.{name}" for group in groups),
        )


def _value(group: GroupScore, name: str) -> Decimal | None:
    return group.weight if name == "weight" else group.score.value
