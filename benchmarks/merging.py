"""Taking a hand-edited bundle along: merge and pull against the clean build of the same bundle.

One generated dossier, bound into a file of some 60 pages, with 40 edits made by python-docx and
spread over the document: words changed, figures typed over, sentences appended, rows added. Whole
processes of ``jixiao build``, ``build --on-edited merge`` and ``pull``; the bundle is built anew each
time, and the rounds alternate. The merged file is searched for the words of every edit.

    python benchmarks/merging.py [--projects 8] [--edits 40] [--rounds 5]
"""

import argparse
import copy
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import docx
from docx.oxml.ns import qn

from benchmarks.district import write_district

ROOT = Path(__file__).resolve().parent.parent
GOAL = 1.5
DRAWN = 60  # projects of the district that the largest unit is taken from


def clock(*arguments: str | Path) -> float:
    """Run a command as a whole process; returns its seconds."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    result = subprocess.run(command, check=False, capture_output=True, env=environment)
    taken = time.perf_counter() - start
    # A pull that refuses some edits, and a build that warns, end with 1; a fault ends with 3.
    assert result.returncode in (0, 1), result.stderr.decode()
    return taken


def bundled_dossier(root: Path, projects: int) -> Path:
    """Write a dossier of so many projects whose documents are bound into one file."""
    write_district(root, DRAWN)
    found = sorted((root / "inputs").iterdir(), key=lambda own: len(list(own.glob("p*.toml"))))
    largest = found.pop()
    for other in found:
        shutil.rmtree(other)
    own = sorted(largest.glob("p*.toml"))
    assert len(own) >= projects, f"no unit of {projects} projects"
    for file in own[projects:]:
        file.unlink()
    unit = largest / "unit.toml"
    unit.write_text(f"bundle = true\n{unit.read_text('utf-8')}", encoding="utf-8")
    return largest


def change_a_figure(dossier: Path) -> None:
    """Let one project spend a hundredth less, so that there is something to merge."""
    file = min(dossier.glob("p*.toml"))
    text = file.read_text("utf-8")
    spent = re.search(r"^spent = (\d+\.\d\d)$", text, re.MULTILINE)
    assert spent is not None
    new = f"{float(spent[1]) - 0.01:.2f}"
    file.write_text(text.replace(f"spent = {spent[1]}", f"spent = {new}"), encoding="utf-8")


class Edits:
    """What a person does to a file: four kinds in turn, spread evenly over the document."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._document = docx.Document(str(path))
        self.words: list[str] = []

    def make(self, number: int) -> int:
        """Make so many edits and save; returns how many were made."""
        body = self._document.element.body
        paragraphs = [p for p in body.findall(qn("w:p")) if _says(p)]
        figures = [run for p in paragraphs for run in _figures(p)]
        plain = [p for p in paragraphs if p not in {run.getparent() for run in figures}]
        rows = [row for table in body.iter(qn("w:tbl")) for row in table.findall(qn("w:tr"))[-2:-1]]
        kinds: tuple[tuple[Callable[[Any, str], None], Sequence[Any]], ...] = (
            (_change_words, plain[::2]),
            (_type_over, figures),
            (_append, plain[1::2]),
            (_add_row, rows),
        )
        for kind, (change, places) in enumerate(kinds):
            own = number // len(kinds) + (kind < number % len(kinds))
            for n, place in enumerate(_spread(places, own)):
                mine = f"手改{kind}之{n}处"
                change(place, mine)
                if change is not _type_over:
                    self.words.append(mine)
        self._document.save(str(self._path))
        return number


def _spread(places: Sequence[Any], number: int) -> Iterator[Any]:
    assert len(places) >= number, f"{len(places)} places for {number} edits"
    return (places[len(places) * n // number] for n in range(number))


def _says(paragraph: Any) -> bool:
    return len("".join(_texts(paragraph))) > 20  # a paragraph, no heading


def _texts(element: Any) -> list[str]:
    return [text.text or "" for text in element.iter(qn("w:t"))]


def _figures(paragraph: Any) -> Iterator[Any]:
    """Give the runs that a bookmark holds alone and that show an amount."""
    for mark in paragraph.findall(qn("w:bookmarkStart")):
        held = mark.getnext()
        if held is None or held.tag != qn("w:r"):
            continue
        after = held.getnext()
        if after is None or after.tag != qn("w:bookmarkEnd"):
            continue
        is_whole = after.get(qn("w:id")) == mark.get(qn("w:id"))
        if is_whole and re.fullmatch(r"\d+(\.\d+)?万元", "".join(_texts(held))):
            yield held


def _change_words(paragraph: Any, mine: str) -> None:
    text = max(paragraph.iter(qn("w:t")), key=lambda found: len(found.text or ""))
    middle = len(text.text) // 2
    text.text = f"{text.text[:middle]}{mine}{text.text[middle + 2 :]}"


def _type_over(run: Any, _: str) -> None:
    text = next(run.iter(qn("w:t")))
    text.text = f"9{text.text}"


def _append(paragraph: Any, mine: str) -> None:
    last = paragraph.findall(qn("w:r"))[-1]
    twin = copy.deepcopy(last)
    for text in twin.findall(qn("w:t")):
        text.text = f"{mine}。"
    # Behind the last mark, as it stands there when somebody types at the end of a line.
    paragraph.append(twin)


def _add_row(row: Any, mine: str) -> None:
    twin = copy.deepcopy(row)
    for mark in [*twin.iter(qn("w:bookmarkStart")), *twin.iter(qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    for text in twin.iter(qn("w:t")):
        text.text = ""
    texts = list(twin.iter(qn("w:t")))
    assert texts, "a row without words"
    texts[0].text = mine
    row.addnext(twin)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--projects", type=int, default=8)
    options.add_argument("--edits", type=int, default=40)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    scratch = Path(tempfile.mkdtemp())
    dossier = bundled_dossier(scratch, asked.projects)
    os.chdir(scratch)
    clock("build", dossier)
    outputs = scratch / "outputs" / dossier.name
    (bundle,) = outputs.glob("*.docx")
    edits = Edits(bundle)
    made = edits.make(asked.edits)
    edited = scratch / "edited"
    shutil.copytree(outputs, edited)
    change_a_figure(dossier)
    times: dict[str, list[float]] = {"clean": [], "merge": [], "pull": []}
    lost: list[str] = []
    for _ in range(asked.rounds):
        shutil.rmtree(outputs)
        times["clean"].append(clock("build", dossier))
        assert bundle.is_file(), "the build wrote nothing"
        for name in ("merge", "pull"):
            shutil.rmtree(outputs)
            shutil.copytree(edited, outputs)
            command = (
                ("build", dossier, "--on-edited", "merge") if name == "merge" else ("pull", bundle)
            )
            times[name].append(clock(*command))
            if name == "merge":
                said = "".join(_texts(docx.Document(str(bundle)).element.body))
                lost = [words for words in edits.words if words not in said]
    clean = times["clean"]
    print(f"{asked.projects} projects, {made} edits, {asked.rounds} rounds, whole processes")
    print(f"clean build {statistics.median(clean):.2f} s")
    for name in ("merge", "pull"):
        found = times[name]
        ratio = statistics.median(a / b for a, b in zip(found, clean, strict=True))
        print(
            f"{name:5} {statistics.median(found):.2f} s = {ratio:.2f} × clean build (goal {GOAL})"
        )
    print(f"words of the edits lost by merge: {len(lost)} of {len(edits.words)}")
    os.chdir(scratch.parent)
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
