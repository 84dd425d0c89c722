"""One change tried: the tests near it are run, and one of them ought to fail."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tools.mutants.reach import Name
from tools.mutants.site import Site
from tools.mutants.warm import COLD, IN_TIME, PASSED

_STUCK = 60  # seconds without one more test: a change that makes a loop endless has been noticed
_NOT_FOUND, _IN_TIME = (
    4,
    -99,
)  # how pytest ends without a test of that name; our own, for none failed
_LOOK = 0.2  # seconds between two looks at a run


class Outcome(NamedTuple):
    """What became of one change."""

    site: Site
    is_noticed: bool
    tests: int  # that were asked
    is_cut: bool = False  # the time of the change was up before all of them had answered


class Trials:
    """A copy of the tree with the tests of some files collected once, so that a change takes little."""

    def __init__(self, tree: Path, files: Sequence[str]) -> None:
        """Let pytest collect; it says what it has found."""
        self.tree = tree
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "tools.mutants.warm"]
        self._running = subprocess.Popen(  # noqa: S603 - our own tests
            [sys.executable, "-m", "pytest", *options, *files],
            cwd=tree,
            env={**os.environ, "JIXIAO_TRIALS": f"{orders},{answers}"},
            pass_fds=(orders, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(orders)
        os.close(answers)
        self._to = os.fdopen(self._orders, "w", encoding="utf-8")
        self._from = os.fdopen(self._answers, encoding="utf-8")
        self.collected = frozenset(json.loads(self._from.readline() or "[]"))

    def end(self) -> None:
        """Let it go."""
        self._to.close()
        self._from.close()
        self._running.wait()

    def try_change(
        self, site: Site, bindings: Sequence[Name], tests: Sequence[str], longest: float
    ) -> Outcome:
        """Try a change in what is loaded, or in the file where that cannot be."""
        if site.file.endswith(".toml") or not tests or not self.collected.issuperset(tests):
            return try_change(self.tree, site, tests, longest)
        path = self.tree / site.file
        before = path.read_text(encoding="utf-8")
        order = {
            "path": str(path),
            "before": before,
            "after": site.changed(before),
            "bindings": bindings,
            "tests": tests,
            "seconds": longest,
        }
        print(json.dumps(order), file=self._to, flush=True)
        answer = json.loads(self._from.readline())
        if answer == COLD:
            return try_change(self.tree, site, tests, longest)
        is_cut = answer == IN_TIME
        return Outcome(site, answer != PASSED and not is_cut, len(tests), is_cut)


def try_change(tree: Path, site: Site, tests: Sequence[str], longest: float) -> Outcome:
    """Change the copy of the tree, run the tests one after another, and put it back."""
    if not tests:
        return Outcome(site, is_noticed=False, tests=0)
    path = tree / site.file
    before = path.read_text(encoding="utf-8")
    try:
        path.write_text(site.changed(before), encoding="utf-8")
        _forget(path)
        code = _code(tree, tests, longest)
        return Outcome(site, code not in {_IN_TIME, 0}, len(tests), code == _IN_TIME)
    finally:
        path.write_text(before, encoding="utf-8")
        _forget(path)


def _code(tree: Path, tests: Sequence[str], longest: float) -> int:
    """Run the tests for as long as a change may take, and return how pytest ended."""
    code = _run(tree, tests, longest)
    if code == _NOT_FOUND:  # the name of a case may hold what pytest parts names by
        tests = list(dict.fromkeys(test.partition("[")[0] for test in tests))
        code = _run(tree, tests, longest)
    if code not in {_IN_TIME, 0, 1, 2}:
        raise RuntimeError(f"pytest ended with {code}: {' '.join(tests)}")
    return code


def _run(tree: Path, tests: Sequence[str], longest: float) -> int:
    """Return how pytest ended: as failed where it hangs, as nothing where the time was up."""
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command = [sys.executable, "-m", "pytest", *options, *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": ""}
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(  # noqa: S603 - our own tests
            command, cwd=tree, env=environment, stdout=said, stderr=subprocess.DEVNULL
        )
        began = moved = time.monotonic()
        size = 0
        while running.poll() is None:
            now, grown = time.monotonic(), os.fstat(said.fileno()).st_size
            if grown > size:
                size, moved = grown, now
            if now - moved > _STUCK or now - began > longest:
                running.kill()
                running.wait()
                return 1 if now - moved > _STUCK else _IN_TIME
            time.sleep(_LOOK)
    return running.returncode


def _forget(path: Path) -> None:
    """Take away what was compiled: two changes within a second look alike to Python."""
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink(missing_ok=True)
