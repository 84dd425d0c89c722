"""The packaged rules of wording, read once."""

import pytest

from generator.load.packs import find_packs, load_wording_rules
from generator.load.workspace_lexicon import load_lexicon
from generator.wording.engine import Linter
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.passage import Context, Passage
from generator.wording.slips.finder import SlipFinder


@pytest.fixture(scope="session")
def book():
    files, problems = load_wording_rules(find_packs(None))
    assert problems == ()
    return files


@pytest.fixture(scope="session")
def slips():
    """What looks for slips, with the packaged lists and the general one, which tests need."""
    loaded = load_lexicon(find_packs(None))
    assert loaded.problems == ()
    assert loaded.words is not None
    assert loaded.settings is not None
    return SlipFinder(Lexicon(loaded.words), loaded.settings)


@pytest.fixture(scope="session")
def look(book):
    rules = [rule for file in book for rule in file.rules.rule]
    phrases = [group for file in book for group in file.rules.phrase]
    linter = Linter(rules, phrases)

    def find(text, scope="paragraph", bodies=("某区纪委",), stage="evaluation"):
        passages = [Passage(scope, line, "text") for line in text.split("\n")]
        return linter.run(passages, Context(bodies, stage))

    return find
