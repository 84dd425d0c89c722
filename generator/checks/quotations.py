"""Quotations in prose: every name that a text uses exists, wherever the text will be printed."""

from collections.abc import Iterator

from generator.base.problem import Problem
from generator.checks.evidence import Evidence
from generator.prose.render import quotes_figures, render_value


def check_quotations(evidence: Evidence) -> Iterator[Problem]:
    """Render every text that quotes something, only to learn what is wrong with it (I20)."""
    units = evidence.wording.units
    for field in evidence.prose:
        if quotes_figures(field.text):
            names = evidence.names[field.owner]
            rendered = render_value(field.source, field.keys, field.text, names, units)
            yield from rendered.problems
