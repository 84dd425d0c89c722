"""What a template leaves out of the data weighs as the workspace says; what is broken stays broken."""

import docx
import pytest

from generator.base.problem import Place, Problem, Severity
from generator.load.packaged import packaged_templates
from generator.use.check.acceptance import weigh

LOOP = '{% for row in rows.indicators|of("没有的类别") %}{{ row.name }}{% endfor %}'


@pytest.fixture
def own_form(workspace):
    """Put a form of the workspace's own in the place of the packaged one; give what adds a line to it."""
    folder = workspace / "templates" / "docx"
    folder.mkdir(parents=True)

    def write(line: str) -> None:
        document = docx.Document(str(packaged_templates() / "docx" / "project-form.docx"))
        document.add_paragraph(line)
        document.save(str(folder / "project-form.docx"))

    return write


def weighed(workspace, code: str, severity: str) -> None:
    (workspace / "jixiao.toml").write_text(f'[severity]\n{code} = "{severity}"\n', "utf-8")


def test_what_is_left_out_is_a_warning_by_itself(own_form, dossier, run):
    own_form(LOOP)
    code, out, _ = run("build", dossier())
    assert code == 0
    assert "警告 T08" in out


@pytest.mark.parametrize(
    ("severity", "told", "is_written"), [("note", "提示 T08", True), ("error", "错误 T08", False)]
)
def test_the_workspace_weighs_it_anew(
    own_form, dossier, run, workspace, severity, told, is_written
):
    own_form(LOOP)
    weighed(workspace, "T08", severity)
    code, out, _ = run("build", dossier())
    assert told in out
    assert (code == 0) is is_written
    assert bool(list((workspace / "outputs").rglob("*.docx"))) is is_written


def test_a_draft_is_written_nevertheless(own_form, dossier, run, workspace):
    own_form(LOOP)
    weighed(workspace, "T08", "error")
    run("build", "--draft", dossier())
    assert list((workspace / "outputs").rglob("*.docx"))


def test_a_template_that_is_broken_cannot_be_weighed_away(own_form, dossier, run, workspace):
    own_form("{{ form.spend }}")
    weighed(workspace, "T02", "note")
    code, out, _ = run("build", dossier())
    assert code == 1
    assert "错误 T02" in out


@pytest.mark.parametrize(
    ("code", "is_weighed"),
    [("T07", False), ("T08", True), ("T09", True), ("T10", True), ("O04", False), ("C02", True)],
)
def test_which_codes_may_be_weighed(code, is_weighed):
    problem = Problem(code, Severity.WARNING, "甲", Place("a"))
    (told,) = weigh([problem], {code: "note"})
    assert (told.severity is Severity.NOTE) is is_weighed
