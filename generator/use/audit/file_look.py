"""One file: how it was read, what it says, and what is wrong in it whatever stands in the others."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.problem import Place, Problem
from generator.base.strange_text import not_understood
from generator.model.foreign_document import ReadDocument
from generator.read.bounds import out_of_time, within_bounds
from generator.read.draft import Draft
from generator.read.sheet_prose import with_prose
from generator.rules.one_finding import Telling
from generator.use.audit.attachment_numbers import check_attachments
from generator.use.audit.document_wording import Remark, check_document, names_of
from generator.use.audit.found import Reading, Unchecked
from generator.use.audit.goal_agreement import is_goal_table
from generator.use.audit.knowledge import Knowledge
from generator.use.audit.numbers import check_numbers
from generator.use.audit.schemeless import ANYBODY
from generator.use.foreign_documents import Recogniser
from generator.use.foreign_file import read_foreign
from generator.wording.passage import Context

if TYPE_CHECKING:
    from generator.use.audit.page_look import PageLook


class Looked(NamedTuple):
    """One file, looked at by itself."""

    reading: Reading | None
    draft: Draft | None
    problems: tuple[Problem, ...]
    tellings: tuple[Telling, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    wording: tuple[Remark, ...] = ()

    @property
    def unit(self) -> str:
        """Return whose it is; a file that does not say so is of somebody else."""
        named = "" if self.draft is None else str(self.draft.unit.get("name", ""))
        return named or ("" if self.reading is None else self.reading.shown)


class FileLook:
    """Reads files and looks at each by itself."""

    def __init__(
        self,
        known: Knowledge,
        recogniser: Recogniser,
        *,
        uses_office: bool,
        pages: "PageLook | None" = None,
    ) -> None:
        self._known, self._recogniser, self._uses_office = known, recogniser, uses_office
        self._pages = pages

    def look(self, path: Path) -> Looked:
        """Read one file, and find what is wrong in it."""
        looked = self._look(path)
        if self._pages is None or looked.reading is None:
            return looked
        tellings, problems, unchecked = self._pages.look(path, looked.reading.shown)
        return looked._replace(
            problems=(*looked.problems, *problems),
            tellings=(*looked.tellings, *tellings),
            unchecked=(*looked.unchecked, *unchecked),
        )

    def _look(self, path: Path) -> Looked:
        document, problems = read_foreign(path, uses_office=self._uses_office)
        if document is None:
            return Looked(None, None, problems)
        document, more = within_bounds(document)
        document = with_prose(document, self._known.book)
        reading = Reading.of(document)
        try:
            draft = self._recogniser.recognise(document)
            more += out_of_time(document.shown, draft.stopped_at)
            tellings = tuple(self._tellings(document))
            wording = tuple(self._remarks(document, draft))
        except Exception as error:  # it is named, and the others are audited
            return Looked(reading, None, (*problems, *more, not_understood(document.shown, error)))
        unchecked = _not_a_form(document, draft)
        return Looked(reading, draft, (*problems, *more), tellings, unchecked, wording)

    def _remarks(self, document: ReadDocument, draft: Draft) -> Iterator[Remark]:
        names = [str(draft.unit[key]) for key in ("name", "signature") if draft.unit.get(key)]
        stage = "goals" if is_goal_table(draft) else "evaluation" if draft.subjects else ""
        context = Context(tuple(names), stage, names_of(draft), draft.year or 0)
        yield from check_document(document, self._known.rulebook.linter, context)

    def _tellings(self, document: ReadDocument) -> Iterator[Telling]:
        rules, shown = self._known.rules, document.shown
        yield from rules.tellings(check_attachments(document), ANYBODY, shown)
        yield from rules.tellings(
            check_numbers(document, self._known.book.wholes, self._known.book.units), ANYBODY, shown
        )


def _not_a_form(document: ReadDocument, draft: Draft) -> tuple[Unchecked, ...]:
    if draft.subjects:
        return ()
    reason = "没有认出自评表、绩效目标表或自评报告，只查了文字"
    return (Unchecked(Place(document.shown), "", reason),)
