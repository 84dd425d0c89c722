"""``python -m tools.mutants``: try a seeded sample of changes within the time that is given.

The tests of the rooms are watched once, for a quarter of that time at most; a change is then held
against those tests alone that come by its lines. Where none of them does, and for data, the files
of tests are asked that are nearest.
"""

import argparse
import contextlib
import os
import queue
import random
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.mutants.near import Near
from tools.mutants.reach import Name, Reach
from tools.mutants.seen import watch_tests
from tools.mutants.site import COMPARISON, COUNT, THRESHOLD, Site, sites_of
from tools.mutants.trial import Outcome, Trials

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("generator/score/", "generator/rules/", "generator/roundtrip/", "generator/read/")
DATA = ("templates/rules/",)
_MOST_FILES = 40  # of tests: those that are farther take longer than a change may
_TO_WATCH = 0.25  # of the time
_KINDS = {"threshold": THRESHOLD, "count": COUNT, "comparison": COMPARISON}
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "outputs", "dist")


def main() -> int:
    """Try the sample, and list what no test noticed."""
    order = _order()
    began = time.monotonic()
    sites = _sample(order.seed, order.only, _KINDS.get(order.kind))
    with tempfile.TemporaryDirectory(prefix="jixiao-mutants-") as name:
        folder = Path(name)
        trees = [_copy(folder / f"tree-{number}") for number in range(order.jobs)]
        sample = sites[: order.sample]
        print(f"可改 {len(sites)} 处，试其中 {len(sample)} 处。", flush=True)
        time_given = order.minutes * 60
        chosen = _tests_of(sample, trees, began + time_given * _TO_WATCH)
        outcomes = list(_tried(chosen, trees, order.seconds, began + time_given))
    missed = [outcome for outcome in outcomes if not outcome.is_noticed]
    print(
        f"改了 {len(outcomes)} 处（种子 {order.seed}），测试发现 {len(outcomes) - len(missed)} 处。"
    )
    for kind in (THRESHOLD, COUNT, COMPARISON):
        own = [outcome for outcome in missed if outcome.site.kind == kind]
        print(f"没有发现的{kind}：{len(own)} 处")
        for outcome in sorted(own):
            print(f"    {outcome.site}{'' if outcome.tests else '  （没有测试走到）'}")
    return int(bool(missed))


def _order() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--minutes", type=float, default=55)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help="only sites whose file:line contains this")
    parser.add_argument("--kind", choices=_KINDS, help="only changes of this kind")
    parser.add_argument("--seconds", type=float, default=90, help="for the tests of one change")
    return parser.parse_args()


def _sample(seed: int, only: str, kind: str | None) -> list[Site]:
    """Shuffle all sites, so that the first ones are a sample of any length."""
    paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    paths += [path for folder in DATA for path in sorted((ROOT / folder).rglob("*.toml"))]
    sites = [site for path in paths for site in sites_of(ROOT, path)]
    sites = [s for s in sites if only in f"{s.file}:{s.line}:" and kind in {None, s.kind}]
    random.Random(seed).shuffle(sites)  # noqa: S311 - a sample, not a secret
    return sites


class _Chosen(NamedTuple):
    site: Site
    bindings: list[Name]  # of its constant
    tests: list[str]


def _tests_of(sites: Sequence[Site], trees: Sequence[Path], until: float) -> list[_Chosen]:
    """Choose the tests that each change is held against."""
    near, reach = Near(ROOT), Reach(ROOT)
    lines = {site: reach.lines_of(site) for site in sites}
    files = near.tests_of_rooms(dict.fromkeys(site.file for site in sites))
    seen = watch_tests(trees, files, frozenset().union(*lines.values()), until)
    # What was cut short says little: a change may be noticed by a test that nobody watched.
    print(f"看了 {len(seen.files)} 个测试文件，共 {len(files)} 个。", flush=True)
    return [
        _Chosen(
            site,
            reach.bindings_of(site),
            seen.of(site.file, lines[site]) or near.tests_of(site.file)[:_MOST_FILES],
        )
        for site in sites
    ]


def _copy(tree: Path) -> Path:
    shutil.copytree(ROOT, tree, ignore=_LEFT_OUT, symlinks=True)
    (tree / "outputs").mkdir(exist_ok=True)
    return tree


def _tried(
    chosen: Sequence[_Chosen], trees: Sequence[Path], longest: float, until: float
) -> Iterator[Outcome]:
    """Try the changes in as many trees as there are, and say how far it has come."""
    waiting: queue.SimpleQueue[_Chosen] = queue.SimpleQueue()
    done: queue.SimpleQueue[Outcome | BaseException | None] = queue.SimpleQueue()
    for one in chosen:
        waiting.put(one)

    files = sorted(
        {test.partition("::")[0] for one in chosen for test in one.tests if "::" in test}
    )

    def work(tree: Path) -> None:
        try:
            trials = Trials(tree, files)
            with contextlib.suppress(queue.Empty):
                while time.monotonic() < until:
                    done.put(trials.try_change(*waiting.get_nowait(), longest))
            trials.end()
        except Exception as error:
            done.put(error)
        done.put(None)

    for tree in trees:
        threading.Thread(target=work, args=(tree,), daemon=True).start()
    working, number = len(trees), 0
    while working:
        outcome = done.get()
        if outcome is None:
            working -= 1
        elif isinstance(outcome, BaseException):
            raise outcome
        else:
            number += 1
            said = "发现" if outcome.is_noticed else "没有发现"
            print(f"[{number}/{len(chosen)}] {said}  {outcome.site}", flush=True)
            yield outcome


if __name__ == "__main__":
    raise SystemExit(main())
