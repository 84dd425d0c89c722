"""The named edits done in LibreOffice itself and saved by it: merge, keep, pull."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.roundtrip.edits import IN_WRITER
from tests.roundtrip.test_named_edits import LONG, SPENT, words
from tests.word.samples import structural_faults
from tests.word.soffice import needs_soffice, real_soffice

DRIVER = Path(__file__).with_name("writer_driver.py")
NAMES = pytest.mark.parametrize("edit", IN_WRITER, ids=lambda edit: edit.name)


def python_with_uno() -> str:
    """Find a Python that can drive LibreOffice: the system's, or the one that comes with it."""
    beside = Path(real_soffice().program).resolve().parent
    for python in ("/usr/bin/python3", str(beside / "python"), sys.executable):
        if (
            shutil.which(python)
            and not subprocess.run(
                [python, "-c", "import uno"], check=False, capture_output=True
            ).returncode
        ):
            return python
    pytest.skip("no Python with UNO")


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Do all edits on one file; returns the folder of the files and what became of each."""
    folder = tmp_path_factory.mktemp("edited")
    made = {}

    def edit_all(source: Path):
        if not made:
            order = [
                python_with_uno(),
                DRIVER,
                real_soffice().program,
                folder / "profile",
                source,
                folder,
            ]
            result = subprocess.run(order, check=False, capture_output=True, timeout=240)
            assert result.returncode == 0, result.stderr.decode()
            made.update(json.loads(result.stdout.decode().splitlines()[-1]))
        return folder, made

    return edit_all


@pytest.fixture
def edited(dossier, run, workspace, saved):
    """Build a dossier, put the file in place that LibreOffice saved, and change a figure."""

    def make(edit, *, moves=True):
        folder = dossier(change=LONG)
        assert run("build", folder)[0] == 0
        (path,) = (workspace / "outputs" / "library-2023").glob("*.docx")
        files, made = saved(path)
        assert made[edit.name]["fault"] == ""
        path.write_bytes((files / made[edit.name]["file"]).read_bytes())
        if moves:
            dossier(change={**LONG, **SPENT})
        return folder, path

    return make


@needs_soffice
@NAMES
def test_merge_keeps_the_words_and_brings_the_figures(edited, run, edit):
    folder, path = edited(edit)
    code, out, _ = run("build", folder, "--on-edited", "merge")
    assert code == 0, out
    said = words(path)
    assert [kept for kept in edit.kept if kept not in said] == []
    assert [gone for gone in edit.gone if gone in said] == []
    assert "96万元" in said
    assert "95万元" not in said
    assert structural_faults(path.read_bytes()) == []
    assert len(list(path.parent.glob("*.docx"))) == 1


@needs_soffice
@NAMES
def test_keep_touches_nothing(edited, run, edit):
    folder, path = edited(edit)
    mine = path.read_bytes()
    code, _, err = run("build", folder)
    assert code == 0
    if edit.is_an_edit:
        assert path.read_bytes() == mine
        assert "手工修改保留 1" in err
        assert "96万元" in words(path.with_name(f"{path.stem}（新版）.docx"))
    else:
        assert "96万元" in words(path)
        assert len(list(path.parent.glob("*.docx"))) == 1


@needs_soffice
@NAMES
def test_pull_never_harms_the_inputs(edited, run, edit):
    folder, path = edited(edit, moves=False)
    code, _, err = run("pull", path, "--apply")
    assert code == 0, err
    for file in folder.glob("*.toml"):
        tomllib.loads(file.read_text(encoding="utf-8"))
    code, out, _ = run("build", folder, "--on-edited", "merge")
    assert code == 0, out
    if not edit.touches_figure:
        said = words(path)
        assert [kept for kept in edit.kept if kept not in said] == []


@needs_soffice
def test_what_was_only_saved_gives_nothing_to_pull(edited, run):
    edit = next(edit for edit in IN_WRITER if edit.name == "only saved")
    folder, path = edited(edit, moves=False)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    run("pull", path, "--apply")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    code, _, err = run("build", folder)
    assert code == 0
    assert "版式改动保留 1" in err
