"""Lint a tree of generated dossiers: how the time grows with the text, and with the phrases.

Projects are written from a seeded generator: sentences of made-up words with a slip now and then.
Run by hand: ``python benchmarks/lint_tree.py``; never part of the tests.
"""

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path

from generator.load.workspace_folder import find_workspace
from generator.model.wording_rule import PhraseGroup
from generator.use.library import Library
from generator.use.lint.lint import lint
from generator.use.lint.rulebook import make_rulebook
from generator.wording.near_miss import NearMisses
from generator.wording.passage import Passage

VERBS = ("购置", "维护", "组织", "开展", "完成", "核对", "整理", "登记", "发放", "修缮")
NOUNS = (
    "图书",
    "设备",
    "讲座",
    "道路",
    "档案",
    "水渠",
    "校舍",
    "路灯",
    "展览",
    "苗木",
    "账簿",
    "泵站",
)
AREAS = ("东山", "西河", "南湖", "北桥", "中街", "上庄", "下坝", "前店", "后滩", "高岭")
PHRASES = ("坚持稳中求进", "营造风清气正的氛围", "严格执行国库集中支付", "全面实施预算绩效管理")
SLIPS = ("坚持稳中求百", "营造风正气正的氛围", "全面实施预算绩校管理", "今年已经办结,没有遗留")


def sentence(rng: random.Random) -> str:
    """Write one sentence."""
    area, verb, noun = rng.choice(AREAS), rng.choice(VERBS), rng.choice(NOUNS)
    rest = rng.choice((*PHRASES, *SLIPS)) if rng.random() < 0.2 else f"做好{rng.choice(NOUNS)}管理"
    return f"{area}片{verb}{noun}{rng.randrange(3, 900)}处，{rest}，由{rng.choice(AREAS)}组负责。"


def project(rng: random.Random, number: int, length: int) -> str:
    """Write a project file with about so many characters of prose."""
    paragraphs, said = [], 0
    while said < length:
        paragraph = "".join(sentence(rng) for _ in range(6))
        paragraphs.append(paragraph)
        said += len(paragraph)
    prose = "\n".join(paragraphs)
    rows = "".join(
        f'\n[[indicator]]\nclass = "产出/数量"\nname = "{rng.choice(VERBS)}{rng.choice(AREAS)}'
        f'{rng.choice(NOUNS)}数{n}"\ntarget = "≥{rng.randrange(1, 99)}处"\nweight = 5\n'
        for n in range(8)
    )
    return (
        f'[project]\nname = "{rng.choice(AREAS)}{rng.choice(NOUNS)}{number}项目经费"\n'
        f'overview = """{prose}"""\n{rows}'
    )


def write_tree(root: Path, projects: int, length: int) -> int:
    """Write dossiers of five projects each; return the characters in them."""
    rng = random.Random(20260101)  # noqa: S311 - texts, not secrets
    (root / "jixiao.toml").write_text("", encoding="utf-8")
    size = 0
    for number in range(projects):
        folder = root / f"unit-{number // 5:04}"
        folder.mkdir(exist_ok=True)
        unit = (
            f'year = 2023\nscheme = "mof-2020"\n[unit]\nname = "第{number // 5}号虚构单位办公室"\n'
        )
        (folder / "unit.toml").write_text(unit, encoding="utf-8")
        text = project(rng, number, length)
        size += len(text)
        (folder / f"p{number % 5}.toml").write_text(text, encoding="utf-8")
    return size


def lint_tree(projects: int, length: int) -> tuple[float, int, int]:
    """Return seconds, characters and problems of one run over a tree."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        size = write_tree(root, projects, length)
        library = Library(find_workspace(root)[0])
        folders = sorted(path for path in root.iterdir() if path.is_dir())
        start = time.perf_counter()
        found = lint(folders, library, make_rulebook(library))
        return time.perf_counter() - start, size, len(found.problems)


def near_miss_seconds(phrases: int, characters: int) -> float:
    """Return the seconds that one search for so many phrases takes over so much text."""
    rng = random.Random(7)  # noqa: S311 - texts, not secrets
    signs = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    words = tuple({"".join(rng.choices(signs, k=rng.randrange(5, 16))) for _ in range(phrases)})
    misses = NearMisses([PhraseGroup(source="generated", words=words)])
    passages = [
        Passage("paragraph", "".join(rng.choices(signs, k=500))) for _ in range(characters // 500)
    ]
    start = time.perf_counter()
    for passage in passages:
        list(misses.find(passage))
    return time.perf_counter() - start


def main() -> None:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--length", type=int, default=2000)
    options = parser.parse_args()
    print("projects  characters  problems  seconds  µs per character")
    for projects in (50, 125, 250, 500):
        runs = [lint_tree(projects, options.length) for _ in range(options.rounds)]
        took = statistics.median(seconds for seconds, _, _ in runs)
        _, size, problems = runs[0]
        print(f"{projects:8}  {size:10}  {problems:8}  {took:7.2f}  {took / size * 1e6:16.2f}")
    print("\nphrases  characters  seconds (near misses alone)")
    for phrases, characters in ((75, 10**6), (300, 10**6), (1200, 10**6), (300, 2 * 10**6)):
        took = statistics.median(
            near_miss_seconds(phrases, characters) for _ in range(options.rounds)
        )
        print(f"{phrases:7}  {characters:10}  {took:7.2f}")


if __name__ == "__main__":
    main()
