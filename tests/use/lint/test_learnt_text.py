"""Whatever a tree writes, what is learnt from it is TOML that says the same, and knows that nobody touched it."""

import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.base.toml import TomlFile
from generator.load.validation import validate
from generator.model.wording_rule import WordingRules
from generator.rules.tree.habit import KINDS, SENTENCE, SHORT, Form, Habit, Use
from generator.rules.where import KeyPlace
from generator.use.lint.learnt_text import HEADER, is_untouched, proposals

SOURCE = TomlFile(Path("p.toml"), "p.toml", 'a = ""', {"a": ""})
WORDS = st.text('局馆购书"\\\n#=[]{}数\t', min_size=2, max_size=12)


@st.composite
def habits(draw):
    texts = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
    units = draw(st.lists(WORDS, min_size=2, max_size=3, unique=True))
    uses = tuple(Use(unit, KeyPlace(SOURCE, ("a",))) for unit in units)
    gaps = tuple(draw(st.lists(WORDS, max_size=2)))
    kind = draw(st.sampled_from(KINDS))
    return Habit(kind, tuple(Form(text, uses) for text in texts), draw(WORDS), gaps)


@given(st.lists(habits(), max_size=4))
def test_what_is_written_is_read_again_as_rules_that_nobody_touched(found):
    made = [*proposals(found)]
    text = "\n\n".join([HEADER, *(one.text for one in made)])
    data = tomllib.loads(text)
    rules, faults = validate(WordingRules, TomlFile(Path("o.toml"), "o.toml", text, data))
    assert faults == ()
    assert rules is not None
    assert len(rules.rule) == len(made)
    assert all(rule.off and is_untouched(rule) for rule in rules.rule)
    assert not any(is_untouched(rule.changed(off=False)) for rule in rules.rule)


@given(habits())
def test_a_habit_without_another_form_is_proposed_only_as_a_sentence_or_short_form(habit):
    kinds = [one.kind for one in proposals([habit._replace(forms=habit.forms[:1])])]
    if habit.kind == SENTENCE:
        assert kinds == ["sentence"]
    else:
        assert kinds == (["short-early"] if habit.kind == SHORT else [])
