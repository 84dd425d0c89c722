"""X06: the goal table of the spring against the self-evaluation of the year."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.label_book import normal
from generator.rules.finding import Finding

_COMPARED = (("target", "指标值"), ("weight", "分值"))


def is_goal_table(draft: Draft) -> bool:
    """Tell a goal table of spring: indicators, no column for what was reached, and nothing scored."""
    if any(column.role == "actual" for band in draft.bands for column in band.columns):
        return False
    rows = [row for subject in draft.subjects for _, row in rows_in(subject.values)]
    said = (row.get("actual") or row.get("stated") for row in rows)
    totals = (subject.get(("stated", "total")) for subject in draft.subjects)
    return bool(rows) and not any(said) and all(total is None for total in totals)


def check_goals(springs: Sequence[Draft], drafts: Sequence[Draft]) -> Iterator[Finding]:
    """Compare every subject with the one of the same name in a goal table."""
    approved = [subject for draft in springs for subject in draft.subjects]
    for draft in drafts:
        for subject in draft.subjects:
            spring = _same(subject, approved)
            if spring is not None:
                yield from _compare(subject, spring)


def _same(subject: SubjectDraft, approved: Sequence[SubjectDraft]) -> SubjectDraft | None:
    same = [other for other in approved if other.kind == subject.kind]
    if subject.kind == "department":
        return same[0] if len(same) == 1 else None
    return next((o for o in same if o.name and normal(o.name) == normal(subject.name)), None)


def _compare(subject: SubjectDraft, spring: SubjectDraft) -> Iterator[Finding]:
    known = {normal(str(row.get("name", ""))): (keys, row) for keys, row in rows_in(spring.values)}
    found: set[str] = set()
    for keys, row in rows_in(subject.values):
        name = str(row.get("name", ""))
        found.add(normal(name))
        if normal(name) not in known:
            yield Finding("goal-added", _at(subject, keys), how=spring.source, name=name)
            continue
        own, other = row, known[normal(name)][1]
        for key, title in _COMPARED:
            said, meant = own.get(key), other.get(key)
            if said and meant and not _is_equal(said, meant):
                place = subject.places.get((*keys, key)) or _at(subject, keys)
                left, right, of = str(said), str(meant), f"“{name}”的{title}"
                yield Finding("goal-changed", place, left, right, spring.source, of)
    for name, (keys, row) in known.items():
        if name and name not in found:
            of = str(row.get("name"))
            yield Finding("goal-dropped", _at(spring, keys), how=subject.source, name=of)


def _is_equal(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return normal(one) == normal(other)
    return bool(one == other)


def _at(subject: SubjectDraft, keys: tuple[Any, ...]) -> DocumentPlace:
    place = subject.places.get((*keys, "name"))
    if place is not None:
        return place
    inside = (p for k, p in subject.places.items() if k[: len(keys)] == keys)
    return next(inside, DocumentPlace(file=subject.source))
