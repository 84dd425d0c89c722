"""A build that reads its own files back: nothing is left to complain of, and a bad template is caught."""

import shutil

import docx
import pytest

from tests.conftest import ROOT

EXAMPLES = sorted(path.name for path in (ROOT / "inputs").iterdir() if path.is_dir())


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_have_no_problem_that_they_do_not_accept(name, run, tmp_path):
    code, out, _ = run("build", ROOT / "inputs" / name, "-o", tmp_path, "--strict")
    assert code == 0, out
    assert [line for line in out.splitlines() if line.startswith(str(tmp_path))] == []


@pytest.fixture
def template(workspace):
    """A copy of the packaged form that prints something else for what was spent."""
    folder = workspace / "templates" / "docx"
    folder.mkdir(parents=True)
    path = folder / "project-form.docx"
    shutil.copy(ROOT / "templates" / "docx" / "project-form.docx", path)

    def change(old, new):
        document = docx.Document(str(path))
        runs = [
            run
            for table in document.tables
            for row in table.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
            for run in paragraph.runs
            if old in run.text
        ]
        assert runs
        runs[0].text = runs[0].text.replace(old, new)
        document.save(str(path))

    return change


def test_a_template_that_changes_a_figure_is_caught(dossier, run, template):
    template("{{ form.spent }}", "{{ form.spent }}0")
    folder = dossier()
    assert run("build", folder)[0] == 0
    code, out, _ = run("build", folder, "--strict")
    assert code == 1
    assert "A04" in out
    assert "X09" in out


def test_a_form_that_prints_fewer_places_is_no_other_figure(dossier, run, workspace):
    form = 'template = "project-form.docx"\nfor = "project"\nbasis = "form"\n'
    scheme = (ROOT / "templates/schemes/mof-2020.toml").read_text(encoding="utf-8")
    assert form in scheme
    places = "".join(
        f'[document.print.numbers."{name}"]\nplaces = 0\n'
        for name in ("form.total", "form.execution_score", "indicators.score")
    )
    folder = workspace / "templates" / "schemes"
    folder.mkdir(parents=True)
    own = scheme.replace(form, f"{form}{places}", 1)
    (folder / "mof-2020.toml").write_text(own, encoding="utf-8")
    _, out, _ = run("build", dossier(), "--strict")
    assert "检查了 1 份填报" in out
    assert "X09" not in out


def test_a_sound_build_is_as_quiet_as_before(dossier, run):
    code, out, err = run("build", dossier(), "--strict")
    assert code == 0, out
    assert "重建 1" in err
    assert "没有发现问题" in out


def test_a_strict_build_of_what_did_not_change_audits_all_the_same(dossier, run, template):
    template("{{ form.spent }}", "{{ form.spent }}0")
    folder = dossier()
    run("build", folder)
    code, _, err = run("build", folder, "--strict")
    assert code == 1
    assert "未变 1" in err


def test_a_sentence_in_the_place_of_a_value_is_no_value_that_cannot_be_compared(dossier, run):
    told = 'actual = "20500册"\nactual-text = "全年各批图书均已购置上架。"\n'
    folder = dossier(
        change={'actual = "20500册"\n': told, '{{ indicator("购书册数").actual }}': ""}
    )
    code, out, _ = run("build", folder, "--strict")
    assert "C07" not in out
    assert code == 0, out
