"""Rendering alone against docxtpl: the same template, the same data in memory, files written.

The workload: a report of some eleven pages with 71 paragraphs and headings, a form with 25 indicator
rows of nine columns of which three merge, fund rows, tags in header and footer; 500 different
projects. Texts are compared before any time counts; rounds alternate; medians of ratios per round.

    python benchmarks/rendering.py [--projects 500] [--rounds 5]
"""

import argparse
import gc
import io
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup

from generator.language.filters import merge
from generator.load.packaged import packaged_templates
from generator.model.blocks import Cell, DocumentBlocks, Heading, Paragraph, Row, Signature, Table
from generator.model.spans import Span
from generator.model.workspace import HouseStyle
from generator.tables.form_fields import FORM, ROWS
from generator.word.compose import compose
from generator.word.context import template_names
from generator.word.expressions import put_indents, put_merges
from generator.word.package import DOCUMENT, deflate, join_parts, join_plain, read_parts
from generator.word.prepared import PreparedTemplate, Template, Text, prepare_template
from generator.word.value_xml import Page, indent, merge_state
from generator.word.xml import bytes_of, parse

WORDS = (
    "依据年初预算和工作计划，项目单位组织实施各项任务，资金使用合规，产出达到预期，群众反映良好。"
)
PARAGRAPHS, INDICATORS = 71, 25


def bound_template() -> bytes:
    """Bind report and form into one template, as one file for both programs."""
    docx = packaged_templates() / "docx"
    names = ("report.docx", "project-form.docx")
    parts = compose([read_parts((docx / name).read_bytes()) for name in names]).parts
    return join_plain({**parts, DOCUMENT: re.sub(rb"<!--part \d+-->", b"", parts[DOCUMENT])})


def with_merges(template: bytes) -> bytes:
    """Put the merges into the template beforehand, so that docxtpl has no more to do than we."""
    parts = read_parts(template)
    root = parse(parts[DOCUMENT])
    put_merges(root)
    put_indents(root)
    return join_plain({**parts, DOCUMENT: bytes_of(root)})


def project(number: int) -> DocumentBlocks:
    """Make the blocks of one project."""
    dice = random.Random(number)  # noqa: S311 - a workload, not a secret

    def words(sentences: int) -> str:
        return "".join(f"{WORDS}第{dice.randrange(1000)}项。" for _ in range(sentences))

    body: list[Heading | Paragraph] = []
    for n in range(PARAGRAPHS):
        key = f"s{n}"
        if n % 6 == 0:
            body.append(Heading(1, f"{n}、", (Span(words(0) or f"第{n}部分"),), key, key))
        else:
            amount = Span(f"{dice.randrange(10_000)}万元", f"p/f{n}")
            body.append(Paragraph((Span(words(1)), amount, Span("。")), key, key=f"{key}/p1"))
    fields = {name: Cell((Span(f"{name}{number}", f"p/{name}"),)) for name in FORM}
    rows = {
        kind: tuple(row(kind, n, dice) for n in range(INDICATORS if kind == "indicators" else 3))
        for kind in ROWS
    }
    signature = Signature((Span("某单位"),), (Span("2023年4月27日"),))
    title = (Span(f"某单位2023年第{number}号项目绩效自评报告"),)
    form = Table(fields, rows, {}, "p")
    return DocumentBlocks(f"d/{number}", title, tuple(body), signature, form, "附件")


def row(kind: str, n: int, dice: random.Random) -> Row:
    """Make a row; the classes merge over four rows and over two."""
    cells = {
        name: Cell((Span(f"{n}{name}{dice.randrange(100)}", f"p/{kind}{n}.{name}"),))
        for name in ROWS[kind]
    }
    if kind == "indicators":
        for name, height in (("level1", 4), ("level2", 2)):
            state = "continue" if n % height else "restart"
            cells[name] = (
                cells[name]._replace(merge=state) if state == "restart" else Cell((), state)
            )
    return Row(cells, f"{kind}[{n}]")


def text_of(data: bytes) -> str:
    """Return all text of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", package.read(DOCUMENT).decode()))


def _encoded(text: Text) -> dict[str, bytes]:
    return {name: words.encode() for name, words in text.texts().items()}


def clock(task: Callable[[], Any]) -> float:
    """Return the seconds that a task takes."""
    gc.collect()
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


class Bench:
    """The same projects, written in several ways into one folder."""

    def __init__(self, projects: int, folder: Path) -> None:
        self.folder, self.template = folder, bound_template()
        self.path = folder / "template.docx"
        self.path.write_bytes(with_merges(self.template))
        self.names = [template_names(project(n)) for n in range(projects)]
        self.engine = Environment(autoescape=True)  # the same filters, in docxtpl's own way
        self.engine.filters.update(
            merge=merge,
            indent=lambda words: words,
            vmerge=lambda cell: Markup(merge_state(cell)),  # noqa: S704 - one of two constants
            indented=lambda words: Markup(indent(words)),  # noqa: S704 - numbers
        )

    def by_docxtpl(self) -> None:
        """Open, render and save with docxtpl, once per document."""
        for n, own in enumerate(self.names):
            document = DocxTemplate(str(self.path))
            document.render(own, jinja_env=self.engine, autoescape=True)
            document.save(str(self.folder / f"{n}.docx"))

    def prepared(self, *, has_anchors: bool) -> Callable[[], None]:
        """Fill the prepared template."""
        made = self._prepared(has_anchors=has_anchors)

        def task() -> None:
            for n, own in enumerate(self.names):
                text = made.fill([own], [f"d/{n}"], Page(has_anchors=has_anchors))
                self._write(made, n, _encoded(text))

        return task

    def limit(self) -> Callable[[], None]:
        """Only deflate and write what is ready."""
        made = self._prepared(has_anchors=False)
        ready = [_encoded(made.fill([own], ["d"], Page(has_anchors=False))) for own in self.names]

        def task() -> None:
            for n, texts in enumerate(ready):
                self._write(made, n, texts)

        return task

    def texts(self) -> list[str]:
        """Return what the files say."""
        return [text_of((self.folder / f"{n}.docx").read_bytes()) for n in range(len(self.names))]

    def _prepared(self, *, has_anchors: bool) -> PreparedTemplate:
        source = [Template("t", self.template)]
        made, problems = prepare_template(source, HouseStyle(), has_anchors=has_anchors)
        assert made is not None, problems
        return made

    def _write(self, made: PreparedTemplate, n: int, texts: dict[str, bytes]) -> None:
        parts = [deflate(name, data) for name, data in (*made.opened.items(), *texts.items())]
        (self.folder / f"{n}.docx").write_bytes(join_parts([*made.static, *parts]))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--projects", type=int, default=500)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp())
    bench = Bench(asked.projects, folder)
    tasks = {
        "docxtpl": bench.by_docxtpl,
        "anchors off": bench.prepared(has_anchors=False),
        "anchors on": bench.prepared(has_anchors=True),
        "limit": bench.limit(),
    }
    wanted: list[str] = []
    for name, task in tasks.items():
        task()
        wanted = wanted or bench.texts()
        assert bench.texts() == wanted, f"{name} writes other words"
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(asked.rounds):
        for name, task in tasks.items():
            times[name].append(clock(task))
    print(f"{asked.projects} documents, {asked.rounds} rounds, one process, zlib 6")
    for name, found in times.items():
        ratios = [a / b for a, b in zip(times["docxtpl"], found, strict=True)]
        rate = asked.projects / statistics.median(found)
        print(f"{name:12} {rate:8.0f} /s   {statistics.median(ratios):6.1f} × docxtpl")
    share = [a / b for a, b in zip(times["limit"], times["anchors off"], strict=True)]
    print(f"anchors off reaches {statistics.median(share):.2f} of the limit")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
