"""X07: a number typed into prose that is one of our figures had better be quoted."""

from collections.abc import Iterator

from generator.figures.figure import Figure
from generator.prose.prose_keys import ProseField
from generator.prose.repeated import Quantities, quotation_of
from generator.prose.typed import Typed, typed_numbers
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.finding import Finding


def typed_figures(evidence: Evidence) -> Iterator[Finding]:
    """Look for every typed number among the figures of its subject and of the unit."""
    known: dict[str, Quantities] = {}
    for field in evidence.prose:
        for typed in typed_numbers(field.text, evidence.wording.units):
            if field.owner not in known:
                known[field.owner] = Quantities(field.owner, evidence.book, evidence.wording.units)
            figure = known[field.owner].find(typed)
            if figure is not None and quotation_of(figure, field.owner):
                yield _advice(field, typed, figure)


def _advice(field: ProseField, typed: Typed, figure: Figure) -> Finding:
    at, name = in_prose(field, typed.line, typed.column), figure.label or figure.id
    how = quotation_of(figure, field.owner)
    return Finding("typed-figure", at, typed.words, figure.shown, how, name, typed.words)
