"""Typing, undo, redo and an editor beside in any order: the file is what it should be, byte by byte."""

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from generator.web.saving import Wish, save
from tests.web.page_sources import NODE, SOURCES, USE, needs_node

pytestmark = needs_node

# The steps of the page; each line that comes in is a deed or an answer, each that goes out says what is asked.
_RUN = """
const { Journal } = use("journal"), { Steps } = use("steps");
const tell = (own) => console.log(JSON.stringify(own));
let steps, answer, asked, stopped;
const deeds = {
  new: () => {
    stopped = null;
    steps = new Steps(new Journal(""), {
      ask: (_, body, wishes, done) => { asked = body; answer = done; },
      refused: () => {}, changed: () => {}, stopped: (own) => { stopped = own; },
    });
  },
  type: (wishes) => steps.run({ kind: "cells", wishes }),
  undo: () => steps.step(true),
  redo: () => steps.step(false),
  force: () => stopped?.force?.(),
  drop: () => { stopped?.giveUp(); stopped = null; },
  answered: (saved) => answer(saved),
};
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const [deed, given] = JSON.parse(line);
  asked = null;
  deeds[deed](given);
  tell(asked);
});
"""

_CELLS = {0: "20500册", 1: "8%", 2: "93%"}  # of rows, as they stand in the file
_WORDS = some.sampled_from(["1册", "2册", "20500册"])
_Change = Mapping[int, str]
_TYPED = some.dictionaries(some.sampled_from([0, 1]), _WORDS, min_size=1)
_BESIDE = some.dictionaries(some.sampled_from([0, 2]), _WORDS, min_size=1)
_DEEDS = some.sampled_from(
    ["type", "type", "beside", "undo", "undo", "redo", "force", "drop"]
).flatmap(
    lambda deed: some.tuples(
        some.just(deed), {"type": _TYPED, "beside": _BESIDE}.get(deed, some.just({}))
    )
)


class _Expected:
    """What the file should be: a step moves as far as its cells hold what it left in them."""

    def __init__(self) -> None:
        self.cells = dict(_CELLS)
        self.lists: dict[bool, list[dict[int, tuple[str, str]]]] = {True: [], False: []}
        self.stopped: tuple[bool, dict[int, tuple[str, str]]] | None = None

    def type(self, change: _Change) -> None:
        self.lists[True].append({n: (self.cells[n], now) for n, now in change.items()})
        self.lists[False].clear()
        self.cells.update(change)

    def go(self, *, is_undo: bool, forced: bool = False) -> None:
        stopped, self.stopped = self.stopped, None
        if forced and (stopped is None or stopped[1] not in self.lists[stopped[0]]):
            self.stopped = stopped
            return
        is_undo = stopped[0] if forced and stopped else is_undo
        if not self.lists[is_undo]:
            return
        step = stopped[1] if forced and stopped else self.lists[is_undo][-1]
        ends = {n: own if is_undo else own[::-1] for n, own in step.items()}
        free = {n for n, (to, left) in ends.items() if forced or self.cells[n] in (to, left)}
        self.cells.update({n: ends[n][0] for n in free})
        done, left = (
            {n: own for n, own in step.items() if (n in free) is is_free}
            for is_free in (True, False)
        )
        self.lists[is_undo] = [own for own in self.lists[is_undo] if own is not step]
        if done:
            self.lists[not is_undo].append(done)
        if left:
            self.lists[is_undo].append(left)
            self.stopped = (is_undo, left)

    def drop(self) -> None:
        if self.stopped is not None:
            is_undo, step = self.stopped
            self.lists[is_undo] = [own for own in self.lists[is_undo] if own is not step]
        self.stopped = None


class _Hand(NamedTuple):
    """The steps of the page, and a file that they are saved in."""

    ask: Callable[[str, Any], Any]
    page: Any
    text: str

    def text_of(self, cells: Mapping[int, str]) -> str:
        text = self.text
        for n, was in _CELLS.items():
            text = text.replace(f'actual = "{was}"\n', f'actual = "{cells[n]}"\n')
        return text

    def do(self, deed: str, given: Any = None) -> None:
        body = self.ask(deed, given)
        while body is not None:
            wishes = [Wish(tuple(w["keys"]), w["was"], w["now"], w["row"]) for w in body["wishes"]]
            saved = save(self.page.served, self.page.folder, "books", wishes, body["kept"])
            told = {**saved._asdict(), "refused": [own._asdict() for own in saved.refused]}
            body = self.ask("answered", told)


@pytest.fixture
def hand(page) -> Iterator[_Hand]:
    with subprocess.Popen(
        [NODE, "-e", f"{USE}{_RUN}"],
        cwd=SOURCES,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as steps:
        assert steps.stdin is not None
        assert steps.stdout is not None
        written, read = steps.stdin, steps.stdout

        def ask(deed: str, given: Any) -> Any:
            print(json.dumps([deed, given], default=str), file=written, flush=True)
            return json.loads(read.readline())

        text = (page.folder / "books.toml").read_text(encoding="utf-8")
        yield _Hand(ask, page, text)
        written.close()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=some.lists(_DEEDS, min_size=4, max_size=14))
def test_a_step_stays_until_it_can_be_taken_back(hand, deeds):
    path = hand.page.folder / "books.toml"
    path.write_text(hand.text, encoding="utf-8")
    rows = [row["name"] for row in hand.page.sheet()["rows"]]
    hand.do("new")
    expected = _Expected()
    for deed, change in deeds:
        if deed == "beside":
            expected.cells.update(change)
            path.write_text(hand.text_of(expected.cells), encoding="utf-8")
            continue
        if deed == "type":
            typed = {n: now for n, now in change.items() if now != expected.cells[n]}
            if not typed:
                continue
            wishes = [
                {
                    "keys": ["indicator", n, "actual"],
                    "was": expected.cells[n],
                    "now": now,
                    "row": rows[n],
                }
                for n, now in typed.items()
            ]
            expected.type(typed)
            hand.do("type", wishes)
        else:
            hand.do(deed)
            if deed == "drop":
                expected.drop()
            else:
                expected.go(is_undo=deed == "undo", forced=deed == "force")
        assert path.read_text(encoding="utf-8") == hand.text_of(expected.cells)
