"""Trees of dossiers for tests of summaries, and the rows that they give."""

from pathlib import Path

from generator.cli.session import Session
from generator.load.workspace_folder import find_workspace
from generator.summary.whole import Summary, summarise
from generator.use.check.examine import examine
from generator.use.library import Library
from generator.use.summary.dossier_ties import ties_across
from generator.use.summary.summary import rows_of
from tests.conftest import PROJECT, UNIT, write_files

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x","y")',
    "😀" * 30,
    "很长" * 20_000,
    "a\tb",
    "'引号",
    "[甲]*乙?:/\\",
)
DEPARTMENT = """
[department]
basic = 5
projects = 95

[funds]
initial = 105
budget = 105
spent = 100
sources = [{ name = "当年财政拨款", initial = 105, budget = 105, spent = 99 }]

[goal]
expected = "办好图书馆。"
achieved = "已办好。"

[[indicator]]
class = "产出/数量"
name = "购书册数"
target = "≥20000册"
from = ["books:购书册数"]
weight = 50
"""


def add_unit(root: Path, name: str, project: str = PROJECT, **files: str) -> Path:
    """Write a dossier of a unit under ``inputs/``."""
    own = {
        "unit.toml": UNIT.replace("某县图书馆", f"{name}图书馆"),
        "books.toml": project,
        **{f"{key}.toml": text for key, text in files.items()},
    }
    return write_files(root / "inputs" / name, own)


def summary_of_tree(*paths: Path, start: Path | None = None) -> Summary:
    """Examine everything below some paths."""
    session = Session(paths)
    rows = []
    for folder in session.folders:
        library = session.library(folder)
        found = examine(folder, library)
        rows.append(rows_of(found, library, start or Path()))
    return summarise(rows, ties_across(rows, Library(find_workspace(paths[0])[0])))
