"""What a draft prints, as far as it tells which scheme it follows."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.label_book import LabelBook
from generator.read.typed_draft import IndicatorValues

_FORMS_CEILING = 20  # of a sheet with many projects; the others are alike


class SubjectForm(NamedTuple):
    """What the form of a subject prints: whether it is scored, and the points of its classes."""

    subject: SubjectDraft
    is_scored: bool
    points: Mapping[str, Decimal]


class Printed(NamedTuple):
    """What a draft prints, worked out once for all schemes that are weighed by it."""

    year: int | None
    names: str
    province: str
    has_rows: bool
    is_scored: bool
    is_of_spring: bool
    forms: tuple[SubjectForm, ...]


def printed_by(draft: Draft, book: LabelBook) -> Printed:
    """Look at a draft once, for all schemes."""
    names = " ".join(_names(draft))
    scored = [_is_scored(subject) for subject in draft.subjects]
    forms = zip(draft.subjects[:_FORMS_CEILING], scored, strict=False)
    return Printed(
        draft.year,
        names,
        book.province(names),
        any(_rows(subject) for subject in draft.subjects),
        any(scored),
        is_of_spring(draft),
        tuple(SubjectForm(s, is_scored, _printed_points(s)) for s, is_scored in forms),
    )


def _names(draft: Draft) -> Iterator[str]:
    """Give the names that show where the unit is."""
    yield from (str(draft.unit.get(key, "")) for key in ("name", "signature", "reviewer"))
    yield draft.title
    for subject in draft.subjects[:_FORMS_CEILING]:
        yield subject.name
        yield subject.unit
        yield from (
            str(subject.get(("project", key)) or "") for key in ("authority", "implementer")
        )


def is_of_spring(draft: Draft) -> bool:
    """Tell goals of spring: indicators that have neither actuals nor scores."""
    rows = [row for s in draft.subjects for row in _rows(s)]
    is_scored = any(_is_scored(s) for s in draft.subjects)
    return bool(rows) and not is_scored and not any(row.get("actual") for row in rows)


def _printed_points(subject: SubjectDraft) -> dict[str, Decimal]:
    """Return the points of the level-1 classes: those printed, else the sum of the rows."""
    printed: dict[str, Decimal] = {}
    rows = _rows(subject)
    for name in dict.fromkeys(str(row["class"]).split("/")[0] for row in rows):
        weights = [r.get("weight") for r in rows if str(r["class"]).split("/")[0] == name]
        if name in subject.points:
            printed[name] = subject.points[name]
        elif all(w is not None for w in weights):
            printed[name] = sum((w for w in weights if w is not None), Decimal(0))
    return printed


def _rows(subject: SubjectDraft) -> list[IndicatorValues]:
    return [row for _, row in rows_in(subject.values)]


def _is_scored(subject: SubjectDraft) -> bool:
    return subject.get(("stated", "total")) is not None or any(
        "weight" in row or "score" in row.get("stated", {}) for row in _rows(subject)
    )
