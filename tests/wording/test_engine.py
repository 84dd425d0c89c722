"""The engine: scopes, offsets, one finding for one fault."""

from hypothesis import given
from hypothesis import strategies as st

from generator.load.packs import find_packs, load_wording_rules
from generator.model.wording_rule import WordingRule
from generator.wording.engine import Linter
from generator.wording.passage import Context, Passage

FILES = load_wording_rules(find_packs(None))[0]
ALL = Linter(
    [rule for file in FILES for rule in file.rules.rule],
    [group for file in FILES for group in file.rules.phrase],
)


@given(
    st.lists(
        st.text(
            "一二三四是的在，。、；：（）()《》“”1234.%万元 支出经费稳中求百进民主监督今年{}",
            max_size=40,
        ),
        max_size=6,
    )
)
def test_any_text_is_read_and_every_place_lies_in_it(texts):
    passages = [Passage("paragraph", text, "g") for text in texts]
    for finding in ALL.run(passages, Context(("甲",), "evaluation")):
        assert 0 <= finding.start <= finding.end <= len(texts[finding.passage])


def test_a_rule_looks_only_where_it_is_meant_for():
    rule = WordingRule(
        id="x", code="W05", kind="forbidden", message="m", words=("今年",), scope=("name",)
    )
    passages = [Passage("paragraph", "今年"), Passage("name", "今年")]
    assert [f.passage for f in Linter([rule], []).run(passages)] == [1]


def test_one_fault_is_told_once():
    found = ALL.run([Passage("paragraph", "坚持稳中求百。")])
    assert [(f.code, f.found, f.is_certain) for f in found] == [("W01", "稳中求百", True)]


def test_the_same_words_find_nothing_when_asked_again():
    passages = [Passage("paragraph", "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸子丑")] * 2
    assert ALL.run(passages) == ALL.run(passages)
    assert "W06" in {f.code for f in ALL.run(passages)}
