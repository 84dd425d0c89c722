"""Large data in parts: taken for ours when it is whole and private, and for nothing otherwise."""

import os

import pytest

from generator.base import cache
from generator.base.mapped import ENDING, map_parts, write_parts

PARTS = [b"", "预算".encode(), bytes(range(200))]


@pytest.fixture
def written(tmp_path):
    write_parts(tmp_path / "词表", PARTS)
    return tmp_path / "词表"


def test_parts_are_laid_out_as_they_were_written(written):
    assert [bytes(part) for part in map_parts(written) or ()] == PARTS


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data + b"?",
        lambda data: data.replace("词表".encode(), "词条".encode()),
        lambda data: data.replace(b" 200\n", b" 2x0\n"),
        lambda data: data.replace(b"\n", b" "),
    ],
)
def test_what_is_not_whole_or_has_another_name_is_as_good_as_nothing(written, change):
    written.write_bytes(change(written.read_bytes()))
    assert map_parts(written) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_what_others_can_open_is_as_good_as_nothing(written):
    written.chmod(0o644)
    assert map_parts(written) is None


def test_parts_are_kept_between_runs_under_a_name_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存"))
    assert cache.load_parts("a") is None
    cache.keep_parts("a", PARTS)
    assert [bytes(part) for part in cache.load_parts("a") or ()] == PARTS
    assert (tmp_path / "缓存" / f"a{ENDING}").exists()


def test_where_nothing_is_kept_no_parts_are(monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "off")
    cache.keep_parts("a", PARTS)
    assert cache.load_parts("a") is None
