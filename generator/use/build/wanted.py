"""Which documents a dossier makes: those of its scheme and stage, or those that the unit names."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.problem import Problem, Severity
from generator.base.suggestion import suggest
from generator.base.toml import KeyPath
from generator.model.dossier import Dossier, Subject
from generator.model.own_outline import OwnOutline
from generator.model.scheme import Scheme
from generator.model.scheme_document import Template
from generator.model.subject import SubjectEntry
from generator.model.unit import Report, Stage


class Wanted(NamedTuple):
    """A document of the scheme with its place there."""

    template: Template
    keys: KeyPath
    is_usual: bool = True  # else only for the subjects that name it themselves


class Occasion(NamedTuple):
    """One document to be made: of a subject, of a report over projects, or of the whole dossier."""

    wanted: Wanted
    subject: Subject | None = None
    report: Report | None = None
    report_keys: KeyPath = ()

    @property
    def id(self) -> str:
        """Return the id of the document within its dossier."""
        owner = self.subject.id if self.subject else self.report.id if self.report else "unit"
        return f"{owner}/{self.wanted.template.id}"

    @property
    def own_outline(self) -> OwnOutline | None:
        """Return the outline that its author wrote for it, if any."""
        if not self.wanted.template.outline or self.wanted.template.for_ == "dossier":
            return None
        author = self.subject.entry if self.subject else self.report
        return author.own_outline if author is not None else None


def wanted_documents(scheme: Scheme, dossier: Dossier, stage: Stage) -> list[Wanted]:
    """List the documents that are written as files of their own, in the order of the scheme."""
    every = _of_stage(scheme, stage)
    usual = {w.template.id for w in _usual(every, dossier)}
    own = {name for subject in dossier.subjects for name in subject.entry.documents or ()}
    return [
        w._replace(is_usual=w.template.id in usual) for w in every if w.template.id in usual | own
    ]


def _usual(every: Sequence[Wanted], dossier: Dossier) -> list[Wanted]:
    """List what is written for every subject that names no documents of its own."""
    if dossier.unit.documents:
        return [w for w in every if w.template.id in dossier.unit.documents]
    usual = [w for w in every if not w.template.on_request or w.template.own_outline]
    attached = _attached(usual)
    return [w for w in usual if w.template.id not in attached]


def _attached(documents: Iterable[Wanted]) -> set[str]:
    return {name for wanted in documents for name in wanted.template.attaches}


def attached_documents(scheme: Scheme, occasion: Occasion) -> list[Wanted]:
    """List what is attached to a document, in the order that it names."""
    template, subject = occasion.wanted.template, occasion.subject
    own = None if subject is None else subject.entry.documents
    every = {w.template.id: w for w in _of_stage(scheme, template.stage)}
    return [every[name] for name in template.attaches if name in every and _has(own, name)]


def _has(own: Collection[str] | None, name: str) -> bool:
    return own is None or name in own


def occasions(scheme: Scheme, wanted: Wanted, dossier: Dossier) -> Iterator[Occasion]:
    """Go through everything that a document is made for."""
    kind = wanted.template.for_
    if kind == "report":
        for index, report in enumerate(dossier.unit.report):
            if _has_outline(wanted, report):
                yield Occasion(wanted, None, report, ("report", index))
    elif kind == "dossier":
        yield Occasion(wanted, dossier.department)
    else:
        for subject in dossier.subjects:
            if subject.kind == kind and _is_wanted(scheme, wanted, subject):
                yield Occasion(wanted, subject)


def _is_wanted(scheme: Scheme, wanted: Wanted, subject: Subject) -> bool:
    """Tell whether a subject gets a document as a file of its own."""
    own = subject.entry.documents
    if not _has_outline(wanted, subject.entry):
        return False
    if own is None:
        return wanted.is_usual
    named = (w for w in _of_stage(scheme, wanted.template.stage) if w.template.id in own)
    return wanted.template.id in own and wanted.template.id not in _attached(named)


def _has_outline(wanted: Wanted, author: SubjectEntry | Report) -> bool:
    """Tell whether there is anything to print: some documents follow the author's own outline only."""
    return not wanted.template.own_outline or author.own_outline is not None


def unknown_documents(scheme: Scheme, dossier: Dossier) -> Iterator[Problem]:
    """Find documents that the unit names and the scheme does not have."""
    known = [template.id for template in scheme.document]
    places: Sequence[tuple[KeyPath, str]] = (
        *((("documents", n), name) for n, name in enumerate(dossier.unit.documents)),
        *((("outlines", name), name) for name in dossier.unit.outlines),
    )
    for keys, name in places:
        if name not in known:
            message = f"方案“{scheme.title}”里没有文书“{name}”"
            place = dossier.source.place(keys)
            yield Problem("I25", Severity.ERROR, message, place, suggest(name, known), name)
    for subject in dossier.subjects:
        for number, name in enumerate(subject.entry.documents or ()):
            if name not in known:
                message = f"方案“{scheme.title}”里没有文书“{name}”"
                place = subject.source.place(("documents", number))
                yield Problem("I25", Severity.ERROR, message, place, suggest(name, known), name)
        for name in subject.entry.titles:
            if name not in known:
                message = f"方案“{scheme.title}”里没有文书“{name}”"
                place = subject.source.place(("titles", name), on="key")
                yield Problem("I25", Severity.ERROR, message, place, suggest(name, known), name)


def _of_stage(scheme: Scheme, stage: Stage) -> list[Wanted]:
    return [
        Wanted(template, ("document", index))
        for index, template in enumerate(scheme.document)
        if template.stage == stage
    ]
