"""Syllables: with tone, without, and folded so that what is often mixed up is one."""

import pytest

from generator.wording.lexicon.sounds import folded, plain


@pytest.mark.parametrize(
    ("said", "bare"), [("guǎn", "guan"), ("lǜ", "lv"), ("ér", "er"), ("de", "de")]
)
def test_a_syllable_loses_its_tone(said, bare):
    assert plain(said) == bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jīn", "jīng"),
        ("nán", "lán"),
        ("zhì", "zì"),
        ("chéng", "cén"),
        ("shāng", "sān"),
        ("huī", "fēi"),
        ("hú", "fú"),
    ],
)
def test_near_sounds_are_one(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("jīn", "qīn"), ("dà", "tà"), ("mǎ", "mǒ"), ("hé", "fó")]
)
def test_other_sounds_stay_apart(one, other):
    assert folded(one) != folded(other)
