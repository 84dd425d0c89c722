"""X08: a typed number that was a figure's value, and is not since the figure changed."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.base.measure import MeasureKind
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.model.dossier import Dossier
from generator.model.figure_id import UNIT
from generator.model.units import Units
from generator.prose.prose_keys import ProseField, prose_fields
from generator.prose.repeated import quotation_of
from generator.prose.typed import Typed, is_telling, quantity_of, same_quantity, typed_numbers
from generator.roundtrip.changes import Changes
from generator.rules.dossier.evidence import in_prose
from generator.rules.finding import Finding

MOST_FORMER = 5

Former = Mapping[str, Sequence[str]]


def former_values(known: Former, changes: Changes) -> dict[str, list[str]]:
    """Add the values that figures had before these changes to those known from earlier ones."""
    former = {name: list(values) for name, values in known.items()}
    for change in changes.figures:
        if change.old and change.new:
            kept = [v for v in former.get(change.figure, []) if v not in (change.old, change.new)]
            former[change.figure] = [*kept, change.old][-MOST_FORMER:]
    return former


def stale_numbers(
    dossier: Dossier, book: FigureBook, former: Former, units: Units
) -> Iterator[Finding]:
    """Find typed numbers that once were right."""
    olds = [
        (figure, value, unit, shown)
        for name, values in former.items()
        if (figure := book.get(name)) is not None
        for shown in values
        if (quantity := _quantity(shown, units)) is not None
        for value, unit in [quantity]
    ]
    if not olds:
        return
    for field in prose_fields(dossier):
        for typed in typed_numbers(field.text, units):
            for figure, value, unit, shown in olds:
                if is_telling(typed, unit, units) and same_quantity(typed, value, unit, units):
                    # Few are what a figure was: only they are held against all that there are now.
                    if not _is_current(typed, field, book, units):
                        yield _warning(field, typed, figure, shown)
                    break


def _quantity(shown: str, units: Units) -> tuple[Decimal, str] | None:
    measure = units.measure(shown)
    if measure.kind is MeasureKind.NUMBER and measure.value is not None and measure.unit:
        return measure.value, measure.unit
    return None


def _is_current(typed: Typed, field: ProseField, book: FigureBook, units: Units) -> bool:
    owners = (field.owner, UNIT) if field.owner else (UNIT,)
    return any(
        same_quantity(typed, *quantity, units)
        for owner in owners
        for figure in book.owned_by(owner).values()
        if (quantity := quantity_of(figure)) is not None
    )


def _warning(field: ProseField, typed: Typed, figure: Figure, old: str) -> Finding:
    source = f"（{figure.sources[0].place}）" if figure.sources else ""
    at, name = in_prose(field, typed.line, typed.column), figure.label or figure.id
    left, right, how = (
        f"{typed.words}",
        f"{figure.shown}{source}",
        quotation_of(figure, field.owner),
    )
    return Finding("stale", at, old, right, how, name, left)
