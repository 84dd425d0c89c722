"""Whichever call of the system fails: inputs are old or new, nothing is left, and no code says done when it is not.

The suite tries some calls of every command; `make explore` tries all of them.
"""

import os
import re
from pathlib import Path

import pytest

from generator.cli.exit_code import ExitCode
from tests.deeds import READING, WRITING, Deed, call, stand
from tests.failing_calls import (
    FailingCalls,
    KilledError,
    broken,
    failing_reads,
    failing_writes,
    full,
    short_of_memory,
)

EXPLORES = os.environ.get("HYPOTHESIS_PROFILE") == "explore"
SLOW = {"adopt", "doctor", "templates check"}  # what they do is shown by the others as well
ENGLISH = re.compile("No space|Input/output|Errno|Traceback")
HALF = re.compile(r"\.jixiao-[^/]*\.(tmp|swap|back|new)")
CHANGED = re.compile(r"(inputs|outputs)/.*\.(toml|docx)")
HOWS = {"writes": failing_writes, "reads": failing_reads}


def is_quick(deed: Deed) -> bool:
    return EXPLORES or not {deed.command, " ".join(deed.arguments[:2])} & SLOW


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and "tmp" not in path.relative_to(root).parts[:1]
    }


def counted(data: dict[str, bytes], pattern: re.Pattern[str]) -> dict[str, bytes]:
    return {name: own for name, own in data.items() if pattern.fullmatch(name)}


class Trial:
    """A deed that is done with one call failing, and what came of it."""

    def __init__(self, deed: Deed, place: Path, how: str) -> None:
        self.deed, self.place, self.how = deed, place, HOWS[how]
        with stand(deed, place):
            self.before = tree(place)
        self.calls = FailingCalls(place, 0, full)
        self.good, said = self._done()
        assert said is not None
        assert said.code == ExitCode.DONE
        self.count = self.calls.count

    def attempt(self, number, error):
        self.calls = FailingCalls(self.place, number, error)
        after, said = self._done()
        assert self.calls.hit
        problems = [f"half written: {name}" for name in after if self._is_left(name)]
        for name, data in counted(after, re.compile("inputs/.*")).items():
            if "/.jixiao/" not in name and data not in (self.before.get(name), self.good.get(name)):
                problems.append(f"neither old nor new: {name}")
        problems += [
            f"gone: {n}" for n in self.before if n.startswith("inputs/") and n not in after
        ]
        if said is not None:
            problems += self._said(said, after)
        return [f"{self.deed} #{number} {self.calls.hit}: {problem}" for problem in problems]

    def _is_left(self, name):
        """Nothing may be left among inputs; what could not be removed is cleared up later."""
        could_not = self.calls.hit.startswith(("unlink", "rmdir", "stat", "open"))
        return HALF.search(name) and (name.startswith("inputs/") or not could_not)

    def _said(self, said, after):
        if said.code == ExitCode.FAULT:
            yield f"our fault: {said.err}"
        if found := ENGLISH.search(said.out + said.err):
            yield f"English: {found[0]}"
        is_done = counted(after, CHANGED) == counted(self.good, CHANGED)
        # What it tries in a folder of its own and cannot read there it leaves undone, and tells.
        is_own = "/tmp/jixiao-" in self.calls.hit  # noqa: S108 - a name in the message, not a folder
        if said.code == ExitCode.DONE and not is_done and not is_own:
            yield f"says done: {said.out}{said.err}"

    def _done(self):
        with stand(self.deed, self.place) as arguments, pytest.MonkeyPatch.context() as patch:
            (self.place / "tmp").mkdir()
            patch.setattr("tempfile.tempdir", str(self.place / "tmp"))
            said = None
            try:
                with self.how(self.calls):
                    said = call(*arguments)
            except KilledError:
                pass
            return tree(self.place), said


def some(count: int, seed: str) -> list[int]:
    """Choose calls: all, or one that differs from command to command."""
    return [*range(1, count + 1)] if EXPLORES else [sum(map(ord, seed)) % count + 1]


@pytest.mark.parametrize("deed", [deed for deed in WRITING if is_quick(deed)], ids=str)
def test_a_write_that_fails(deed, tmp_path):
    trial = Trial(deed, tmp_path / "w", "writes")
    assert trial.count
    errors = (full, KeyboardInterrupt, KilledError, broken, short_of_memory)
    for turn, number in enumerate(some(trial.count, str(deed))):
        tried = errors if EXPLORES else (errors[(len(str(deed)) + turn) % len(errors)],)
        assert [p for error in tried for p in trial.attempt(number, error)] == []


@pytest.mark.parametrize("deed", [d for d in (*WRITING, *READING) if is_quick(d)], ids=str)
def test_a_read_that_fails(deed, tmp_path):
    trial = Trial(deed, tmp_path / "w", "reads")
    if deed.command == "rules":
        return  # it reads nothing of anybody's
    assert trial.count
    for number in some(trial.count, str(deed)):
        assert trial.attempt(number, broken) == []
