"""Slips that are kept between runs: nothing is cut twice, and what changed is looked at."""

import pytest

from generator.base import cache
from generator.load.packs import Packs, find_packs
from generator.load.workspace_lexicon import load_evidence, load_words
from generator.use.lint import kept_slips
from generator.use.lint.kept_slips import KeptSlips
from generator.wording.slips.candidate import Slip
from generator.wording.slips.looked import Look

SLIP = Slip(2, 4, "效溢", "效益", "tone", 4.0)


class Finder:
    """What looks at texts, and how often it was asked."""

    asked: int = 0

    def __init__(self):
        self.now = {}

    def find(self, texts, names=()):
        Finder.asked += 1
        return ((n, SLIP) for n, text in enumerate(texts) if "效溢" in text and "效溢" not in names)


@pytest.fixture
def kept(tmp_path, monkeypatch, settings):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存"))
    monkeypatch.setattr(KeptSlips, "_finder", Finder())
    Finder.asked = 0
    return lambda: KeptSlips(Packs((tmp_path,)), settings)


@pytest.fixture
def settings():
    evidence = load_evidence(find_packs(None))
    assert evidence is not None
    assert evidence[0] is not None
    return evidence[0]


def test_what_was_found_in_a_text_is_told_by_the_next_run_without_a_look(kept):
    first = kept()
    assert [*first.find(["使用效溢"])] == [(0, SLIP)]
    first.keep()
    assert [*kept().find(["使用效溢"])] == [(0, SLIP)]
    assert Finder.asked == 1


@pytest.mark.parametrize(
    ("texts", "names", "found"),
    [
        (["使用效溢。"], [], [(0, SLIP)]),
        (["使用", "效溢"], [], [(1, SLIP)]),
        (["使用效溢"], ["效溢"], []),
        (["", "使用效溢"], [], [(1, SLIP)]),
    ],
)
def test_another_text_other_names_or_other_lines_are_looked_at(kept, texts, names, found):
    first = kept()
    assert [*first.find(["使用效溢"])] == [(0, SLIP)]
    first.keep()
    assert [*kept().find(texts, names)] == found
    assert Finder.asked == 2


def test_what_is_likely_is_told_without_a_look(kept):
    own = kept()
    assert own.is_likely(SLIP)
    assert not own.is_likely(SLIP._replace(score=1.0))
    assert Finder.asked == 0


@pytest.fixture
def looked(tmp_path, monkeypatch, settings):
    words = load_words(find_packs(None))
    monkeypatch.setattr(kept_slips, "load_words", lambda _: words)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存"))
    seen = []
    look = Look.at
    monkeypatch.setattr(
        Look, "at", lambda self, edged: seen.append(edged[1:-1]) or look(self, edged)
    )
    return seen


def find(settings, text):
    kept = KeptSlips(find_packs(None), settings)
    found = [slip.wanted for _, slip in kept.find([text])]
    kept.keep()
    return found


def test_of_a_text_that_changed_only_the_changed_runs_are_looked_at_again(looked, settings):
    assert find(settings, "提高资金使用效溢，严格审批。") == ["资金使用效益"]
    assert find(settings, "提高资金使用效溢，加强审批。") == ["资金使用效益"]
    assert looked == ["提高资金使用效溢", "严格审批", "加强审批"]


@pytest.mark.parametrize(
    ("most", "again"),
    [(9, []), (2, ["严格审批"]), (1, ["加强审批"])],
    ids=["all", "what is there now", "too much now: what was"],
)
def test_runs_are_kept_while_they_are_not_too_many(looked, monkeypatch, settings, most, again):
    monkeypatch.setattr(KeptSlips, "MOST_RUNS", most)
    assert find(settings, "严格审批。") == find(settings, "加强审批，规范管理。") == []
    looked.clear()
    assert find(settings, "严格审批；加强审批；") == []
    assert looked == again


def test_a_lexicon_for_which_there_is_no_memory_is_made_once_and_not_for_each_text(
    tmp_path, monkeypatch, settings
):
    made = []

    def make(_packs):
        made.append(1)
        raise MemoryError

    monkeypatch.setattr("generator.use.lint.kept_slips.load_words", make)
    slips = KeptSlips(Packs((tmp_path,)), settings)
    for text in ("一", "二"):
        with pytest.raises(MemoryError):
            slips.find([text])
    assert made == [1]
