"""Lay out one document: its title, its body, its form, its notes, its table of contents."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from generator.base.toml import KeyPath, TomlFile
from generator.model.blocks import Block, DocumentBlocks, Entry, Heading, Signature, Table
from generator.model.figure_id import UNIT, FigureId
from generator.model.scheme_document import Template
from generator.model.spans import Span, Spans, plain_text
from generator.narrative.inserts import Shelf
from generator.narrative.outlined_report import loaded_own, with_quoted_inputs
from generator.narrative.report_body import Author, narrate
from generator.narrative.title_lines import LINE, balance, without_code
from generator.narrative.unit_words import OwnWords
from generator.prose.figure_marks import figure_span
from generator.prose.origin_marks import Origins, Text, follow_breaks
from generator.prose.prose_render import render_value
from generator.use.build.document_forms import DocumentForms
from generator.use.build.document_matter import DocumentMatter
from generator.use.build.settled import settled_body
from generator.use.build.stock import Stock, stock
from generator.use.build.subject_words import SubjectWords
from generator.use.build.wanted import Occasion

CONTENTS_DEPTH = 1


class DocumentMaker:
    """Makes the documents of one dossier; gathers their problems."""

    def __init__(self, matter: DocumentMatter) -> None:
        self._matter, self._origins = matter, matter.origins
        self._scheme_file = matter.loaded.source
        self._spoken = SubjectWords(matter)
        render = partial(self._render, self._scheme_file)
        self._forms = DocumentForms(matter, self._spoken, render)
        self.problems = self._forms.problems
        self._titles: dict[str, Spans] = {}

    def make(
        self, occasion: Occasion, label: str = "", attachments: Sequence[Spans] = ()
    ) -> DocumentBlocks:
        """Lay out one document."""
        template = occasion.wanted.template
        names, words = self._spoken.of(occasion)
        title = self.title(occasion)
        body = self._body(occasion, names, words)
        form = None if occasion.subject is None else self._forms.form(occasion, title, names, words)
        signature = None
        if template.signed:
            signature = Signature(self._of_unit("signature"), self._of_unit("date"))
        # Words are looked up for titles of several lines only.
        is_long = len(plain_text(title)) > LINE
        broken = balance(title, self._matter.library.title_words) if is_long else title
        return DocumentBlocks(
            f"{self._matter.dossier.id}/{occasion.id}",
            broken if self._origins is None else follow_breaks(broken, title),
            body,
            signature,
            form,
            label,
            tuple(attachments),
            self._notes(template),
            _contents(body, form) if template.contents else (),
        )

    def title(self, occasion: Occasion) -> Spans:
        """Take the unit's own title before the one that the scheme composes; others quote it, too."""
        if occasion.id not in self._titles:
            self._titles[occasion.id] = self._title(occasion)
        return self._titles[occasion.id]

    def _title(self, occasion: Occasion) -> Spans:
        template, keys = occasion.wanted.template, occasion.wanted.keys
        names, _ = self._spoken.of(occasion)
        if occasion.report is not None:
            own: KeyPath = (*occasion.report_keys, "title")
            said = self._render(self._matter.dossier.source, own, occasion.report.title, names)
            return self._traced(said, self._matter.dossier.source, own, "")
        subject = occasion.subject
        if subject is not None and (title := subject.entry.titles.get(template.id)):
            own = ("titles", template.id)
            said = self._render(subject.source, own, title, names)
            return self._traced(said, subject.source, own, subject.id)
        return without_code(
            self._render(self._scheme_file, (*keys, "title"), template.title, names)
        )

    def file_name(self, occasion: Occasion, title: Spans) -> str:
        """Name the file as its document is called, or as the scheme calls it."""
        template = occasion.wanted.template
        said = occasion.subject.entry.titles.get(template.id) if occasion.subject else None
        if not template.file or said:
            return plain_text(title).replace("\n", "")
        names, _ = self._spoken.of(occasion)
        keys = (*occasion.wanted.keys, "file")
        return plain_text(self._render(self._scheme_file, keys, template.file, names))

    def bundle_name(self) -> str:
        """Name the file that binds all documents of the stage."""
        bundle, is_spring = self._matter.scheme.bundle, self._matter.examined.stage == "goals"
        text = bundle.goals_title if is_spring else bundle.title
        keys = ("bundle", "goals-title" if is_spring else "title")
        names = self._matter.examined.names[""]
        return plain_text(self._render(self._scheme_file, keys, text, names))

    def _body(
        self, occasion: Occasion, names: Mapping[str, Any], words: OwnWords
    ) -> tuple[Block, ...]:
        template = occasion.wanted.template
        unit = self._matter.dossier.unit
        shelf = self._shelf(occasion, names)
        wrap = None if self._origins is None else self._wrap_standard(occasion, self._origins)
        own = occasion.own_outline
        if own is not None:
            source = occasion.subject.source if occasion.subject else self._matter.dossier.source
            by_own = loaded_own(own, source, occasion.report_keys)
            words = with_quoted_inputs(own, words)
            told = narrate(by_own, words, names, self._matter.library.units, shelf, wrap)
            self.problems += told.problems
            return told.body if wrap is None else settled_body(told.body)
        outline = unit.outline_of(template.id, template.outline, occasion.report)
        if not outline:
            return ()
        asked_at = partial(self._scheme_file.place, (*occasion.wanted.keys, "outline"))
        loaded, faults = self._matter.library.outline(outline, asked_at)
        self.problems += faults
        if loaded is None:
            return ()
        source = occasion.subject.source if occasion.subject else self._matter.dossier.source
        author = (
            None if self._matter.examined.stage == "goals" else Author(source, occasion.report_keys)
        )
        told = narrate(loaded, words, names, self._matter.library.units, shelf, wrap, author)
        self.problems += told.problems
        return told.body if wrap is None else settled_body(told.body)

    def _wrap_standard(self, occasion: Occasion, origins: Origins) -> Callable[[str, str], str]:
        owner = occasion.subject.id if occasion.subject is not None else ""
        document = f"{self._matter.dossier.id}/{occasion.id}"
        return lambda words, section: origins.wrap(words, Text(None, (), owner, document, section))

    def _traced(self, said: Spans, file: TomlFile, keys: KeyPath, owner: str) -> Spans:
        if self._origins is None:
            return said
        return self._origins.attach(said, Text(file, keys, owner))

    def _shelf(self, occasion: Occasion, names: Mapping[str, Any]) -> Shelf:
        wrap = None
        if self._origins is not None:
            wrap = self._spoken.wrap(occasion.subject.id if occasion.subject is not None else "")
        units = self._matter.library.units
        own = occasion.own_outline is not None
        drawn = () if own else self._spoken.projects(occasion)
        of = Stock(names, self._matter.book, units, wrap, drawn)
        return stock(self._matter.dossier, occasion.subject, of)

    def _notes(self, template: Template) -> tuple[Spans, ...]:
        scheme = self._matter.scheme
        notes = scheme.department_notes if template.for_ == "department" else scheme.project_notes
        return tuple((Span(note),) for note in notes)

    def _render(self, file: TomlFile, keys: KeyPath, text: str, names: Mapping[str, Any]) -> Spans:
        rendered = render_value(file, keys, text, names, self._matter.library.units)
        self.problems += rendered.problems
        return rendered.spans

    def _of_unit(self, side: str) -> Spans:
        figure = self._matter.book.find(FigureId.named(UNIT, side))
        return () if figure is None else (figure_span(figure),)


def _contents(body: Sequence[Block], form: Table | None) -> tuple[Entry, ...]:
    """List parts and first headings, then the forms of the projects."""
    entries = [
        Entry(block.text, block.level, block.key)
        for block in body
        if isinstance(block, Heading) and block.level <= CONTENTS_DEPTH
    ]
    projects = form.groups.get("projects", ()) if form is not None else ()
    entries += [
        Entry(own.fields["heading"].text, CONTENTS_DEPTH, f"{own.key}.heading") for own in projects
    ]
    return tuple(entries)
