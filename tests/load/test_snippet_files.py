"""Sentences that are taken by name: one's own go before those of the house, broken ones are told."""

import pytest

from generator.base import cache
from generator.load.packs import Packs
from generator.load.snippet_files import load_snippets


@pytest.fixture
def load(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "off")
    roots = (tmp_path / "own", tmp_path / "house")

    def call(own: str, house: str):
        for root, text in zip(roots, (own, house), strict=True):
            (root / "text" / "snippets").mkdir(parents=True)
            (root / "text" / "snippets" / "a.toml").write_text(text, encoding="utf-8")
        return load_snippets(Packs(roots))

    return call


def snippet(name, text):
    return f"[[snippet]]\nname = '{name}'\ntext = '''{text}'''\n"


def test_ones_own_sentence_goes_before_that_of_the_house_and_others_are_added(load):
    house = snippet("公开", "结果公开。") + snippet("专账", "专账核算。")
    loaded = load(snippet("公开", "结果在网站公开。") + snippet("验收", "已经验收。"), house)
    said = {name: one.text for name, one in loaded.by_name.items()}
    assert said == {"公开": "结果在网站公开。", "专账": "专账核算。", "验收": "已经验收。"}
    assert not loaded.problems


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (snippet("甲", "支出{{ funds.spent 。"), "T01", 3),
        (snippet("甲", "支出{{ funds.spent|sum }}。"), "T01", 3),
        (snippet("甲/乙", "支出。"), "I12", 2),
        (snippet("甲", "一。") + snippet("甲", "二。"), "S01", 5),
    ],
)
def test_what_cannot_be_taken_is_told_where_it_stands(load, text, code, line):
    (problem,) = load(text, "").problems
    assert (problem.code, problem.place.line) == (code, line)


def test_a_broken_sentence_leaves_that_of_the_house_standing(load):
    loaded = load(snippet("甲", "{% if %}"), snippet("甲", "好的。"))
    assert loaded.by_name["甲"].text == "好的。"
