"""The figures of a dossier, each as a text of its own quotes it."""

from collections.abc import Mapping
from typing import Any

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.language.quoting_fault import LanguageError
from generator.model.units import Units
from generator.prose.figure_marks import figure_span
from generator.prose.prose_render import render
from generator.prose.repeated import quotations


def quoted_figures(
    book: FigureBook, owner: str, names: Mapping[str, Any], units: Units
) -> list[tuple[str, str, str]]:
    """List the figures of a subject (empty: of the unit) as a text of its own quotes them."""
    listed: list[tuple[str, str, str]] = []
    for figure in book.owned_by(owner or "unit").values():
        ways = quotations(figure, owner or "unit")
        quotation = next((own for own in ways if _prints(own, figure, names, units)), "")
        if quotation:
            listed.append((quotation, figure.label, figure.shown))
    return listed


def _prints(quotation: str, figure: Figure, names: Mapping[str, Any], units: Units) -> bool:
    """Tell whether a quotation prints a figure: a short name may be that of several."""
    try:
        return render(quotation, names, units) == (figure_span(figure),)
    except LanguageError:
        return False
