"""Days of work drawn at random: edits, changed inputs and commands one after the other; no word is lost."""

import contextlib
import random
import re

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import PROJECT, UNIT, write_files
from tests.roundtrip.hand.bench import run
from tests.use.pull.folders import copy_of, inputs_of, words_of
from tests.use.pull.random_edits import MINE
from tests.use.pull.rough_edits import RoughHand

DAYS = "子丑寅卯辰巳午未申酉"
OWN = re.compile(f"{MINE}[{DAYS}]\\w")
BUILD = ("build", "inputs/library-2023")
COMMANDS = {
    "build": BUILD,
    "merge": (*BUILD, "--on-edited", "merge"),
    "keep": (*BUILD, "--on-edited", "keep"),
    "refuse": (*BUILD, "--on-edited", "refuse"),
    "draft": (*BUILD, "--draft"),
    "clean": (*BUILD, "--clean"),
}
DEEDS = ("edit", "edit", "edit", "inputs", "inputs", "pull", "put the new one over", *COMMANDS)


class DayHand(RoughHand):
    """Words that are known by the day on which they were written."""

    def __init__(self, data: bytes, seed: int, day: str) -> None:
        super().__init__(data, seed)
        self._day = day

    def kinds(self):
        return (
            self.insert, self.append, self.add_paragraph, self.add_row, self.retype, self.own_table,
            self.move,
        )  # fmt: skip

    def _mine(self) -> str:
        self._number += 1
        self._last = f"{MINE}{self._day}{'甲乙丙丁戊'[self._number % 5]}"
        return self._last


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    root = tmp_path_factory.mktemp("days") / "work"
    folder = root / "inputs" / "library-2023"
    write_files(folder, {"unit.toml": UNIT, "books.toml": PROJECT})
    (root / "jixiao.toml").write_text("", encoding="utf-8")
    with contextlib.chdir(root):
        assert run(*BUILD).code == 0
    return root


@settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(seed=st.integers(0, 10_000))
def test_no_word_and_no_figure_is_lost_on_any_day(library, seed):
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    with copy_of(library) as place:
        outputs, inputs = place / "outputs" / "library-2023", place / "inputs" / "library-2023"
        for day in DAYS[: draw.randint(4, len(DAYS))]:
            before, figures = own_words(outputs), numbers(inputs)
            deed = draw.choice(DEEDS)
            said = do(deed, draw, day, outputs, inputs)
            assert "程序内部出错" not in said
            left = own_words(outputs)
            assert [w for w in before if w not in left and w not in said] == [], deed
            assert deed == "inputs" or figures.items() <= numbers(inputs).items(), deed


def do(deed, draw, day, outputs, inputs):
    """Do one thing; returns what was said."""
    files = sorted(outputs.glob("*.docx"))
    path = draw.choice(files)
    if deed == "edit":
        hand = DayHand(path.read_bytes(), draw.randrange(10_000), day)
        hand.edit(draw.randint(1, 2))
        path.write_bytes(hand.data())
        return ""
    if deed == "inputs":
        project = inputs / "books.toml"
        text = project.read_text(encoding="utf-8")
        text = re.sub(r"spent = \d+", f"spent = {draw.randint(60, 99)}", text)
        project.write_text(text, encoding="utf-8")
        return ""
    if deed == "put the new one over":
        new = next((own for own in files if "（新版）" in own.name), None)
        old = None if new is None else outputs / new.name.replace("（新版）", "")
        # Whoever does so gives the other one up.
        if new is not None and old in files and not OWN.search(words_of(old)):
            new.replace(old)
        return ""
    if deed == "pull":
        return run("pull", path, "--apply").output
    return run(*COMMANDS[deed]).output


def own_words(outputs):
    return {word for path in outputs.glob("*.docx") for word in OWN.findall(words_of(path))}


def numbers(inputs):
    return {keys: value for keys, value in inputs_of(inputs).items() if not isinstance(value, str)}
