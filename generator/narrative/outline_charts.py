"""The charts that an outline may ask for."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.model.blocks import Chart, Series
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId

BY_PROJECT = "projects"
_SERIES = (
    ("执行率（%）", partial(FigureId.money, side="rate")),
    ("得分", partial(FigureId.score, side="total")),
)


def make_charts(projects: Sequence[Subject], book: FigureBook) -> Mapping[str, Chart]:
    """Make every chart for which there is something to draw."""
    series = []
    figures: list[str] = []
    for name, id_of in _SERIES:
        found = tuple(book.find(id_of(project.id)) for project in projects)
        values = tuple(_value(figure) for figure in found)
        if any(value is not None for value in values):
            series.append(Series(name, values))
            figures += [figure.id for figure in found if figure is not None]
    if not series:
        return {}
    names = tuple(project.name for project in projects)
    chart = Chart("各项目执行率和得分", names, tuple(series), BY_PROJECT, tuple(figures), "chart")
    return {BY_PROJECT: chart}


def _value(figure: Figure | None) -> Decimal | None:
    value = None if figure is None else figure.value
    return value if isinstance(value, Decimal) else None
