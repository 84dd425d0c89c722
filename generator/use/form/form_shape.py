"""A form as it is issued, a mark in the place of every value: what stands where, be it blank or not.

The form is printed as for paper, by the template of its scheme, with marks instead of values; so
loops, merges and settings give here what they give there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.model.blocks import Cell, DocumentBlocks, Row, Table
from generator.model.dossier import Subject
from generator.model.foreign_document import ReadBlock, ReadDocument, ReadParagraph
from generator.model.order import Order
from generator.model.scheme_document import Template
from generator.model.spans import Span
from generator.model.subject import Kind
from generator.rules.dossier.evidence import Evidence
from generator.use.build.document_layout import DocumentMaker
from generator.use.build.document_matter import DocumentMatter
from generator.use.build.planned_documents import PlannedFile, PlannedPart
from generator.use.build.rendering import render_files
from generator.use.build.wanted import Occasion, Wanted
from generator.use.check.examine import Examined
from generator.use.form.template_form import OF_ALL, form_document, read_docx, read_template
from generator.use.library import Library

_OPEN, _CLOSE = "\ue0e0", "\ue0e1"  # of private use: no form has them
_MARK = Pattern(f"{_OPEN}([0-9]+){_CLOSE}")
_STATEMENT = Pattern(r"\{%.*?%\}|\{\{[^}|]*\|(?!\s*(?:merge|indent)\s*\}\})[^}]*\}\}")
_CONTINUED = "continue"
_PLAIN = Order(is_clean=True)
GOALS, _PROJECTS = "goals", "projects"
# By these templates look rows up: sources["其他资金"].
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("funds", "free_funds", "answers", "class_sums"), "name"),
        "parts": "label",
    }
)


class ValueAt(NamedTuple):
    """Which value of a form: its row (of single values: none), its name; of a goal that of its number."""

    name: str
    rows: str = ""
    row: int = 0
    goal: int = -1


class FormShape(NamedTuple):
    """The form as it is printed now, its blocks with marks, and what the marks stand for."""

    form: Table
    blocks: tuple[ReadBlock, ...]
    values: tuple[ValueAt, ...]
    money_unit: str = ""  # that it prints amounts in, whatever the file has

    def pieces(self, text: str) -> Iterator[str | ValueAt]:
        """Take words of the blocks apart: fixed words, and values."""
        for number, piece in enumerate(_MARK.split(text)):
            if number % 2:
                yield self.values[int(piece)]
            elif piece:
                yield piece

    def cell(self, at: ValueAt) -> Cell:
        """Return a value as it is printed now."""
        return cell_of(self.form, at)


def cell_of(form: Table, at: ValueAt) -> Cell:
    """Return a value of a form; one that went meanwhile is blank."""
    tables = (form,) if at.goal < 0 else tuple(form.groups.get(GOALS, ()))[at.goal :][:1]
    for table in tables:
        if not at.rows:
            return table.fields.get(at.name, Cell())
        rows = table.rows.get(at.rows, ())
        return rows[at.row].cells.get(at.name, Cell()) if at.row < len(rows) else Cell()
    return Cell()


class FormNow(NamedTuple):
    """A form with the values that it has now: by which template it is printed, and what that asks."""

    known: "KnownForm"
    blocks: DocumentBlocks
    table: Table


class KnownForm(NamedTuple):
    """The document of a scheme that is the form of subjects of a kind."""

    library: Library  # whose it is: packs may change
    document: Template | None  # some schemes have none
    statements: str = ""


class FormShapes:
    """Knows the shape of every form that was asked for; one is only laid out anew when it changes."""

    def __init__(self) -> None:
        self._shapes: dict[str, tuple[object, FormShape]] = {}
        self._forms: dict[tuple[object, ...], KnownForm] = {}

    def now(self, examined: Examined, subject: Subject, library: Library) -> FormNow | None:
        """Print the form of a subject; nothing where its scheme has none."""
        matter, evidence = DocumentMatter.of(examined, library), examined.evidence
        if matter is None or evidence is None:
            return None
        known = self._form_of(evidence, library, subject.kind)
        if known.document is None or subject.id not in examined.sheets:
            return None
        document = known.document
        keys = ("document", matter.scheme.document.index(document))
        if document.for_ == OF_ALL:
            document = document.changed(for_=subject.kind)
        blocks = DocumentMaker(matter).make(Occasion(Wanted(document, keys), subject))
        return None if blocks.form is None else FormNow(known, blocks, blocks.form)

    def of(self, examined: Examined, subject: Subject, library: Library) -> FormShape | None:
        """Return the shape of the form of a subject; nothing where there is none that can be printed."""
        now = self.now(examined, subject, library)
        document = None if now is None else now.known.document
        path = None if document is None else library.template(document.template)
        if now is None or document is None or path is None:
            return None
        marking = _Marking(now.known.statements)
        form = marking.table(now.table)
        if document.for_ == OF_ALL:
            form = replace(now.table, groups={**now.table.groups, _PROJECTS: (form,)})
        marked = now.blocks._replace(body=(), form=form)
        state = (id(now.known), marked)
        name = str(subject.source.path)
        known = self._shapes.get(name)
        if known is not None and known[0] == state:
            return known[1]._replace(form=now.table)
        part = PlannedPart(path, marked, document.print_)
        files = render_files([PlannedFile("", (part,))], examined, library, _PLAIN).files
        read = read_docx(files[0].data) if files else None
        if read is None:
            return None
        blocks = _about(read.blocks) if document.for_ == OF_ALL else read.blocks
        unit = document.print_.money_unit or ""
        shape = FormShape(now.table, blocks, tuple(marking.values), unit)
        self._shapes[name] = (state, shape)
        return shape

    def _form_of(self, evidence: Evidence, library: Library, kind: Kind) -> KnownForm:
        scheme, documents = evidence.scheme, evidence.dossier.unit.documents
        key = (id(library), scheme.id, evidence.dossier.unit.year, evidence.stage, kind, documents)
        known = self._forms.get(key)
        if known is None:
            document = form_document(evidence, library, kind)
            template = None if document is None else read_template(document, library)
            known = KnownForm(library, document, _statements(template))
            self._forms[key] = known
        return known


class _Marking:
    """Puts marks in the place of values; what a template asks about, or writes otherwise, stays."""

    def __init__(self, statements: str) -> None:
        self._statements = statements
        self.values: list[ValueAt] = []

    def table(self, table: Table, goal: int = -1) -> Table:
        """Return a table of marks."""
        rows = {
            name: tuple(
                Row(self._cells(row.cells, name, n, goal), row.key) for n, row in enumerate(own)
            )
            for name, own in table.rows.items()
        }
        groups = {
            name: tuple(
                self.table(own, n) if name == GOALS and goal < 0 else own
                for n, own in enumerate(tables)
            )
            for name, tables in table.groups.items()
        }
        return Table(self._cells(table.fields, "", 0, goal), rows, groups, table.key)

    def _cells(self, cells: Mapping[str, Cell], rows: str, row: int, goal: int) -> dict[str, Cell]:
        return {
            name: self._cell(cell, ValueAt(name, rows, row, goal)) for name, cell in cells.items()
        }

    def _cell(self, cell: Cell, at: ValueAt) -> Cell:
        bare = re.escape(at.name.rpartition("[")[2].rstrip("]"))
        is_asked = re.search(rf"[.\"']{bare}(?!\w)", self._statements)
        is_name = _NAMES.get(at.rows) == at.name
        if cell.merge == _CONTINUED or is_asked or is_name:
            return cell
        self.values.append(at)
        return cell._replace(spans=(Span(f"{_OPEN}{len(self.values) - 1}{_CLOSE}"),))


def _about(blocks: Sequence[ReadBlock]) -> tuple[ReadBlock, ...]:
    """Return what a document over several subjects says of the one that is marked."""
    at = [n for n, block in enumerate(blocks) if _MARK.search(_words(block))]
    return tuple(blocks[at[0] : at[-1] + 1]) if at else ()


def _words(block: ReadBlock) -> str:
    if isinstance(block, ReadParagraph):
        return block.text
    return "\n".join(cell.text for row in block.grid for cell in row)


def _statements(template: ReadDocument | None) -> str:
    """Return what a template asks about, and what it writes otherwise than it stands in the inputs."""
    if template is None:
        return ""
    said = "\n".join(text for _, text, _ in template.said())
    return "\n".join(found[0] for found in _STATEMENT.finditer(said))
