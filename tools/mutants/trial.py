"""One change tried: the tests that come by are run, and one of them ought to fail."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.mutants.site import Site

_LONGEST = 240  # seconds; a change that makes a loop endless has been noticed, too
_MOST_TESTS = 90  # of those that come by, the nearest


class Outcome(NamedTuple):
    """What became of one change."""

    site: Site
    is_noticed: bool
    tests: int


def try_change(tree: Path, site: Site, contexts: Iterable[str]) -> Outcome:
    """Change the copy of the tree, run the tests, and put it back."""
    chosen = tests_for(site, tree, contexts)
    if not chosen:
        return Outcome(site, is_noticed=False, tests=0)
    path = tree / site.file
    before = path.read_text(encoding="utf-8")
    try:
        path.write_text(site.changed(before), encoding="utf-8")
        _forget(path)
        return Outcome(site, _fails(tree, chosen), len(chosen))
    finally:
        path.write_text(before, encoding="utf-8")
        _forget(path)


def tests_for(site: Site, tree: Path, contexts: Iterable[str]) -> list[str]:
    """Choose tests, those of the same room first, then by name; data is read by the rules' tests."""
    if site.file.endswith(".toml"):
        return ["tests/rules", "tests/score"]
    room, stem = site.file.split("/")[1], Path(site.file).stem
    found = {test for context in contexts if (test := _as_test(tree, context))}
    near = sorted(found, key=lambda test: (stem not in test, f"tests/{room}/" not in test, test))
    return _from_all_files(near)[:_MOST_TESTS]


def _from_all_files(tests: Sequence[str]) -> list[str]:
    """Order tests so that the first of every file come first: files look at other sides of a thing."""
    turns: dict[str, int] = {}
    numbered = []
    for test in tests:
        file = test.partition("::")[0]
        turns[file] = turns.get(file, 0) + 1
        numbered.append((turns[file], test))
    return [test for _, test in sorted(numbered, key=lambda pair: pair[0])]


def _as_test(tree: Path, context: str) -> str:
    """Turn ``tests.read.test_year.test_x`` into what the runner takes."""
    parts = context.split(".")
    for length in range(len(parts) - 1, 0, -1):
        file = Path(*parts[:length]).with_suffix(".py")
        if (tree / file).is_file():
            rest = [re.sub(r"\W.*", "", part) for part in parts[length:]]
            return "::".join([file.as_posix(), *rest])
    return ""


def _fails(tree: Path, tests: Sequence[str]) -> bool:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    command = [sys.executable, "-m", "pytest", *options, *tests]
    try:
        ended = subprocess.run(  # noqa: S603 - our own tests
            command,
            cwd=tree,
            env=environment,
            check=False,
            timeout=_LONGEST,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return True
    if ended.returncode not in {0, 1, 2}:
        raise RuntimeError(f"pytest ended with {ended.returncode}: {' '.join(command)}")
    return ended.returncode != 0


def _forget(path: Path) -> None:
    """Take away what was compiled: two changes within a second look alike to Python."""
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink(missing_ok=True)
