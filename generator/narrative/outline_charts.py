"""The charts that an outline may ask for."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.figures.figure_book import FigureBook
from generator.model.blocks import Chart, Series
from generator.model.dossier import Subject

BY_PROJECT = "projects"
_SERIES = (("执行率（%）", "funds.rate"), ("得分", "score.total"))


def make_charts(projects: Sequence[Subject], book: FigureBook) -> Mapping[str, Chart]:
    """Make every chart for which there is something to draw."""
    series = []
    figures: list[str] = []
    for name, figure in _SERIES:
        values = tuple(_value(book, f"{p.id}/{figure}") for p in projects)
        if any(value is not None for value in values):
            series.append(Series(name, values))
            figures += [f"{p.id}/{figure}" for p in projects if f"{p.id}/{figure}" in book]
    if not series:
        return {}
    names = tuple(project.name for project in projects)
    chart = Chart("各项目执行率和得分", names, tuple(series), BY_PROJECT, tuple(figures), "chart")
    return {BY_PROJECT: chart}


def _value(book: FigureBook, figure_id: str) -> Decimal | None:
    value = book[figure_id].value if figure_id in book else None
    return value if isinstance(value, Decimal) else None
