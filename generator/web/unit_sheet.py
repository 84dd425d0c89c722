"""The unit as the page fills it in: what all its subjects share."""

from typing import Any, Final

from generator.base.problem_data import problems_as_data
from generator.base.toml import KeyPath
from generator.model.dossier import Dossier
from generator.model.unit import UnitEntry
from generator.use.check.examine import Examined
from generator.web.fillable_cells import column_at, value_of
from generator.web.filled_sheet import problems_of
from generator.web.sheet_texts import field_data
from generator.web.target import UNIT

TITLE: Final = "单位"
_FIELDS: Final[tuple[KeyPath, ...]] = (
    *(("unit", name) for name in ("name", "short", "code", "signature", "date", "reviewer")),
    ("year",),
    ("bundle",),
)


def unit_data(examined: Examined, dossier: Dossier) -> dict[str, Any]:
    """Lay the unit out for the page: fields alone, where a subject has more."""
    file, problems = dossier.source, problems_of(examined, dossier.source)
    facts: list[KeyPath] = [("facts", name) for name in dossier.unit.facts]
    shared: list[dict[str, Any]] = []
    for keys in (*_FIELDS, *facts):
        column = column_at(UnitEntry, keys)
        if column is not None:
            title = str(keys[-1]) if keys[0] == "facts" else column.title
            cell = {"keys": [*keys], "key": file.key_text(keys), "value": value_of(file, keys)}
            line = file.place(keys).line
            shared.append(
                {**cell, "row": "", "line": line, **field_data(keys, column), "title": title}
            )
    return {
        "id": UNIT,
        "title": TITLE,
        "digest": file.digest,
        "columns": [],
        "rows": [],
        "row_lists": [],
        "texts": shared,
        "funds": None,
        "own": [],
        "goals": [],
        "lists": [],
        "prose": [],
        "sections": [],
        "scores": {"total": "", "grade": "", "parts": []},
        "classes": [],
        "problems": [{**one, "mend": None} for one in problems_as_data(problems)["problems"]],
        "figures": [],
        "quoted": {},
        "form": [],
        "tables": [],
        "fields": [],
        "printed": {},
    }
