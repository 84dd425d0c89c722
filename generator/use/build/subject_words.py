"""What the documents of a dossier speak with: names of figures, and the words of the unit itself."""

from typing import Any

from generator.model.dossier import Subject
from generator.narrative.states import describe_states
from generator.narrative.unit_words import OwnWords, Wrap, as_it_is, own_words, report_words
from generator.prose.figure_names import report_names
from generator.prose.origin_marks import Text
from generator.use.build.document_matter import DocumentMatter
from generator.use.build.wanted import Occasion


class SubjectWords:
    """Names and words of each subject, worked out once for all documents of a dossier."""

    def __init__(self, matter: DocumentMatter) -> None:
        self._matter = matter
        self._names: dict[str, dict[str, Any]] = {}
        self._words: dict[str, OwnWords] = {}

    @property
    def is_traced(self) -> bool:
        """Tell whether all words bear marks of where they came from."""
        return self._matter.origins is not None

    def of(self, occasion: Occasion) -> tuple[dict[str, Any], OwnWords]:
        """Return the names and own words that a document speaks with."""
        units = self._matter.library.units
        subject, report = occasion.subject, occasion.report
        if subject is not None:
            return self.names_of(subject), self.own(subject)
        names = dict(self._matter.examined.names[""])
        if report is None:
            return names, OwnWords({}, {}, {}, ())
        names = report_names(self._matter.book, names, report.id, report.projects)
        projects = tuple(self.own(p) for p in self.projects(occasion))
        source = self._matter.dossier.source
        wrap = self.wrap("")
        said = report_words(report, occasion.report_keys, source, projects, names, units, wrap)
        return names, said

    def names_of(self, subject: Subject) -> dict[str, Any]:
        """Return the names of a subject, with how things stand with it."""
        if subject.id not in self._names:
            sheet = self._matter.examined.sheets[subject.id]
            states = describe_states(
                subject, sheet, self._matter.scheme, self._matter.book, self.wrap(subject.id)
            )
            self._names[subject.id] = {**self._matter.examined.names[subject.id], "state": states}
        return self._names[subject.id]

    def own(self, subject: Subject) -> OwnWords:
        """Return the words of a subject."""
        if subject.id not in self._words:
            names = self._matter.examined.names[subject.id]
            self._words[subject.id] = own_words(
                subject, names, self._matter.library.units, self.wrap(subject.id)
            )
        return self._words[subject.id]

    def projects(self, occasion: Occasion) -> tuple[Subject, ...]:
        """Return the projects that a document is about."""
        wanted = occasion.report.projects if occasion.report else ()
        return tuple(p for p in self._matter.dossier.projects if not wanted or p.id in wanted)

    def wrap(self, owner: str) -> Wrap:
        """Return what marks the words of a subject (or of the unit) with their origin."""
        origins = self._matter.origins
        if origins is None:
            return as_it_is
        return lambda words, source, keys: origins.wrap(words, Text(source, keys, owner))
