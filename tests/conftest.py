"""What the tests share: the root of the checkout, dossiers written from text, and the way to run the program."""

import gc
import os
import shutil
import signal
import sys
import tempfile
import textwrap
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from generator.base import cache
from generator.load import kept
from tests.compiled_files import drop_doubtful

# A shell starts what it runs in the background with interrupts ignored, and every process below
# inherits that: tests of Ctrl-C would wait for ever.
is_main = threading.current_thread() is threading.main_thread()
if is_main and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parent.parent

# What the program keeps between runs lies apart from that of whoever runs the tests.
os.environ.setdefault("JIXIAO_CACHE", str(ROOT / ".pytest_cache" / "jixiao"))


def _keep_in_memory(disk: Path) -> None:
    """Tens of thousands of folders come and go, and a real disk takes a hundredth of a second for each.

    All that lies there at once is a gigabyte. Whoever names a place for temporary files is obeyed.
    """
    if "TMPDIR" in os.environ or not disk.is_dir() or not os.access(disk, os.W_OK | os.X_OK):
        return
    if shutil.disk_usage(disk).free < 4 << 30 or os.statvfs(disk).f_flag & os.ST_NOEXEC:
        return
    os.environ["TMPDIR"] = str(disk)
    tempfile.tempdir = None  # it is looked for again


_keep_in_memory(Path("/dev/shm"))  # noqa: S108 - the folders in it are made by pytest, safely

# Where nothing compiled may lie in the checkout, it lies there too: else each of the hundreds of
# processes that the tests start compiles the program anew, and each worker all the tests.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".pytest_cache" / "compiled")
    sys.pycache_prefix, sys.dont_write_bytecode = os.environ["PYTHONPYCACHEPREFIX"], False
if "PYTEST_XDIST_WORKER" not in os.environ:
    drop_doubtful(ROOT / name for name in ("generator", "tests", "tools", "benchmarks"))

_SHARED = os.environ["JIXIAO_CACHE"]


class _TakenUpOnce:
    """What packs say is taken up once in a process, as one command does it, and not by each of thousands.

    A test that has a folder of its own for what is kept reads what lies there.
    """

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(cache, name)

    def load_values(self, key: str) -> Any:
        if os.environ.get(cache.VARIABLE) != _SHARED:
            return cache.load_values(key)
        if self._known.get(key) is None:
            self._known[key] = cache.load_values(key)
        return self._known[key]


kept.cache = _TakenUpOnce()  # type: ignore[assignment]

# Thousands of tests keep more than one user does, and what all of them need is not to be forgotten.
cache._MOST_FILES = 1_000

# The same commit gives the same answer everywhere. `make explore` looks for new cases; what it finds
# becomes an example beside its property.
settings.register_profile("tests", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("explore", settings.get_profile("tests"), derandomize=False)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "tests")
EXPLORES = PROFILE == "explore"
settings.load_profile(PROFILE)


def examples(here: int, *, explored: int) -> int:
    """How many cases of a property that takes long are tried: some here, many by ``make explore``."""
    return explored if EXPLORES else here


def _synced(number: int) -> None:
    """Fail as the system does for what is no open file; the disk itself is not waited for.

    No test cuts the power, and a disk may take a hundredth of a second each of ten thousand times.
    """
    os.fstat(number)


os.fsync = _synced

# Files of tests that take about a second or more together; `make quick` leaves them out.
SLOW = frozenset((ROOT / "tests" / "slow.txt").read_text(encoding="utf-8").split())


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What ``make quick`` leaves out is not even read; ``None`` leaves it to pytest."""
    return True if _is_quick(config) and _is_slow(collection_path) else None


def _is_slow(path: Path) -> bool:
    return path.relative_to(ROOT).as_posix() in SLOW


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _is_slow(item.path):
            item.add_marker(pytest.mark.slow)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are cores for all tests: hundreds wait for LibreOffice, a browser, a process."""
    return (os.cpu_count() or 1) + (not _is_quick(config))


def _is_quick(config: pytest.Config) -> bool:
    return bool(config.getoption("markexpr") == "not slow")


def pytest_collection_finish() -> None:
    """Twenty thousand tests stay to the end: whoever looks for garbage need not look through them."""
    gc.collect()
    gc.freeze()
    gc.collect()  # else it would wait until a quarter as much has come on top of what is frozen


# Thousands of tests make rows by the million: looked through at every thousandth thing, a whole
# workbook takes an eighth longer.
_GARBAGE = (20_000, 5, 5)
_MOST_GROWTH = 200 << 20  # bytes between two looks
gc.set_threshold(*_GARBAGE)


@pytest.fixture(autouse=True)
def garbage_is_looked_for_as_before() -> Iterator[None]:
    """The program looks seldom; thousands of tests in its process would keep gigabytes of old trees."""
    yield
    gc.set_threshold(*_GARBAGE)


def pytest_runtest_logfinish() -> None:
    """Let go of what few small things hold much of: a tree of Word is one of them, whatever its size."""
    if _size() > _Size.at_last_look + _MOST_GROWTH:
        gc.collect()
        _Size.at_last_look = _size()


class _Size:
    """How much this process had when it was last looked through."""

    at_last_look = 0


def _size() -> int:
    """Return the bytes that this process has in memory, where the system tells it in a file."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


UNIT = """
year = 2023
scheme = "mof-2020"

[unit]
name = "某县图书馆"
date = 2024-03-01
"""

PROJECT = """
[project]
name = "图书购置"
authority = "某县文化局"
implementer = "某县图书馆"
overview = "为全县读者购置图书。"

[funds]
initial = 100
budget = 100
spent = 95
sources = [{ name = "当年财政拨款", initial = 100, budget = 100, spent = 95 }]

[goal]
expected = "丰富馆藏。"
achieved = '购书{{ indicator("购书册数").actual }}，支出{{ funds.spent }}。'

[[indicator]]
class = "产出/数量"
name = "购书册数"
target = "≥20000册"
actual = "20500册"
weight = 50

[[indicator]]
class = "效益/社会效益"
name = "到馆人次增长率"
target = "≥10%"
actual = "8%"
weight = 30
reason = "新馆推迟开放。"

[[indicator]]
class = "满意度/服务对象满意度"
name = "读者满意度"
target = "≥90%"
actual = "93%"
weight = 10

[[problem]]
text = "到馆人次增长偏慢。"
measure = "延长开放时间。"

[result]
use = "作为下年度预算安排的依据。"
publicity = "在政府网站公开。"
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases", action="store_true", help="write expected.txt anew; then read the diff"
    )


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty workspace the current folder."""
    (tmp_path / "jixiao.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def dossier(workspace: Path) -> Callable[..., Path]:
    """Write a dossier that has no problem, with some files replaced or lines changed."""

    def make(
        unit: str = UNIT,
        project: str = PROJECT,
        *,
        change: Mapping[str, str] | None = None,
        **files: str,
    ) -> Path:
        for old, new in (change or {}).items():
            assert old in unit + project, f"nothing to change: {old}"
            unit, project = unit.replace(old, new), project.replace(old, new)
        named = {f"{name.replace('_', '-')}.toml": text for name, text in files.items()}
        return write_files(
            workspace / "inputs" / "library-2023",
            {"unit.toml": unit, "books.toml": project, **named},
        )

    return make


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command line in this process; returns exit code, output, error output."""
    from generator.cli import main

    def call(*arguments: str | os.PathLike[str]) -> tuple[int, str, str]:
        before = sys.argv
        sys.argv = ["jixiao", *map(str, arguments)]
        try:
            with pytest.raises(SystemExit) as stop:
                main()
        finally:
            sys.argv = before
        captured = capsys.readouterr()
        code = stop.value.code
        return (
            (code if isinstance(code, int) else 0 if code is None else 1),
            captured.out,
            captured.err,
        )

    return call


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make folders that nobody may look into; a real one would open for whoever is root."""

    def close(name: str) -> None:
        def refuse(way: Callable[..., Any]) -> Callable[..., Any]:
            def look(path: str | os.PathLike[str] = ".") -> Any:
                if os.fspath(path).endswith(name):
                    raise PermissionError(13, "Permission denied", os.fspath(path))
                return way(path)

            return look

        monkeypatch.setattr(os, "scandir", refuse(os.scandir))
        monkeypatch.setattr(os, "listdir", refuse(os.listdir))

    return close
