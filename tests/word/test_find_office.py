"""LibreOffice is found where people have it, on each system."""

import pytest

from generator.base.problem import Problem
from generator.word.find_office import find_program


def program(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("named", ["opt/lo/program/soffice", "opt/lo/program", "opt/lo"])
def test_the_environment_names_the_program_or_its_folder(tmp_path, named):
    found = program(tmp_path / "opt/lo/program/soffice")
    environment = {"JIXIAO_SOFFICE": str(tmp_path / named), "PATH": ""}
    assert find_program(environment, "linux") == found


def test_a_wrong_name_in_the_environment_is_told_and_nothing_else_is_taken(tmp_path):
    program(tmp_path / "bin/soffice")
    environment = {"JIXIAO_SOFFICE": "没有", "PATH": str(tmp_path / "bin")}
    problem = find_program(environment, "linux")
    assert isinstance(problem, Problem)
    assert problem.code == "O10"
    assert "“没有”" in problem.message


def test_the_path_is_searched(tmp_path):
    found = program(tmp_path / "bin/libreoffice")
    assert find_program({"PATH": str(tmp_path / "bin")}, "linux") == found


@pytest.mark.parametrize("variable", ["ProgramFiles", "ProgramFiles(x86)", "ProgramW6432"])
def test_windows_has_it_below_the_program_files(tmp_path, variable):
    program(tmp_path / "LibreOffice/program/soffice.exe")
    found = program(tmp_path / "LibreOffice/program/soffice.com")
    assert find_program({variable: str(tmp_path), "PATH": ""}, "win32") == found


def test_windows_waits_for_the_program_that_waits(tmp_path):
    named = program(tmp_path / "soffice.exe")
    found = program(tmp_path / "soffice.com")
    environment = {"JIXIAO_SOFFICE": str(named), "PATH": ""}
    assert find_program(environment, "win32") == found


def test_macos_has_it_among_the_applications(tmp_path):
    found = program(tmp_path / "Applications/LibreOffice.app/Contents/MacOS/soffice")
    chosen = find_program({"HOME": str(tmp_path), "PATH": ""}, "darwin")
    assert not isinstance(chosen, Problem)
    assert chosen.name == found.name


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_without_one_the_problem_says_how_to_get_it(tmp_path, system):
    problem = find_program({"PATH": str(tmp_path), "HOME": str(tmp_path)}, system)
    if isinstance(problem, Problem):
        assert problem.code == "O10"
        assert "libreoffice.org" in problem.hint
        assert "JIXIAO_SOFFICE" in problem.hint
