"""What may have been meant where a cut looks poor."""

import pytest

from generator.wording.slips.candidates import doubled, swapped
from generator.wording.slips.character_run import cut, edged_run


@pytest.fixture
def made(slips):
    """A run of some text, and what is known of words and of slips."""

    def make(text):
        return cut(edged_run(text, 0, len(text)), slips._lexicon), slips._lexicon, slips._settings

    return make


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("责任一级级压实", []),
        ("台账每亩亩核对", []),
        ("全年完成三亩亩", ["亩"]),
    ],
)
def test_a_measure_is_said_again_behind_a_word_that_singles_out(made, text, wanted):
    assert [one.wanted for one in doubled(*made(text))] == wanted


def test_which_words_single_out_is_data(made):
    run, lexicon, settings = made("责任一级级压实")
    bare = settings._replace(singling=frozenset())
    assert [one.wanted for one in doubled(run, lexicon, bare)] == ["级"]


def test_what_stands_anywhere_is_not_swapped(made):
    run, lexicon, settings = made("群众在意满")
    bare = settings._replace(anywhere=frozenset())
    assert [one.wanted for one in swapped(run, lexicon, settings)] == ["满意"]
    assert [one.wanted for one in swapped(run, lexicon, bare)] == ["意在", "满意"]
