"""Drafts of several files into one for each unit: a form here, its report there."""

from collections.abc import Sequence
from typing import Any

from generator.base.toml import KeyPath
from generator.read.draft import AND, Draft, SubjectDraft
from generator.read.label_book import normal
from generator.read.placed_values import Unplaced
from generator.read.printed_values import without_project_code

_Whose = tuple[str, int | None]


def join_drafts(drafts: Sequence[tuple[str, Draft]]) -> list[Draft]:
    """Sort subjects by unit and year; the same project in two files of one year becomes one."""
    joined: dict[_Whose, Draft] = {}
    for name, draft in drafts:
        for part in split_by_unit(name, draft):
            unit, year = normal(str(part.unit.get("name", ""))), part.year
            # A file that names no unit belongs to the one that is there.
            key = unit, year
            if not unit:
                key = next((k for k in joined if k[1] == year), key)
            elif ("", year) in joined:
                joined[key] = joined.pop(("", year))
            if key in joined:
                _absorb(joined[key], part)
            else:
                joined[key] = part
    return list(joined.values())


def join_parts(parts: Sequence[Draft]) -> Draft:
    """Make one draft of what several files say of one unit; the first is added to."""
    for part in parts[1:]:
        _absorb(parts[0], part)
    return parts[0]


def split_by_unit(file: str, draft: Draft) -> list[Draft]:
    """Split a sheet that lists the projects of several units; say of everything which file it is from."""
    draft.stamp(file)
    units = {normal(s.unit): s.unit for s in draft.subjects if s.unit}
    if len(units) < 2:
        return [draft]
    parts: list[Draft] = []
    for key, name in units.items():
        part = Draft({"name": name}, draft.year, title=draft.title, asked=set(draft.asked))
        part.is_dated = draft.is_dated
        part.subjects = [s for s in draft.subjects if normal(s.unit) == key]
        parts.append(part)
    parts[0].subjects += [s for s in draft.subjects if not s.unit]
    parts[0].unplaced, parts[0].remarks = draft.unplaced, draft.remarks
    parts[0].accounts = draft.accounts
    parts[0].bands, parts[0].unread_columns = draft.bands, draft.unread_columns
    for part in parts:
        part.ledger = draft.ledger
    return parts


def _absorb(one: Draft, other: Draft) -> None:
    unit: Any = one.unit
    for key, value in other.unit.items():
        if key not in unit and ("unit", key) in other.places:
            one.places["unit", key] = other.places["unit", key]
        unit.setdefault(key, value)
    if one.year is None:
        one.year = other.year
    one.own_scheme = one.own_scheme or other.own_scheme
    one.asked |= other.asked
    one.is_dated = one.is_dated or other.is_dated
    one.unplaced += other.unplaced
    one.remarks += other.remarks
    one.accounts += other.accounts
    one.bands += other.bands
    one.unread_columns += other.unread_columns
    one.ledger = one.ledger.joined(other.ledger)
    one.report = one.report or other.report
    one.report_title = one.report_title or other.report_title
    one.report_stated = one.report_stated or other.report_stated
    for subject in other.subjects:
        same = next((s for s in one.subjects if is_same(s, subject)), None)
        if same is None:
            one.subjects.append(subject)
        else:
            _merge(same, subject)


def is_same(one: SubjectDraft, other: SubjectDraft) -> bool:
    """Tell whether two files speak of one subject."""
    if one.kind != other.kind:
        return False
    if one.kind == "department":
        return True
    if not one.name or not other.name:
        # A report whose title names the project of a form, or the other way round.
        named, bare = (one, other) if one.name else (other, one)
        return bool(named.name) and normal(named.name) in normal(bare.title)
    names = {normal(without_project_code(side.name)) for side in (one, other)}
    return len(names) == 1


def _merge(one: SubjectDraft, other: SubjectDraft) -> None:
    """Complete one subject from the other; where both have rows, those of the first stay."""
    values: Any = one.values
    for key, value in other.values.items():
        if key not in values:
            values[key] = value
            one.places |= {k: p for k, p in other.places.items() if k[0] == key}
        elif isinstance(value, dict):
            for inner, found in _leaves(value, (key,)):
                place = other.places.get(inner)
                if place is not None and not any(isinstance(k, int) for k in inner):
                    one.put(inner, found, place)
        elif isinstance(value, list):
            _list_rows(one, other, key)
    one.printed = one.printed or other.printed
    one.asked |= other.asked
    one.sections += other.sections
    one.report_title = one.report_title or other.report_title
    one.unplaced += other.unplaced
    one.remarks += other.remarks
    one.conflicts += other.conflicts
    if other.source and other.source not in one.source:
        one.source = f"{one.source}{AND}{other.source}"


def _list_rows(one: SubjectDraft, other: SubjectDraft, key: str) -> None:
    """List what rows of the second file say otherwise than those of the first, which stay."""
    first = {str(row.get("name", at)): row for at, row in _rows(one, key)}
    for at, row in _rows(other, key):
        stands = first.get(str(row.get("name", at)), {})
        for inner, found in _leaves(row, (key, at)):
            if _leaf(stands, inner[2:]) != found and (place := other.places.get(inner)):
                reason = f"{one.source}里已有这一段，以先读到的为准"
                one.unplaced.append(Unplaced(place, str(found), reason, other.source))


def _rows(subject: SubjectDraft, key: str) -> list[tuple[int, dict[str, Any]]]:
    return [(n, row) for n, row in enumerate(subject.get((key,))) if isinstance(row, dict)]


def _leaf(row: Any, keys: KeyPath) -> Any:
    for key in keys:
        row = row.get(key) if isinstance(row, dict) else None
    return row


def _leaves(value: dict[str, Any], keys: KeyPath) -> list[tuple[KeyPath, Any]]:
    found: list[tuple[KeyPath, Any]] = []
    for key, inner in value.items():
        found += (
            _leaves(inner, (*keys, key)) if isinstance(inner, dict) else [((*keys, key), inner)]
        )
    return found
