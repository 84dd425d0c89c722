"""Which tests come by a line: the tests of a room are run once, and watched while they run."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.mutants.reach import Line, watched

_QUICK = 0.5  # seconds: slower tests are asked last
_TOGETHER = 8  # files of tests that are run by one process


class Seen(NamedTuple):
    """A test, how long it took, and the lines that it came by."""

    test: str
    seconds: float
    lines: frozenset[Line]


class SeenTests:
    """The tests that were watched."""

    def __init__(self, seen: Iterable[Seen], files: Iterable[str] = ()) -> None:
        """Take them as they were seen, and the files of tests that were run to their end."""
        self._seen = tuple(seen)
        self.files = frozenset(files)

    def __add__(self, other: "SeenTests") -> "SeenTests":
        """Join what was seen at two times."""
        return SeenTests([*self._seen, *other._seen], self.files | other.files)

    def of(self, file: str, lines: frozenset[Line]) -> list[str]:
        """Order the tests that come by some lines: those named like the file, then the quick ones.

        Of these come first those that see most of the file.
        """
        own = [seen for seen in self._seen if seen.lines & lines]
        depth = {seen.test: sum(name == file for name, _ in seen.lines) for seen in own}
        stem = Path(file).stem

        def rank(seen: Seen) -> tuple[bool, bool, int, float, str]:
            is_like = f"_{stem}" in Path(seen.test.partition("::")[0]).stem
            is_slow = seen.seconds > _QUICK
            return (not is_like, is_slow, -depth[seen.test], seen.seconds, seen.test)

        own.sort(key=rank)
        return list(dict.fromkeys(seen.test for seen in own))


def watch_tests(
    trees: Sequence[Path], files: Iterable[str], lines: Iterable[Line], until: float
) -> SeenTests:
    """Run files of tests in copies of the tree, as many as there is time for."""
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    left = list(files)
    for start in range(0, len(left), _TOGETHER):
        waiting.put(left[start : start + _TOGETHER])
    by_file = watched(lines)
    orders = [_order(tree, by_file) for tree in trees]
    ended: list[str] = []
    working = [
        threading.Thread(target=_work, args=(tree, order, waiting, ended, until), daemon=True)
        for tree, order in zip(trees, orders, strict=True)
    ]
    for thread in working:
        thread.start()
    for thread in working:
        thread.join()
    seen = [one for order in orders for one in _read(order.with_suffix(".seen"))]
    return SeenTests(seen, ended)


def _order(tree: Path, lines: dict[str, list[int]]) -> Path:
    """Write for the plugin what is to be watched in a tree."""
    order = tree.with_suffix(".json")
    order.with_suffix(".seen").unlink(missing_ok=True)
    order.write_text(json.dumps({"root": str(tree), "lines": lines}), encoding="utf-8")
    return order


def _work(
    tree: Path,
    order: Path,
    waiting: "queue.SimpleQueue[list[str]]",
    ended: list[str],
    until: float,
) -> None:
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "tools.mutants.watch"]
    while (left := until - time.monotonic()) > 0:
        try:
            files = waiting.get_nowait()
        except queue.Empty:
            return
        running = subprocess.Popen(  # noqa: S603 - our own tests
            [sys.executable, "-m", "pytest", *options, *files],
            cwd=tree,
            env={**os.environ, "JIXIAO_WATCH": str(order)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            running.wait(left)
            ended += files
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _read(path: Path) -> Iterable[Seen]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:  # cut off when the time was up
            continue
        yield Seen(said["test"], said["seconds"], frozenset((f, n) for f, n in said["seen"]))
