"""The figures of whole classes and goals: points and scores of level 1, and of level 2 over several goals."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.figures.figure import Figure, number_figure
from generator.figures.point_figures import POINTS, goal_label
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.indicator import Goal
from generator.model.row_key import RowKey
from generator.score.layout import level1
from generator.score.score_sheet import GroupScore, ScoreSheet

_SUMS = (("weight", "分值"), ("score", "得分"))


def class_figures(subject: Subject, sheet: ScoreSheet) -> Iterator[Figure]:
    """Give the sums of every class."""
    groups = sheet.groups
    goals = sorted({group.goal for group in groups} - {0})
    classes: dict[str, list[GroupScore]] = {}
    for group in groups:
        classes.setdefault(level1(group.class_path), []).append(group)
    for name, members in classes.items():
        yield from _sums(subject, RowKey.level1(name), f"“{name}”", members)
        for goal in goals:
            own = [group for group in members if group.goal == goal]
            yield from _sums(subject, RowKey.level1(name, goal), f"{goal_label(goal)}“{name}”", own)
    for path in dict.fromkeys(group.class_path for group in groups) if goals else ():
        members = [group for group in groups if group.class_path == path]
        yield from _sums(subject, RowKey.level2(path), f"“{path}”", members)
    for at in subject.goals:
        own = [group for group in groups if group.goal == at.number] if at.keys[1:] else []
        sums = _sums(subject, RowKey.goal(at.number), goal_label(at.number), own)
        yield from _missing(at.goal, sums)


def _missing(goal: Goal, sums: Iterable[Figure]) -> Iterator[Figure]:
    """Give the points of one of several goals as those of its indicators, where it has none of its own."""
    given = {name for name, _ in _SUMS if getattr(goal, name) is not None}
    yield from (own for own in sums if own.id.rpartition(".")[2] not in given)


def _sums(
    subject: Subject, row: RowKey, named: str, groups: Sequence[GroupScore]
) -> Iterator[Figure]:
    for name, label in _SUMS:
        values = [_value(group, name) for group in groups]
        known = [value for value in values if value is not None]
        if not known or len(known) < len(values):
            continue
        total = sum(known, Decimal(0))
        terms = " + ".join(plain(value) for value in known)
        yield number_figure(
            FigureId.points(subject.id, row, name),
            total,
            POINTS,
            label=f"{named}{label}",
            formula=f"{terms} = {plain(total)}" if len(known) > 1 else terms,
            rule=f"各二级指标{label}相加",
            inputs=tuple(FigureId.points(subject.id, group.id, name) for group in groups),
        )


def _value(group: GroupScore, name: str) -> Decimal | None:
    return group.weight if name == "weight" else group.score.value
