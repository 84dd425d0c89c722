"""Figures that the texts of a subject can quote: by the name to write, and by what they print."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from generator.figures.figure import Figure
from generator.model.blocks import Spans
from generator.model.dossier import Subject
from generator.use.check.examine import Examined

_DEEPEST: Final = 2
_SIDES: Final = ("target", "actual", "score")


class Quotable(NamedTuple):
    """A figure, what to write for it, and what it is called."""

    name: str
    figure: Figure


def quotable(examined: Examined, subject: Subject) -> Iterator[Quotable]:
    """Give what a text of a subject can quote."""
    yield from _named(examined.names.get(subject.id, {}), "")
    book = examined.book
    if book is None:
        return
    for at in subject.indicators:
        for side in _SIDES:
            own = at.indicator
            figure = book.get(f"{subject.id}/indicator[{own.class_}/{own.name}].{side}")
            if figure is not None:
                yield Quotable(f'indicator("{own.name}").{side}', figure)


def as_quoted(spans: Spans, names: Mapping[str, str]) -> str:
    """Write what is printed as text that quotes its figures; ``names`` are those to write, by id."""
    return "".join(
        f"{{{{ {names[span.figure]} }}}}" if span.figure in names else span.text for span in spans
    )


def _named(names: Mapping[str, Any], above: str) -> Iterator[Quotable]:
    for name, value in names.items():
        path = f"{above}.{name}" if above else name
        if isinstance(value, Figure):
            yield Quotable(path, value)
        elif isinstance(value, Mapping) and above.count(".") < _DEEPEST:
            yield from _named(value, path)
