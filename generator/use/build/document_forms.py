"""The form of a document: that of its subject, with those of the projects below where they belong."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath
from generator.model.blocks import Table
from generator.model.dossier import Subject
from generator.model.form_printing import Printing
from generator.model.scheme import Scheme
from generator.model.scheme_document import Template
from generator.model.spans import Span, Spans
from generator.narrative.unit_words import OwnWords
from generator.tables.material import Material
from generator.tables.subject_form import FormMaker
from generator.use.build.document_matter import DocumentMatter
from generator.use.build.settled import settled_table
from generator.use.build.subject_words import SubjectWords
from generator.use.build.wanted import Occasion

Render = Callable[[KeyPath, str, Mapping[str, Any]], Spans]  # words of the scheme


class DocumentForms:
    """Makes the forms of one dossier; gathers their problems."""

    def __init__(self, matter: DocumentMatter, spoken: SubjectWords, render: Render) -> None:
        self._matter, self._spoken, self._render = matter, spoken, render
        self.problems: list[Problem] = []

    def form(
        self, occasion: Occasion, title: Spans, names: Mapping[str, Any], words: OwnWords
    ) -> Table | None:
        """Make the form of a document that has one."""
        template, subject = occasion.wanted.template, occasion.subject
        if subject is None or not self._matter.library.prints_tables(template.template):
            return None
        form = self._forms(occasion, subject, title, names, words)
        return form if not self._spoken.is_traced else settled_table(form)

    def _forms(
        self,
        occasion: Occasion,
        subject: Subject,
        title: Spans,
        names: Mapping[str, Any],
        words: OwnWords,
    ) -> Table:
        """Make the form of a subject, with those of the projects where they stand below it."""
        template = occasion.wanted.template
        form = self._form_of(subject, template, title, names, words)
        if template.for_ != "dossier":
            return form
        projects = []
        for number, project in enumerate(self._matter.dossier.projects, 1):
            own_names = self._matter.examined.names[project.id]
            keys = (*occasion.wanted.keys, "item-title")
            said = self._render(keys, template.item_title, own_names)
            heading = (Span(f"{number}."), *said)
            own = self._spoken.own(project)
            projects.append(self._form_of(project, template, heading, own_names, own))
        return Table(form.fields, form.rows, {**form.groups, "projects": tuple(projects)}, form.key)

    def _form_of(
        self,
        subject: Subject,
        template: Template,
        heading: Spans,
        names: Mapping[str, Any],
        words: OwnWords,
    ) -> Table:
        self._find_homeless_sources(subject, template)
        material = Material(
            self._matter.dossier,
            subject,
            self._matter.examined.sheets[subject.id],
            self._matter.scheme,
            self._matter.book,
            names,
            self._matter.library.units,
            is_spring=template.stage == "goals",
            prints_empty_classes=template.empty_classes == "print",
            printing=_printing(subject, template, self._matter.scheme),
            wrap=self._spoken.wrap(subject.id) if self._spoken.is_traced else None,
        )
        maker = FormMaker(material)
        form = maker.make(heading, words.texts)
        self.problems += maker.problems
        return form

    def _find_homeless_sources(self, subject: Subject, template: Template) -> None:
        """A form with fixed places has none for a source that it does not know."""
        if not template.fixed_sources:
            return
        printed = template.print_.fund_rows or self._matter.scheme.fund_rows
        for index, source in enumerate(subject.entry.funds.sources):
            if source.name not in printed:
                place = subject.source.place(("funds", "sources", index, "name"))
                message = f"表上没有“{source.name}”的位置，印不出来"
                hint = f"表上印有：{'、'.join(printed)}"
                self.problems.append(
                    Problem("T06", Severity.WARNING, message, place, hint, source.name)
                )


def _printing(subject: Subject, template: Template, scheme: Scheme) -> Printing:
    """Return how a form prints: one with room for it has the sources that the unit has."""
    funds, printed = subject.entry.funds, template.print_.fund_rows or scheme.fund_rows
    names = tuple(source.name for source in funds.sources)
    if not template.own_sources or not names:
        return template.print_
    more = (row.name for row in funds.rows if row.name in printed)
    return template.print_.changed(fund_rows=(*names, *more))
