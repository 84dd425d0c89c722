"""One change tried: the tests near it are run, and one of them ought to fail."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tools.mutants.site import Site

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
    tests: int  # files that were asked


def try_change(tree: Path, site: Site, tests: Sequence[str], longest: float) -> Outcome:
    """Change the copy of the tree, run the tests one after another, and put it back."""
    if not tests:
        return Outcome(site, is_noticed=False, tests=0)
    path = tree / site.file
    before = path.read_text(encoding="utf-8")
    try:
        path.write_text(site.changed(before), encoding="utf-8")
        _forget(path)
        return Outcome(site, _fails(tree, tests, longest), len(tests))
    finally:
        path.write_text(before, encoding="utf-8")
        _forget(path)


def _fails(tree: Path, tests: Sequence[str], longest: float) -> bool:
    """Run the tests for as long as a change may take; what they do not see is not noticed."""
    code = _run(tree, tests, longest)
    if code == _NOT_FOUND:  # the name of a case may hold what pytest parts names by
        tests = list(dict.fromkeys(test.partition("[")[0] for test in tests))
        code = _run(tree, tests, longest)
    if code not in {_IN_TIME, 0, 1, 2}:
        raise RuntimeError(f"pytest ended with {code}: {' '.join(tests)}")
    return code not in {_IN_TIME, 0}


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
