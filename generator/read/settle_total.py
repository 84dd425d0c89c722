"""A row of sums that leaves the execution out is no total: 合计 | 90 | 88 above 自评总分：97.51."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from generator.read.draft import SubjectDraft, rows_in
from generator.read.form_words import Vocabulary
from generator.read.typed_draft import IndicatorValues, PointsValues

_TOTAL, _WEIGHT = ("stated", "total"), ("stated", "weight")
_OF_EXECUTION = ("funds", "stated")
_NEAR = Decimal("0.011")
_FULL = Decimal(100)
_USES = {_TOTAL: "rows-score", _WEIGHT: "rows-weight"}


def settle_total(subject: SubjectDraft, phrases: Vocabulary) -> None:
    """Keep such sums as fields; the total is what a later place says with the execution in it."""
    total, extra = subject.get(_TOTAL), subject.get((*_OF_EXECUTION, "score"))
    if total is None or extra is None or not subject.has_indicators:
        return
    later = next((c for c in subject.conflicts if c.keys == _TOTAL), None)
    is_told = later is not None and abs(later.new - total - extra) < _NEAR
    if not is_told and not _are_both_without(subject, total):
        return
    for keys in (_WEIGHT, _TOTAL):
        if keys == _WEIGHT and not _is_without(subject, "weight", subject.get(keys)):
            continue
        value, place = subject.take(keys)
        if value is not None and place is not None:
            (name,) = phrases.words(_USES[keys])
            subject.put(("fields", name), str(value), place)
        if value is not None:
            _take_later(subject, keys, value)


def _take_later(subject: SubjectDraft, keys: tuple[str, str], rows: Decimal) -> None:
    """Let what a later place prints, more than the rows alone, stand where their sum stood."""
    later = next((c for c in subject.conflicts if c.keys == keys), None)
    if later is not None and later.new > rows:
        subject.conflicts.remove(later)
        subject.unplaced = [u for u in subject.unplaced if u.place != later.place]
        subject.put(keys, later.new, later.place)


def _are_both_without(subject: SubjectDraft, total: Decimal) -> bool:
    """Tell whether weights and scores of the row are both sums of the indicators alone."""
    weight = subject.get(_WEIGHT)
    extra = subject.get((*_OF_EXECUTION, "weight"))
    if weight is None or not extra or weight + extra != _FULL:
        return False  # weights of 100 without the execution are too many
    return _is_without(subject, "weight", weight) and _is_without(subject, "score", total)


def _is_without(
    subject: SubjectDraft, key: Literal["weight", "score"], value: Decimal | None
) -> bool:
    stated: list[PointsValues] = [row.get("stated") or {} for row in _rows(subject)]
    points = [own.get(key) for own in stated]
    known = [p for p in points if p is not None]
    return value is not None and len(known) == len(points) > 0 and abs(sum(known) - value) < _NEAR


def _rows(subject: SubjectDraft) -> Iterator[IndicatorValues]:
    return (row for _, row in rows_in(subject.values))
