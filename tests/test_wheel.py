"""The wheel carries the packs, and the program finds them in it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
FIND = """
import sys
sys.path.insert(0, sys.argv[1])
import generator
from generator.load.packaged import packaged_templates
print(generator.__file__)
print(packaged_templates())
"""


def run_python(*arguments: str | Path, within: Path) -> str:
    command = [sys.executable, *map(str, arguments)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "SOURCE_DATE_EPOCH": "1580601600"}
    found = subprocess.run(
        command,
        cwd=within,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if found.returncode:
        pytest.fail(found.stdout + found.stderr, pytrace=False)
    return found.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    name = run_python("-c", BUILD, folder, within=ROOT).splitlines()[-1]
    return folder / name


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_packs_as_they_are_in_the_checkout(unpacked):
    packs = files_below(unpacked / "generator" / "templates")
    assert "schemes/mof-2020.toml" in packs
    assert packs == files_below(ROOT / "templates")


def test_the_wheel_holds_all_code_and_nothing_else(unpacked):
    code = {f"generator/{name}": data for name, data in files_below(ROOT / "generator").items()}
    shipped = {
        name: data
        for name, data in files_below(unpacked).items()
        if not name.startswith("generator/templates/") and ".dist-info/" not in name
    }
    assert shipped == code


def test_the_program_finds_the_packs_of_its_wheel(unpacked, tmp_path):
    where, packs = run_python("-c", FIND, unpacked, within=tmp_path).splitlines()
    assert Path(where).is_relative_to(unpacked)
    assert Path(packs) == unpacked / "generator" / "templates"


def test_the_program_finds_the_packs_of_a_checkout(tmp_path):
    where, packs = run_python("-c", FIND, ROOT, within=tmp_path).splitlines()
    assert Path(where).is_relative_to(ROOT)
    assert Path(packs) == ROOT / "templates"


def test_the_wheel_starts_the_command_line_and_lists_the_schemes(unpacked, tmp_path):
    start = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); from generator.cli import main; main()"
    )
    said = run_python("-c", start, unpacked, "schemes", within=tmp_path)
    assert "mof-2020" in said
