"""What looking for slips adds to a cold `audit`: processor time of whole processes, with the lexicon and without.

Every figure is a process of its own, user and system time as the kernel counts them; with and without
take turns, and the least and the median of the rounds are told. The index lies in the cache, as after
the first run ever. Four cases: a report that stands as it stood in the last run; the same with another
number in it; with one sentence more that no run has seen; and a report of other prose in every round,
none of which any run has seen (`tests/wording/prose`, some 4,800 characters in each). Without the
lexicon jieba is hidden, as where it is not installed. Run by hand: ``python benchmarks/cold_slips.py``.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx

ROOT = Path(__file__).resolve().parent.parent
PROSE = ROOT / "tests" / "wording" / "prose"
SIZE = 4_800
ARMS = ("with", "without")
HIDING = """
import sys
from importlib import util
find = util.find_spec
if sys.argv.pop(1) == "without":
    util.find_spec = lambda name, *more: None if name == "jieba" else find(name, *more)
from generator.cli import main
main()
"""


def prose() -> list[list[str]]:
    """Return parts of our prose, each a list of paragraphs."""
    lines = [
        line
        for path in sorted(PROSE.glob("*/*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line
    ]
    parts: list[list[str]] = [[]]
    for line in lines:
        if sum(map(len, parts[-1])) > SIZE:
            parts.append([])
        parts[-1].append(line)
    return parts


def write_report(path: Path, paragraphs: list[str]) -> None:
    """Write a report."""
    document = docx.Document()
    for text in ("绩效自评报告", *paragraphs):
        document.add_paragraph(text)
    document.save(str(path))


def milliseconds(arm: str, report: Path, cache: Path) -> float:
    """Audit a report in a process of its own."""
    command = [sys.executable, "-c", HIDING, arm, "audit", str(report)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "JIXIAO_CACHE": str(cache)}
    nowhere = [(os.POSIX_SPAWN_OPEN, handle, os.devnull, os.O_WRONLY, 0) for handle in (1, 2)]
    child = os.posix_spawn(command[0], command, environment, file_actions=nowhere)
    _, _, used = os.wait4(child, 0)
    return 1000 * (used.ru_utime + used.ru_stime)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    rounds: int = parser.parse_args().rounds
    parts = prose()
    cases: dict[str, Callable[[int], list[str]]] = {
        "as it stood": lambda _: parts[0],
        "another number": lambda n: [*parts[0], f"附件共{n}份。"],
        "a sentence more": lambda n: [*parts[0], parts[1 + n % (len(parts) - 1)][n % 3]],
        "other prose": lambda n: parts[1 + n % (len(parts) - 1)],
    }
    print("least (median), ms   with          without        more")
    for name, made in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            report, cache = Path(folder, "报告.docx"), Path(folder, "缓存")
            spent: dict[str, list[float]] = {arm: [] for arm in ARMS}
            write_report(report, parts[0])
            for arm in ARMS * 2:
                milliseconds(arm, report, cache)
            for number in range(rounds):
                write_report(report, made(number))
                for arm in ARMS:
                    spent[arm].append(milliseconds(arm, report, cache))
        least = [min(spent[arm]) for arm in ARMS]
        middle = [statistics.median(spent[arm]) for arm in ARMS]
        shown = "  ".join(f"{a:5.0f} ({b:5.0f})" for a, b in zip(least, middle, strict=True))
        more = f"{least[0] - least[1]:+4.0f} ({middle[0] - middle[1]:+.0f})"
        print(f"{name:18}  {shown}  {more}", flush=True)


if __name__ == "__main__":
    main()
