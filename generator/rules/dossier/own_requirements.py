"""C01, A09: what a form of its own requires is there, and a sum that was typed is that of its parts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.base.number import plain
from generator.base.suggestion import nearest
from generator.base.toml import KeyPath
from generator.base.toml_literal import bare_key
from generator.figures.own_sums import OwnSums, Reckoned, agrees, is_computed
from generator.model.dossier import Subject
from generator.model.own_form import Declared, OwnItem, OwnTable, joined
from generator.model.own_typed import length_fault, length_of, read_own, write_number
from generator.model.scheme import Scheme
from generator.model.scheme_document import Template
from generator.model.unit import UnitEntry
from generator.prose.prose_render import quotes_figures, render_value
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace


def own_blanks(evidence: Evidence) -> Iterator[Finding]:
    """Go through what the documents of this stage require beyond the scheme."""
    scheme, unit = evidence.scheme, evidence.dossier.unit
    for subject in evidence.dossier.subjects:
        made = made_for(scheme, unit, subject, evidence.stage)
        asked = joined(document.declared for document in made)
        spared = subject.entry.not_asked
        for field in asked.fields:
            is_asked = field.required and not field.sum_of and f"fields.{field.name}" not in spared
            raw = subject.entry.fields_.get(field.name)
            if is_asked and _is_blank(field, raw):
                yield _blank(subject, ("fields", field.name), field, near=_near(subject, field))
        for table in asked.tables:
            if f"tables.{table.name}" not in spared:
                yield from _of_table(subject, table)
        yield from _of_indicators(subject, asked)


def own_lengths(evidence: Evidence) -> Iterator[Finding]:
    """Count sentences as they are printed: what they quote is known only here."""
    for subject in evidence.dossier.subjects:
        for name, text in subject.own_prose().items():
            item = subject.declared.field_of(name)
            if item is None or not quotes_figures(text) or read_own(item, text).fault:
                continue
            keys: KeyPath = ("fields", name)
            names, units = evidence.names[subject.id], evidence.wording.units
            source = subject.source_of(keys)
            said = render_value(source, keys, text, names, units)
            fault = length_fault(item, length_of(said.text))
            if fault and not said.problems:
                yield Finding(
                    "own-length", KeyPlace(subject.source_of(keys), keys), fault, name=item.label
                )


def own_sums(evidence: Evidence) -> Iterator[Finding]:
    """Hold sums that were typed against their parts."""
    units = evidence.wording.units
    for subject in evidence.dossier.subjects:
        sums = OwnSums(subject, units)
        for field in subject.declared.fields:
            raw = subject.entry.fields_.get(field.name)
            reckoned = sums.sum_of_field(field.name)
            yield from _compared(subject, ("fields", field.name), field, raw, reckoned)
        for table in subject.declared.tables:
            given = subject.own_rows(table)
            for row in sums.rows_of(table) if given is not None else ():
                for column in table.column:
                    raw = given.rows.get(row, {}).get(column.name) if given is not None else None
                    keys = ("tables", table.name, *(given.keys_of(row) if given else ()))
                    reckoned = sums.sum_of_cell(table, row, column)
                    yield from _compared(subject, (*keys, column.name), column, raw, reckoned)
            yield from _totals(subject, table, sums)


def _totals(subject: Subject, table: OwnTable, sums: OwnSums) -> Iterator[Finding]:
    for column in table.column:
        name = f"{table.name}.{column.name}"
        stated = subject.entry.stated.sums.get(name)
        keys = ("stated", "sums", name)
        yield from _compared(subject, keys, column, stated, sums.total(table, column))


def made_for(scheme: Scheme, unit: UnitEntry, subject: Subject, stage: str) -> tuple[Template, ...]:
    """Return the documents of a stage that print the subject, attached ones included."""
    every = [d for d in scheme.document if d.stage == stage and d.is_of(subject.kind)]
    named = subject.entry.documents if subject.entry.documents is not None else unit.documents
    if subject.entry.documents is None and not named:
        return tuple(document for document in every if not document.on_request)
    taken = {*named, *(name for d in every if d.id in named for name in d.attaches)}
    if subject.entry.documents is not None:
        taken &= {*subject.entry.documents}  # what is attached is named, too
    return tuple(document for document in every if document.id in taken)


def _of_table(subject: Subject, table: OwnTable) -> Iterator[Finding]:
    given = subject.own_rows(table)
    if given is None or not given.rows:
        if table.required:
            right = f"[tables.{bare_key(table.name)}]"
            where = KeyPlace(subject.source, ("tables", table.name))
            yield Finding("field-blank", where, f"表“{table.label}”", right)
        return
    rows = [row.name for row in table.row] or list(given.rows)
    for row in rows:
        declared = table.row_of(row)
        fixed = declared.fixed if declared is not None else {}
        for column in table.column:
            is_given = column.kind == "serial" or column.name in fixed
            if not column.required or is_given or is_computed(declared, column):
                continue
            if _is_blank(column, given.rows.get(row, {}).get(column.name)):
                keys = ("tables", table.name, *given.keys_of(row), column.name)
                yield _blank(subject, keys, column, f"“{table.label}·{row}”")


def _of_indicators(subject: Subject, asked: Declared) -> Iterator[Finding]:
    for item in asked.indicator_fields:
        for at in subject.indicators if item.required else ():
            if _is_blank(item, at.indicator.fields_.get(item.name)):
                keys = (*at.keys, "fields", item.name)
                yield _blank(subject, keys, item, f"“{at.indicator.name}”")


def _is_blank(item: OwnItem, raw: Any) -> bool:
    """Tell a blank from a value, and from one that is wrong, which is told already."""
    taken = read_own(item, raw)
    return taken.value is None and not taken.fault


def _near(subject: Subject, item: OwnItem) -> str:
    """Return a key that may be a slip for an item: like it, and declared by nobody."""
    known = {field.name for field in subject.declared.fields}
    strange = [name for name in subject.entry.fields_ if name not in known]
    return next(iter(nearest(item.name, strange)), "")


def _blank(
    subject: Subject, keys: KeyPath, item: OwnItem, name: str = "", near: str = ""
) -> Finding:
    right = f"{bare_key(item.name)} = …{f'；是不是写成了“{near}”' if near else ''}"
    return Finding(
        "field-blank", KeyPlace(subject.source_of(keys), keys), item.label, right, name=name
    )


def _compared(
    subject: Subject, keys: KeyPath, item: OwnItem, raw: Any, reckoned: Reckoned | None
) -> Iterator[Finding]:
    stated = read_own(item, raw).value
    if reckoned is None or not isinstance(stated, Decimal) or agrees(stated, reckoned.value):
        return
    left, right = write_number(item, stated), plain(reckoned.value)
    where = KeyPlace(subject.source_of(keys), keys)
    yield Finding("own-sum", where, left, right, reckoned.formula, item.label, quote=left)
