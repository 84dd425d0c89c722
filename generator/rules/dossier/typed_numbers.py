"""X07: a number typed into prose that is one of our figures had better be quoted."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.figures.figure import Figure
from generator.model.figure_parts import FUNDS
from generator.prose.prose_keys import ProseField
from generator.prose.repeated import Quantities, quotation_of
from generator.prose.typed import Typed, typed_numbers
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace


class Repeated(NamedTuple):
    """A typed number, the figure that it repeats, and how it would be quoted."""

    field: ProseField
    typed: Typed
    figure: Figure
    quotation: str
    is_sure: bool  # no other figure can be meant

    @property
    def where(self) -> KeyPlace:
        """Return where the number stands."""
        return in_prose(self.field, self.typed.line, self.typed.column)

    @property
    def name(self) -> str:
        """Return what the figure is called."""
        return self.figure.label or self.figure.id


def typed_figures(evidence: Evidence) -> Iterator[Finding]:
    """Look for every typed number among the figures of its subject and of the unit."""
    for own in repeated_figures(evidence, evidence.prose):
        words = own.typed.words
        yield Finding(
            "typed-figure", own.where, words, own.figure.shown, own.quotation, own.name, words
        )


def repeated_figures(evidence: Evidence, fields: Sequence[ProseField]) -> Iterator[Repeated]:
    """Give every number typed in some texts that is a figure."""
    known: dict[str, Quantities] = {}
    for field in fields:
        for typed in typed_numbers(field.text, evidence.wording.units):
            if field.owner not in known:
                known[field.owner] = Quantities(field.owner, evidence.book, evidence.wording.units)
            figures = [*known[field.owner].every(typed)]
            how = quotation_of(figures[0], field.owner) if figures else ""
            if how:
                yield Repeated(field, typed, figures[0], how, _is_sure(figures))


def _is_sure(figures: Sequence[Figure]) -> bool:
    """Tell whether one figure alone is meant; that of its only source is the same amount."""
    first, *others = (figure.id.parts for figure in figures)
    return not others or (first.kind == FUNDS and {own.side for own in others} == {first.side})
