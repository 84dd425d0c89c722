"""Plan the files of a dossier: what is written alone, what is attached, what is bound together."""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.filenames import safe_name
from generator.base.problem import Problem, Severity
from generator.model.blocks import DocumentBlocks
from generator.model.dossier import Dossier
from generator.model.form_printing import Printing
from generator.model.scheme import Scheme
from generator.model.spans import Spans
from generator.prose.origin_marks import Origins
from generator.use.build.as_printed import PrintedWords
from generator.use.build.as_stated import stated_form
from generator.use.build.document_layout import DocumentMaker
from generator.use.build.document_matter import DocumentMatter
from generator.use.build.wanted import (
    Occasion,
    Wanted,
    attached_documents,
    occasions,
    unknown_documents,
    wanted_documents,
)
from generator.use.check.examine import Examined
from generator.use.library import Library

ATTACHMENT = "附件"


class PlannedPart(NamedTuple):
    """One document of a file: its template and what it says."""

    template: Path
    blocks: DocumentBlocks
    printing: Printing = Printing()


class PlannedFile(NamedTuple):
    """A file to be written: its name and the documents in it."""

    name: str
    parts: tuple[PlannedPart, ...]


class Plan(NamedTuple):
    """The files of a dossier, and what stands in their way."""

    files: tuple[PlannedFile, ...]
    problems: tuple[Problem, ...]


def plan_documents(
    examined: Examined,
    library: Library,
    origins: Origins | None = None,
    *,
    is_stated: bool = False,
    only: Container[str] | None = None,
) -> Plan:
    """Lay out every document that a dossier is to make; with ``origins``, spans know theirs.

    ``is_stated`` prints what the inputs state, and nothing that follows from it; ``only`` names the
    documents that are wanted, where not all are.
    """
    matter = DocumentMatter.of(examined, library, origins)
    if matter is None:
        return Plan((), ())
    dossier, scheme = matter.dossier, matter.scheme
    printed = PrintedWords(dossier.path, dossier) if is_stated else None
    maker = DocumentMaker(matter)
    planner = _Planner(dossier, scheme, maker, library, examined, printed, only)
    planner.problems += unknown_documents(scheme, dossier)
    files = tuple(planner.files())
    return Plan(files, (*planner.problems, *maker.problems))


class _Planner:
    def __init__(
        self,
        dossier: Dossier,
        scheme: Scheme,
        maker: DocumentMaker,
        library: Library,
        examined: Examined,
        printed: PrintedWords | None = None,
        only: Container[str] | None = None,
    ) -> None:
        self._printed = printed  # where nothing that is worked out is to be printed
        self._only = only
        self._dossier, self._scheme, self._maker = dossier, scheme, maker
        self._library, self._examined = library, examined
        self.problems: list[Problem] = []

    def files(self) -> Iterator[PlannedFile]:
        """Plan single files, or the one that binds them."""
        wanted = wanted_documents(self._scheme, self._dossier, self._examined.stage)
        if self._dossier.unit.bundle:
            yield from self._bundle(wanted)
            return
        number = 0
        for document in wanted:
            for occasion in occasions(self._scheme, document, self._dossier):
                parts = self._with_attachments(occasion, "")
                if not parts:
                    continue
                number += 1
                title = self._maker.file_name(occasion, parts[0].blocks.title)
                yield PlannedFile(f"{safe_name(f'{number:02d} {title}')}.docx", tuple(parts))

    def _bundle(self, wanted: Sequence[Wanted]) -> Iterator[PlannedFile]:
        """Bind all documents; where the form numbers them, every kind is one attachment."""
        parts: list[PlannedPart] = []
        number = 0
        for document in wanted:
            cases = list(occasions(self._scheme, document, self._dossier))
            number += bool(cases)
            label = f"{ATTACHMENT}{number}" if self._scheme.bundle.labels else ""
            for occasion in cases:
                parts += self._with_attachments(occasion, label)
        if parts:
            name = safe_name(self._maker.bundle_name())
            yield PlannedFile(f"{name}.docx", tuple(parts))

    def _with_attachments(self, occasion: Occasion, label: str) -> list[PlannedPart]:
        """Lay out a document and what is attached to it, numbered where there are several."""
        template = self._template(occasion.wanted)
        if template is None or self._lacks_department(occasion):
            return []
        below = [
            occasion._replace(wanted=wanted)
            for wanted in attached_documents(self._scheme, occasion)
        ]
        titles: list[Spans] = [self._maker.title(own) for own in below]
        printing = occasion.wanted.template.print_
        parts: list[PlannedPart] = []
        if self._is_asked(occasion):
            parts.append(PlannedPart(template, self._made(occasion, label, titles), printing))
        for number, own in enumerate(below, 1):
            path = self._template(own.wanted)
            if path is not None and self._is_asked(own):
                own_label = f"{ATTACHMENT}{number}" if len(below) > 1 else ATTACHMENT
                blocks = self._made(own, own_label)
                parts.append(PlannedPart(path, blocks, own.wanted.template.print_))
        return parts

    def _is_asked(self, occasion: Occasion) -> bool:
        return self._only is None or f"{self._dossier.id}/{occasion.id}" in self._only

    def _made(
        self, occasion: Occasion, label: str, attachments: Sequence[Spans] = ()
    ) -> DocumentBlocks:
        """Lay out a document; where asked for, as its unit stated and printed it."""
        made, subject = self._maker.make(occasion, label, attachments), occasion.subject
        if self._printed is None or subject is None or made.form is None:
            return made
        form = stated_form(made.form, subject, self._examined.sheets[subject.id])
        document = occasion.wanted.template.id
        return self._printed.put(made._replace(form=form), subject, document)

    def _lacks_department(self, occasion: Occasion) -> bool:
        if occasion.wanted.template.for_ != "dossier" or occasion.subject is not None:
            return False
        place = self._dossier.source.place(())
        message = "这份文书要有部门的目标和职责，但没有 department.toml"
        hint = "请在本文件夹里写 department.toml"
        self.problems.append(Problem("I26", Severity.ERROR, message, place, hint))
        return True

    def _template(self, wanted: Wanted) -> Path | None:
        name = wanted.template.template
        path = self._library.template(name)
        if path is None and self._examined.scheme is not None:
            place = self._examined.scheme.source.place((*wanted.keys, "template"))
            message = f"没有 Word 模板“{name}”"
            problem = Problem(
                "T03", Severity.ERROR, message, place, "请把模板放进 templates/docx/", name
            )
            if problem not in self.problems:
                self.problems.append(problem)
        return path
