"""The unit as the page fills it in: what all its subjects share, and reports over several of them."""

from collections.abc import Iterator
from typing import Any, Final

from generator.base.toml import KeyPath
from generator.model.dossier import Dossier
from generator.model.unit import Report, UnitEntry
from generator.use.build.standard_words import standard_words_of_report
from generator.use.check.examine import Examined
from generator.use.library import Library
from generator.web.fillable_cells import column_at, value_of
from generator.web.filled_sheet import elsewhere, problems_at
from generator.web.own_values import FIELDS
from generator.web.placed_tables import placed_data
from generator.web.quoting import as_quoted, quotable_of_unit, quoted_in
from generator.web.sheet_texts import field_data, section_note
from generator.web.target import UNIT, UNIT_TITLE, declared_by_all
from generator.web.told import NOBODY, Told

_REPORT: Final = "report"
_SCHEME: Final[KeyPath] = ("scheme",)
_FIELDS: Final[tuple[KeyPath, ...]] = (
    *(("unit", name) for name in ("name", "short", "code", "signature", "date", "reviewer")),
    ("year",),
    _SCHEME,
    ("stage",),
    ("bundle",),
)


def unit_data(
    examined: Examined, dossier: Dossier, library: Library, told: Told = NOBODY
) -> dict[str, Any]:
    """Lay the unit out for the page: fields, and the sections of its reports."""
    own = _Unit(examined, dossier, library)
    figures = {quote.name: quote.figure for quote in quotable_of_unit(examined)}
    return {
        "id": UNIT,
        "title": UNIT_TITLE,
        "digest": dossier.source.digest,
        "columns": [],
        "rows": [],
        "row_lists": [],
        "texts": [*own.fields()],
        "funds": None,
        "own": [],
        "goals": [],
        "lists": [own.reports()],
        "prose": [],
        "placed": placed_data(own.file, own.field),
        "sections": [*own.sections({one.id: name for name, one in reversed(figures.items())})],
        "scores": {"total": "", "grade": "", "parts": []},
        "classes": [],
        "problems": problems_at(examined, dossier.source, None, library, told),
        "elsewhere": elsewhere(examined, dossier.source, told),
        "figures": [
            {"name": name, "shown": figure.shown, "label": figure.label}
            for name, figure in figures.items()
        ],
        "quoted": quoted_in(dossier.source.data, examined.names.get("", {}), library.units),
        "form": [],
        "tables": [],
        "fields": [],
        "printed": {},
    }


class _Unit:
    def __init__(self, examined: Examined, dossier: Dossier, library: Library) -> None:
        self._examined, self._dossier, self._library = examined, dossier, library
        self.file = dossier.source
        self._declared = declared_by_all(dossier)

    def fields(self) -> Iterator[dict[str, Any]]:
        """Lay out what is said once for all."""
        unit = self._dossier.unit
        facts: list[KeyPath] = [("facts", name) for name in unit.facts]
        shared: list[KeyPath] = [(FIELDS, name) for name in unit.fields_]
        for keys in (*_FIELDS, *shared, *facts):
            field = self.field(keys)
            if field is None:
                continue
            if keys[0] == "facts":
                field["title"] = str(keys[-1])
            if keys == _SCHEME:
                field |= self._schemes()
            yield field

    def reports(self) -> dict[str, Any]:
        """Lay out which reports there are over several projects."""
        rows = [self._report(number, own) for number, own in enumerate(self._dossier.unit.report)]
        return {"keys": [_REPORT], "title": "多项目报告", "first": "title", "rows": rows}

    def sections(self, names: dict[str, str]) -> Iterator[dict[str, Any]]:
        """Lay out the sections of all reports with their standard wording."""
        reports = self._dossier.unit.report
        for number, report in enumerate(reports):
            known = standard_words_of_report(self._examined, number, self._library)
            for id, section in known.items():
                field = self.field((_REPORT, number, "text", id))
                if field is not None:
                    title = (
                        section.title if len(reports) == 1 else f"{report.title} {section.title}"
                    )
                    standard = as_quoted(section.standard, names).strip()
                    said = {"title": title, "standard": standard, "is_long": True}
                    yield {**field, **said, **section_note(section)}

    def _report(self, number: int, report: Report) -> dict[str, Any]:
        keys: KeyPath = (_REPORT, number)
        cells = [self.field((*keys, name)) for name in ("title", "projects")]
        return {
            "keys": [*keys],
            "label": report.title,
            "cells": [cell for cell in cells if cell is not None],
        }

    def _schemes(self) -> dict[str, Any]:
        """Give the schemes to choose from: those in force in the year first."""
        year = self._dossier.unit.year
        every = [found.scheme for found, _ in self._library.schemes.values() if found is not None]
        every.sort(key=lambda own: (not own.force.holds(year), own.id))
        return {
            "choices": [own.id for own in every],
            "labels": {own.id: f"{own.title}（{own.id}）" for own in every},
        }

    def field(self, keys: KeyPath) -> dict[str, Any] | None:
        """Lay out what is filled in at a path of keys."""
        column = column_at(UnitEntry, keys, self._declared)
        if column is None:
            return None
        cell = {"keys": [*keys], "key": self.file.key_text(keys), "row": ""}
        value, line = value_of(self.file, keys), self.file.place(keys).line
        return {**cell, "value": value, "line": line, **field_data(keys, column)}
