"""What a form prints that the scheme gives a key: items, points taken off, rows that are no source."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNTS
from generator.model.indicator import Indicator
from generator.model.item import Item
from generator.model.scheme import Scheme
from generator.read.draft import SubjectDraft, rows_in
from generator.read.item_rows import answer_keys
from generator.read.label_book import LabelBook, normal
from generator.read.printed_values import number
from generator.read.typed_draft import FundsValues, IndicatorValues, SourceValues
from generator.score.row_score import judge
from generator.score.score_terms import Rules

_FIELDS = "fields"
_OF_FREE_ROWS = {"name", *AMOUNTS, "amounts"}


def settle_values(subject: SubjectDraft, scheme: Scheme, book: LabelBook, year: int | None) -> None:
    """Write what the scheme knows under its own keys; all else stays where it is."""
    _settle_items(subject, scheme, book)
    _settle_execution(subject, scheme)
    _settle_free_rows(subject, scheme)
    rules = Rules(scheme, book.units, year or 0)
    _settle_deductions(subject, rules)
    if scheme.open_score.always is not None:
        _settle_scores(subject, rules)


def _settle_items(subject: SubjectDraft, scheme: Scheme, book: LabelBook) -> None:
    """Take fields that bear the name of an item as its answer."""
    known = {normal(item.name): item for item in _items(subject, scheme)}
    fields = subject.values.get("fields", {})
    for name in list(fields):
        label, _, column = name.partition("·")
        item = known.get(normal(label)) or known.get(normal(column))
        if item is None:
            continue
        text = str(fields[name])
        key = _key_of(item, label if known.get(normal(column)) else column, text, book)
        keys = answer_keys(subject, item) if key is not None else ()
        if key is None or subject.get((*keys, *key)) is not None:
            continue
        value = number(text) if key[-1] == "score" else text
        _move(subject, (_FIELDS, name), (*keys, *key), value)


def _settle_execution(subject: SubjectDraft, scheme: Scheme) -> None:
    """Take the points of the execution row from the form, where the scheme leaves them open."""
    layouts = scheme.project if subject.kind == "project" else scheme.department
    parts = [part for layout in layouts for part in layout.part if part.kind == "execution"]
    stated, own = ("funds", "stated", "weight"), ("funds", "weight")
    weight = subject.get(stated)
    is_open = bool(parts) and all(part.weight is None for part in parts)
    if is_open and weight is not None and subject.get(own) is None:
        subject.put(own, weight, subject.places[stated])


def _items(subject: SubjectDraft, scheme: Scheme) -> Iterator[Item]:
    layouts = scheme.project if subject.kind == "project" else scheme.department
    for layout in layouts:
        for part in layout.part:
            yield from part.item


def _key_of(item: Item, column: str, text: str, book: LabelBook) -> tuple[str, ...] | None:
    """Tell what a column of an item holds: its score, its answer, the reason."""
    words = {answer.word for answer in item.answers}
    if text in words:
        return ("answer",)
    if number(text) is not None and ("分" in column or not column):
        return ("stated", "score") if item.judge == "answer" else ("score",)
    if any(word in column for word in book.phrases.words("says-why")):
        return ("reason",)
    return ("answer",) if item.judge == "answer" and not column else None


def _settle_free_rows(subject: SubjectDraft, scheme: Scheme) -> None:
    """Put rows that the scheme's forms print as no source of the money among those."""
    free = {name for document in scheme.document for name in document.print_.free_rows}
    funds: FundsValues = subject.values.get("funds") or {}
    listed = funds.get("sources") or []
    tables: dict[str, list[SourceValues]] = {"sources": [], "rows": []}
    places, moved = dict(subject.places), dict[KeyPath, KeyPath]()
    for index, row in enumerate(listed if free else ()):
        is_free = row["name"] in free and set(row) <= _OF_FREE_ROWS
        table = "rows" if is_free else "sources"
        old: KeyPath = ("funds", "sources", index)
        new: KeyPath = ("funds", table, len(tables[table]))
        tables[table].append(row)
        moved[old] = new
        for keys in [keys for keys in subject.places if keys[:3] == old]:
            places.pop(keys, None)
        places |= {(*new, *k[3:]): at for k, at in subject.places.items() if k[:3] == old}
    if tables["rows"]:
        del funds["sources"]
        if tables["sources"]:
            funds["sources"] = tables["sources"]
        funds["rows"] = tables["rows"]
        subject.places.clear()
        subject.places.update(places)
        subject.beside_funds = {
            (moved.get(k, k), role): v for (k, role), v in subject.beside_funds.items()
        }
        subject.source_parts = [
            part._replace(source=moved.get(part.source, part.source))
            for part in subject.source_parts
        ]


def _settle_deductions(subject: SubjectDraft, rules: Rules) -> None:
    """Tell points taken off by hand from those that the formula takes: the first have a key."""
    rows = dict(rows_in(subject.values))
    for keys, (value, place) in subject.deductions.items():
        row = rows.get(keys)
        stated = (row or {}).get("stated", {}).get("score")
        field = next((f for f in _named(subject) if subject.places.get(f) == place), None)
        if row is None or field is None or not isinstance(stated, Decimal):
            continue
        before = _by_formula(row, rules)
        if before is not None and value and max(before - value, Decimal(0)) == stated:
            _move(subject, field, (*keys, "deduction"), value)
        elif row.get("weight") is not None and row["weight"] - stated == value:
            _drop(subject, field)


def _settle_scores(subject: SubjectDraft, rules: Rules) -> None:
    """Take the scores of a form as the unit's own, where no formula gives them."""
    for keys, row in rows_in(subject.values):
        stated = row.get("stated", {}).get("score")
        if row.get("score") is None and isinstance(stated, Decimal):
            weight = row.get("weight")
            is_own = stated >= 0 and (weight is None or stated <= weight)
            if is_own and _by_formula(row, rules) != stated:
                subject.put((*keys, "score"), stated, subject.places[*keys, "stated", "score"])


def _by_formula(row: IndicatorValues, rules: Rules) -> Decimal | None:
    known = {key: value for key, value in row.items() if key not in ("score", "stated")}
    entry, _ = Indicator.read(known)
    if entry is None:
        return None
    score = judge(entry, entry.actual, rules).score
    return score.value if score.computed else None


def _named(subject: SubjectDraft) -> list[KeyPath]:
    return [(_FIELDS, name) for name in subject.values.get("fields", {})]


def _move(subject: SubjectDraft, old: KeyPath, new: KeyPath, value: Any) -> None:
    place = subject.places[old]
    _drop(subject, old)
    subject.put(new, value, place)


def _drop(subject: SubjectDraft, field: KeyPath) -> None:
    """Take a field away whose value stands elsewhere, or follows from others."""
    subject.take_clean(field)
