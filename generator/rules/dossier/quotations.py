"""Quotations in prose: every name that a text uses exists, wherever the text will be printed."""

from collections.abc import Iterator

from generator.base.problem import Problem
from generator.prose.render import quotes_figures, render_value
from generator.rules.dossier.evidence import Evidence

_STANDING = frozenset(("text", "text-after"))


def quotation_problems(evidence: Evidence) -> Iterator[Problem]:
    """Render every text that quotes something, only to learn what is wrong with it (I20).

    Sections written by the unit stand from year to year and quote results that spring does not have
    yet; a document of goals that prints one of them is told so when it is laid out.
    """
    units = evidence.wording.units
    is_spring = evidence.stage == "goals"
    for field in evidence.prose:
        if is_spring and _STANDING.intersection(field.keys[:-1]):
            continue
        if quotes_figures(field.text):
            names = evidence.names[field.owner]
            rendered = render_value(field.source, field.keys, field.text, names, units)
            yield from rendered.problems
