"""A plugin of pytest: note which tests come by which of the watched lines, and how long each takes.

``JIXIAO_WATCH`` names a file of JSON with the root and the lines by their files; a line of JSON for
every test is added to the file beside it that ends in ``.seen``.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

_ENOUGH = (
    300  # calls of a function in a test: lines that it has not come by until then, it will not
)

_Lines = set[tuple[str, int]]


class Watch:
    """What is watched, and what one test has come by."""

    def __init__(self, root: str, lines: dict[str, list[int]]) -> None:
        """Watch lines of files below a root."""
        self._root = root.rstrip(os.sep) + os.sep
        self._lines = {file: frozenset(numbers) for file, numbers in lines.items()}
        self._of_code: dict[CodeType, frozenset[int]] = {}
        self.start()

    def start(self) -> None:
        """Forget the test before."""
        self._left: dict[CodeType, set[int]] = {}
        self._calls: dict[CodeType, int] = {}

    def seen(self) -> _Lines:
        """Return the lines that this test has come by."""
        return {
            (self._file(code), line)
            for code, left in self._left.items()
            for line in self._of_code[code] - left
        }

    def called(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        """Look into a function as long as it has lines that are still to be come by."""
        code = frame.f_code
        left = self._left.get(code)
        if left is None:
            left = self._left[code] = set(self._watched(code))
        if not left:
            return None
        self._calls[code] = self._calls.get(code, 0) + 1
        return self._stepped if self._calls[code] <= _ENOUGH else None

    def _stepped(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        left = self._left.get(frame.f_code)
        if left is None:  # a generator of the test before
            return None
        left.discard(frame.f_lineno)
        return self._stepped if left else None

    def _watched(self, code: CodeType) -> frozenset[int]:
        if code not in self._of_code:
            lines = self._lines.get(self._file(code), frozenset())
            own = {line for *_, line in code.co_lines()} if lines else set()
            self._of_code[code] = frozenset(lines & own)
        return self._of_code[code]

    def _file(self, code: CodeType) -> str:
        return code.co_filename.removeprefix(self._root).replace(os.sep, "/")


_ORDER = os.environ.get("JIXIAO_WATCH", "")
_WATCH = Watch(**json.loads(Path(_ORDER).read_text(encoding="utf-8"))) if _ORDER else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Watch a test with its fixtures."""
    if _WATCH is None:
        return (yield)
    _WATCH.start()
    before, began = sys.gettrace(), time.monotonic()
    sys.settrace(_WATCH.called)
    try:
        return (yield)
    finally:
        sys.settrace(before)
        _note(item.nodeid, time.monotonic() - began, _WATCH.seen())


def _note(test: str, seconds: float, seen: _Lines) -> None:
    line = json.dumps({"test": test, "seconds": round(seconds, 3), "seen": sorted(seen)})
    with Path(_ORDER).with_suffix(".seen").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
