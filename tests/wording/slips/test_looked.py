"""What was remembered of one run's characters changes nothing in another's."""

from itertools import permutations

import pytest

from generator.wording.slips.character_run import edged_run
from generator.wording.slips.looked import Look

RUNS = (
    "提高财政资金使用效溢",
    "资金使用效溢明显",
    "效溢",
    "全面实施预算绩效管里",
    "预算绩效管里办法",
    "绩效管",
    "有效衔结",
    "衔结推进乡村振兴",
)


@pytest.fixture
def seen(slips):
    """What is seen of runs, one after the other, by one who starts with nothing."""

    def see(texts):
        look = Look(slips._lexicon, slips._settings)
        return {text: look.at(edged_run(text, 0, len(text))) for text in texts}

    return see


def test_a_run_is_seen_alike_whatever_was_seen_before(seen):
    alone = {text: seen([text])[text] for text in RUNS}
    assert any(looked.candidates for looked in alone.values())
    assert all(seen(pair)[pair[1]] == alone[pair[1]] for pair in permutations(RUNS, 2))


def test_a_run_between_other_signs_is_another(slips):
    look = Look(slips._lexicon, slips._settings)
    text = "5效溢，效溢。"
    runs = [look.at(edged_run(text, *span)).run for span in ((1, 3), (4, 6))]
    assert [run and run.edged for run in runs] == [edged_run(text, 1, 3), edged_run(text, 4, 6)]
    assert edged_run(text, 1, 3) != edged_run(text, 4, 6)
