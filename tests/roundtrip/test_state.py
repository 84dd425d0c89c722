"""The state of packs: what a change makes another, and what is not read again."""

import os

import pytest

from generator.base import cache
from generator.base.program_state import stamp_of
from generator.roundtrip import state
from generator.roundtrip.state import packs_state


@pytest.fixture
def roots(tmp_path, monkeypatch):
    """Give a pack of a user's and one that came with the program, each with a scheme."""
    for name in ("own", "packaged"):
        (tmp_path / name / "schemes").mkdir(parents=True)
        (tmp_path / name / "schemes" / "one.toml").write_text('id = "one"\n', encoding="utf-8")
    packaged = tmp_path / "packaged"
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(state, "packaged_templates", lambda: packaged)
    monkeypatch.setattr("generator.load.packaged.packaged_templates", lambda: packaged)
    monkeypatch.setattr("generator.load.packaged.stamp_of", stamp_of.__wrapped__)
    monkeypatch.setattr(state, "_packaged_state", state._packaged_state.__wrapped__)
    return tmp_path / "own", packaged


@pytest.mark.parametrize("number", [0, 1])
def test_another_content_is_another_state(roots, number):
    before = packs_state(roots)
    (roots[number] / "schemes" / "one.toml").write_text('id = "other"\n', encoding="utf-8")
    assert packs_state(roots) != before


def test_what_came_with_the_program_is_read_again_only_where_a_file_was_touched(roots, monkeypatch):
    before, read = packs_state(roots), []
    real = state._pack_state
    monkeypatch.setattr(state, "_pack_state", lambda root: (read.append(root), real(root))[1])
    assert packs_state(roots) == before
    assert read == [roots[0]]
    os.utime(roots[1] / "schemes" / "one.toml", ns=(1, 1))
    assert packs_state(roots) == before
    assert read == [roots[0], roots[0], roots[1]]
