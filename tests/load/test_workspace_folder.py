"""The settings of a workspace, and its own templates, of which none may be passed over."""

import pytest

from generator.load.workspace_folder import read_workspace


@pytest.mark.parametrize(
    "folder", ["schemes", "labels", "wording", "wording/rules", "text/某单位", "docx", "forms"]
)
def test_own_templates_that_cannot_be_looked_into_are_told(workspace, closed, folder):
    (workspace / "templates" / folder).mkdir(parents=True)
    assert read_workspace(workspace)[1] == ()
    closed(folder)
    (problem,) = read_workspace(workspace)[1]
    assert problem.stops
    assert folder in problem.message
    assert "没有权限" in problem.message


@pytest.mark.parametrize("command", ["check", "build", "summary -o 汇总.xlsx", "score", "lint"])
def test_no_command_works_by_the_program_s_own_where_ours_are_closed(
    dossier, run, closed, workspace, command
):
    folder = dossier()
    (workspace / "templates" / "schemes").mkdir(parents=True)
    closed("schemes")
    name, *options = command.split()
    code, out, err = run(name, folder, *options)
    assert code == 1
    assert "schemes" in out + err
