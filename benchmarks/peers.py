"""Rendering against template libraries of the JavaScript world, and docxtpl: one document, each in its syntax.

The workload: a title, 71 paragraphs, a table of 25 rows by nine columns; different data for every
document, in memory; template opened, rendered and written for each. The words of all files are
compared before any time counts; rounds alternate; medians of ratios per round. Needs node and npm:
the libraries are installed into a folder beside the data.

    python benchmarks/peers.py [--documents 200] [--rounds 3]
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import docx
from docxtpl import DocxTemplate

from benchmarks.by_docxtpl import words_of
from benchmarks.rendering import project
from generator.model.spans import plain_text
from generator.model.workspace import HouseStyle
from generator.word.context import template_names
from generator.word.package import deflate, join_parts
from generator.word.prepared import Template, prepare_template
from generator.word.value_xml import Page

HERE = Path(__file__).resolve().parent / "peers"
COLUMNS = ("name", "target", "actual", "weight", "score", "reason", "basis", "sign", "unit")
OURS = ("level1", "level2", "name", "target", "actual", "weight", "score", "reason", "description")
PEERS = ("docxtemplater", "easy-template-x", "docx-templates", "carbone")

# How each writes the title, the loop over paragraphs, the loop over rows: (title, before, paragraph,
# after, first cell, cell, last cell, row that follows the loop).
SYNTAX: dict[str, Any] = {
    "docxtpl": {
        "title": "{{ title }}",
        "body": ["{%p for block in body %}", "{{ block.text }}", "{%p endfor %}"],
        "rows": [["{%tr for row in rows.indicators %}"], "{{{{ row.{} }}}}", ["{%tr endfor %}"]],
    },
    "docxtemplater": {
        "title": "{title}",
        "body": ["{#body}", "{text}", "{/body}"],
        "rows": [[], "{{{}}}", []],
        "around": ("{#rows}", "{/rows}"),
    },
    "easy-template-x": {
        "title": "{title}",
        "body": ["{#body}", "{text}", "{/body}"],
        "rows": [[], "{{{}}}", []],
        "around": ("{#rows}", "{/rows}"),
    },
    "docx-templates": {
        "title": "[[INS title]]",
        "body": ["[[FOR p IN body]]", "[[INS $p.text]]", "[[END-FOR p]]"],
        "rows": [["[[FOR r IN rows]]"], "[[INS $r.{}]]", ["[[END-FOR r]]"]],
    },
    "carbone": {
        "title": "{d.title}",
        "body": ["{d.body[i].text}", "{d.body[i+1].text}"],
        "rows": [[], "{{d.rows[i].{}}}", ["{d.rows[i+1].level1}"]],
    },
}


def write_template(tool: str, path: Path) -> None:
    """Write the template in the syntax of a tool."""
    syntax = SYNTAX[tool]
    document = docx.Document()
    document.add_paragraph(syntax["title"])
    for line in syntax["body"]:
        document.add_paragraph(line)
    before, cell, after = syntax["rows"]
    texts = [cell.format(name) for name in OURS]
    first, last = syntax.get("around", ("", ""))
    texts[0], texts[-1] = first + texts[0], texts[-1] + last
    lines = [*([before] if before else []), texts, *([after] if after else [])]
    table = document.add_table(len(lines), len(OURS))
    for row, line in zip(table.rows, lines, strict=True):
        for own, text in zip(row.cells, line, strict=False):
            own.text = text
    document.save(str(path))


def data_of(number: int) -> dict[str, Any]:
    """Lay a document out as plain data."""
    blocks = project(number)
    assert blocks.form is not None
    return {
        "title": blocks.plain_title,
        "body": [{"text": plain_text(b.spans)} for b in blocks.body],  # type: ignore[union-attr] # headings and paragraphs
        "rows": [
            {name: plain_text(row.cells[name].spans) for name in OURS}
            for row in blocks.form.rows["indicators"]
        ],
    }


class Ours:
    """The prepared template."""

    def __init__(self, template: Path, documents: int, folder: Path) -> None:
        self.folder = folder
        source = [Template("t", template.read_bytes())]
        made, problems = prepare_template(source, HouseStyle(), has_anchors=False)
        assert made is not None, problems
        self._made = made
        self._names = [template_names(project(n)) for n in range(documents)]

    def __call__(self) -> float:
        """Fill and write all documents."""
        start = time.perf_counter()
        for number, names in enumerate(self._names):
            text = self._made.fill([names], ["d"], Page(has_anchors=False))
            changed = {**self._made.opened, **{n: t.encode() for n, t in text.texts().items()}}
            parts = [deflate(name, data) for name, data in changed.items()]
            (self.folder / f"{number}.docx").write_bytes(join_parts([*self._made.static, *parts]))
        return time.perf_counter() - start


def by_docxtpl(template: Path, documents: int, folder: Path) -> Callable[[], float]:
    """Open, render and save with docxtpl."""
    names = [template_names(project(n)) for n in range(documents)]

    def task() -> float:
        start = time.perf_counter()
        for number, own in enumerate(names):
            document = DocxTemplate(str(template))
            document.render(own, autoescape=True)
            document.save(str(folder / f"{number}.docx"))
        return time.perf_counter() - start

    return task


def by_node(
    tool: str, template: Path, data: Path, folder: Path, modules: Path
) -> Callable[[], float]:
    """Render with a JavaScript library."""
    command = ["node", str(HERE / "render.mjs"), tool, str(template), str(data), str(folder)]

    def task() -> float:
        result = subprocess.run(
            command, check=True, capture_output=True, env={**os.environ, "PEERS": str(modules)}
        )
        return float(result.stdout.decode().split()[-1])

    return task


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    scratch = Path(tempfile.mkdtemp())
    shutil.copy(HERE / "package.json", scratch)
    subprocess.run(["npm", "install", "--silent"], cwd=scratch, check=True, capture_output=True)
    data = scratch / "data.json"
    documents = [data_of(n) for n in range(asked.documents)]
    data.write_text(json.dumps(documents, ensure_ascii=False), "utf-8")
    tasks: dict[str, Callable[[], float]] = {}
    for tool in ("jixiao", "docxtpl", *PEERS):
        folder, template = scratch / tool, scratch / f"{tool}.docx"
        folder.mkdir()
        write_template("docxtpl" if tool == "jixiao" else tool, template)
        if tool == "jixiao":
            tasks[tool] = Ours(template, asked.documents, folder)
        elif tool == "docxtpl":
            tasks[tool] = by_docxtpl(template, asked.documents, folder)
        else:
            tasks[tool] = by_node(tool, template, data, folder, scratch)
    words: list[str] = []
    for tool, task in tasks.items():
        task()
        said = [
            words_of((scratch / tool / f"{n}.docx").read_bytes()) for n in range(asked.documents)
        ]
        words = words or said
        for one, other in zip(said, words, strict=True):
            at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
            assert one == other, f"{tool}: {one[at or 0 :][:60]!r} for {other[at or 0 :][:60]!r}"
    times: dict[str, list[float]] = {tool: [] for tool in tasks}
    for _ in range(asked.rounds):
        for tool, task in tasks.items():
            times[tool].append(task())
    print(f"{asked.documents} documents, {asked.rounds} rounds")
    for tool, found in times.items():
        ratio = statistics.median(a / b for a, b in zip(times["docxtpl"], found, strict=True))
        rate = asked.documents / statistics.median(found)
        print(f"{tool:16} {rate:7.0f} /s  {ratio:6.1f} × docxtpl")
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
