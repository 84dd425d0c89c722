"""Documents as the program builds them, before and after the inputs changed, opened as versions."""

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.roundtrip.bring import version_of
from generator.roundtrip.files_record import FileRecord, read_record
from tests.conftest import PROJECT, UNIT, write_files
from tests.roundtrip.hand.bench import Bench, run

ROW = """
[[indicator]]
class = "产出/数量"
name = "购置电子书"
target = "≥100册"
actual = "100册"
weight = 0
"""
PROBLEM = """
[[problem]]
text = "电子书偏少。"
measure = "逐年增加电子书。"
"""
OVERVIEW = 'overview = "为全县读者购置图书。"'
MONEY = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
# What inputs change: words, figures, and how much there is.
CHANGES: dict[str, Mapping[str, str]] = {
    "a figure": MONEY,
    "a sentence": {"延长开放时间。": "延长周末开放时间。"},
    "a cell": {'actual = "20500册"': 'actual = "20700册"'},
    "a sentence with a figure": {
        OVERVIEW: 'overview = "为全县读者购置图书，支出{{ funds.spent }}。"'
    },
    "a paragraph": {OVERVIEW: 'overview = """为全县读者购置图书。\n另购有声读物。"""'},
    "a row": {"weight = 50\n": f"weight = 50\n{ROW}"},
    "an item": {"[result]": f"{PROBLEM}\n[result]"},
    "a name": {"购书册数": "购置图书册数"},
    "everything": {
        **MONEY,
        "延长开放时间。": "延长周末开放时间。",
        "weight = 50\n": f"weight = 50\n{ROW}",
        "[result]": f"{PROBLEM}\n[result]",
        OVERVIEW: 'overview = """为全县读者购置图书。\n另购有声读物。"""',
    },
}


class Both(NamedTuple):
    """One file before and after, with its records."""

    ours: bytes
    new: bytes
    before: FileRecord
    after: FileRecord

    @property
    def base(self):
        return version_of(self.ours, self.before)

    @property
    def now(self):
        return version_of(self.new, self.after)


def both(bench: Bench, name: str) -> Both:
    built = bench.built(name)
    folders = (built.root, built.root.with_name(f"{built.root.name}-after"))
    records = [
        read_record(Path(folder, "outputs", built.dossier.name)).files[built.file]
        for folder in folders
    ]
    return Both(built.ours, built.new, *records)


def between(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> Both:
    """Build the small dossier of the tests with one change of its inputs and with another."""
    (ours, first), (new, second) = (
        _built(folder / name, change) for name, change in (("before", before), ("after", after))
    )
    return Both(ours, new, first, second)


def _built(root: Path, change: Mapping[str, str]) -> tuple[bytes, FileRecord]:
    unit, project = UNIT, PROJECT
    for old, new in change.items():
        assert old in project
        project = project.replace(old, new)
    inputs = write_files(
        root / "inputs" / "library-2023", {"unit.toml": unit, "books.toml": project}
    )
    (root / "jixiao.toml").write_text("", encoding="utf-8")
    with contextlib.chdir(root):
        said = run("build", inputs)
    assert said.code == 0, said.output
    outputs = root / "outputs" / "library-2023"
    (path,) = outputs.glob("*.docx")
    return path.read_bytes(), read_record(outputs).files[path.name]
