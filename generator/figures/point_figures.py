"""The figures of points: weights and scores, whatever they are of."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.base.toml import KeyPath
from generator.figures.figure import Figure, Source, number_figure
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.score.trace import Score, Trace

POINTS = "分"


def goal_label(number: int) -> str:
    """Return what stands before the name of what belongs to a goal."""
    return f"目标{number}" if number else ""


def input_points(
    subject: Subject, id: FigureId, value: Decimal, keys: KeyPath, label: str
) -> Figure:
    """Give points that an input holds."""
    return number_figure(id, value, POINTS, label=label, sources=(Source(subject.source, keys),))


def points_figure(
    id: FigureId,
    score: Score,
    label: str,
    sources: tuple[Source, ...],
    inputs: tuple[FigureId, ...],
) -> Iterator[Figure]:
    """Give a score with its calculation; one that is missing gives none."""
    if score.value is None:
        return
    trace: Trace = score.trace
    rule = "；".join(note for note in (trace.rule, trace.direction) if note)
    formula = trace.formula if score.computed else f"{plain(score.value)}：{trace.formula}"
    yield number_figure(
        id,
        score.value,
        POINTS,
        label=label,
        sources=sources,
        formula=formula if score.computed else "",
        rule=rule if score.computed else trace.formula,
        basis=trace.basis,
        inputs=inputs,
    )
