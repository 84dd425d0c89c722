"""A plugin of pytest: collect once, then try every change in a process forked from there.

``JIXIAO_TRIALS`` names two open files, of orders and of answers, a line of JSON each. An order names
the changed file, its text before and after, the names that hold its constant, the tests, and how long
they may take.
"""

import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from tools.mutants.patch import LoadedFunctions, patch
from tools.mutants.reach import Name

PASSED, FAILED, IN_TIME, COLD = "passed", "failed", "in time", "cold"
_CODES = {0: PASSED, 1: FAILED, 2: COLD}
_LOOK = 0.02  # seconds between two looks at a process

_failed = False


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note that a test has failed."""
    global _failed  # noqa: PLW0603 - a plugin has no other place; each process tries one change
    _failed = _failed or report.failed


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Answer orders until there are none left, instead of running what was collected."""
    trials = os.environ.get("JIXIAO_TRIALS")
    if trials is None:
        return None
    reads, writes = map(int, trials.split(","))
    items = {item.nodeid: item for item in session.items}
    with os.fdopen(reads, encoding="utf-8") as orders, os.fdopen(writes, "w") as answers:
        print(json.dumps(sorted(items)), file=answers, flush=True)
        loaded = LoadedFunctions(Path.cwd())
        for line in orders:
            order = json.loads(line)
            functions = loaded.of(Path(order["path"]))
            print(json.dumps(_tried(items, order, functions)), file=answers, flush=True)
    return True


def _tried(
    items: Mapping[str, pytest.Item], order: dict[str, Any], functions: Sequence[FunctionType]
) -> str:
    """Try one change in a process of its own, and end it when its time is up."""
    kept = tempfile.mkdtemp(prefix="jixiao-kept-")
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        os.environ["JIXIAO_CACHE"] = kept  # what was kept of the program before tells nothing
        code = 1
        try:
            tests = [items[name] for name in order["tests"] if name in items]
            code = _run(tests, order, functions)
        finally:
            os._exit(code)
    until = time.monotonic() + order["seconds"]
    try:
        while time.monotonic() < until:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return _CODES.get(os.waitstatus_to_exitcode(status), FAILED)
            time.sleep(_LOOK)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return IN_TIME
    finally:
        shutil.rmtree(kept, ignore_errors=True)


def _run(
    items: Sequence[pytest.Item], order: dict[str, Any], functions: Sequence[FunctionType]
) -> int:
    bindings = [Name(*binding) for binding in order["bindings"]]
    if not patch(Path(order["path"]), order["before"], order["after"], bindings, functions):
        return 2
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if _failed:
            return 1
    return 0
