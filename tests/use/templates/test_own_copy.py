"""Packaged templates in the own folder: with what belongs to them, and never over anything."""

import pytest

from generator.load.packaged import packaged_templates


def test_a_template_is_copied_and_used_as_it_is(run, workspace, dossier):
    folder = dossier()
    run("build", folder)
    (path,) = (workspace / "outputs").rglob("*.docx")
    before = path.read_bytes()
    code, out, _ = run("templates", "copy", "project-form")
    own = workspace / "templates" / "docx" / "project-form.docx"
    assert code == 0
    assert "project-form.docx" in out
    assert own.read_bytes() == (packaged_templates() / "docx" / own.name).read_bytes()
    run("build", folder)
    assert path.read_bytes() == before  # a mere copy looks like the packaged one


def test_a_second_copy_changes_nothing(run, workspace):
    run("templates", "copy", "project-form")
    code, out, _ = run("templates", "copy", "project-form")
    assert code == 0
    assert "已有一样的" in out


def test_what_lies_there_is_not_overwritten(run, workspace):
    own = workspace / "templates" / "docx" / "project-form.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"mine")
    code, out, _ = run("templates", "copy", "project-form.docx")
    assert code == 1
    assert "O02" in out
    assert own.read_bytes() == b"mine"


def test_a_scheme_brings_what_it_prints(run, workspace):
    assert run("templates", "copy", "mof-2020")[0] == 0
    own = workspace / "templates"
    assert (own / "schemes" / "mof-2020.toml").is_file()
    assert (own / "docx" / "report.docx").is_file()
    assert list((own / "text").glob("*/*.toml"))
    assert run("schemes")[0] == 0


@pytest.mark.parametrize("id", ["project-forn", "../docx/report", "..", ""])
def test_an_unknown_id_is_told(run, workspace, id):
    code, out, _ = run("templates", "copy", id)
    assert code == 1
    assert "T03" in out
    assert not (workspace / "templates").exists()


def test_the_nearest_id_is_named(run, workspace):
    assert "project-form" in run("templates", "copy", "project-forn")[1]


def test_without_a_workspace_there_is_no_place(run, workspace):
    (workspace / "jixiao.toml").unlink()
    code, out, _ = run("templates", "copy", "report")
    assert code == 1
    assert "jixiao.toml" in out
