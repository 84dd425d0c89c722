"""The documents of a tree rendered by docxtpl: the same templates bound, the same names, files written."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup

from generator.language.filters import merge
from generator.use.build.planned_documents import plan_documents
from generator.use.check.examine import examine
from generator.use.library import Library
from generator.word.compose import compose
from generator.word.context import template_names
from generator.word.expressions import put_indents, put_merges
from generator.word.package import DOCUMENT, join_plain, read_parts
from generator.word.value_xml import indent, merge_state
from generator.word.xml import bytes_of, parse

_TAG = re.compile(r"(?:\{\{|\{%).*?(?:\}\}|%\})")


@dataclass(frozen=True)
class Document:
    """A file as docxtpl is to write it."""

    name: str
    template: Path
    names: dict[str, Any]


def documents(folders: Sequence[Path], library: Library, scratch: Path) -> list[Document]:
    """Lay out everything that a build of these dossiers would write."""
    templates: dict[tuple[Path, ...], Path] = {}
    found = []
    for folder in folders:
        for file in plan_documents(examine(folder, library), library).files:
            kind = tuple(part.template for part in file.parts)
            laid = [template_names(part.blocks) for part in file.parts]
            if kind not in templates:
                templates[kind] = scratch / f"template-{len(templates)}.docx"
                templates[kind].write_bytes(_bound(kind, laid))
            names = {f"p{n}_{k}": v for n, own in enumerate(laid) for k, v in own.items()}
            found.append(Document(f"{folder.name}-{file.name}", templates[kind], names))
    return found


def render_all(wanted: Sequence[Document], target: Path) -> Callable[[], None]:
    """Open, render and save with docxtpl, once per document."""
    engine = Environment(autoescape=True)
    engine.filters.update(
        merge=merge,
        indent=lambda words: words,
        vmerge=lambda cell: Markup(merge_state(cell)),  # noqa: S704 - one of two constants
        indented=lambda words: Markup(indent(words)),  # noqa: S704 - numbers
    )

    def task() -> None:
        for document in wanted:
            template = DocxTemplate(str(document.template))
            template.render(document.names, jinja_env=engine, autoescape=True)
            template.save(str(target / document.name))

    return task


def words_of(data: bytes) -> str:
    """Return all text of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", package.read(DOCUMENT).decode()))


def _bound(kind: Sequence[Path], laid: Sequence[dict[str, Any]]) -> bytes:
    """Bind templates into one; the names of each get a prefix of their own."""
    packages = []
    for number, (path, names) in enumerate(zip(kind, laid, strict=True)):
        parts = read_parts(path.read_bytes())
        own = re.compile(rf"(?<![\w.'])({'|'.join(names)})(?=[\s.}}|%])")
        for name, data in parts.items():
            if name.startswith("word/") and name.endswith(".xml") and b"{" in data:
                renamed = _TAG.sub(
                    lambda tag, own=own, n=number: own.sub(rf"p{n}_\1", tag[0]), data.decode()
                )
                parts[name] = renamed.encode()
        packages.append(parts)
    parts = compose(packages).parts
    root = parse(re.sub(rb"<!--part \d+-->", b"", parts[DOCUMENT]))
    put_merges(root)
    put_indents(root)
    return join_plain({**parts, DOCUMENT: bytes_of(root)})
