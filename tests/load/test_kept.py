"""What packs say, kept between runs."""

import os

import pytest

from generator.base import cache
from generator.base.program_state import stamp_of
from generator.load.kept import kept
from generator.load.labels import load_labels
from generator.load.packs import Packs

LABEL = """
[[label]]
role = "unit-name"
words = ["{word}"]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


@pytest.fixture
def packs(tmp_path):
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "own.toml").write_text(LABEL.format(word="填表单位"), encoding="utf-8")
    return Packs((tmp_path,))


def counted(times):
    @kept("labels/*.toml")
    def read(packs):
        times.append(packs)
        return {
            path.name: path.read_text(encoding="utf-8") for path in packs.roots[0].glob("labels/*")
        }

    return read


def test_files_that_did_not_change_are_read_once(packs):
    times = []
    assert counted(times)(packs) == counted(times)(packs)
    assert len(times) == 1


def test_a_file_that_changed_or_came_or_went_is_read(packs):
    times, own = [], packs.roots[0] / "labels" / "own.toml"
    read = counted(times)
    read(packs)
    own.write_text("# 改过", encoding="utf-8")
    assert read(packs) == {"own.toml": "# 改过"}
    (own.parent / "more.toml").write_text("", encoding="utf-8")
    assert set(read(packs)) == {"own.toml", "more.toml"}
    own.unlink()
    assert set(read(packs)) == {"more.toml"}
    assert len(times) == 4


def test_what_is_kept_is_what_was_read(packs):
    first, taken_up = load_labels(packs), load_labels(packs)
    assert taken_up == first
    assert taken_up is not first
    assert taken_up[0].label[0].words == ("填表单位",)


def test_problems_name_the_path_as_it_is_seen_from_the_folder_of_this_run(packs, monkeypatch):
    (packs.roots[0] / "labels" / "own.toml").write_text("x = 1", encoding="utf-8")
    ((_, (far,)), _) = load_labels(packs), monkeypatch.chdir(packs.roots[0])
    _, (near,) = load_labels(packs)
    assert near.place.file == "labels/own.toml"
    assert far.place.file.endswith("/labels/own.toml")
    assert far.place.file != near.place.file


def test_a_file_that_cannot_be_read_is_told_every_time(packs):
    (packs.roots[0] / "labels" / "folder.toml").mkdir()
    for _ in range(2):
        _, problems = load_labels(packs)
        assert [problem.code for problem in problems] == ["I01"]


def test_what_came_with_the_program_is_known_by_the_times_of_its_files(packs, monkeypatch):
    monkeypatch.setattr("generator.load.kept.packaged_templates", lambda: packs.roots[0])
    monkeypatch.setattr("generator.load.kept.stamp_of", stamp_of.__wrapped__)
    times, own = [], packs.roots[0] / "labels" / "own.toml"
    counted(times)(packs)
    counted(times)(packs)
    os.utime(own, ns=(1, 1))
    counted(times)(packs)
    assert len(times) == 2


def test_a_user_s_own_file_is_known_by_its_content_whatever_its_time(packs):
    times, own = [], packs.roots[0] / "labels" / "own.toml"
    counted(times)(packs)
    status, text = own.stat(), own.read_text(encoding="utf-8")
    own.write_text(text.replace("填表", "填报"), encoding="utf-8")
    os.utime(own, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "填报单位" in counted(times)(packs)["own.toml"]
