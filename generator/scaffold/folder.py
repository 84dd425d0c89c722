"""The files of a new dossier, ready to fill in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.model.form_printing import Printing
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.model.own_form import NOTHING_DECLARED, Declared, joined
from generator.model.scheme import Scheme
from generator.model.score_parts import Layout
from generator.model.subject import DepartmentEntry, Kind, ProjectEntry
from generator.model.unit import UnitEntry
from generator.model.workspace import WorkspaceEntry
from generator.scaffold.json_schema import (
    DEPARTMENT_SCHEMA,
    FORM_SCHEMA,
    PROJECT_SCHEMA,
    SCHEMA_FOLDER,
    SCHEME_SCHEMA,
    UNIT_SCHEMA,
    json_schemas,
    schema_text,
)
from generator.scaffold.own_scaffold import OwnFields, OwnTables, blank_fields
from generator.scaffold.template import Asleep, write_template

FIRST_PROJECT = "project-1"
_INPUTS, _WORKSPACE_FILE = "inputs", "jixiao.toml"


def new_dossier(
    folder: Path,
    scheme: Scheme | None,
    year: int,
    unit_name: str,
    projects: Sequence[str] = (),
    *,
    wants_department: bool | None = None,
) -> dict[str, str]:
    """Return the files of a new dossier by their path from its folder; nothing is written.

    ``projects`` are names, of each of which a file is made. Whether the department has a file,
    the scheme says, unless somebody does.
    """
    files = {UNIT_FILE: _template(UnitEntry, _unit(scheme, year, unit_name), UNIT_SCHEMA)}
    is_usual = scheme is not None and has_subject(scheme, "department")
    has_department = is_usual if wants_department is None else wants_department
    if projects or scheme is None or not has_department or has_subject(scheme, "project"):
        for name, of_file in zip(projects or ("",), _project_files(len(projects)), strict=True):
            files[of_file] = _template(ProjectEntry, _project(scheme, name), PROJECT_SCHEMA)
    if has_department:
        files[DEPARTMENT_FILE] = new_department(scheme)
    own = [] if scheme is None else [scheme.declared(kind) for kind in ("project", "department")]
    files |= schema_files(*own)
    return files | workspace_files(folder)


def new_project(scheme: Scheme | None, name: str) -> str:
    """Return the file of one more project."""
    return _template(ProjectEntry, _project(scheme, name), PROJECT_SCHEMA)


def new_department(scheme: Scheme | None) -> str:
    """Return the file of the department."""
    return _template(DepartmentEntry, _subject(scheme, "department"), DEPARTMENT_SCHEMA)


def workspace_files(folder: Path) -> dict[str, str]:
    """Return the mark of a workspace for a folder that lies in none."""
    if _is_in_workspace(folder):
        return {}
    return {_workspace_path(folder): write_template(WorkspaceEntry, {})}


@cache
def schema_files(
    project: Declared = NOTHING_DECLARED, department: Declared = NOTHING_DECLARED
) -> Mapping[str, str]:
    """Return the schemas that the ``#:schema`` lines of a dossier point to: of one scheme all are alike."""
    return MappingProxyType(
        {
            f"{SCHEMA_FOLDER}/{name}": schema_text(schema)
            for name, schema in json_schemas(project, department).items()
            if name not in (FORM_SCHEMA, SCHEME_SCHEMA)
        }
    )


def _template(model: type[Any], values: Mapping[str, Any], schema: str) -> str:
    return write_template(model, values, f"{SCHEMA_FOLDER}/{schema}")


def _unit(scheme: Scheme | None, year: int, name: str) -> dict[str, Any]:
    rules = {"scheme": scheme.id} if scheme else {}
    own = shared_values(scheme.declared_by_kind().values() if scheme else ())
    return {"year": year, **rules, "unit": {"name": name}, **own}


def shared_values(declared: Iterable[Declared]) -> dict[str, Any]:
    """Return the fields of all forms for unit.toml, asleep: a unit may write there what is alike."""
    known = joined(declared)
    return {"fields": OwnFields(known, is_asleep=True)} if known.fields else {}


def _project_files(count: int) -> Iterator[str]:
    """Name the files of projects, so that they sort as they are counted."""
    width = len(str(count))
    if count <= 1:
        yield f"{FIRST_PROJECT}.toml"
        return
    yield from (f"project-{number:0{width}d}.toml" for number in range(1, count + 1))


def _project(scheme: Scheme | None, name: str) -> dict[str, Any]:
    about = {"name": name, "authority": "", "implementer": "", "overview": ""}
    return {"project": about, **_subject(scheme, "project")}


def _subject(scheme: Scheme | None, kind: Kind) -> dict[str, Any]:
    """Fill in what the scheme knows of a subject: sources of money, goals, classes."""
    values: dict[str, Any] = {} if kind == "project" else {"department": {}}
    values["funds"] = _funds(scheme, kind)
    layouts = _layouts(scheme, kind)
    kinds = {part.kind for layout in layouts for part in layout.part}
    rows = _indicators(scheme, kind)
    if "goals" in kinds:
        goal: dict[str, Any] = {"name": "", "expected": "", "achieved": ""}
        values["goals"] = [{**goal, "indicator": rows} if rows else goal]
    else:
        values["goal"] = {"expected": "", "achieved": ""}
        values["indicator"] = rows
        if shared := _shared(scheme, layouts):
            values["shared-score"] = shared
    if items := list(_items(layouts)):
        values["item"] = items
    own = own_values(NOTHING_DECLARED if scheme is None else scheme.declared(kind))
    return {**values, **own, "result": {"use": "", "publicity": ""}}


def own_values(
    declared: Declared, given: Mapping[str, Any] = MappingProxyType({})
) -> dict[str, Any]:
    """Return what a form has of its own, to be written with all its explanations."""
    fields, tables = given.get("fields", {}), given.get("tables", {})
    return {
        **({"fields": OwnFields(declared, fields)} if declared.fields else {}),
        **({"tables": OwnTables(declared, tables)} if declared.tables else {}),
    }


def _items(layouts: Sequence[Layout]) -> Iterator[dict[str, Any]]:
    """Give one blank answer for each item that the scheme scores; the first layout that has it says how."""
    seen: set[str] = set()
    for item in (item for layout in layouts for part in layout.part for item in part.item):
        if item.name not in seen:
            seen.add(item.name)
            yield {"name": item.name, **({"answer": ""} if item.judge == "answer" else {})}


def _funds(scheme: Scheme | None, kind: Kind) -> dict[str, Any]:
    """List the rows of the money that the forms of the scheme print."""
    if scheme is None or kind == "department":
        return {}
    forms = [t.print_ for t in scheme.document if not t.outline] or [Printing()]
    free = dict.fromkeys(name for form in forms for name in form.free_rows)
    printed = dict.fromkeys(n for form in forms for n in form.fund_rows or scheme.fund_rows)
    sources = [name for name in printed if name not in free]
    listed = {"sources": sources, "rows": list(free)}
    return {key: [{"name": name} for name in names] for key, names in listed.items() if names}


def _indicators(scheme: Scheme | None, kind: Kind) -> list[Any] | None:
    """Return one empty row for each class; those that change the layout sleep until wanted."""
    row: dict[str, Any] = {"name": "", "target": "", "actual": ""}
    if scheme is not None and (own := blank_fields(scheme.declared(kind).indicator_fields)):
        row["fields"] = own
    if scheme is None:
        return [{"class": "", **row}]
    if not scheme.classes:
        return [{"class": "", **row}] if _asks_for_indicators(scheme) else None
    conditions = {layout.when_class for layout in _layouts(scheme, kind)} - {""}
    rows: list[Any] = []
    for path in class_paths(scheme):
        filled = {"class": path, **row}
        if met := conditions & set(path.split("/")):
            note = f"有“{'、'.join(sorted(met))}”指标时才填这一段，各部分的分值也随之改变"
            rows.append(Asleep(filled, note))
        else:
            rows.append(filled)
    return rows


def class_paths(scheme: Scheme) -> tuple[str, ...]:
    """Return the classes as indicators name them: level 1 and, where there is one, level 2."""
    return tuple(
        path
        for top in scheme.classes
        for path in ([f"{top.name}/{below}" for below in top.children] or [top.name])
    )


def _shared(scheme: Scheme | None, layouts: tuple[Layout, ...]) -> Asleep | None:
    """Hint at shared scores where the layout leaves the weights of the classes to the unit."""
    parts = [p for layout in layouts for p in layout.part if p.kind == "indicators"]
    if scheme is None or any(p.classes for p in parts) or not (parts and scheme.classes):
        return None
    return Asleep([{"class": path} for path in class_paths(scheme)])


def _layouts(scheme: Scheme | None, kind: Kind) -> tuple[Layout, ...]:
    if scheme is None:
        return ()
    return scheme.project if kind == "project" else scheme.department


def has_subject(scheme: Scheme, kind: Kind) -> bool:
    """Tell whether a scheme scores or prints such a subject; a report of its own any unit may write."""
    if scheme.department if kind == "department" else scheme.project:
        return True
    documents = (d for d in scheme.document if not d.own_outline)
    return any((d.for_ == "department") == (kind == "department") for d in documents)


def _asks_for_indicators(scheme: Scheme) -> bool:
    required = (*scheme.required.goals, *scheme.required.evaluation)
    return any(path.startswith("indicator.") for path in required)


def _is_in_workspace(folder: Path) -> bool:
    start = folder.resolve()
    return any((parent / _WORKSPACE_FILE).is_file() for parent in (start, *start.parents))


def _workspace_path(folder: Path) -> str:
    """Put the mark of a workspace beside ``inputs/``, else beside the dossier: never inside it."""
    return f"{'../' * (2 if folder.resolve().parent.name == _INPUTS else 1)}{_WORKSPACE_FILE}"
