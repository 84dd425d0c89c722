"""Building again: nothing changed, one figure changed, against docxtpl rendering all documents.

Whole processes of ``jixiao build`` on a generated district; docxtpl renders the same documents from
data in memory, in a process that has loaded it already. Words are compared before any time counts.

    python benchmarks/rebuilding.py [--projects 500] [--rounds 5]
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.by_docxtpl import documents, render_all, words_of
from benchmarks.district import write_district
from generator.load.workspace_folder import find_workspace
from generator.use.library import Library

ROOT = Path(__file__).resolve().parent.parent


def build(*arguments: str) -> float:
    """Run a build as a whole process; returns its seconds."""
    command = [sys.executable, "-m", "generator", "build", "--quiet", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    result = subprocess.run(command, check=False, capture_output=True, env=environment)
    taken = time.perf_counter() - start
    assert result.returncode == 0, result.stderr.decode()
    return taken


def change_a_figure(file: Path) -> None:
    """Add a hundredth to what a project spent."""
    text = file.read_text("utf-8")
    spent = re.search(r"^spent = (\d+)\.(\d\d)$", text, re.MULTILINE)
    assert spent is not None
    hundredths = int(spent[1] + spent[2]) - 1
    new = f"{hundredths // 100}.{hundredths % 100:02}"
    file.write_text(text.replace(f"spent = {spent[1]}.{spent[2]}", f"spent = {new}"), "utf-8")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--projects", type=int, default=500)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    scratch = Path(tempfile.mkdtemp())
    units = write_district(scratch, asked.projects)
    # docxtpl arranges nothing: labels that are repeated where a page ends are not in its files.
    (scratch / "jixiao.toml").write_text('layout = "fixed"\n', encoding="utf-8")
    inputs, target = scratch / "inputs", scratch / "by-docxtpl"
    target.mkdir()
    folders = sorted(inputs.iterdir())
    first = build(str(inputs))
    wanted = documents(folders, Library(find_workspace(inputs)[0]), scratch)
    task = render_all(wanted, target)
    task()
    for document in wanted:
        unit, _, name = document.name.partition("-2023-")
        ours = scratch / "outputs" / f"{unit}-2023" / name
        same = words_of(ours.read_bytes()) == words_of((target / document.name).read_bytes())
        assert same, f"{name} says something else"
    one = next(folder for folder in folders if len(list(folder.iterdir())) == 2)
    times: dict[str, list[float]] = {"docxtpl": [], "nothing": [], "figure": [], "cold": []}
    for _ in range(asked.rounds):
        start = time.perf_counter()
        task()
        times["docxtpl"].append(time.perf_counter() - start)
        times["nothing"].append(build(str(inputs)))
        change_a_figure(next(one.glob("p*.toml")))
        times["figure"].append(build(str(inputs)))
        times["cold"].append(build(str(one), "-o", tempfile.mkdtemp(dir=scratch)))
    median = {name: statistics.median(found) for name, found in times.items()}
    share = statistics.median(
        a / b for a, b in zip(times["nothing"], times["docxtpl"], strict=True)
    )
    print(f"{len(wanted)} documents of {units} units, {asked.rounds} rounds")
    print(f"first build {first:.2f} s; docxtpl {median['docxtpl']:.2f} s")
    print(f"nothing changed {median['nothing']:.3f} s = {share:.2%} of docxtpl (goal 3 %)")
    limit = median["nothing"] + 2 * median["cold"]
    print(f"one figure changed {median['figure']:.3f} s, goal {limit:.3f} s")
    print(f"  (nothing changed and two cold builds of one, {median['cold']:.3f} s each)")
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
