"""Figures that the texts of a subject can quote: by the name to write, and by what they print."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from generator.base.pattern import Pattern
from generator.figures.figure import Figure
from generator.model.dossier import Subject
from generator.model.figure_id import UNIT, FigureId
from generator.model.figure_parts import FACT
from generator.model.row_key import RowKey
from generator.model.spans import Spans
from generator.model.units import Units
from generator.prose.prose_gap import DRAFT
from generator.prose.prose_render import render_file
from generator.use.check.examine import Examined

_DEEPEST: Final = 2
_QUOTE = Pattern(r"\{\{(?P<name>.*?)\}\}", re.DOTALL)
_SIDES: Final = ("target", "actual", "score")


class Quotable(NamedTuple):
    """A figure, what to write for it, and what it is called."""

    name: str
    figure: Figure

    @property
    def owner(self) -> str:
        """Return whose the figure is."""
        return self.figure.id.parts.owner


def quotable(examined: Examined, subject: Subject) -> Iterator[Quotable]:
    """Give what a text of a subject can quote: its own first, then what is of the unit."""
    yield from sorted(_quotable(examined, subject), key=lambda own: own.owner != subject.id)


def _quotable(examined: Examined, subject: Subject) -> Iterator[Quotable]:
    yield from _named(examined.names.get(subject.id, {}), "")
    book = examined.book
    if book is None:
        return
    for owner in (subject.id, UNIT):
        for figure in book.owned_by(owner).values():
            if figure.id.kind == FACT:
                yield Quotable(f'fact("{figure.id.parts.name}")', figure)
    named = Counter(at.indicator.name for at in subject.indicators)
    for at in subject.indicators:
        own = at.indicator
        if named[own.name] > 1:
            continue  # the name alone would not tell which
        row = RowKey.indicator(at.goal, own.class_, own.name)
        for side in _SIDES:
            printed = book.find(FigureId.indicator(subject.id, row, side))
            if printed is not None:
                yield Quotable(f'indicator("{own.name}").{side}', printed)


def quoted(examined: Examined, subject: Subject, units: Units) -> dict[str, str]:
    """Return what the quotations print that stand in the texts of a subject, by what is written."""
    return quoted_in(subject.source.data, examined.names.get(subject.id, {}), units)


def quoted_in(data: Any, names: Mapping[str, Any], units: Units) -> dict[str, str]:
    """Return what the quotations print that stand in texts anywhere in some data."""
    names = {**names, DRAFT: True}
    found: dict[str, str] = {}
    for text in _texts(data):
        for quote in _QUOTE.finditer(text):
            name = quote["name"].strip()
            if name not in found:
                found[name] = render_file("", quote[0], names, units).text
    return {name: shown for name, shown in found.items() if shown}


def quotable_of_unit(examined: Examined) -> Iterator[Quotable]:
    """Give what a text of the unit, or of a report over several projects, can quote."""
    yield from _named(examined.names.get("", {}), "")


def as_quoted(spans: Spans, names: Mapping[str, str]) -> str:
    """Write what is printed as text that quotes its figures; ``names`` are those to write, by id."""
    return "".join(
        f"{{{{ {names[span.figure]} }}}}" if span.figure in names else span.text for span in spans
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _named(names: Mapping[str, Any], above: str) -> Iterator[Quotable]:
    for name, value in names.items():
        path = f"{above}.{name}" if above else name
        if isinstance(value, Figure):
            yield Quotable(path, value)
        elif isinstance(value, Mapping) and above.count(".") < _DEEPEST:
            yield from _named(value, path)
