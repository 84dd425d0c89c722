"""Every named edit, with every way to go on: the person's words are there, every figure is the new one."""

import re
import tomllib

import docx
import pytest

from generator.word.package import read_parts
from generator.word.xml import W, parse
from tests.roundtrip.edits import EDITS, Edit
from tests.word.samples import assert_valid

LONG = {
    'overview = "为全县读者购置图书。"': (
        'overview = """为全县读者购置图书。\n全年支出{{ funds.spent }}，图书送到每个乡镇。"""'
    )
}
SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}
STORY = re.compile(r"word/(document|header\d*|footer\d*|comments|footnotes)\.xml")
NAMES = pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def words(path) -> str:
    """Return all words of a file: text, headers, footers, notes, comments."""
    parts = read_parts(path.read_bytes())
    texts = (parse(data) for name, data in parts.items() if STORY.fullmatch(name))
    return "".join(node.text or "" for root in texts for node in root.iter(f"{W}t"))


def only(outputs):
    (path,) = outputs.glob("*.docx")
    return path


@pytest.fixture
def edited(dossier, run, outputs):
    """Build a dossier, let somebody edit its file, and change a figure of the inputs."""

    def make(edit: Edit, *, moves: bool = True):
        folder = dossier(change=LONG)
        assert run("build", folder)[0] == 0
        path = only(outputs)
        document = docx.Document(str(path))
        edit.do(document)
        document.save(str(path))
        if moves:
            dossier(change={**LONG, **SPENT})
        return folder, path

    return make


def test_there_are_at_least_twenty_five():
    assert len(EDITS) >= 25
    assert len({edit.name for edit in EDITS}) == len(EDITS)


@NAMES
def test_merge_keeps_the_words_and_brings_the_figures(edited, run, edit, tmp_path):
    folder, path = edited(edit)
    code, out, _ = run("build", folder, "--on-edited", "merge")
    assert code == 0, out
    assert_valid(path.read_bytes(), tmp_path)
    said = words(path)
    if edit.is_an_edit:
        assert [kept for kept in edit.kept if kept not in said] == []
        assert [gone for gone in edit.gone if gone in said] == []
    assert "96万元" in said
    assert "95万元" not in said
    assert len(list(path.parent.glob("*.docx"))) == 1


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


@NAMES
def test_pull_never_harms_the_inputs(edited, run, edit):
    folder, path = edited(edit, moves=False)
    mine = words(path)
    code, _, err = run("pull", path, "--apply")
    assert code == 0, err
    for file in folder.glob("*.toml"):
        tomllib.loads(file.read_text(encoding="utf-8"))
    code, out, _ = run("build", folder, "--on-edited", "merge")
    assert code == 0, out
    said = words(path)
    if not edit.touches_figure and edit.is_an_edit:
        assert [kept for kept in edit.kept if kept not in said] == []
    assert len(said) >= len(mine) * 0.9
