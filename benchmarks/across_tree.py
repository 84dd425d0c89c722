"""What the dossiers of a tree say of one thing: processor time, growth, and whether what was planted is found.

A district that does not exist (``district.py``), in which every dossier also writes a few set
sentences, some with slips on purpose: another word, the name of the unit that it was copied from,
last year's year, an indicator in another unit. Run by hand, never part of the tests:

    python benchmarks/across_tree.py [--sizes 125 250 500]
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.district import write_district
from generator.base.garbage import collect_seldom
from generator.load.dossier_inputs import load_dossier
from generator.load.workspace_folder import find_workspace
from generator.model.dossier import Dossier
from generator.rules.dossier.tree_rules import across
from generator.rules.finding import Finding
from generator.use.library import Library
from generator.use.lint.lint import lint
from generator.use.lint.rulebook import make_rulebook

SENTENCES = (
    "{unit}按月核对预算执行进度，{year}年底前向财政部门报送支出明细和结余情况。",
    "项目资金由财务室逐笔审核后支付，专款专用，没有截留、挤占和挪用。",
    "采购按照政府采购的规定办理，合同、验收单和发票由专人归档保存。",
)
SLIPS = (("逐笔审核", "逐笔复核"), ("专人归档", "专人存档"), ("预算执行进度", "预算支出进度"))
ROW_NAME = "资金支付及时天数"
ROW = '\n[[indicator]]\nclass = "产出/时效"\nname = "{name}"\ntarget = "≤{amount}"\nactual = "3天"\nweight = 1\n'
EVERY = 25  # of so many dossiers one has each slip


class Planted(NamedTuple):
    """How many slips of each kind were planted."""

    names: int
    years: int
    words: int
    units: int


def plant(root: Path, seed: int = 5) -> Planted:
    """Write the set sentences into the first project of each dossier."""
    dice = random.Random(seed)  # noqa: S311 - a workload, not a secret
    folders = sorted((root / "inputs").iterdir())
    names = [_unit(folder) for folder in folders]
    counts: Counter[str] = Counter()
    for number, folder in enumerate(folders):
        kind = ("names", "years", "words", "units")[number % EVERY] if number % EVERY < 4 else ""
        counts[kind] += 1
        name = names[number - 7] if kind == "names" else names[number]
        said = "".join(SENTENCES).format(unit=name, year=2022 if kind == "years" else 2023)
        said = said.replace(*dice.choice(SLIPS)) if kind == "words" else said
        path = folder / "p01.toml"
        text = path.read_text(encoding="utf-8").replace('overview = "', f'overview = "{said}', 1)
        text += ROW.format(name=ROW_NAME, amount="24%" if kind == "units" else "5天")
        path.write_text(text, encoding="utf-8")
    return Planted(counts["names"], counts["years"], counts["words"], counts["units"])


def _unit(folder: Path) -> str:
    line = (folder / "unit.toml").read_text(encoding="utf-8").split('name = "')[1]
    return line.split('"')[0]


def measured(dossiers: int) -> str:
    """Write a tree and look at it; returns a line of the table."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        units = write_district(root, dossiers * 6)
        for folder in sorted((root / "inputs").iterdir())[dossiers:]:
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
        planted = plant(root)
        library = Library(find_workspace(root)[0])
        folders = sorted((root / "inputs").iterdir())
        loaded = [load_dossier(folder).dossier for folder in folders]
        read = [dossier for dossier in loaded if dossier is not None]
        assert len(read) == min(units, dossiers)
        seconds, found = _across(read, library)
        start = time.process_time()
        lint(folders, library, make_rulebook(library))
        whole = time.process_time() - start
    shown = "  ".join(f"{f:5}/{p:<3}" for f, p in zip(_planted(found), planted, strict=True))
    projects = sum(len(dossier.projects) for dossier in read)
    return f"{len(read):8}  {projects:8}  {seconds:7.2f}  {whole:10.2f}  {shown}  {len(found):8}"


def _across(dossiers: Sequence[Dossier], library: Library) -> tuple[float, list[Finding]]:
    start = time.process_time()
    found = list(across(dossiers, library.wording))
    return time.process_time() - start, found


def _planted(found: Sequence[Finding]) -> Planted:
    """Count what was found of the slips that were planted; the generator makes others by chance."""
    slips = [wrong for _, wrong in SLIPS]
    return Planted(
        sum(one.id == "name-left" for one in found),
        sum(one.id == "year-left" for one in found),
        sum(one.id == "text-reworded" and any(w in one.left for w in slips) for one in found),
        sum(one.id == "unit-differs" and one.name == ROW_NAME for one in found),
    )


def main() -> None:
    """Measure and print a table; behind a stroke stands what was planted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[125, 250, 500])
    options = parser.parse_args()
    collect_seldom()  # as the program does
    print(
        "dossiers  projects  seconds  whole lint    names      years      words      units       all"
    )
    for size in options.sizes:
        print(measured(size), flush=True)


if __name__ == "__main__":
    main()
