"""I12: values beside which stands a number or a day, and that nobody can read; what may be meant.

Where a score was given, a value may be words.
"""

from collections.abc import Iterator

from generator.base.measure import MeasureKind
from generator.base.value_guesses import Guess, guessed_days, guesses
from generator.model.indicator import Indicator
from generator.model.units import Units
from generator.rules.dossier.evidence import Evidence
from generator.rules.dossier.mistyped import (
    NO_DAY,
    UNREAD,
    UNREAD_TARGET,
    mistyped_day,
    mistyped_value,
)
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

_OTHER = {"target": "actual", "actual": "target"}
_NUMBERS = (MeasureKind.NUMBER, MeasureKind.RANGE)


def unread(evidence: Evidence) -> Iterator[Finding]:
    """Look at the rows that have no score, their own or a common one."""
    units, year = evidence.wording.units, evidence.dossier.unit.year
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            at = row.at
            if row.judgement.score.value is not None or at.indicator.stated.score is not None:
                continue
            for name in _OTHER:
                found = _of(at.indicator, name, units, year)
                if found is None:
                    continue
                text = getattr(at.indicator, name)
                where = KeyPlace(subject.source, (*at.keys, name))
                id = _id_of(name, found)
                own = at.indicator.name
                yield Finding(id, where, text, found.meant, found.slip, own, text)


def _id_of(name: str, found: Guess) -> str:
    if not found.meant:
        return NO_DAY
    return UNREAD if name == "actual" else UNREAD_TARGET


def _of(row: Indicator, name: str, units: Units, year: int) -> Guess | None:
    text, beside = getattr(row, name), units.measure(getattr(row, _OTHER[name]))
    said = units.measure(text)
    if not text.strip() or mistyped_value(text, units) or mistyped_day(text, (text,), units):
        return None
    is_day = beside.kind is MeasureKind.DATE or _is_guessed_day(beside.text, units, year)
    if is_day and said.kind is not MeasureKind.DATE:
        meant = next(_read(guessed_days(text, year), units, (MeasureKind.DATE,)), None)
        is_silent = name == "actual" and said.kind is MeasureKind.TEXT
        return meant or (Guess("没有写是哪一天", "") if is_silent else None)
    if said.kind is MeasureKind.TEXT and beside.kind in _NUMBERS:
        return next(_read(guesses(text), units, _NUMBERS), None)
    return None


def _is_guessed_day(text: str, units: Units, year: int) -> bool:
    return any(_read(guessed_days(text, year), units, (MeasureKind.DATE,)))


def _read(found: Iterator[Guess], units: Units, kinds: tuple[MeasureKind, ...]) -> Iterator[Guess]:
    """Keep the guesses that read as a value."""
    return (guess for guess in found if units.measure(guess.meant).kind in kinds)
