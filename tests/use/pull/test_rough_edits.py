"""Paragraphs, rows and tables moved, copied and typed anew: no figure changes, and nothing is overwritten."""

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from generator.roundtrip.fix import write_fixed
from generator.use.pull.pull import pull
from tests.conftest import examples
from tests.roundtrip.hand.bench import run
from tests.use.pull.folders import EXAMPLES, copy_of, inputs_of, move_an_amount, words_of
from tests.use.pull.random_edits import MINE
from tests.use.pull.rough_edits import RoughHand

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a smaller seed is no simpler case
VALUES = ("target", "actual", "weight", "score")


@pytest.mark.parametrize("name", EXAMPLES)
@settings(max_examples=examples(2, explored=20), phases=PHASES)
@given(seed=st.integers(0, 10_000))
@example(seed=6006)  # a paragraph cut out and pasted into a cell
@example(seed=7449)  # a heading copied to where the inputs print it otherwise
def test_no_figure_changes_and_the_words_of_a_person_stay(places, name, seed):
    with copy_of(places(name)) as place:
        files = sorted((place / "outputs" / name).glob("*.docx"))
        path, folder = files[seed % len(files)], place / "inputs" / name
        hand = RoughHand(path.read_bytes(), seed)
        done = hand.edit(1 + seed % 4)
        theirs = hand.data()
        path.write_bytes(theirs)
        before = inputs_of(folder)
        assert refused(folder, path, seed) == theirs
        pulled = pull(path)
        write_fixed(pulled.fixed, "pull --apply")
        after = inputs_of(folder)
        said = "".join(entry.now + entry.context for entry in pulled.account)
        assert [own for own in done if own.came not in said] == []
        for keys, value in before.items():
            if not isinstance(value, str) or keys[-1] in VALUES:
                assert after.get(keys) == value or MINE in str(after.get(keys)), keys
        assert quotations(after) >= quotations(before)
        assert pull(path).fixed == ()
        built = run("build", f"inputs/{name}", "--on-edited", "merge")
        told = any("检查会有新的错误" in problem.message for problem in pulled.problems)
        assert built.code == 0 or told, built.output
        everything = "\n".join(map(words_of, path.parent.glob("*.docx")))
        assert [own for own in done if own.came not in everything] == []


def refused(folder, path, seed):
    """Build while the inputs say something else; returns what lies there then."""
    files = {own: own.read_bytes() for own in folder.glob("*.toml")}
    move_an_amount(folder, seed, 1 + seed % 9)
    run("build", f"inputs/{folder.name}", "--on-edited", "refuse")
    for own, data in files.items():
        own.write_bytes(data)
    return path.read_bytes()


def quotations(inputs):
    return sum(str(value).count("{{") for value in inputs.values())
