"""The files of an imported dossier: what was found is live, all else sleeps, what was left is told."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.model.own_form import NOTHING_DECLARED, Declared
from generator.model.subject import DepartmentEntry, Kind, ProjectEntry
from generator.model.unit import Stage, UnitEntry
from generator.scaffold.folder import own_values, schema_files, shared_values
from generator.scaffold.json_schema import (
    DEPARTMENT_SCHEMA,
    PROJECT_SCHEMA,
    SCHEMA_FOLDER,
    UNIT_SCHEMA,
)
from generator.scaffold.template import write_template

_LONGEST_QUOTE = 1500


class Left(Protocol):
    """Words that found no place."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def place(self) -> object: ...  # noqa: D102
    @property
    def quote(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102


class Subject(Protocol):
    """A subject as it was recognised."""

    @property
    def kind(self) -> Kind: ...  # noqa: D102
    @property
    def values(self) -> Mapping[str, object]: ...  # noqa: D102
    @property
    def unplaced(self) -> Sequence[Left]: ...  # noqa: D102
    @property
    def remarks(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102


class Found(Protocol):
    """Everything that was recognised for one unit."""

    @property
    def unit(self) -> Mapping[str, object]: ...  # noqa: D102
    @property
    def year(self) -> int | None: ...  # noqa: D102
    @property
    def subjects(self) -> Sequence[Subject]: ...  # noqa: D102
    @property
    def unplaced(self) -> Sequence[Left]: ...  # noqa: D102
    @property
    def remarks(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def report_title(self) -> str: ...  # noqa: D102
    @property
    def report_stated(self) -> Mapping[str, object]: ...  # noqa: D102
    @property
    def report_values(self) -> Mapping[str, object]: ...  # noqa: D102


def imported_dossier(
    found: Found,
    scheme: str,
    reason: str,
    stage: Stage | None = None,
    demands: Mapping[str, Any] = MappingProxyType({}),
    own: Mapping[Kind, Declared] = MappingProxyType({}),
) -> dict[str, str]:
    """Return the files by their names: unit.toml, department.toml, one file for each project.

    ``demands`` is what unit.toml says of what the dossier makes and must give, ``own`` what the
    forms of the scheme have of their own.
    """
    of_project = own.get("project", NOTHING_DECLARED)
    of_department = own.get("department", NOTHING_DECLARED)
    unit: dict[str, Any] = {
        "year": found.year,
        "scheme": scheme,
        **({"stage": stage} if stage else {}),
        **demands,
        "unit": {"name": "", **found.unit},
        **shared_values(own.values()),
    }
    if found.report_title:
        stated = {"stated": found.report_stated} if found.report_stated else {}
        report = {"id": "evaluation", "title": found.report_title, **found.report_values, **stated}
        unit["report"] = [report]
    remarks = [reason, *map(_plain, found.remarks), *_told(found.unplaced)]
    files = {UNIT_FILE: write_template(UnitEntry, unit, f"{SCHEMA_FOLDER}/{UNIT_SCHEMA}", remarks)}
    projects = [s for s in found.subjects if s.kind == "project"]
    width = len(str(len(projects)))
    for number, subject in enumerate(projects, 1):
        table = subject.values.get("project")
        named = {"name": "", **(table if isinstance(table, Mapping) else {})}
        values = {**subject.values, "project": named, **own_values(of_project, subject.values)}
        files[f"project-{number:0{width}d}.toml"] = write_template(
            ProjectEntry, values, f"{SCHEMA_FOLDER}/{PROJECT_SCHEMA}", _remarks(subject)
        )
    department = next((s for s in found.subjects if s.kind == "department"), None)
    if department is not None:
        declared = own_values(of_department, department.values)
        values = {"department": {}, **department.values, **declared}
        schema = f"{SCHEMA_FOLDER}/{DEPARTMENT_SCHEMA}"
        files[DEPARTMENT_FILE] = write_template(
            DepartmentEntry, values, schema, _remarks(department)
        )
    return {**files, **schema_files(of_project, of_department)}


def _remarks(subject: Subject) -> list[str]:
    origin = (
        [f"由 {_plain(subject.source)} 导入；印出的分值和得分记在 stated 里，只作核对。"]
        if subject.source
        else []
    )
    return [*origin, *map(_plain, subject.remarks), *_told(subject.unplaced)]


def _told(unplaced: Sequence[Left]) -> list[str]:
    """List what was left, each with its place and reason."""
    if not unplaced:
        return []
    lines = [f"下面 {len(unplaced)} 处没有导入，请自行核对："]
    for left in unplaced:
        quote = (
            left.quote if len(left.quote) <= _LONGEST_QUOTE else f"{left.quote[:_LONGEST_QUOTE]}……"
        )
        where = f"{left.file} {left.place}".strip()
        lines.append(_plain(f"· {where}（{left.reason}）：{quote}"))
    return lines


def _plain(text: str) -> str:
    """Leave out what a comment cannot hold; further lines are set in."""
    kept = "".join(c for c in text if c == "\n" or (c.isprintable()) or c == " ")
    return "\n    ".join(line.strip() for line in kept.split("\n") if line.strip())
