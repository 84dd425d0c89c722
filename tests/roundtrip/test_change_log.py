"""The last change log: kept as data, read back whole, and harmless when damaged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.roundtrip.change_log import (
    changes_as_data,
    changes_from_data,
    kept_changes,
    last_changes,
)
from generator.roundtrip.changes import Cause, Changes, FigureChange, TextChange, Where

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
wheres = st.builds(Where, words, words, words)
causes = st.builds(Cause, words, words, st.integers(0, 99), words, words)
figures = st.builds(
    FigureChange, words, words, words, words,
    st.lists(causes, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    st.lists(wheres, max_size=2).map(tuple),
    words,
)  # fmt: skip
texts = st.builds(TextChange, wheres, words, words)
changes = st.builds(
    Changes, st.lists(figures, max_size=3).map(tuple), st.lists(texts, max_size=3).map(tuple)
)


@given(changes)
def test_what_is_kept_comes_back_as_it_was(made):
    assert changes_from_data(json.loads(json.dumps(changes_as_data(made)))) == made


def one(file: str) -> Changes:
    cause = Cause("1件 → 2件", file, 3, "facts.甲")
    return Changes((FigureChange("unit/fact[甲]", "甲", "1件", "2件", (cause,), (), ()),))


def test_files_of_the_dossier_are_kept_without_the_way_there_and_found_from_elsewhere():
    kept = kept_changes(one("/home/某人/inputs/甲-2023/unit.toml"), "/home/某人/inputs/甲-2023")
    assert "某人" not in json.dumps(kept, ensure_ascii=False)
    assert last_changes(kept, "甲-2023") == one("甲-2023/unit.toml")


@pytest.mark.parametrize(
    "damaged",
    [
        {},
        {"figures": 1, "texts": []},
        {"figures": [{"figure": "a"}], "texts": []},
        {"figures": [], "texts": ["甲"]},
        {**changes_as_data(one("a")), "texts": None},
    ],
)
def test_a_damaged_log_is_as_good_as_none(damaged):
    assert not changes_from_data(damaged)
