"""Build, random edits, pull, build: the person's words come back, and nothing else changes."""

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from generator.roundtrip.edit_account import Answer, counted
from generator.roundtrip.fix import write_fixed
from generator.use.pull.pull import pull
from tests.conftest import examples
from tests.roundtrip.hand.bench import run
from tests.use.pull.folders import EXAMPLES, copy_of, inputs_of, move_an_amount, words_of
from tests.use.pull.random_edits import MINE, Hand

pytestmark = pytest.mark.parametrize("name", EXAMPLES)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a smaller seed is no simpler case
SEEDS = st.integers(0, 10_000)


@settings(max_examples=examples(2, explored=30), phases=PHASES)
@given(seed=SEEDS)
@example(seed=411)  # a paragraph behind a section that changes as well
@example(seed=3274)  # an item of a list parted behind its middle: what follows has no lead
@example(seed=5969)  # an item parted behind its lead, the one before it taken out
def test_the_words_of_a_person_come_back_and_nothing_else_changes(places, name, seed):
    with copy_of(places(name)) as place:
        files = sorted((place / "outputs" / name).glob("*.docx"))
        path, folder = files[seed % len(files)], place / "inputs" / name
        hand = Hand(path.read_bytes(), seed)
        done = hand.edit(1 + seed % 6)
        path.write_bytes(hand.data())
        before = inputs_of(folder)
        pulled = pull(path)
        assert write_fixed(pulled.fixed, "pull --apply") == ()
        after = inputs_of(folder)
        # Every edit is told of, and every change of an input comes from one.
        said = "".join(entry.now + entry.context for entry in pulled.account)
        assert [own for own in done if own.came.startswith(MINE) and own.came not in said] == []
        assert sum(counted(pulled.account).values()) == len(pulled.account)
        gone = any(own.gone or own.kind in ("split", "join") for own in done)
        for keys in before.keys() | after.keys():
            if before.get(keys) != after.get(keys) and not _is_class_of_new_row(keys, before):
                assert MINE in str(after.get(keys, "")) or gone, keys
        if not any(entry.answer is Answer.PULLED for entry in pulled.account):
            assert after == before
        # What was pulled is not pulled again, and the build has all words.
        assert pull(path).fixed == ()
        built_now = run("build", f"inputs/{name}", "--on-edited", "merge")
        told = any("检查会有新的错误" in problem.message for problem in pulled.problems)
        assert built_now.code == 0 or told, built_now.output
        everything = "\n".join(map(words_of, path.parent.glob("*.docx")))
        missing = [own for own in done if own.came and own.came not in everything]
        assert missing == []


@settings(max_examples=examples(2, explored=20), phases=PHASES)
@given(seed=SEEDS, at=st.integers(0, 50), by=st.integers(1, 9))
def test_a_value_that_nobody_touched_is_never_pulled(places, name, seed, at, by):
    with copy_of(places(name)) as place:
        folder = place / "inputs" / name
        files = sorted((place / "outputs" / name).glob("*.docx"))
        path = files[seed % len(files)]
        hand = Hand(path.read_bytes(), seed)
        done = hand.edit(1 + seed % 4)
        path.write_bytes(hand.data())
        moved = move_an_amount(folder, at, by)
        before = inputs_of(folder)
        pulled = pull(path)
        write_fixed(pulled.fixed, "pull --apply")
        after = inputs_of(folder)
        typed = any(own.kind == "type over" for own in done)
        for keys in moved:
            assert after.get(keys) == before[keys] or typed, keys
        gone = any(own.gone or own.kind in ("split", "join") for own in done)
        for keys in before.keys() | after.keys():
            if before.get(keys) != after.get(keys) and not _is_class_of_new_row(keys, before):
                assert MINE in str(after.get(keys, "")) or gone, keys


def _is_class_of_new_row(keys, before):
    """A row that somebody added is of the class of the row above it."""
    return keys not in before and keys[-1] == "class"
