"""What becomes of a person's file when the program itself fails at it: that file only, and not in silence."""

import errno
from pathlib import Path

import docx
import pytest

from generator.roundtrip import carried_steps, file_owner, merge

SPENT = {"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"}


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


@pytest.fixture
def edited(dossier, run, outputs):
    """A built dossier in which somebody wrote a sentence, and the inputs moved on."""
    folder = dossier()
    assert run("build", folder)[0] == 0
    (path,) = outputs.glob("*.docx")
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run("手写的话。")
    document.save(str(path))
    dossier(change=SPENT)
    return folder, path


def fail(*_arguments, **_named):
    raise IndexError("boom")


def log_of(err: str) -> str:
    return Path(err.rsplit("：", 1)[1].strip()).read_text(encoding="utf-8")


def test_a_fault_at_one_file_leaves_it_and_writes_the_new_version_beside(
    edited, run, outputs, monkeypatch
):
    folder, path = edited
    before = path.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(merge, "merge", fail)
        code, out, err = run("build", folder, "--on-edited", "merge")
    assert code == 3  # a fault of ours is never told as success
    assert path.read_bytes() == before
    assert f"{path.name}: 警告 O07" in out
    assert "程序内部出错（IndexError）" in out
    assert "Traceback" not in out + err
    assert "boom" in log_of(err)
    (beside,) = outputs.glob("*（新版）.docx")
    assert "96万元" in "".join(p.text for p in docx.Document(str(beside)).paragraphs)
    code, out, _ = run("build", folder, "--on-edited", "merge")
    assert code == 0, out
    said = "".join(p.text for p in docx.Document(str(path)).paragraphs)
    assert "96万元" in said
    assert "手写的话。" in said


@pytest.mark.parametrize("mode", [(), ("--on-edited", "keep"), ("--on-edited", "merge")])
def test_a_file_that_cannot_be_compared_stops_no_build(edited, run, outputs, monkeypatch, mode):
    from generator.roundtrip import same_words

    folder, path = edited
    before = path.read_bytes()
    monkeypatch.setattr(same_words, "says_the_same", fail)
    for _ in range(2):
        code, out, _ = run("build", folder, *mode)
        assert code == 3
        assert "O07" in out
        assert path.read_bytes() == before
        assert len(list(outputs.glob("*（新版）.docx"))) == 1


@pytest.mark.parametrize("mode", [(), ("--on-edited", "keep"), ("--on-edited", "merge")])
def test_a_file_that_cannot_be_read_is_not_called_edited(edited, run, outputs, monkeypatch, mode):
    folder, path = edited
    before, really = path.read_bytes(), file_owner.read_regular

    def read(asked):
        if asked == path:
            raise OSError(errno.EIO, "Input/output error", str(asked))
        return really(asked)

    monkeypatch.setattr(file_owner, "read_regular", read)
    code, out, _ = run("build", folder, *mode)
    assert code == 1
    assert f"{path.name}”读不了或写不了：磁盘读写出错" in out
    assert "不知道是不是有人改过" in out
    assert path.read_bytes() == before
    assert len(list(outputs.glob("*（新版）.docx"))) == 1


def test_a_fault_while_carrying_into_the_bundle_is_named(dossier, run, outputs, monkeypatch):
    documents = 'documents = ["report", "form"]\n'
    folder = dossier(change={"[unit]": f"{documents}[unit]"})
    assert run("build", folder)[0] == 0
    path = next(p for p in outputs.glob("*.docx") if "报告" in p.name)
    singles = set(outputs.glob("*.docx"))
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run("手写的话。")
    document.save(str(path))
    dossier(change={"[unit]": f"{documents}bundle = true\n[unit]"})
    monkeypatch.setattr(carried_steps, "carry", fail)
    code, out, err = run("build", folder, "--on-edited", "merge")
    assert code == 3
    (bundle,) = set(outputs.glob("*.docx")) - singles
    assert f"{path.name}: 警告 O07" in out
    assert f"里面的改动没有带进 {bundle.name}" in out
    assert "boom" in log_of(err)


def test_a_fault_while_redlining_leaves_the_documents_written(edited, run, outputs, monkeypatch):
    from generator.word.redline import redlined

    folder, path = edited
    before = path.read_bytes()
    monkeypatch.setattr(redlined, "redline", fail)
    code, out, err = run("build", folder, "--redline")
    assert code == 3
    assert "O07" in out
    assert "没有写修订稿" in out
    assert path.read_bytes() == before
    assert len(list(outputs.glob("*（新版）.docx"))) == 1
    assert "boom" in log_of(err)
