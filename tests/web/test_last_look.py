"""What the overview said is there at once after a new start, and never when it no longer holds."""

import pytest

from generator.web.last_look import LastLook
from generator.web.served import Served
from generator.web.tree import dossier_id


@pytest.fixture
def looked_at(dossier, tmp_path, monkeypatch):
    """A dossier that was looked at, and its page then ended."""
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    folder = dossier()
    served = Served(folder.parent.parent.resolve())
    summary = served.summary(dossier_id(served.root, folder), folder)
    served.last_look.keep()
    return served.root, folder, summary


def test_a_row_is_known_after_a_new_start(looked_at):
    root, folder, summary = looked_at
    assert Served(root).known_summary(folder) == summary


@pytest.mark.parametrize("changed", ["inputs", "outputs", "packs", "root"])
def test_a_row_is_worked_out_anew_when_anything_under_it_changed(looked_at, changed):
    root, folder, _ = looked_at
    if changed == "inputs":
        with (folder / "books.toml").open("a", encoding="utf-8") as file:
            file.write("# 改\n")
    elif changed == "outputs":
        outputs = Served(root).outputs(folder)
        outputs.mkdir(parents=True)
        (outputs / "自评表.docx").write_bytes(b"")
    elif changed == "packs":
        (root / "templates" / "rules").mkdir(parents=True)
        (root / "templates" / "rules" / "own.toml").write_text("", encoding="utf-8")
    served = Served(root.parent if changed == "root" else root)
    assert served.known_summary(folder) is None


def test_what_cannot_be_kept_is_no_fault(tmp_path, monkeypatch):
    monkeypatch.setenv("JIXIAO_CACHE", "off")
    look = LastLook(tmp_path)
    look.keep()
    assert look.of(tmp_path, [()]) is None
