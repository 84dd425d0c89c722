"""Slips in any word: how many are seen, and what is cried wrongly, on prose of our own.

The prose lies in ``tests/wording/prose``: ``open/`` was looked at while words and weights were chosen;
``held/`` was written afterwards, and words of its crafts were added later; ``fresh/`` was written before
neighbours became evidence, and of it only the figures below were ever looked at. Each sentence gets one
slip by rule, and each part is looked at as one document. ``--sample FILE`` writes the slips of one
seed, which a test keeps.

Run by hand: ``python benchmarks/slips.py``; never part of the tests.
"""

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.load.packs import find_packs
from generator.load.workspace_lexicon import load_lexicon
from generator.wording.lexicon.index import Met, OwnWords, Readings, make_index
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.sounds import plain
from generator.wording.lexicon.sources import (
    find_sources,
    read_phrases,
    read_readings,
    read_words,
)
from generator.wording.slips.finder import SlipFinder
from generator.wording.slips.segment import best_cut

if __package__:
    from benchmarks.slip_maker import MadeSlip, SlipMaker
else:
    from slip_maker import MadeSlip, SlipMaker

PROSE = Path(__file__).resolve().parent.parent / "tests" / "wording" / "prose"
HALVES = ("open", "held", "fresh")
_CHINESE = re.compile("[一-鿿]+")


def read_prose(half: str) -> list[str]:
    """Read the texts of one half."""
    return [path.read_text(encoding="utf-8") for path in sorted((PROSE / half).glob("*.txt"))]


def make_maker() -> tuple[SlipMaker, Callable[[str], Iterator[tuple[int, str]]]]:
    """Return what makes slips, and what cuts words: with the general list alone."""
    sources = find_sources()
    if sources is None:
        sys.exit("jieba and pypinyin are not installed")
    counts, readings = read_words(sources.words), read_readings(sources.readings)
    index = make_index(
        counts,
        OwnWords({}, {}, frozenset()),
        Readings(readings, read_phrases(sources.phrases)),
        Met({}),
    )
    lexicon = Lexicon(index)

    def cut(text: str) -> Iterator[tuple[int, str]]:
        for run in _CHINESE.finditer(text):
            _, starts = best_cut(run[0], lexicon)
            for start, end in zip(starts, [*starts[1:], len(run[0])], strict=True):
                yield run.start() + start, run[0][start:end]

    return SlipMaker(counts, readings, plain), cut


def make_finder() -> SlipFinder:
    """Return what looks for slips, as lint and audit do."""
    loaded = load_lexicon(find_packs(None))
    if loaded.words is None or loaded.settings is None:
        sys.exit("the lexicon cannot be loaded")
    return SlipFinder(Lexicon(loaded.words), loaded.settings)


def seen(finder: SlipFinder, slips: list[MadeSlip]) -> list[bool]:
    """Tell of each slip whether a finding touches it; all sentences are one document."""
    found = [False] * len(slips)
    for number, slip in finder.find([made.text for made in slips]):
        found[number] |= slip.start < slips[number].end and slip.end > slips[number].start
    return found


def cried(finder: SlipFinder, texts: list[str]) -> list[tuple[str, str]]:
    """List what is found in prose without slips."""
    lines = [line for text in texts for line in text.split("\n")]
    return [(slip.found, slip.wanted) for _, slip in finder.find(lines)]


def main() -> None:
    """Measure, and print the tables of RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--sample", type=Path)
    parser.add_argument("--show", action="store_true", help="list what is cried wrongly")
    options = parser.parse_args()
    maker, cut = make_maker()
    if options.sample:
        _write(
            options.sample, (s for half in HALVES for s in maker.sample(read_prose(half), 1, cut))
        )
        return
    finder = make_finder()
    for half in HALVES:
        texts = read_prose(half)
        size = sum(len(re.sub(r"\s", "", text)) for text in texts)
        began = time.perf_counter()
        wrongly = cried(finder, texts)
        spent = time.perf_counter() - began
        per = len(wrongly) * 10_000 / size
        print(f"{half}: {size:,} characters, {len(wrongly)} wrong findings ({per:.1f} in 10,000)")
        print(f"  {spent / size * 1e6:.1f} µs a character")
        if options.show:
            print("  " + "、".join(f"{found}→{wanted}" for found, wanted in wrongly))
        made: Counter[str] = Counter()
        hit: Counter[str] = Counter()
        for seed in range(1, options.seeds + 1):
            slips = [*maker.sample(texts, seed, cut)]
            made.update(slip.kind for slip in slips)
            hit.update(
                s.kind for s, is_seen in zip(slips, seen(finder, slips), strict=True) if is_seen
            )
        print(
            f"  seen {hit.total()} of {made.total()} slips ({hit.total() / made.total():.1%}): "
            + ", ".join(f"{kind} {hit[kind]}/{made[kind]}" for kind in sorted(made))
        )


def _write(path: Path, slips: Iterable[MadeSlip]) -> None:
    lines = (f"{s.kind}\t{s.start}\t{s.end}\t{s.right}\t{s.text}\n" for s in slips)
    path.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
