"""Whole cases: a folder of inputs and the exact problems that are expected of it, as text."""

from pathlib import Path

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.library import Library

CASES = sorted(p.parent for p in (Path(__file__).parent / "cases").glob("*/unit.toml"))


def told(folder: Path) -> str:
    """Write problems as a person reviews them: file, line, key, code, severity, words."""
    library = Library(find_workspace(folder)[0])
    lines = []
    for p in examine(folder, library).problems:
        name = Path(p.place.file).name
        accepted = f" [接受：{p.accepted}]" if p.accepted else ""
        lines.append(
            f"{name}:{p.place.line}:{p.place.column} {p.severity} {p.code} {p.message}{accepted}"
        )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("folder", CASES, ids=lambda p: p.name)
def test_a_case_raises_exactly_the_problems_written_beside_it(
    folder: Path, request: pytest.FixtureRequest
) -> None:
    expected = folder / "expected.txt"
    found = told(folder)
    if request.config.getoption("--update-cases"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")
