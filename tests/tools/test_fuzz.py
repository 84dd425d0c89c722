"""The kept corpus, and some changes of it that are the same every time: nothing makes the program stumble."""

import random

import pytest

from tools.fuzz import __main__ as fuzz
from tools.fuzz.change import changed
from tools.fuzz.corpus import CORPUS, LARGEST, kept
from tools.fuzz.target import TARGETS, StumbleError, Target

SEED, CHANGES = 20, 6


def test_every_target_has_seeds_and_they_are_small():
    assert {path.name for path in CORPUS.iterdir()} == {target.name for target in TARGETS}
    assert all(0 < path.stat().st_size < LARGEST for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_nothing_makes_the_program_stumble(target, tmp_path):
    chance, corpus = random.Random(SEED), kept(target.name)  # noqa: S311 - chance, not secrets
    with target.opened(tmp_path / "w" if target.name == "requests" else tmp_path) as attempt:
        tried = [
            *corpus,
            *(changed(chance.choice(corpus), target.words, chance) for _ in range(CHANGES)),
        ]
        stumbles = [repr(error) for data in tried if (error := stumble(attempt, data)) is not None]
    assert stumbles == []


def stumble(attempt, data):
    try:
        attempt(data)
    except StumbleError as error:
        return error
    return None


def test_changes_are_the_same_for_a_seed_and_differ_from_what_was_there():
    data = kept("strangers")[0]

    def some(seed):
        chance = random.Random(seed)  # noqa: S311 - see above
        return [changed(data, (b"<w:p>",), chance) for _ in range(20)]

    assert some(1) == some(1) != some(2)
    assert data not in some(1)[:5]


def test_what_makes_it_stumble_is_kept_and_told(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "loader"
    folder.mkdir()
    (folder / "seed").write_bytes(b"a = 1\n")
    monkeypatch.setattr("tools.fuzz.corpus.CORPUS", tmp_path)

    def stumble(_data):
        raise StumbleError("C01: 'boom'")

    def fine(_data):
        pass

    target, chance = Target("loader", (b"=",), TARGETS[0].opened), random.Random(1)  # noqa: S311
    assert fuzz.attempt(target, fine, chance, 5)
    assert not fuzz.attempt(target, stumble, chance, 5)
    assert not fuzz.attempt(target, fine, chance, 0)  # too slow
    assert len([*folder.glob("stumbled-*")]) == 2
    assert "boom" in capsys.readouterr().out
