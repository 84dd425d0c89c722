"""The rules that machines keep: style, types, and who may import whom."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOW

# import-linter has a command but no module that -m would run.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
# The copy in the current folder comes before the checkout that is installed.
SANDBOXED = f"import sys; sys.path.insert(0, '.'); {LINT_IMPORTS}"


def run_tool(*arguments: str, within: Path = ROOT) -> tuple[int, str]:
    command = [sys.executable, *arguments]
    found = subprocess.run(
        command, cwd=within, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    return found.returncode, found.stdout + found.stderr


def complaints(*arguments: str) -> str:
    """Return what a tool has to say when it finds fault (empty: nothing)."""
    code, said = run_tool(*arguments)
    return said or f"exit code {code}" if code else ""


def test_the_code_follows_the_style():
    assert complaints("-m", "ruff", "check", "--quiet", ".") == ""


def test_the_code_is_formatted():
    assert complaints("-m", "ruff", "format", "--check", "--quiet", ".") == ""


def test_the_types_agree():
    assert complaints("-m", "mypy", "--no-error-summary") == ""


def test_the_types_of_the_tools_agree():
    tools = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tools").rglob("*.py"))
    assert tools
    assert complaints("-m", "mypy", "--no-error-summary", *tools) == ""


def test_imports_point_down_and_go_through_their_doors():
    assert complaints("-c", LINT_IMPORTS, "--no-logo", "--no-cache") == ""


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("base/number.py", "import generator.model", "Imports point down"),
        ("rules/number.py", "import generator.roundtrip", "Imports point down"),
        ("newcomer.py", "", "Imports point down"),
        ("figures/number.py", "import click", "click and rich only in cli"),
        ("tables/number.py", "import docx", "python-docx, docxtpl and lxml only in word"),
        ("load/number.py", "import python_calamine", "Excel libraries only in excel"),
        ("read/number.py", "import generator.word", "Imports point down"),
        ("load/number.py", "import tomli", "TOML libraries only in base"),
        (
            "narrative/number.py",
            "import jinja2",
            "Jinja nowhere",
        ),
    ],
)
def test_a_forbidden_import_is_found(tmp_path, module, line, contract):
    package = tmp_path / "generator"
    for path in (ROOT / "generator").rglob("__init__.py"):
        if "templates" not in path.parts:
            empty = package / path.relative_to(ROOT / "generator")
            empty.parent.mkdir(parents=True, exist_ok=True)
            empty.touch()
    for path in (ROOT / "generator").glob("*.py"):
        (package / path.name).touch()
    (package / module).write_text(line, encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    code, said = run_tool("-P", "-c", SANDBOXED, "--no-logo", "--no-cache", within=tmp_path)
    broken = [heading for heading in said.splitlines() if heading.endswith("BROKEN")]
    assert code == 1, said
    assert len(broken) == 1
    assert broken[0].startswith(contract)


def test_the_files_of_slow_tests_are_there():
    assert [name for name in sorted(SLOW) if not (ROOT / name).is_file()] == []
