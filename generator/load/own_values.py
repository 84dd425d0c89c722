"""Hold what an input says under [fields] and [tables] against the forms of its scheme, at its line."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.base.distance import edit_distance
from generator.base.problem import Problem, Severity
from generator.base.suggestion import suggest
from generator.base.toml import KeyPath
from generator.load.inherited import without_strange
from generator.model.dossier import Dossier, Subject
from generator.model.own_form import OwnItem, OwnTable
from generator.model.own_typed import read_own
from generator.model.own_value import OwnRows
from generator.model.scheme import Scheme

_LONGEST_QUOTE = 40


def with_declared(dossier: Dossier, scheme: Scheme) -> Dossier:
    """Return the dossier whose subjects know what their forms have of their own."""
    known = scheme.declared_by_kind()
    if not any(any(declared) for declared in known.values()):
        return dossier
    subjects = tuple(
        without_strange(replace(s, declared=known[s.kind]), known) for s in dossier.subjects
    )
    return dossier._replace(subjects=subjects)


def check_own_values(dossier: Dossier) -> tuple[Problem, ...]:
    """Say what does not fit its declaration."""
    found = (problem for subject in dossier.subjects for problem in _of(subject))
    return tuple(dict.fromkeys(found))  # what stands in unit.toml is read for every subject


def _of(subject: Subject) -> Iterator[Problem]:
    declared, entry = subject.declared, subject.entry
    for name, raw in entry.fields_.items():
        field = declared.field_of(name)
        if field is not None and field.name == name:
            yield from _value(subject, field, ("fields", name), raw)
        elif isinstance(raw, str) and (near := _misspelt(name, subject)):
            place = subject.source_of(("fields", name)).place(("fields", name), on="key")
            message = f"“{name}”没有表印它，也没有填“{near}”"
            yield Problem("I10", Severity.WARNING, message, place, f"是不是想写：{near}", name)
        elif not isinstance(raw, str):
            hint = "没有写明是哪一种的栏目只能是文字；别的种类写在方案或 templates/forms/ 里"
            yield _wrong(subject, ("fields", name), name, "应为带引号的文字", hint, raw)
    for name, rows in entry.tables.items():
        table = declared.table_of(name)
        if table is None:
            known = [t.name for t in declared.tables]
            hint = suggest(name, known) if known else "表要先在方案或 templates/forms/ 里写明"
            yield _unknown(subject, ("tables", name), f"不认识的表“{name}”", hint, name)
        else:
            yield from _table(subject, table, rows)
    for at in subject.indicators:
        for name, raw in at.indicator.fields_.items():
            item = declared.indicator_field_of(name)
            keys: KeyPath = (*at.keys, "fields", name)
            if item is None:
                known = [i.name for i in declared.indicator_fields]
                hint = suggest(name, known) if known else "指标表另加的列要先在方案里写明"
                yield _unknown(subject, keys, f"指标表没有“{name}”这一列", hint, name)
            else:
                yield from _value(subject, item, keys, raw)


def _misspelt(name: str, subject: Subject) -> str:
    """Return the declared field, not filled in, from which a name differs by one sign (empty: none)."""
    if subject.declared.field_of(name) is not None:
        return ""
    open_ = (f.name for f in subject.declared.fields if f.name not in subject.entry.fields_)
    return next((own for own in open_ if edit_distance(own, name) == 1), "")


def _table(subject: Subject, table: OwnTable, rows: OwnRows) -> Iterator[Problem]:
    keys: KeyPath = ("tables", table.name)
    if rows.rows and rows.is_list == bool(table.row):
        example = table.row[0].name if table.row else ""
        hint = f"“{example}” = {{ … }}" if example else f"请逐行写 [[tables.{table.name}]]"
        says = "的行是固定的，要写行名" if table.row else "的行不固定，要逐行写"
        yield _wrong(subject, keys, table.name, says, hint, "")
        return
    for row, cells in rows.rows.items():
        at = (*keys, *rows.keys_of(row))
        declared = table.row_of(row)
        if table.row and declared is None:
            hint = suggest(row, [r.name for r in table.row])
            yield _unknown(subject, at, f"表“{table.label}”没有“{row}”这一行", hint, row)
            continue
        for name, raw in cells.items():
            column = table.column_of(name)
            if column is None:
                hint = suggest(name, [c.name for c in table.column])
                message = f"表“{table.label}”没有“{name}”这一列"
                yield _unknown(subject, (*at, name), message, hint, name)
            elif declared is not None and name in declared.fixed:
                fixed = "是表上印好的，不必填写"
                yield _wrong(subject, (*at, name), name, fixed, "请删去", raw)
            else:
                yield from _value(subject, column, (*at, name), raw)


def _value(subject: Subject, item: OwnItem, keys: KeyPath, raw: Any) -> Iterator[Problem]:
    taken = read_own(item, raw)
    if taken.fault:
        yield _wrong(subject, keys, item.name, taken.fault, taken.hint, raw)


def _wrong(subject: Subject, keys: KeyPath, name: str, fault: str, hint: str, raw: Any) -> Problem:
    text = "" if isinstance(raw, tuple) else str(raw)
    quote = text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
    place = subject.source_of(keys).place(keys)
    return Problem("I12", Severity.ERROR, f"“{name}”{fault}", place, hint, quote)


def _unknown(subject: Subject, keys: KeyPath, message: str, hint: str, quote: str) -> Problem:
    place = subject.source_of(keys).place(keys, on="key")
    return Problem("I10", Severity.ERROR, message, place, hint, quote)
