"""Which tests run which line: found out once, by running the tests of the rooms under coverage."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

# The folders of tests that exercise the rooms whose thresholds are changed.
TESTS = (
    "tests/score",
    "tests/rules",
    "tests/checks",
    "tests/read",
    "tests/roundtrip",
    "tests/summary",
    "tests/use",
    "tests/wording",
)
_SETTINGS = """[run]
source = generator
dynamic_context = test_function
data_file = {data}
[json]
show_contexts = true
"""

Reach = Mapping[str, Mapping[int, tuple[str, ...]]]


def find_reach(tree: Path, folder: Path, rooms: Iterable[str]) -> Reach:
    """Run the tests once, and note for every line of the rooms which of them came by."""
    kept = folder / "reach.json"
    if not kept.exists():
        _measure(tree, folder, tuple(rooms), kept)
    data = json.loads(kept.read_text(encoding="utf-8"))
    return {
        file: {int(line): tuple(tests) for line, tests in lines.items()}
        for file, lines in data.items()
    }


def _measure(tree: Path, folder: Path, rooms: tuple[str, ...], kept: Path) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    running = []
    for number, tests in enumerate(TESTS):
        if not (tree / tests).is_dir():
            continue
        settings = folder / f"coverage-{number}.ini"
        settings.write_text(_SETTINGS.format(data=folder / f"data-{number}"), encoding="utf-8")
        command = [sys.executable, "-m", "coverage", "run", f"--rcfile={settings}", "-m", "pytest"]
        command += ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", tests]
        running.append((number, settings, command))
    workers = max(1, (os.cpu_count() or 1))
    while running:
        batch, running = running[:workers], running[workers:]
        own = [
            subprocess.Popen(command, cwd=tree, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own tests
            for _, _, command in batch
        ]
        for process in own:
            process.wait()
    found: dict[str, dict[int, set[str]]] = {}
    for number in range(len(TESTS)):
        if (folder / f"data-{number}").exists():
            _gather(tree, folder, number, rooms, found)
    listed = {
        file: {line: sorted(tests) for line, tests in lines.items()}
        for file, lines in found.items()
    }
    kept.write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")


def _gather(
    tree: Path,
    folder: Path,
    number: int,
    rooms: tuple[str, ...],
    found: dict[str, dict[int, set[str]]],
) -> None:
    from coverage import CoverageData  # noqa: PLC0415 - wanted for this alone

    data = CoverageData(str(folder / f"data-{number}"))
    data.read()
    for measured in data.measured_files():
        file = Path(measured).resolve()
        if not file.is_relative_to(tree.resolve()):
            continue
        shown = file.relative_to(tree.resolve()).as_posix()
        if not shown.startswith(rooms):
            continue
        for line, tests in data.contexts_by_lineno(measured).items():
            found.setdefault(shown, {}).setdefault(line, set()).update(
                test for test in tests if test
            )
