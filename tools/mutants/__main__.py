"""``python -m tools.mutants``: try a seeded sample of changes within the time that is given.

The tests of the rooms are watched once, for a quarter of that time at most; a change is then held
against those tests alone that come by its lines. Where no test at all does, and for data, the files
of tests are asked that are nearest. What none of these has noticed is held, in the time that is
left, against all other tests that come by its lines; where these could not all be asked, that is
said: such a change is not decided.
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

from tools.mutants.choice import Choice, Chosen
from tools.mutants.result import Result, lines_of, progress, unnoticed_in
from tools.mutants.site import COMPARISON, COUNT, THRESHOLD, Site, sites_of
from tools.mutants.trial import Trials

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("generator/score/", "generator/rules/", "generator/roundtrip/", "generator/read/")
DATA = ("templates/rules/",)
_TO_WATCH, _TO_TRY = 0.25, 0.6  # of the time
_PATIENCE = 10  # times as long a change may take when all tests are asked
_KINDS = {"threshold": THRESHOLD, "count": COUNT, "comparison": COMPARISON}
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "outputs", "dist")


def main() -> int:
    """Try the sample, and list what no test noticed."""
    order = _order()
    began = time.monotonic()
    sites = _sample(order.seed, order.only, _KINDS.get(order.kind))
    if order.again:
        listed = unnoticed_in(order.again.read_text(encoding="utf-8"))
        sites = [site for site in sites if str(site) in listed]
    with tempfile.TemporaryDirectory(prefix="jixiao-mutants-") as name:
        folder = Path(name)
        trees = [_copy(folder / f"tree-{number}") for number in range(order.jobs)]
        sample = sites[: order.sample]
        print(f"可改 {len(sites)} 处，试其中 {len(sample)} 处。", flush=True)
        time_given = order.minutes * 60
        choice = Choice(ROOT, trees)
        chosen = choice.first(sample, began + time_given * _TO_WATCH)
        tried = _tried(chosen, trees, order.seconds, began + time_given * _TO_TRY)
        results = {result.site: result for result in tried}
        missed = [result for result in results.values() if result.is_open]
        now, end = time.monotonic(), began + time_given
        if missed and now < end:
            rest = choice.rest({r.site: r.tests for r in missed}, now + (end - now) / 2)
            for later in _tried(rest, trees, order.seconds * _PATIENCE, end):
                tests = results[later.site].tests + later.tests
                results[later.site] = later._replace(tests=tests)
    print("\n".join(lines_of(results.values(), len(sample), order.seed)))
    return int(not all(result.is_noticed for result in results.values()))


def _order() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--minutes", type=float, default=55)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help="only sites whose file:line contains this")
    parser.add_argument("--kind", choices=_KINDS, help="only changes of this kind")
    parser.add_argument(
        "--again", type=Path, help="only what a run, whose words a file holds, has not noticed"
    )
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


def _copy(tree: Path) -> Path:
    shutil.copytree(ROOT, tree, ignore=_LEFT_OUT, symlinks=True)
    (tree / "outputs").mkdir(exist_ok=True)
    return tree


def _tried(
    chosen: Sequence[Chosen], trees: Sequence[Path], longest: float, until: float
) -> Iterator[Result]:
    """Try the changes in as many trees as there are, and say how far it has come."""
    waiting: queue.SimpleQueue[Chosen] = queue.SimpleQueue()
    done: queue.SimpleQueue[Result | BaseException | None] = queue.SimpleQueue()
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
                    done.put(_result(waiting.get_nowait(), trials, longest))
            trials.end()
        except Exception as error:
            done.put(error)
        done.put(None)

    for tree in trees:
        threading.Thread(target=work, args=(tree,), daemon=True).start()
    working, number = len(trees), 0
    while working:
        result = done.get()
        if result is None:
            working -= 1
        elif isinstance(result, BaseException):
            raise result
        else:
            number += 1
            print(progress(result, number, len(chosen)), flush=True)
            yield result


def _result(chosen: Chosen, trials: Trials, longest: float) -> Result:
    outcome = trials.try_change(chosen.site, chosen.bindings, chosen.tests, longest)
    answered = () if outcome.is_cut else tuple(chosen.tests)
    is_all = chosen.is_all and not outcome.is_cut
    return Result(chosen.site, outcome.is_noticed, answered, is_all)


if __name__ == "__main__":
    raise SystemExit(main())
