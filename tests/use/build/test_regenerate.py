"""Building again: only what changed, nothing that somebody edited, whatever happens in between."""

import json
import os
import subprocess
import sys
import threading

import docx
import pytest

from generator.base.locking import LockedError, locked
from tests.conftest import PROJECT, ROOT


@pytest.fixture
def outputs(workspace):
    return workspace / "outputs" / "library-2023"


def files(outputs):
    return sorted(path.name for path in outputs.glob("*.docx"))


def only(outputs):
    (path,) = outputs.glob("*.docx")
    return path


def edit(path, old="为全县读者购置图书。", new="为全县读者和学生购置图书。"):
    """Change some words, as a person would in Word."""
    document = docx.Document(str(path))
    changed = False
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if old.rstrip("。") in run.text:
                run.text = run.text.replace(old.rstrip("。"), new.rstrip("。"))
                changed = True
    assert changed
    document.save(str(path))


def resave(path):
    """Save a file again without changing a word."""
    docx.Document(str(path)).save(str(path))


def words(path):
    return "".join(p.text for p in docx.Document(str(path)).paragraphs)


def everything(folder):
    """All files of a folder and below it, with the time of their last change."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in found}


SECOND = PROJECT.replace("图书购置", "设备更新").replace("100", "50").replace("95", "45")


class TestOnlyWhatChanged:
    def test_a_second_build_does_nothing_and_says_so(self, dossier, run, outputs):
        folder = dossier()
        _, _, err = run("build", folder)
        assert "重建 1" in err
        before = everything(outputs)
        _, _, err = run("build", folder)
        assert "未变 1" in err
        assert "重建" not in err
        assert everything(outputs) == before

    def test_only_the_document_of_the_changed_project_is_written(self, dossier, run):
        folder = dossier(devices=SECOND)
        run("build", folder)
        dossier(devices=SECOND.replace("读者购置图书", "读者更新设备"))
        _, _, err = run("build", folder)
        assert "未变 1 · 重建 1" in err

    def test_a_touched_file_is_no_change(self, dossier, run):
        folder = dossier()
        run("build", folder)
        os.utime(folder / "books.toml", (1, 1))
        assert "未变 1" in run("build", folder)[2]

    @pytest.mark.parametrize("pack", ["templates/text/self-evaluation/overview.j2", "jixiao.toml"])
    def test_a_changed_pack_or_setting_is_a_change(self, dossier, run, workspace, pack):
        folder = dossier()
        run("build", folder)
        path = workspace / pack
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "[style]\nline = 28\n" if pack == "jixiao.toml" else "另一种写法。\n"
        path.write_text(text, encoding="utf-8")
        assert "重建 1" in run("build", folder)[2]

    def test_problems_are_told_again_although_nothing_is_built(self, dossier, run):
        folder = dossier(change={'reason = "新馆推迟开放。"\n': ""})
        _, first, _ = run("build", folder)
        _, second, err = run("build", folder)
        assert "C02" in first
        assert second == first
        assert "未变 1" in err

    def test_a_missing_file_is_written_again(self, dossier, run, outputs):
        folder = dossier()
        run("build", folder)
        only(outputs).unlink()
        assert "重建 1" in run("build", folder)[2]
        assert only(outputs)

    def test_files_of_removed_inputs_are_reported_and_not_deleted(self, dossier, run, outputs):
        folder = dossier(devices=SECOND)
        run("build", folder)
        (folder / "devices.toml").unlink()
        _, out, _ = run("build", folder)
        assert "O05" in out
        assert len(files(outputs)) == 2


class TestHandEdits:
    def test_an_edited_file_stays_and_the_new_version_lies_beside(self, dossier, run, outputs):
        folder = dossier()
        run("build", folder)
        path = only(outputs)
        edit(path)
        mine = path.read_bytes()
        dossier(change={"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"})
        code, out, err = run("build", folder)
        assert code == 0
        assert "O03" in out
        assert "重建 1 · 手工修改保留 1" in err
        assert path.read_bytes() == mine
        assert "96万元" in words(path.with_name(f"{path.stem}（新版）.docx"))

    def test_the_new_version_is_replaced_by_the_next_build(self, dossier, run, outputs):
        folder = dossier()
        run("build", folder)
        edit(only(outputs))
        for spent in ("96", "97"):
            dossier(
                change={"spent = 95\n": f"spent = {spent}\n", "spent = 95 }": f"spent = {spent} }}"}
            )
            run("build", folder)
        assert len(files(outputs)) == 2
        assert "97万元" in words(outputs / files(outputs)[1])

    def test_a_new_version_that_was_edited_is_not_overwritten_either(self, dossier, run, outputs):
        folder = dossier()
        run("build", folder)
        edit(only(outputs))
        for spent in ("96", "97"):
            dossier(
                change={"spent = 95\n": f"spent = {spent}\n", "spent = 95 }": f"spent = {spent} }}"}
            )
            run("build", folder)
            if spent == "96":
                edit(outputs / files(outputs)[1])
        assert len(files(outputs)) == 3

    def test_nothing_lies_beside_when_there_is_nothing_new_to_say(self, dossier, run, outputs):
        folder = dossier()
        run("build", folder)
        edit(only(outputs))
        assert "手工修改保留 1" in run("build", folder)[2]
        assert len(files(outputs)) == 1

    def test_a_file_that_was_only_saved_again_gets_the_new_figures_in_place(
        self, dossier, run, outputs
    ):
        folder = dossier()
        run("build", folder)
        path = only(outputs)
        resave(path)
        saved = path.read_bytes()
        assert "版式改动保留 1" in run("build", folder)[2]
        assert path.read_bytes() == saved
        dossier(change={"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"})
        assert "版式改动保留 1" in run("build", folder)[2]
        assert "96万元" in words(path)
        assert only(outputs) == path

    def test_refuse_writes_nothing_at_all(self, dossier, run, outputs):
        folder = dossier(devices=SECOND)
        run("build", folder)
        edit(outputs / files(outputs)[0])
        before = {p.name: p.read_bytes() for p in outputs.glob("*.docx")}
        dossier(
            change={"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"},
            devices=SECOND.replace("读者购置图书", "读者更新设备"),
        )
        code, out, _ = run("build", folder, "--on-edited", "refuse")
        assert code == 1
        assert "O04" in out
        assert {p.name: p.read_bytes() for p in outputs.glob("*.docx")} == before

    def test_a_foreign_file_of_the_same_name_is_not_overwritten(self, dossier, run, outputs):
        folder = dossier()
        outputs.mkdir(parents=True)
        own = outputs / "01 某县图书馆2023年图书购置绩效自评报告.docx"
        own.write_bytes(b"not a word file")
        code, out, _ = run("build", folder)
        assert code == 0
        assert "O03" in out
        assert own.read_bytes() == b"not a word file"


class TestWhateverHappens:
    def test_files_of_a_build_that_was_cut_off_are_known_as_ours(
        self, dossier, run, outputs, monkeypatch
    ):
        folder = dossier()
        run("build", folder)
        dossier(change={"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"})
        from generator.use.build.build_record import BuildRecord

        def fail(*_):
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(BuildRecord, "write", fail)
            run("build", folder)
        assert "96万元" in words(only(outputs))
        dossier(change={"spent = 95\n": "spent = 97\n", "spent = 95 }": "spent = 97 }"})
        code, out, err = run("build", folder)
        assert code == 0
        assert "O03" not in out
        assert "重建 1" in err
        assert "97万元" in words(only(outputs))

    def test_a_damaged_record_makes_everything_built_anew_and_nothing_lost(
        self, dossier, run, outputs
    ):
        folder = dossier()
        run("build", folder)
        (outputs / ".jixiao-manifest.json").write_text("{", encoding="utf-8")
        code, _, err = run("build", folder)
        assert code == 0
        assert "未变 1" in err

    @pytest.mark.parametrize(
        "damage", [{"files": 3}, {"files": [{}]}, {"states": []}, {"told": {"usual": [[1]]}}]
    )
    def test_a_record_of_another_shape_is_survived(self, dossier, run, outputs, damage):
        folder = dossier()
        run("build", folder)
        path = outputs / ".jixiao-manifest.json"
        data = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps({**data, **damage}), encoding="utf-8")
        assert run("build", folder)[0] == 0

    def test_two_builds_at_once_leave_whole_files(self, dossier, workspace, outputs):
        folder = dossier()
        command = [sys.executable, "-m", "generator", "build", str(folder), "--quiet"]
        root = str(ROOT)
        runs = [
            subprocess.Popen(command, env={**os.environ, "PYTHONPATH": root}, cwd=workspace)
            for _ in range(3)
        ]
        assert [one.wait(timeout=60) for one in runs] == [0, 0, 0]
        assert "95万元" in words(only(outputs))

    def test_whoever_waits_too_long_for_the_lock_is_told(self, tmp_path):
        held, done = threading.Event(), threading.Event()

        def hold():
            with locked(tmp_path):
                held.set()
                done.wait(10)

        holder = threading.Thread(target=hold)
        holder.start()
        held.wait(10)
        try:
            with pytest.raises(LockedError), locked(tmp_path, patience=0.1):
                pass
        finally:
            done.set()
            holder.join()

    def test_a_full_disk_leaves_the_earlier_file(self, dossier, run, outputs, monkeypatch):
        folder = dossier()
        run("build", folder)
        before = only(outputs).read_bytes()
        dossier(change={"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"})
        import errno

        def full(*_):
            raise OSError(errno.ENOSPC, "no space")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            code, out, _ = run("build", folder)
        assert code == 1
        assert "磁盘已满" in out
        assert only(outputs).read_bytes() == before
        assert run("build", folder)[0] == 0
        assert "96万元" in words(only(outputs))
