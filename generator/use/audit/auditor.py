"""Audit documents: read each, examine each unit, hold the units against each other and our inputs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.problem import Problem, in_order
from generator.base.strange_text import shown_path
from generator.load.dossier_folders import find_dossiers
from generator.read.draft import Draft
from generator.read.join import split_by_unit
from generator.read.year import settle_years
from generator.rules.across_forms import Budget, of_several_years
from generator.rules.finding import Finding
from generator.rules.one_finding import Telling
from generator.use.audit.against import check_against
from generator.use.audit.agreement import check_unit_names
from generator.use.audit.document_wording import not_told_by, told
from generator.use.audit.file_look import FileLook, Looked
from generator.use.audit.found import Audited, Reading, words_at
from generator.use.audit.knowledge import knowledge
from generator.use.audit.name_pairs import held_together
from generator.use.audit.schemeless import ANYBODY
from generator.use.audit.unit_examiner import OfUnit, UnitExaminer
from generator.use.audit.units_of_files import UnitFiles, units_of
from generator.use.check.acceptance import weigh
from generator.use.check.examine import Examined, examine
from generator.use.foreign_documents import Recogniser
from generator.use.library import Library


class AuditOrder(NamedTuple):
    """What was asked of an audit."""

    paths: tuple[Path, ...]
    scheme: str = ""
    year: int | None = None
    against: tuple[Path, ...] = ()
    uses_office: bool = False
    layout: bool = False  # looks at pages as well


if TYPE_CHECKING:
    from generator.use.audit.page_look import PageLook

Examine = Callable[[Sequence[UnitFiles]], Iterable[OfUnit]]


class Auditor:
    """Audits documents with the rules, labels and schemes of one workspace."""

    def __init__(self, library: Library, order: AuditOrder) -> None:
        self._library, self._order = library, order
        self._known = known = knowledge(library)
        recogniser = Recogniser(library, known.book, order.scheme, order.year, keeps_all=True)
        self._pages = _page_look(library) if order.layout else None
        self._files = FileLook(known, recogniser, uses_office=order.uses_office, pages=self._pages)
        self._units = UnitExaminer(library, known, recogniser, keeps_drafts=bool(order.against))
        self._readings: dict[str, Reading] = {}
        self._tellings: list[Telling] = []
        self._year = "2023"  # in advice, until a document says which

    def run(
        self, looked: Iterable[Looked] | None = None, examined: Examine | None = None
    ) -> Audited:
        """Audit all files, each for itself and all against each other.

        ``looked`` and ``examined`` give what was found elsewhere: in the order of files and of units.
        """
        asked = [shown_path(path) for path in self._order.paths]
        pages = () if self._pages is None else self._pages.problems
        audited = Audited(problems=[*self._known.problems, *pages], asked=asked)
        every = [*map(self.look, self._order.paths)] if looked is None else [*looked]
        audited.problems += told((one.unit, one.wording) for one in every)
        drafts = [*self._drafts(every, audited)]
        if self._order.year is None:
            settle_years([draft for _, draft in drafts])
        parts = [part for shown, draft in drafts for part in split_by_unit(shown, draft)]
        units = units_of(parts, self._known.book)
        audited.units += [unit.told for unit in units]
        # Before units are examined: then each file still says no more than it prints.
        across_names = [*self._across_names([draft for _, draft in drafts], units)]
        accounts = [a for unit in units for draft in unit.drafts for a in draft.accounts]
        audited.bands += [b for unit in units for draft in unit.drafts for b in draft.bands]
        left: dict[str, dict[DocumentPlace, str]] = defaultdict(dict)
        joined: list[Draft] = []
        budgets: list[Budget] = []
        for found in map(self.examine, units) if examined is None else examined(units):
            self._take(found, audited)
            joined += found.joined
            budgets += found.budgets
            for file, places in found.left.items():
                left[file].update(places)  # a list of projects is of several units
        audited.accounts += [account.settled(left[account.file]) for account in accounts]
        self._tell(across_names)
        self._tell(of_several_years(budgets))
        if self._order.against:
            ours, faults = self._ours()
            audited.problems += faults
            self._tell(check_against(joined, ours, self._library.units))
        ruled = [*self._known.rules.once(self._tellings)]
        audited.problems = [*not_told_by(ruled, audited.problems), *ruled]
        self._known.rulebook.keep()
        audited.problems = [*in_order(self._finished(audited.problems))]
        return audited.once()

    def look(self, path: Path) -> Looked:
        """Read one file, and find what is wrong in it whatever stands in the others."""
        return self._files.look(path)

    def examine(self, unit: UnitFiles) -> OfUnit:
        """Find what is wrong in the files of one unit, whatever the others say."""
        return self._units.examine(unit)

    def _drafts(self, every: Sequence[Looked], audited: Audited) -> Iterator[tuple[str, Draft]]:
        """Take what was found in each file by itself, and give what it says."""
        for one in every:
            audited.problems += one.problems
            audited.unchecked += one.unchecked
            self._tellings += one.tellings
            if one.reading is not None:
                audited.files += 1
                shown = one.reading.shown
                self._readings[shown] = one.reading
                if one.draft is not None:
                    yield shown, one.draft

    def _take(self, found: OfUnit, audited: Audited) -> None:
        audited.problems += found.problems
        audited.unchecked += found.unchecked
        audited.remarks += found.remarks
        self._tellings += found.tellings
        self._year = str(found.year or self._year)

    def _across_names(
        self, drafts: Sequence[Draft], units: Sequence[UnitFiles]
    ) -> Iterator[Finding]:
        """Hold the names of bodies against each other."""
        apart = self._library.wording.apart
        for together in held_together(drafts, units, apart):
            yield from check_unit_names(together, self._known.book, apart)

    def _ours(self) -> tuple[list[Examined], list[Problem]]:
        examined: list[Examined] = []
        problems: list[Problem] = []
        for path in self._order.against:
            folders, faults = find_dossiers(path)
            problems += faults
            examined += [examine(folder, self._library) for folder in folders]
        return examined, problems

    def _tell(self, found: Iterable[Finding]) -> None:
        """Tell what rests on no scheme."""
        self._tellings += self._known.rules.tellings(found, ANYBODY)

    def _finished(self, problems: Sequence[Problem]) -> Iterator[Problem]:
        weighed = weigh(problems, self._library.workspace.entry.severity)
        for problem in weighed:
            quote = problem.quote or words_at(problem.place, self._readings)
            text = self._known.texts.get(problem.code)
            basis = problem.basis or (text.basis if text is not None else "")
            hint = problem.hint.replace("{{ year }}", self._year)
            yield problem._replace(quote=quote, basis=basis, hint=hint)


def _page_look(library: Library) -> "PageLook":
    from generator.use.audit.page_look import PageLook  # noqa: PLC0415 - only on request

    return PageLook(library)
