"""The record of a first build is on its way to the disk before the files have their places, and tells the truth."""

import os
import stat
import threading

import pytest

from generator.base.problem import Problem, Severity
from generator.base.waiting_files import WaitingFile
from generator.roundtrip.files_record import read_record


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def test_a_file_that_could_not_be_written_is_not_remembered(dossier, run, outputs, monkeypatch):
    folder, true = dossier(), WaitingFile.put
    fault = Problem("O01", Severity.ERROR, "磁盘已满，没有写出")
    with monkeypatch.context() as patch:
        patch.setattr(
            WaitingFile,
            "put",
            lambda file, *rest: fault if file.path.suffix == ".docx" else true(file, *rest),
        )
        code, _, _ = run("build", folder)
    assert code == 1
    assert read_record(outputs).files == {}
    assert run("build", folder)[0] == 0
    assert list(read_record(outputs).files) == [path.name for path in outputs.glob("*.docx")]


def test_a_first_build_itself_waits_for_names_alone(dossier, run, monkeypatch):
    waited = []

    def sync(number):
        is_folder = stat.S_ISDIR(os.fstat(number).st_mode)
        waited.append((threading.current_thread() is threading.main_thread(), is_folder))

    monkeypatch.setattr(os, "fsync", sync)
    assert run("build", dossier())[0] == 0
    assert [is_folder for is_here, is_folder in waited if is_here] == [True, True]
    assert [is_folder for is_here, is_folder in waited if not is_here] == [False] * 3
