"""A folder built by 0.1.0 is built on: what nobody touched is ours, what a person edited is theirs.

``folder-0.1.0/`` holds inputs of our own with what version 0.1.0 (commit 44bf52a) wrote of them:
``untouched/`` as it was written, ``edited/`` with one of its two files edited and saved by python-docx.
"""

import json
import re
import shutil
from pathlib import Path

import docx
import pytest

HERE = Path(__file__).resolve().parent / "folder-0.1.0"
UNIT = "archive-2023"
THEIRS = ("民国三年以来的全部卷宗", "另请修复师两名驻馆。")


@pytest.fixture
def old(tmp_path, monkeypatch):
    """Copy one of the folders and change what its first project spent."""

    def take(name: str, *, is_changed: bool = True) -> Path:
        root = tmp_path / name
        shutil.copytree(HERE / name, root)
        monkeypatch.chdir(root)
        if is_changed:
            file = root / "inputs" / UNIT / "digitising.toml"
            text = file.read_text(encoding="utf-8")
            assert text.count("spent = 61.5") == 2
            file.write_text(text.replace("spent = 61.5", "spent = 62.4"), encoding="utf-8")
        return root / "outputs" / UNIT

    return take


def files_in(outputs: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(outputs.glob("*.docx"))}


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def counts(err: str) -> str:
    return err.split("：", 1)[1].splitlines()[0]


def test_the_kept_record_is_of_0_1_0():
    for name in ("untouched", "edited"):
        record = HERE / name / "outputs" / UNIT / ".jixiao-manifest.json"
        data = json.loads(record.read_text(encoding="utf-8"))
        assert (data["format"], data["program"]) == (5, "0.1.0")


def test_a_file_that_nobody_touched_is_rebuilt_in_its_place(old, run):
    outputs = old("untouched")
    before = files_in(outputs)
    code, out, err = run("build", "inputs")
    assert code == 0
    assert counts(err) == "重建 1"
    assert "新版" not in out + err
    after = files_in(outputs)
    assert after.keys() == before.keys()
    (name,) = after
    assert "62.4万元" in words_of(outputs / name)
    assert "61.5万元" not in words_of(outputs / name)


def test_the_change_is_told_against_the_old_record(old, run):
    old("untouched")
    _, _, err = run("build", "inputs")
    assert "馆藏档案数字化 · 全年执行数　61.5万元 → 62.4万元" in err


def test_without_a_change_no_new_version_appears_either(old, run):
    outputs = old("untouched", is_changed=False)
    before = files_in(outputs).keys()
    assert run("build", "inputs")[0] == 0
    assert files_in(outputs).keys() == before
    _, _, err = run("build", "inputs")
    assert counts(err) == "未变 1"


def test_the_edited_file_is_a_persons_and_the_other_one_ours(old, run):
    outputs = old("edited")
    edited, other = sorted(outputs.glob("*.docx"))
    before = edited.read_bytes()
    _, out, err = run("build", "inputs")
    assert edited.read_bytes() == before
    assert "O03" in out
    assert "手工修改保留 1" in counts(err)
    beside = set(files_in(outputs)) - {edited.name, other.name}
    assert beside == {f"{edited.stem}（新版）.docx"}
    assert "62.4万元" in words_of(outputs / beside.pop())


def test_the_edited_file_of_another_project_is_left_alone_too(old, run):
    outputs = old("edited", is_changed=False)
    file = outputs.parent.parent / "inputs" / UNIT / "storeroom.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub("spent = 61.5", "spent = 60.8", text), encoding="utf-8")
    edited, other = sorted(outputs.glob("*.docx"))
    before = edited.read_bytes()
    run("build", "inputs")
    assert edited.read_bytes() == before
    assert "60.8万元" in words_of(other)
    assert not list(outputs.glob("02*新版*"))


def test_refuse_writes_nothing_over_it(old, run):
    outputs = old("edited")
    before = files_in(outputs)
    code, out, _ = run("build", "inputs", "--on-edited", "refuse")
    assert code == 1
    assert "O04" in out
    assert files_in(outputs) == before


def test_merge_keeps_their_words_and_brings_the_new_figures(old, run):
    outputs = old("edited")
    edited = sorted(outputs.glob("*.docx"))[0]
    run("build", "inputs", "--on-edited", "merge")
    words = words_of(edited)
    assert all(mine in words for mine in THEIRS)
    assert "62.4万元" in words


def test_what_they_wrote_can_be_pulled(old, run):
    outputs = old("edited", is_changed=False)
    edited = sorted(outputs.glob("*.docx"))[0]
    assert run("pull", edited, "--apply")[0] == 0
    file = outputs.parent.parent / "inputs" / UNIT / "digitising.toml"
    assert THEIRS[0] in file.read_text(encoding="utf-8")


def test_next_year_names_the_edited_file(old, run):
    outputs = old("edited", is_changed=False)
    _, out, _ = run("init", "inputs/archive-2024", "--from", f"inputs/{UNIT}")
    named = [line for line in out.splitlines() if "jixiao pull" in line]
    assert len(named) == 1
    assert sorted(outputs.glob("*.docx"))[0].name in named[0]
