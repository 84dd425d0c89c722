"""A district that does not exist: units and projects from a seed, with the statistics of real ones.

Numbers of projects per unit, indicators per project, and characters of prose follow the five
examples in ``inputs/``; names, amounts and sentences are drawn by chance. About one dossier in ten
has a slip that is worth a warning. Used by the other benchmarks; to look at one:

    python benchmarks/district.py FOLDER [--projects 500] [--seed 1]
"""

import argparse
import random
from pathlib import Path

INDICATORS = (15, 9, 11, 9, 9, 9, 6, 9, 9, 9, 9, 10)
PROJECTS = (1, 2, 3, 5, 8, 12)
PARAGRAPHS = (0, 4, 12, 24)
BUREAUS = ("文化", "水务", "教育", "林业", "交通", "民政", "卫生", "农业", "档案", "体育")
PLACES = (
    "东山",
    "西河",
    "南湖",
    "北桥",
    "中街",
    "上庄",
    "下坝",
    "前店",
    "后滩",
    "高岭",
    "大埠",
    "小港",
)
VERBS = ("购置", "维护", "组织", "开展", "改造", "核对", "整理", "登记", "发放", "修缮")
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
UNITS = ("处", "件", "套", "场", "册", "人次")
CLASSES = (
    ("产出/数量", 20), ("产出/质量", 10), ("产出/时效", 10), ("产出/成本", 10),
    ("效益/经济效益", 10), ("效益/社会效益", 10), ("效益/可持续影响", 10), ("满意度/服务对象满意度", 10),
)  # fmt: skip


def write_district(root: Path, projects: int, seed: int = 1) -> int:
    """Write a folder of dossiers; returns how many units there are."""
    dice = random.Random(seed)  # noqa: S311 - a workload, not a secret
    root.mkdir(parents=True, exist_ok=True)
    (root / "jixiao.toml").write_text("", encoding="utf-8")
    number, left = 0, projects
    while left:
        number += 1
        own = min(left, dice.choice(PROJECTS))
        _unit(root / "inputs" / f"unit-{number:04}-2023", number, own, dice)
        left -= own
    return number


def _unit(folder: Path, number: int, projects: int, dice: random.Random) -> None:
    folder.mkdir(parents=True)
    place, bureau = PLACES[number % len(PLACES)], BUREAUS[number // len(PLACES) % len(BUREAUS)]
    name = f"{place}县{bureau}局第{number}所"
    (folder / "unit.toml").write_text(
        f'year = 2023\nscheme = "mof-2020"\n\n[unit]\nname = "{name}"\ndate = 2024-03-01\n',
        encoding="utf-8",
    )
    for n in range(1, projects + 1):
        text = _project(name, number, n, dice)
        (folder / f"p{n:02}.toml").write_text(text, encoding="utf-8")


def _project(unit: str, number: int, n: int, dice: random.Random) -> str:
    budget = dice.randrange(500, 300_000)
    spent = budget * dice.choice((100, 100, 99, 98, 95, 90, 82)) // 100
    money = [f"{amount // 100}.{amount % 100:02}" for amount in (budget, budget, spent)]
    names = ("initial", "budget", "spent")
    said = ", ".join(f"{k} = {v}" for k, v in zip(names, money, strict=True))
    lines = [
        "[project]",
        f'name = "{dice.choice(VERBS)}{dice.choice(NOUNS)}第{number}—{n}号项目"',
        f'authority = "{unit}"',
        f'implementer = "{unit}"',
        f'overview = "{_sentences(dice, 3)}"',
        "",
        "[funds]",
        *(f"{k} = {v}" for k, v in zip(names, money, strict=True)),
        f'sources = [{{ name = "当年财政拨款", {said} }}]',
        "",
        "[goal]",
        f'expected = "{_sentences(dice, 2)}"',
        f'achieved = """{_sentences(dice, 2)}全年支出{{{{ funds.spent }}}}。"""',
    ]
    rows = max(dice.choice(INDICATORS), len(CLASSES))
    for row in range(rows):
        lines += _indicator(row, rows, dice)
    lines += [
        "",
        "[[problem]]",
        f'text = "{_sentences(dice, 1)}"',
        f'measure = "{_sentences(dice, 1)}"',
    ]
    lines += [
        "",
        "[result]",
        'use = "作为下年度预算安排的依据。"',
        'publicity = "在政府网站公开。"',
    ]
    paragraphs = dice.choice(PARAGRAPHS)
    if paragraphs:
        prose = "\n".join(_sentences(dice, 3) for _ in range(paragraphs))
        lines += ["", "[text-after]", f'overview = """{prose}"""']
    return "\n".join(lines) + "\n"


def _indicator(row: int, rows: int, dice: random.Random) -> list[str]:
    level, points = CLASSES[row % len(CLASSES)]
    weight = points // len(range(row % len(CLASSES), rows, len(CLASSES)))
    wanted = dice.randrange(20, 900)
    reached = wanted * dice.choice((100, 100, 104, 110, 92)) // 100
    unit = dice.choice(UNITS)
    name = f"{dice.choice(VERBS)}{dice.choice(PLACES)}{dice.choice(NOUNS)}数{row}"
    reason = [] if reached >= wanted else [f'reason = "{_sentences(dice, 1)}"']
    return [
        "", "[[indicator]]", f'class = "{level}"', f'name = "{name}"',
        f'target = "≥{wanted}{unit}"', f'actual = "{reached}{unit}"', f"weight = {weight}", *reason,
    ]  # fmt: skip


def _sentences(dice: random.Random, number: int) -> str:
    return "".join(
        f"{dice.choice(PLACES)}片{dice.choice(VERBS)}{dice.choice(NOUNS)}{dice.randrange(3, 900)}处，"
        f"由{dice.choice(PLACES)}组负责，{dice.choice(NOUNS)}管理到位。"
        for _ in range(number)
    )


def main() -> None:
    """Write a district to look at."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--projects", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    units = write_district(asked.folder, asked.projects, asked.seed)
    print(f"{units} units, {asked.projects} projects")


if __name__ == "__main__":
    main()
