"""What packs say, kept between runs."""

import os
import shutil

import pytest

from generator.base import cache
from generator.base.program_state import stamp_of
from generator.load.kept import kept
from generator.load.packs import Packs, load_wording

METHODS = """
[methods]
source = "某县绩效评价办法"
names = ["{name}"]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))


@pytest.fixture
def packs(tmp_path):
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "own.toml").write_text(METHODS.format(name="比较法"), encoding="utf-8")
    return Packs((tmp_path,))


def counted(times, *, placed=True):
    @kept("wording/*.toml", placed=placed)
    def read(packs):
        times.append(packs)
        return {
            path.name: path.read_text(encoding="utf-8") for path in packs.roots[0].glob("wording/*")
        }

    return read


def test_files_that_did_not_change_are_read_once(packs):
    times = []
    assert counted(times)(packs) == counted(times)(packs)
    assert len(times) == 1


def test_a_file_that_changed_or_came_or_went_is_read(packs):
    times, own = [], packs.roots[0] / "wording" / "own.toml"
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
    first, taken_up = load_wording(packs), load_wording(packs)
    assert taken_up == first
    assert taken_up is not first
    assert taken_up[0].methods.names == ("比较法",)


def test_problems_name_the_path_as_it_is_seen_from_the_folder_of_this_run(packs, monkeypatch):
    (packs.roots[0] / "wording" / "own.toml").write_text("x = 1", encoding="utf-8")
    ((_, (far,)), _) = load_wording(packs), monkeypatch.chdir(packs.roots[0])
    _, (near,) = load_wording(packs)
    assert near.place.file == "wording/own.toml"
    assert far.place.file.endswith("/wording/own.toml")
    assert far.place.file != near.place.file


def test_a_file_that_cannot_be_read_is_told_every_time(packs):
    (packs.roots[0] / "wording" / "folder.toml").mkdir()
    for _ in range(2):
        _, problems = load_wording(packs)
        assert [problem.code for problem in problems] == ["I01"]


def test_what_came_with_the_program_is_known_by_the_times_of_its_files(packs, monkeypatch):
    monkeypatch.setattr("generator.load.kept.packaged_templates", lambda: packs.roots[0])
    monkeypatch.setattr("generator.load.packaged.packaged_templates", lambda: packs.roots[0])
    monkeypatch.setattr("generator.load.packaged.stamp_of", stamp_of.__wrapped__)
    times, own = [], packs.roots[0] / "wording" / "own.toml"
    counted(times)(packs)
    counted(times)(packs)
    os.utime(own, ns=(1, 1))
    counted(times)(packs)
    assert len(times) == 2


def test_a_user_s_own_file_is_known_by_its_content_whatever_its_time(packs):
    times, own = [], packs.roots[0] / "wording" / "own.toml"
    counted(times)(packs)
    status, text = own.stat(), own.read_text(encoding="utf-8")
    own.write_text(text.replace("比较", "对照"), encoding="utf-8")
    os.utime(own, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "对照法" in counted(times)(packs)["own.toml"]


@pytest.mark.parametrize(("placed", "reads"), [(True, 2), (False, 1)])
def test_what_names_no_place_is_taken_up_where_the_same_files_lie(packs, tmp_path, placed, reads):
    times = []
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(packs.roots[0] / "wording", elsewhere / "wording")
    for found in (packs, Packs((elsewhere,))):
        assert set(counted(times, placed=placed)(found)) == {"own.toml"}
    assert len(times) == reads


def test_a_file_in_a_farther_folder_is_another_state_than_in_a_nearer_one(packs, tmp_path):
    times = []
    near, far = packs.roots[0], tmp_path / "far"
    (far / "wording").mkdir(parents=True)
    (near / "wording" / "z.toml").write_text("", encoding="utf-8")
    counted(times, placed=False)(Packs((near, far)))
    (near / "wording" / "z.toml").rename(far / "wording" / "z.toml")
    counted(times, placed=False)(Packs((near, far)))
    assert len(times) == 2
