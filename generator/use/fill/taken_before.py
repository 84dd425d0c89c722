"""What was taken from a workbook before: it is filled in further and taken again.

Beside the inputs' journal lies, for each workbook, a digest of what each cell held when it was
taken. Without it nothing is lost but comfort: a cell that was changed twice is then told as one
that both sides changed.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator.base.problem import Problem
from generator.base.regular_file import read_regular
from generator.base.writing import Lasting, write_atomically
from generator.excel.form.form_map import FormMap, Marks
from generator.model.input_files import UNIT_FILE
from generator.roundtrip.keeping import home_of_input
from generator.roundtrip.state_folder import STATE_FOLDER

_FILE = "filled.json"
_LARGEST = 16 * 1024 * 1024
_DIGITS = 16
Digests = Mapping[str, str]


def form_id(form: FormMap, folder: Path, name: str) -> str:
    """Return what tells a workbook from others, for one dossier.

    Its name is part of that: of two copies of one workbook, each with what another person filled
    in, none says that what the other holds was cleared.
    """
    told = hashlib.sha256()
    told.update(f"{name}\n".encode("utf-8", "surrogatepass"))
    home = home_of_input(folder / UNIT_FILE)
    try:
        told.update(folder.resolve().relative_to(home.resolve()).as_posix().encode())
    except ValueError:
        told.update(folder.name.encode())
    told.update(repr(form.dossier).encode())
    for marks, slot in sorted(form.slots.items()):
        told.update(repr((marks, slot.subject, slot.keys, slot.base)).encode())
    return told.hexdigest()[:_DIGITS]


def digest_of(words: str) -> str:
    """Return the digest of what a cell holds; blanks at its ends do not count."""
    text = "\n".join(line.rstrip() for line in words.strip().split("\n"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


BLANK = digest_of("")


def cell_id(marks: Marks) -> str:
    """Write the marks of a cell in one word."""
    return " ".join(marks)


class TakenBefore:
    """The digests of one workspace."""

    def __init__(self, folder: Path) -> None:
        self._path = home_of_input(folder / UNIT_FILE) / STATE_FOLDER / _FILE

    def of(self, form: str) -> Digests:
        """Return the digests of a workbook."""
        return self._all().get(form, {})

    def note(self, taken: Mapping[str, Digests]) -> Problem | None:
        """Add what was taken from some workbooks."""
        known = self._all()
        for form, digests in taken.items():
            known[form] = {**known.get(form, {}), **digests}
        text = json.dumps(known, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self._path.parent.mkdir(exist_ok=True)
        return write_atomically(self._path, text.encode("utf-8"), lasting=Lasting.NOT)

    def _all(self) -> dict[str, Digests]:
        try:
            found = json.loads(read_regular(self._path, _LARGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {str(k): _digests(v) for k, v in found.items() if isinstance(v, dict)}


def _digests(found: Mapping[object, object]) -> dict[str, str]:
    return {str(k): v for k, v in found.items() if isinstance(v, str)}
