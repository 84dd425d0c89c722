"""What an audit found, as a file; the ending of its name decides what it becomes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.base.problem import Problem
from generator.use.audit.found import Audited
from generator.use.found_file import Made, as_json, write_made
from generator.use.library import Library

Maker = Callable[[Audited, Library], Made]


def write_report(audited: Audited, target: Path, library: Library) -> tuple[Problem, ...]:
    """Write the file whole, or not at all; a person's file is never written over."""
    return write_made(target, MAKERS[target.suffix.lower()](audited, library))


def _workbook(audited: Audited, library: Library) -> Made:
    from generator.use.audit.finding_book import finding_book  # noqa: PLC0415 - only for .xlsx

    del library
    return finding_book(audited), ()


def _document(audited: Audited, library: Library) -> Made:
    from generator.use.audit.return_sheet import return_sheet  # noqa: PLC0415 - only for .docx

    return return_sheet(audited, library)


def _json(audited: Audited, library: Library) -> Made:
    from generator.use.audit.audit_data import audit_data  # noqa: PLC0415 - only for .json

    del library
    return as_json(audit_data(audited)), ()


MAKERS: Mapping[str, Maker] = MappingProxyType(
    {".xlsx": _workbook, ".docx": _document, ".json": _json}
)
