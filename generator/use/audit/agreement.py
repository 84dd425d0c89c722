"""X02 and X05 across tables, reports and files: one figure with two values, one unit with two names."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any

from generator.base.document_place import DocumentPlace
from generator.base.number import places_of
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNT_LABELS
from generator.model.apart import Apart
from generator.read.draft import Draft
from generator.read.label_book import LabelBook, normal
from generator.read.placed_values import Conflict
from generator.rules.finding import Finding, Strength
from generator.wording.near_names import likeness, near_names

# 填表人：某县林草局　赵敏: a body, and behind a gap the person.
_FILLED_IN = Pattern(r"[一-鿿]{0,6}人\s*[:：]\s*(?P<body>[一-鿿]{5,24})(?=\s+[一-鿿]|$)")
_TITLES: Mapping[KeyPath, str] = {
    **{("funds", name): label for name, label in AMOUNT_LABELS.items()},
    ("funds", "stated", "rate"): "执行率",
    ("stated", "total"): "总分",
    ("stated", "grade"): "等级",
    ("stated", "narrative", "total"): "正文的总分",
    ("stated", "narrative", "grade"): "正文的等级",
    ("project", "authority"): "主管部门",
    ("project", "implementer"): "实施单位",
}


def check_agreement(draft: Draft) -> Iterator[Finding]:
    """Tell the values that a unit's documents give twice, each time otherwise."""
    for subject in draft.subjects:
        for conflict in subject.conflicts:
            title = _TITLES.get(conflict.keys)
            if title is None and not isinstance(conflict.new, Decimal):
                continue  # two texts may well be worded differently
            if _is_rounding(conflict.old, conflict.new):
                continue
            yield _conflict(conflict, title or str(conflict.keys[-1]), subject.name)


def check_unit_names(drafts: Sequence[Draft], book: LabelBook, apart: Apart) -> Iterator[Finding]:
    """Tell units that are written in several ways, or nearly alike."""
    names: dict[str, DocumentPlace] = {}
    for draft in drafts:
        for name, place in names_in(draft):
            names.setdefault(name, place)
    near = {frozenset(pair[:2]) for pair in near_names(map(normal, names), apart)}
    for (first, _), (second, at) in combinations(names.items(), 2):
        if book.shortened(first) == book.shortened(second):
            yield Finding("unit-renamed", at, second, first)
        elif {normal(first), normal(second)} in near:
            yield Finding("unit-near", at, second, first)
    yield from _signed_otherwise(drafts, names, book, apart)


def _signed_otherwise(
    drafts: Sequence[Draft], known: Mapping[str, DocumentPlace], book: LabelBook, apart: Apart
) -> Iterator[Finding]:
    """Tell a unit that the line for who filled the form in writes with a slip: 填表人：某县林草局　赵敏."""
    for draft in drafts:
        for account, entry in ((a, e) for a in draft.accounts for e in a.entries):
            for found in _FILLED_IN.finditer(entry.text):
                name = normal(found["body"])
                if not name.endswith(apart.bodies) or name in map(normal, known):
                    continue
                for first in known:
                    is_long_as_it = len(normal(first)) == len(name)
                    is_one = book.shortened(first) == book.shortened(found["body"])
                    if is_long_as_it and not is_one and likeness(name, normal(first), apart):
                        at = entry.place.in_file(account.file)
                        yield Finding("unit-near", at, found["body"], first)
                        break


def names_in(draft: Draft) -> Iterator[tuple[str, DocumentPlace]]:
    """Give the names of bodies that a draft prints."""
    nowhere = DocumentPlace(file=draft.source)
    for key in ("name", "signature"):
        if name := str(draft.unit.get(key, "")):
            yield name, draft.places.get(("unit", key), nowhere)
    for subject in draft.subjects:
        for key in ("authority", "implementer"):
            if name := subject.get(("project", key)):
                yield str(name), subject.places.get(("project", key), nowhere)


def _conflict(conflict: Conflict, title: str, owner: str) -> Finding:
    where = conflict.first.told(conflict.place)
    whose = f"“{owner}”的" if owner else ""
    left, right = _shown(conflict.new), _shown(conflict.old)
    # Two rows of one table may be of two things: 实际支出 beside the whole, and beside a source of it.
    is_guess = _is_row_of(conflict.first, conflict.place)
    strength = Strength.INFERRED if is_guess else Strength.FOUNDED
    name = f"{whose}{title}"
    return Finding("twice", conflict.place, left, right, where, name, strength=strength)


def _is_row_of(one: DocumentPlace, other: DocumentPlace) -> bool:
    if not one.table or one.row == other.row:
        return False
    return (one.file, one.sheet, one.table) == (other.file, other.sheet, other.table)


def _is_rounding(old: Any, new: Any) -> bool:
    """Tell whether one number is the other one rounded."""
    if not isinstance(old, Decimal) or not isinstance(new, Decimal):
        return False
    places = min(places_of(old), places_of(new))
    step = Decimal(1).scaleb(-places)
    return old.quantize(step) == new.quantize(step)


def _shown(value: Any) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
