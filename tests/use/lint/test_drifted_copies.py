"""Lint of a dossier with a copy of a sentence that is taken by name: scored only then, and mended."""

import pytest

from generator.base.toml_patch import patch_toml
from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.library import Library
from generator.use.lint.lint import lint
from generator.use.lint.rulebook import Rulebook
from generator.wording.engine import Linter
from tests.conftest import PROJECT, UNIT

BOOK = Rulebook(Linter((), ()), (), (), ())
OWN = """
[[snippet]]
name = "支出情况"
text = "全年预算安排{{ funds.budget }}，实际支出{{ funds.spent }}，执行进度与计划一致。"
"""
COPY = "全年预算共安排100万元，实际支出95万元，执行进度与计划一致。"


@pytest.fixture
def write_own(workspace):
    def write(text):
        folder = workspace / "templates" / "text" / "snippets"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "own.toml").write_text(text, encoding="utf-8")

    return write


def test_a_copy_becomes_a_quotation_and_prints_the_sentence(dossier, write_own):
    write_own(OWN)
    folder = dossier(change={"为全县读者购置图书。": f"{COPY}图书已经上架。"})
    library = Library(find_workspace(folder)[0])
    linted = lint([folder], library, BOOK)
    (edit,) = linted.edits
    text = patch_toml(edit.file.text, [edit.change]).text
    assert "\"{{ snippet('支出情况') }}图书已经上架。\"" in text
    edit.file.path.write_text(text, encoding="utf-8")
    assert lint([folder], library, BOOK).problems == ()
    assert not [p for p in examine(folder, library).problems if p.code == "I20"]


def test_what_is_wrong_with_ones_own_sentences_is_told(dossier, write_own):
    write_own('[[snippet]]\nname = "甲"\ntext = "支出{{ funds"\n')
    folder = dossier(change={"为全县读者购置图书。": "{{ snippet('甲') }}"})
    library = Library(find_workspace(folder)[0])
    said = {p.code for p in lint([folder], library, BOOK).problems}
    assert {"T01", "I20"} <= said
    assert {"T01", "I20"} <= {p.code for p in examine(folder, library).problems}


def test_a_report_over_some_projects_says_their_sums(dossier, write_own):
    sums = "各项目全年共支出{{ total('spent') }}，执行进度与年初计划一致。"
    write_own(f"[[snippet]]\nname = '合计'\ntext = \"{sums}\"\n")
    copy = "各项目全年总共支出95万元，执行进度与年初计划一致。"
    report = (
        f"\n[[report]]\nid = 'all'\ntitle = '报告'\nprojects = ['books']\ntext.work = '{copy}'\n"
    )
    folder = dossier(UNIT + report, more=PROJECT.replace("图书购置", "报刊购置"))
    (edit,) = lint([folder], Library(find_workspace(folder)[0]), BOOK).edits
    assert edit.change.text == '{{ snippet("合计") }}'
