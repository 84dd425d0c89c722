"""The words that a form had printed, for what nobody changed in the inputs since it was imported."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath, parse_toml, value_at
from generator.model.blocks import Cell, DocumentBlocks, Row, Span, Spans, Table
from generator.model.dossier import Dossier, Subject
from generator.model.printed import PrintedForm, PrintedRow
from generator.tables.cells import CONTINUE, START
from generator.tables.fields import own_field
from generator.tables.tags import keys_of_tag
from generator.use.import_.record import ImportRecord, read_import_record, subject_key

_UNIT = "unit.toml"
_OF_UNIT = frozenset(("unit", "year"))
_ROWS, _NAME = "rows.indicators", "name"
_FIELD = Pattern(r'field\("(.*)"\)')
_OWN_COLUMN = Pattern(r'field\["(.*)"\]')
_ROW_OF = Pattern(r"rows\.(\w+)\[([0-9]+)\]\.(\w+)")
_GOAL = Pattern(r"goals\[([0-9]+)\]\.(\w+)")


class PrintedWords:
    """What the forms of a dossier had printed, as far as their import kept it."""

    def __init__(self, folder: Path, dossier: Dossier) -> None:
        self._record = read_import_record(folder) or ImportRecord()
        self._dossier = dossier

    def put(self, blocks: DocumentBlocks, subject: Subject, document: str) -> DocumentBlocks:
        """Let a document say what its form said."""
        key = subject_key(subject.kind, self._base_name(subject) or subject.name)
        printed = self._record.printed.get(key)
        if printed is None or printed.document != document or blocks.form is None:
            return blocks
        return _Overlay(printed, self._base(subject), subject, self).put(blocks)

    def is_same(self, keys: KeyPath, base: Mapping[str, Any], mine: Mapping[str, Any]) -> bool:
        """Tell whether a key holds what the import wrote."""
        if keys and keys[0] in _OF_UNIT:
            return bool(value_at(self._unit, keys) == value_at(self._dossier.source.data, keys))
        return bool(value_at(base, keys) == value_at(mine, keys))

    @cached_property
    def _unit(self) -> Mapping[str, Any]:
        return _parsed(self._record.files.get(_UNIT, ""))

    def _base(self, subject: Subject) -> Mapping[str, Any]:
        return _parsed(self._record.files.get(subject.source.path.name, ""))

    def _base_name(self, subject: Subject) -> str:
        return str(value_at(self._base(subject), (subject.kind, "name")) or "")


def _parsed(text: str) -> Mapping[str, Any]:
    file, _ = parse_toml(text, Path(), "")
    return {} if file is None else file.data


class _Overlay:
    """Puts the words of one form over what the inputs make of it."""

    def __init__(
        self, printed: PrintedForm, base: Mapping[str, Any], subject: Subject, words: PrintedWords
    ) -> None:
        self._printed, self._base, self._words = printed, base, words
        self._mine = subject.source.data

    def put(self, blocks: DocumentBlocks) -> DocumentBlocks:
        form, signature, title = blocks.form, blocks.signature, blocks.title
        if form is None:
            return blocks
        fields, rows = dict(form.fields), {name: list(own) for name, own in form.rows.items()}
        goals = [Table(dict(g.fields), dict(g.rows), g.groups, g.key) for g in form.groups.get("goals", ())]
        for tag, said in self._unchanged():
            if found := _ROW_OF.fullmatch(tag):
                _put_row(rows.setdefault(found[1], []), int(found[2]), found[3], said)
            elif found := _GOAL.fullmatch(tag):
                if int(found[1]) < len(goals):
                    goals[int(found[1])].fields[found[2]] = _cell(said)
            elif found := _FIELD.fullmatch(tag):
                fields[own_field(found[1])] = _cell(said)
            elif tag.startswith("form."):
                fields[tag.removeprefix("form.")] = _cell(said)
            elif tag == "title":
                title = _spans(said)
            elif signature is not None and tag == "signature.date":
                signature = signature._replace(date=_spans(said))
            elif signature is not None and tag == "signature.name":
                signature = signature._replace(name=_spans(said))
        for number, goal in enumerate(goals):
            over = f"goals[{number}].indicators"
            if over in self._printed.rows:
                own = self._rows(over, goal.rows.get("indicators", ()), ("goals", number, "indicator"))
                goals[number] = Table(goal.fields, {**goal.rows, "indicators": own}, goal.groups, goal.key)
        made = {name: tuple(own) for name, own in rows.items()}
        if _ROWS in self._printed.rows:
            made["indicators"] = self._rows(_ROWS, made.get("indicators", ()), ("indicator",))
        whole = Table(fields, made, {**form.groups, "goals": tuple(goals)}, form.key)
        return blocks._replace(form=whole, signature=signature, title=title)

    def _unchanged(self) -> Iterator[tuple[str, str]]:
        for tag, said in self._printed.words.items():
            if all(self._words.is_same(keys, self._base, self._mine) for keys in keys_of_tag(tag)):
                yield tag, said

    def _rows(self, over: str, made: Sequence[Row], keys: KeyPath) -> tuple[Row, ...]:
        """Take the rows as they were printed; those that changed say what they say now."""
        base, mine = value_at(self._base, keys) or [], value_at(self._mine, keys) or []
        now = {_path(row): row for row in mine if isinstance(row, Mapping)}
        by_name = {row.cells[_NAME].text: row for row in made if _NAME in row.cells}
        rows: list[Row] = []
        for number, printed in enumerate(self._printed.rows[over]):
            said = _cells(printed)
            if not 0 <= printed.number < len(base):
                rows.append(Row({**dict.fromkeys(_names(made), Cell()), **said}, f"printed[{number}]"))
                continue
            was = base[printed.number]
            is_there, own = now.pop(_path(was), None), by_name.get(str(was.get(_NAME, "")))
            if is_there is None or own is None:
                continue  # it was taken out
            changed = {n: c for n, c in own.cells.items() if n in said} if is_there != was else {}
            merges = {n: cell._replace(merge=said[n].merge) for n, cell in changed.items()}
            rows.append(Row({**own.cells, **said, **merges}, own.key))
        rows += [by_name[name] for _, name in now if name and name in by_name]
        return tuple(_whole(rows))


def _path(row: Mapping[str, Any]) -> tuple[str, str]:
    return str(row.get("class", "")), str(row.get(_NAME, ""))


def _names(rows: Sequence[Row]) -> Sequence[str]:
    return list(rows[0].cells) if rows else []


def _cells(printed: PrintedRow) -> dict[str, Cell]:
    return {_column(name): Cell(_spans(cell.text), cell.merge) for name, cell in printed.cells.items()}


def _column(name: str) -> str:
    """Return the key of a column; one that only the form has is called as its fields are."""
    found = _OWN_COLUMN.fullmatch(name)
    return own_field(found[1]) if found else name


def _whole(rows: Sequence[Row]) -> Iterator[Row]:
    """Begin a merge where the row with which it began has gone."""
    open_: set[str] = set()
    for row in rows:
        cells = dict(row.cells)
        for name, cell in cells.items():
            if cell.merge == CONTINUE and name not in open_:
                cells[name] = cell._replace(merge=START)
            if cells[name].merge:
                open_.add(name)
            else:
                open_.discard(name)
        yield Row(cells, row.key)


def _put_row(rows: list[Row], number: int, name: str, said: str) -> None:
    if number < len(rows):
        row = rows[number]
        rows[number] = Row({**row.cells, name: _cell(said)}, row.key)


def _cell(said: str) -> Cell:
    return Cell(_spans(said))


def _spans(said: str) -> Spans:
    return (Span(said),) if said else ()
