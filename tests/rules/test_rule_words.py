"""Words and numbers of rules: a user's own folder adds words, and its numbers go before ours."""

import tomllib
from collections import Counter
from fractions import Fraction

import pytest

from generator.load.packaged import packaged_templates
from generator.load.packs import find_packs, load_wording
from generator.load.rule_texts import load_rule_texts
from generator.rules.rule_words import Vocabulary

OWN = """\
family = "本地"

[[vocabulary]]
id = "no-reason"
words = ["按实填报"]

[[threshold]]
id = "spent-enough"
value = 85
basis = "本地通知"

[[scale]]
id = "usual"
bounds = [95, 85, 70]
basis = "本地通知"
"""


def words_of(workspace):
    packs = find_packs(workspace)
    families, problems = load_rule_texts(packs)
    assert problems == ()
    return Vocabulary.of(families, load_wording(packs)[0])


def test_an_own_folder_adds_words_and_changes_numbers(tmp_path):
    # Its name comes first in the alphabet: the nearer folder wins all the same.
    folder = tmp_path / "templates" / "rules"
    folder.mkdir(parents=True)
    (folder / "00-own.toml").write_text(OWN, encoding="utf-8")
    ours, theirs = words_of(None), words_of(tmp_path)
    assert theirs.is_one("no-reason", "按实填报")
    assert theirs.is_one("no-reason", "无")
    assert not ours.is_one("no-reason", "按实填报")
    assert (ours.percent("spent-enough"), theirs.percent("spent-enough")) == (
        Fraction(9, 10),
        Fraction(85, 100),
    )
    assert len(theirs.scales) == len(ours.scales)
    assert theirs.scales_of(2023) == ((95, 85, 70),)
    assert ours.scales_of(2020) == ((90, 80, 60), (80, 70, 60))
    assert ours.scales_of(2021) == ((90, 80, 60),)


@pytest.mark.parametrize("kind", ["vocabulary", "threshold", "finding", "scale"])
def test_a_name_stands_once_in_what_is_packaged(kind):
    """Words of one name add up: a second list would change what the first one means without a word."""
    files = (packaged_templates() / "rules").glob("*.toml")
    told = [tomllib.loads(file.read_text("utf-8")).get(kind, ()) for file in files]
    names = [own["id"] for some in told for own in some]
    assert len(names) > 1
    assert [name for name, times in Counter(names).items() if times > 1] == []
