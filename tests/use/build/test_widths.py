"""Columns that fit what stands in them, in the files of a dossier."""

import docx
import pytest
from docx.oxml.ns import qn

from tests.conftest import PROJECT, UNIT

ALONE = UNIT.replace("[unit]", 'documents = ["form"]\n[unit]')
OTHER = PROJECT.replace('name = "图书购置"', 'name = "报刊购置"')
LONG = "各分馆的报刊按季度订购，读者提出的意见件件有回音、事事有着落。" * 4
LONG_OTHER = OTHER.replace(
    "到馆人次增长率", "各分馆到馆阅览报刊的人次比上一年度增长的比率"
).replace('reason = "新馆推迟开放。"', f'reason = "{LONG}"')


def widths(path):
    return [
        tuple(int(column.w) for column in table._tbl.tblGrid.gridCol_lst)
        for table in docx.Document(str(path)).tables
    ]


def texts(path):
    """Return the words of tables, in their order; a merged cell says them once."""
    tables = docx.Document(str(path)).tables
    return ["".join(node.text or "" for node in table._tbl.iter(qn("w:t"))) for table in tables]


@pytest.fixture(name="files")
def fixture_files(workspace):
    def found():
        return sorted((workspace / "outputs" / "library-2023").glob("*.docx"))

    return found


def test_projects_of_a_dossier_share_their_widths(dossier, run, files):
    assert run("build", dossier(unit=ALONE, other=OTHER))[0] == 0
    before = [widths(path) for path in files()]
    assert before[0] == before[1]
    assert run("build", dossier(unit=ALONE, other=LONG_OTHER))[0] == 0
    after = [widths(path) for path in files()]
    assert after[0] == after[1] != before[0]


def test_a_workspace_may_keep_the_widths_of_its_templates(dossier, run, files, workspace):
    folder = dossier(unit=ALONE, other=LONG_OTHER)
    (workspace / "jixiao.toml").write_text('layout = "fixed"\n', encoding="utf-8")
    assert run("build", folder)[0] == 0
    fixed = [widths(path) for path in files()]
    said = [texts(path) for path in files()]
    (workspace / "jixiao.toml").write_text('layout = "fitted"\n', encoding="utf-8")
    assert run("build", folder)[0] == 0
    assert [widths(path) for path in files()] != fixed
    assert [texts(path) for path in files()] == said


def test_another_layout_is_told(dossier, run, workspace):
    (workspace / "jixiao.toml").write_text('layout = "wide"\n', encoding="utf-8")
    code, output = run("build", dossier(unit=ALONE))[:2]
    assert code != 0
    assert "fitted" in output


def test_a_copy_to_hand_in_looks_the_same(dossier, run, files, tmp_path):
    folder = dossier(unit=ALONE, other=LONG_OTHER)
    assert run("build", folder)[0] == 0
    assert run("build", folder, "--clean", "-o", tmp_path / "clean")[0] == 0
    clean = sorted((tmp_path / "clean").rglob("*.docx"))
    assert [widths(path) for path in clean] == [widths(path) for path in files()]


def test_other_widths_are_nothing_new_for_a_file_that_a_person_edited(dossier, run, files):
    assert run("build", dossier(unit=ALONE, other=OTHER))[0] == 0
    own = next(path for path in files() if "图书" in path.name)
    document = docx.Document(str(own))
    document.paragraphs[-1].add_run("（另附说明）")
    document.save(str(own))
    before = own.read_bytes()
    assert run("build", dossier(unit=ALONE, other=LONG_OTHER))[0] == 0
    assert own.read_bytes() == before
    assert len(files()) == 2
    other = next(path for path in files() if "报刊" in path.name)
    assert widths(other) != widths(own)


def test_a_person_keeps_own_widths_when_new_figures_come(dossier, run, files):
    assert run("build", dossier(unit=ALONE))[0] == 0
    (own,) = files()
    document = docx.Document(str(own))
    for table in document.tables:
        columns = table._tbl.tblGrid.gridCol_lst
        columns[-1].w, columns[-2].w = columns[-1].w - 200, columns[-2].w + 200
    document.save(str(own))
    chosen = widths(own)
    assert run("build", dossier(ALONE, change={"20500册": "20600册"}))[0] == 0
    assert widths(own) == chosen
    assert any("20600" in words for words in texts(own))


def test_pull_finds_nothing_where_only_widths_changed(dossier, run, files):
    folder = dossier(unit=ALONE)
    assert run("build", folder)[0] == 0
    (own,) = files()
    document = docx.Document(str(own))
    for column in document.tables[0]._tbl.tblGrid.gridCol_lst:
        column.w += 10
    document.save(str(own))
    code, _, told = run("pull", own)
    assert code == 0
    assert "没有可取回的改动" in told
