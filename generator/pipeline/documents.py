"""Lay out the documents that a scheme asks for: blocks ready to be written."""

from dataclasses import dataclass
from pathlib import Path

from generator.base.filenames import safe_name
from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath, TomlFile
from generator.figures.book import FigureBook
from generator.model.blocks import (
    Attachment,
    DocumentBlocks,
    Heading,
    Paragraph,
    Signature,
    Spans,
    plain_text,
)
from generator.model.dossier import Dossier, Subject
from generator.model.scheme import Scheme, Template
from generator.model.subject import ProjectEntry
from generator.narrative.report import narrate
from generator.narrative.states import describe_states
from generator.narrative.words import own_words
from generator.pipeline.examine import Examined
from generator.pipeline.library import Library
from generator.prose.marks import figure_span
from generator.prose.render import render_value
from generator.tables.form import FormMaker

ONE_ATTACHMENT = "附件"


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A document to be written: its file name, its template, what it says."""

    id: str
    name: str
    template: Path
    blocks: DocumentBlocks


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents of a dossier, and what stands in their way."""

    documents: tuple[PlannedDocument, ...]
    problems: tuple[Problem, ...]


def plan_documents(examined: Examined, library: Library) -> Plan:
    """Lay out every document of the scheme for every subject that it is for."""
    dossier, scheme, book = examined.dossier, examined.scheme, examined.book
    if dossier is None or scheme is None or book is None:
        return Plan((), ())
    documents: list[PlannedDocument] = []
    problems: list[Problem] = []
    wanted = [d for d in enumerate(scheme.scheme.document) if d[1].stage == examined.stage]
    for index, template in wanted:
        path = library.template(template.template)
        if path is None:
            place = scheme.source.place(("document", index, "template"))
            message = f"没有 Word 模板“{template.template}”"
            hint = "请把模板放进 templates/docx/"
            problems.append(Problem("T03", Severity.ERROR, message, place, hint, template.template))
            continue
        for subject in dossier.subjects:
            if subject.kind == template.for_:
                maker = _Maker(examined, dossier, scheme.scheme, scheme.source, book, library)
                blocks = maker.make(subject, template, ("document", index))
                problems += maker.problems
                name = f"{len(documents) + 1:02d} {plain_text(blocks.title)}"
                documents.append(
                    PlannedDocument(blocks.id, f"{safe_name(name)}.docx", path, blocks)
                )
    return Plan(tuple(documents), tuple(problems))


class _Maker:
    """Makes one document; gathers its problems."""

    def __init__(
        self,
        examined: Examined,
        dossier: Dossier,
        scheme: Scheme,
        scheme_file: TomlFile,
        book: FigureBook,
        library: Library,
    ) -> None:
        self._examined, self._dossier, self._scheme = examined, dossier, scheme
        self._scheme_file, self._book, self._library = scheme_file, book, library
        self.problems: list[Problem] = []

    def make(self, subject: Subject, template: Template, keys: KeyPath) -> DocumentBlocks:
        """Lay out one document for one subject."""
        book, units = self._book, self._library.units
        sheet = self._examined.sheets[subject.id]
        words = own_words(subject, self._examined.names[subject.id], units)
        names = {
            **self._examined.names[subject.id],
            "state": describe_states(subject, sheet, self._scheme, book),
        }
        title = self._title(subject, template, keys, names)
        body: tuple[Heading | Paragraph, ...] = ()
        if template.outline:
            asked_at = self._scheme_file.place((*keys, "outline"))
            outline, faults = self._library.outline(template.outline, asked_at)
            self.problems += faults
            if outline is not None:
                told = narrate(outline.outline, outline.texts, words, names, units)
                self.problems += told.problems
                body = told.body
        attachment = None
        if template.attachment:
            heading = self._render(
                self._scheme_file, (*keys, "attachment"), template.attachment, names
            )
            form = FormMaker(self._dossier, subject, sheet, self._scheme, book, names, units)
            attachment = Attachment(ONE_ATTACHMENT, heading, form.make(heading, words.texts))
            self.problems += form.problems
        signature = Signature(self._figure("unit/signature"), self._figure("unit/date"))
        return DocumentBlocks(f"{subject.id}/{template.id}", title, body, signature, attachment)

    def _title(
        self, subject: Subject, template: Template, keys: KeyPath, names: dict[str, object]
    ) -> Spans:
        """Take the unit's own title before the one that the scheme composes."""
        entry = subject.entry
        if isinstance(entry, ProjectEntry) and entry.project.report_title:
            own = ("project", "report-title")
            return self._render(subject.source, own, entry.project.report_title, names)
        return self._render(self._scheme_file, (*keys, "title"), template.title, names)

    def _render(self, file: TomlFile, keys: KeyPath, text: str, names: dict[str, object]) -> Spans:
        rendered = render_value(file, keys, text, names, self._library.units)
        self.problems += rendered.problems
        return rendered.spans

    def _figure(self, figure_id: str) -> Spans:
        return (figure_span(self._book[figure_id]),) if figure_id in self._book else ()
