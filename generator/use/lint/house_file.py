"""The wording of a tree as a file for its editor: a workbook, a page of Word, or data."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.base.problem import Problem
from generator.model.blocks import Row, Table
from generator.rules.tree.habit import Habit
from generator.use.found_file import Made, as_json, filled_template, word_cells, write_made
from generator.use.library import Library
from generator.use.lint.house import House

TEMPLATE = "house-wording.docx"
TITLE = "本地用语情况"


def write_house(house: House, target: Path, library: Library) -> tuple[Problem, ...]:
    """Write the file whole, or not at all; a person's file is never written over."""
    return write_made(target, MAKERS[target.suffix.lower()](house, library))


def rows_of(house: House) -> dict[str, list[dict[str, str | int]]]:
    """Lay out units, set sentences, deviations and terms as rows of names and values."""
    return {
        "bodies": [
            {**body._asdict(), "total": body.sentences + body.terms} for body in house.bodies()
        ],
        "sentences": [
            {
                "text": habit.best.text,
                "units": len(habit.best.units),
                "places": len(habit.best.uses),
                "others": sum(len(form.uses) for form in habit.others),
            }
            for habit in house.sentences
        ],
        "deviations": [{**one._asdict(), "place": str(one.place)} for one in house.deviations()],
        "terms": [
            {
                "kind": habit.kind,
                "usual": habit.best.text,
                "form": form.text,
                "places": len(form.uses),
                "units": len(form.units),
            }
            for habit in house.terms
            for form in habit.forms
        ],
    }


def house_data(house: House) -> dict[str, Any]:
    """Lay everything out for programs, with every place."""
    return {
        "units": [body._asdict() for body in house.bodies()],
        "sentences": [_habit_data(habit) for habit in house.sentences],
        "terms": [_habit_data(habit) for habit in house.terms],
    }


def _habit_data(habit: Habit) -> dict[str, Any]:
    return {
        "kind": habit.kind,
        "of": habit.of,
        "usual": habit.best.text,
        "gaps": list(habit.gaps),
        "forms": [
            {
                "text": form.text,
                "uses": [
                    {"unit": use.unit, "file": p.file, "line": p.line, "column": p.column}
                    for use in form.uses
                    for p in (use.at.place,)
                ],
            }
            for form in habit.forms
        ],
    }


def _form(house: House) -> Table:
    return Table({}, {name: tuple(_rows(name, rows)) for name, rows in rows_of(house).items()})


def _rows(name: str, rows: Sequence[Mapping[str, str | int]]) -> list[Row]:
    return [
        Row(
            word_cells({"number": str(n), **{key: str(value) for key, value in row.items()}}),
            f"{name}[{n}]",
        )
        for n, row in enumerate(rows, 1)
    ]


def _workbook(house: House, library: Library) -> Made:
    from generator.use.lint.house_book import house_book  # noqa: PLC0415 - only for .xlsx

    del library
    return house_book(TITLE, rows_of(house)), ()


def _document(house: House, library: Library) -> Made:
    return filled_template(library, TEMPLATE, TITLE, _form(house))


def _json(house: House, library: Library) -> Made:
    del library
    return as_json(house_data(house)), ()


MAKERS: Mapping[str, Callable[[House, Library], Made]] = MappingProxyType(
    {".xlsx": _workbook, ".docx": _document, ".json": _json}
)
