"""The words that a form had printed, for what nobody changed in the inputs since it was imported."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath, parse_toml, value_at
from generator.model.blocks import DocumentBlocks
from generator.model.dossier import Dossier, Subject
from generator.model.input_files import UNIT_FILE
from generator.tables.tag_keys import SOURCES, keys_of_tag
from generator.use.build.printed_rows import printed_rows
from generator.use.build.tagged_words import Tagged
from generator.use.import_.import_record import ImportRecord, read_import_record, subject_key

_OF_UNIT = frozenset(("unit", "year"))
_OWN_TABLE = Pattern(r'table\("(.*)"\)')
_GOAL_ROWS, _ROWS = "goals[{}].indicators", "rows.indicators"


class PrintedWords:
    """What the forms of a dossier had printed, as far as their import kept it."""

    def __init__(self, folder: Path, dossier: Dossier) -> None:
        self._record = read_import_record(folder) or ImportRecord()
        self._dossier = dossier

    def put(self, blocks: DocumentBlocks, subject: Subject, document: str) -> DocumentBlocks:
        """Let a document say what its form said."""
        base, mine = self._base(subject), subject.source.data
        name = str(value_at(base, (subject.kind, "name")) or subject.name)
        printed = self._record.printed.get(subject_key(subject.kind, name))
        if printed is None or printed.document != document or blocks.form is None:
            return blocks
        words = Tagged(blocks, blocks.form)
        for tag, said in printed.words.items():
            if all(self._is_same(keys, base, mine) for keys in keys_of_tag(tag)):
                words.put(tag, said)
        for goal in range(len(words.goals)):
            if rows := printed.rows.get(_GOAL_ROWS.format(goal)):
                keys: KeyPath = ("goals", goal, "indicator")
                lists = (value_at(base, keys) or [], value_at(mine, keys) or [])
                words.put_rows(printed_rows(rows, words.rows_of(goal), *lists), goal)
        for over, rows in printed.rows.items():
            found = _OWN_TABLE.fullmatch(over)
            own = subject.declared.table_of(found[1]) if found else None
            if own is not None:
                words.fill_up(own, rows)
        if rows := printed.rows.get(SOURCES):
            lists = (_sources(base), _sources(mine))
            words.put_sources(printed_rows(rows, words.sources(), *lists))
        if rows := printed.rows.get(_ROWS):
            lists = (value_at(base, ("indicator",)) or [], value_at(mine, ("indicator",)) or [])
            words.put_rows(printed_rows(rows, words.rows_of(None), *lists), None)
        return words.blocks()

    def _is_same(self, keys: KeyPath, base: Mapping[str, Any], mine: Mapping[str, Any]) -> bool:
        """Tell whether a key holds what the import wrote."""
        if keys and keys[0] in _OF_UNIT:
            return bool(value_at(self._unit, keys) == value_at(self._dossier.source.data, keys))
        return bool(value_at(base, keys) == value_at(mine, keys))

    @cached_property
    def _unit(self) -> Mapping[str, Any]:
        return _parsed(self._record.files.get(UNIT_FILE, ""))

    def _base(self, subject: Subject) -> Mapping[str, Any]:
        return _parsed(self._record.files.get(subject.source.path.name, ""))


def _sources(data: Mapping[str, Any]) -> list[Any]:
    return value_at(data, ("funds", "sources")) or []


def _parsed(text: str) -> Mapping[str, Any]:
    file, _ = parse_toml(text, Path(), "")
    return {} if file is None else file.data
