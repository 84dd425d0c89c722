"""What the documents of a dossier speak with: names of figures, and the words of the unit itself."""

from typing import Any

from generator.figures.figure_book import FigureBook
from generator.model.dossier import Dossier, Subject
from generator.model.scheme import Scheme
from generator.narrative.states import describe_states
from generator.narrative.unit_words import OwnWords, Wrap, as_it_is, own_words, report_words
from generator.prose.figure_names import report_names
from generator.prose.origin_marks import Origins, Text
from generator.use.build.wanted import Occasion
from generator.use.check.examine import Examined
from generator.use.library import Library


class SubjectWords:
    """Names and words of each subject, worked out once for all documents of a dossier."""

    def __init__(
        self,
        examined: Examined,
        dossier: Dossier,
        scheme: Scheme,
        book: FigureBook,
        library: Library,
        origins: Origins | None,
    ) -> None:
        self._examined, self._dossier, self._scheme = examined, dossier, scheme
        self._book, self._library, self._origins = book, library, origins
        self._names: dict[str, dict[str, Any]] = {}
        self._words: dict[str, OwnWords] = {}

    @property
    def is_traced(self) -> bool:
        """Tell whether all words bear marks of where they came from."""
        return self._origins is not None

    def of(self, occasion: Occasion) -> tuple[dict[str, Any], OwnWords]:
        """Return the names and own words that a document speaks with."""
        units = self._library.units
        subject, report = occasion.subject, occasion.report
        if subject is not None:
            return self.names_of(subject), self.own(subject)
        names = dict(self._examined.names[""])
        if report is None:
            return names, OwnWords({}, {}, {}, ())
        names = report_names(self._book, names, report.id, report.projects)
        projects = tuple(self.own(p) for p in self.projects(occasion))
        source = self._dossier.source
        wrap = self.wrap("")
        said = report_words(report, occasion.report_keys, source, projects, names, units, wrap)
        return names, said

    def names_of(self, subject: Subject) -> dict[str, Any]:
        """Return the names of a subject, with how things stand with it."""
        if subject.id not in self._names:
            sheet = self._examined.sheets[subject.id]
            states = describe_states(
                subject, sheet, self._scheme, self._book, self.wrap(subject.id)
            )
            self._names[subject.id] = {**self._examined.names[subject.id], "state": states}
        return self._names[subject.id]

    def own(self, subject: Subject) -> OwnWords:
        """Return the words of a subject."""
        if subject.id not in self._words:
            names = self._examined.names[subject.id]
            self._words[subject.id] = own_words(
                subject, names, self._library.units, self.wrap(subject.id)
            )
        return self._words[subject.id]

    def projects(self, occasion: Occasion) -> tuple[Subject, ...]:
        """Return the projects that a document is about."""
        wanted = occasion.report.projects if occasion.report else ()
        return tuple(p for p in self._dossier.projects if not wanted or p.id in wanted)

    def wrap(self, owner: str) -> Wrap:
        """Return what marks the words of a subject (or of the unit) with their origin."""
        origins = self._origins
        if origins is None:
            return as_it_is
        return lambda words, source, keys: origins.wrap(words, Text(source, keys, owner))
