"""Writing: a file is the old one or the new one, whatever happens."""

import errno
import os
import stat
from pathlib import Path

import pytest

from generator.base import exchange as exchanging
from generator.base import swapping
from generator.base.open_files import lock_of, open_elsewhere
from generator.base.swapping import ABSENT, digest_of
from generator.base.writing import (
    Lasting,
    clear_leftovers,
    remove_if_unchanged,
    write_atomically,
    write_text_atomically,
)


def leftovers(folder: Path) -> list[str]:
    return [p.name for p in folder.iterdir() if p.name.startswith(".jixiao-")]


def test_a_new_file_and_its_folders_are_made(tmp_path):
    path = tmp_path / "输出 一" / "报告.docx"
    assert write_atomically(path, b"new") is None
    assert path.read_bytes() == b"new"


def test_an_old_file_is_replaced(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    assert write_text_atomically(path, "新\n") is None
    assert path.read_bytes() == "新\n".encode()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "磁盘已满"),
        (PermissionError(errno.EACCES, "denied"), "关闭"),
        (OSError(errno.EIO, "broken"), "写不了"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch, error, words, step):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_args):
        raise error

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    problem = write_atomically(path, b"new")
    assert problem is not None
    assert problem.code == "O01"
    assert words in problem.message + problem.hint
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_an_interruption_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_folder_in_the_way_is_a_problem(tmp_path):
    (tmp_path / "a.txt").mkdir()
    assert write_atomically(tmp_path / "a.txt", b"new") is not None


STEPS = ["begin", "compared", "exchanged", "in place", "done"]


def save_by_renaming(path, data):
    """Save as Word does: a new file takes the name of the old one."""
    fresh = path.with_name("~WRD0001.tmp")
    fresh.write_bytes(data)
    fresh.replace(path)


def save_in_place(path, data):
    """Save as simple programs do: into the very file."""
    with path.open("r+b") as file:
        file.truncate()
        file.write(data)


@pytest.fixture(params=["exchange", "links", "copies"])
def drive(request, monkeypatch):
    """A drive that can exchange files, one with hard links only, one that can do neither."""
    if request.param != "exchange":
        monkeypatch.setattr(swapping, "exchange", lambda *_: False)
    if request.param == "copies":

        def no_links(*_):
            raise OSError(errno.EPERM, "no links")

        monkeypatch.setattr(os, "link", no_links)
    return request.param


@pytest.mark.usefixtures("drive")
class TestCompareAndSwap:
    def test_what_was_read_is_replaced(self, tmp_path):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        steps = []
        assert write_atomically(path, b"new", digest_of(path), step=steps.append) is None
        assert path.read_bytes() == b"new"
        assert steps == STEPS
        assert [p.name for p in tmp_path.iterdir()] == ["a.docx"]

    def test_what_was_not_read_stays_and_is_told(self, tmp_path):
        path = tmp_path / "a.docx"
        path.write_bytes(b"theirs")
        problem = write_atomically(path, b"new", "0" * 64)
        assert problem is not None
        assert problem.code == "O23"
        assert path.read_bytes() == b"theirs"
        assert leftovers(tmp_path) == []

    def test_a_free_name_is_taken_only_while_it_is_free(self, tmp_path):
        path = tmp_path / "a.docx"
        assert write_atomically(path, b"new", ABSENT) is None
        assert path.read_bytes() == b"new"
        assert write_atomically(path, b"newer", ABSENT) is not None
        assert path.read_bytes() == b"new"
        assert leftovers(tmp_path) == []

    @pytest.mark.parametrize("save", [save_by_renaming, save_in_place])
    @pytest.mark.parametrize("at", STEPS)
    def test_a_save_at_any_step_is_kept_and_told(self, tmp_path, save, at):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")

        def step(name):
            if name == at:
                save(path, b"saved just now")

        problem = write_atomically(path, b"new", digest_of(path), step=step)
        assert path.read_bytes() == b"saved just now"
        assert (problem is None) == (at == "done")  # then it was saved after all was over
        assert leftovers(tmp_path) == []

    @pytest.mark.parametrize("at", ["begin", "in place"])
    def test_a_save_where_nothing_lay_is_kept_and_told(self, tmp_path, at):
        path = tmp_path / "a.docx"

        def step(name):
            if name == at:
                save_by_renaming(path, b"saved just now")

        problem = write_atomically(path, b"new", ABSENT, step=step)
        assert problem is not None
        assert path.read_bytes() == b"saved just now"

    def test_two_saves_in_a_row_leave_the_later_one(self, tmp_path, monkeypatch):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        true, saves = exchanging.exchange, iter([b"first", b"second"])

        def exchange(one, other):
            save_by_renaming(path, next(saves, None) or path.read_bytes())
            return true(one, other)

        monkeypatch.setattr(swapping, "exchange", exchange)
        problem = write_atomically(path, b"new", digest_of(path))
        assert problem is not None
        assert path.read_bytes() == b"second"
        assert leftovers(tmp_path) == []

    def test_a_file_that_is_just_moved_away_is_left_to_whoever_moves_it(self, tmp_path):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")

        def step(name):
            if name == "compared":
                path.rename(tmp_path / "~WRL0001.tmp")

        assert write_atomically(path, b"new", digest_of(path), step=step) is not None
        assert not path.exists()
        assert (tmp_path / "~WRL0001.tmp").read_bytes() == b"old"
        assert leftovers(tmp_path) == []

    def test_what_a_killed_exchange_left_goes_unless_it_is_a_save(self, tmp_path):
        ours = digest_of_bytes(b"ours")[:16]
        for name, data in (("1-2", b"ours"), ("1-3", b"saved just now")):
            (tmp_path / f".jixiao-{name}-{'0' * 16}-{ours}.swap").write_bytes(data)
        clear_leftovers(tmp_path)
        (left,) = tmp_path.iterdir()
        assert left.read_bytes() == b"saved just now"


class TestRemoving:
    def test_what_was_read_is_removed(self, tmp_path):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")
        assert remove_if_unchanged(path, digest_of(path)) is None
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("save", [save_by_renaming, save_in_place])
    def test_a_save_in_between_stays(self, tmp_path, save):
        path = tmp_path / "a.docx"
        path.write_bytes(b"old")

        def step(name):
            if name == "compared":
                save(path, b"saved just now")

        assert remove_if_unchanged(path, digest_of(path), step) is not None
        assert path.read_bytes() == b"saved just now"
        assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("自评报告.docx", "~$自评报告.docx"),
        ("某县图书馆报告.docx", "~$县图书馆报告.docx"),
        ("01 某县图书馆2023年自评报告.docx", "~$ 某县图书馆2023年自评报告.docx"),
        ("自评报告.docx", ".~自评报告.docx"),
        ("自评报告.docx", ".~lock.自评报告.docx#"),
    ],
)
def test_an_open_file_is_known_by_what_the_program_lays_beside_it(tmp_path, name, lock):
    path = tmp_path / name
    path.write_bytes(b"")
    assert open_elsewhere(path) is None
    (tmp_path / lock).write_bytes(b"")
    assert lock_of(path) == tmp_path / lock
    problem = open_elsewhere(path)
    assert problem is not None
    assert problem.code == "O22"
    assert lock in problem.hint


def digest_of_bytes(data):
    import hashlib

    return hashlib.sha256(data).hexdigest()


def test_what_is_half_written_lies_aside(tmp_path):
    aside, path = tmp_path / "ours", tmp_path / "theirs" / "file"
    path.parent.mkdir()
    path.write_bytes(b"old")
    seen = []

    def step(_name):
        seen.append(sorted(p.name for p in path.parent.iterdir()))

    assert write_atomically(path, b"new", digest_of(path), aside=aside, step=step) is None
    assert path.read_bytes() == b"new"
    assert seen
    assert all(names == ["file"] for names in seen)
    assert remove_if_unchanged(path, digest_of(path), step, aside=aside) is None
    assert seen[-1] == []
    assert [*aside.iterdir()] == []


def test_on_another_drive_it_lies_beside(tmp_path, monkeypatch):
    path, true = tmp_path / "file", os.stat
    path.write_bytes(b"old")

    def asked(target, *arguments, **named):
        found = true(target, *arguments, **named)
        if str(target).endswith("aside"):
            return os.stat_result((*found[:2], found.st_dev + 1, *found[3:]))
        return found

    monkeypatch.setattr(os, "stat", asked)
    assert write_atomically(path, b"new", aside=tmp_path / "aside") is None
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be synced there")
@pytest.mark.parametrize(
    ("lasting", "synced"),
    [(Lasting.NOT, []), (Lasting.CONTENT, ["file"]), (Lasting.WHOLE, ["file", "folder"])],
)
def test_the_name_outlives_a_power_failure_as_well(lasting, synced, tmp_path, monkeypatch):
    kinds = []

    def sync(number):
        kinds.append("folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "file")

    monkeypatch.setattr(os, "fsync", sync)
    assert write_atomically(tmp_path / "file", b"new", lasting=lasting) is None
    assert kinds == synced


def test_a_drive_that_cannot_sync_a_folder_is_no_fault(tmp_path, monkeypatch):
    true = os.fsync

    def sync(number):
        if stat.S_ISDIR(os.fstat(number).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        true(number)

    monkeypatch.setattr(os, "fsync", sync)
    assert write_atomically(tmp_path / "file", b"new") is None
