"""What there is of one unit, joined and examined: by its print, by the scheme that fits, file against file."""

from collections.abc import Iterator
from itertools import chain, repeat
from typing import NamedTuple

from generator.base.apart import apart
from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.read.document_account import Left, left_by_file
from generator.read.draft import Draft
from generator.read.join import join_parts
from generator.read.placed_values import Unplaced
from generator.rules import across_forms
from generator.rules.audience import Audience
from generator.rules.between_files import check_between
from generator.rules.by_scheme import ruled
from generator.rules.dossier.dossier_rules import findings
from generator.rules.dossier.evidence import Evidence
from generator.rules.facts import printed_forms
from generator.rules.inputs_funds import with_wholes
from generator.rules.one_finding import Telling
from generator.rules.printed_form import PrintedForm
from generator.use.audit.agreement import check_agreement
from generator.use.audit.asked_columns import is_asked
from generator.use.audit.drafted import drafted_dossier, subject_ids
from generator.use.audit.found import Unchecked
from generator.use.audit.goal_agreement import check_goals, is_goal_table
from generator.use.audit.knowledge import Knowledge
from generator.use.audit.schemeless import ANYBODY
from generator.use.audit.section_titles import check_section_titles
from generator.use.audit.units_of_files import UnitFiles, versions_of
from generator.use.check.examine import work_out
from generator.use.foreign_documents import Recogniser
from generator.use.library import Library
from generator.use.unread_columns import unread_columns

_YEAR_LINE = Pattern(r"\s*[（(]?\s*[0-9]{4}\s*年度?\s*[）)]?\s*")


class OfUnit(NamedTuple):
    """What came of the files of one unit."""

    joined: tuple[Draft, ...]  # one for each version of a form, if they are asked for
    problems: tuple[Problem, ...]
    tellings: tuple[Telling, ...]
    unchecked: tuple[Unchecked, ...]
    remarks: tuple[str, ...]
    left: Left
    budgets: tuple[across_forms.Budget, ...]  # of its forms
    year: int | None  # of the last one that surely has one


class UnitExaminer:
    """Examines units, one after the other, with the rules of one workspace."""

    def __init__(
        self, library: Library, known: Knowledge, recogniser: Recogniser, *, keeps_drafts: bool
    ) -> None:
        """``keeps_drafts`` is for what is held against our inputs afterwards."""
        self._library, self._known, self._recogniser = library, known, recogniser
        self._keeps_drafts = keeps_drafts

    def examine(self, unit: UnitFiles) -> OfUnit:
        """Join the files of a unit, and find what is wrong in them."""
        between = [*check_between(unit.rest, self._known.rules.words)]
        versions = versions_of(unit.rest) if unit.rest else []
        both = join_parts(apart(unit.rest)) if len(versions) > 1 else None
        springs = [join_parts(unit.springs)] if unit.springs else []
        rest = [join_parts(version) for version in versions]
        looks = [_Look(draft, self._library, self._known, self._recogniser) for draft in rest]
        looks += [_Look(draft, self._library, self._known, self._recogniser) for draft in springs]
        for look in looks:
            look.run()
        told = self._known.rules.tellings
        tellings = [telling for look in looks for telling in look.tellings]
        if both is not None:
            tellings += told(check_agreement(both), ANYBODY)
        tellings += told(check_goals(springs, rest), ANYBODY)
        tellings += told(between, ANYBODY)
        return OfUnit(
            tuple(rest or springs) if self._keeps_drafts else (),
            tuple(problem for look in looks for problem in look.problems),
            tuple(tellings),
            tuple(one for look in looks for one in look.unchecked),
            tuple(look.remark for look in looks if look.remark),
            left_by_file(look.draft for look in looks),
            tuple(across_forms.Budget.of(form) for look in looks for form in look.forms),
            next((look.year for look in reversed(looks) if look.year), None),
        )


class _Look:
    """One draft: what its forms print, and what follows by the scheme that fits."""

    def __init__(
        self, draft: Draft, library: Library, known: Knowledge, recogniser: Recogniser
    ) -> None:
        self.draft, self._library = draft, library
        self._rules, self._recogniser = known.rules, recogniser
        self._shown = draft.source or str(draft.unit.get("name", ""))
        self.problems: list[Problem] = []
        self.tellings: list[Telling] = []
        self.unchecked: list[Unchecked] = []
        self.forms: list[PrintedForm] = []
        self.remark, self._is_sure = "", False
        self.year: int | None = None
        self._evidence: Evidence | None = None

    def run(self) -> None:
        """Look by the scheme, then by the print; what is told of both is settled by the account."""
        draft = self.draft
        by_scheme = [*self._by_scheme()]
        self.tellings += self._by_print()
        self.tellings += by_scheme
        for found in (check_agreement(draft), check_section_titles(draft)):
            self.tellings += self._rules.tellings(found, ANYBODY)
        self.unchecked += [_unchecked(left, self._shown) for left in _left(draft)]

    def _by_scheme(self) -> Iterator[Telling]:
        """Lay the draft out as a dossier, and run the rules over it."""
        draft = self.draft
        settled, problems = self._recogniser.settle(draft)
        # Rules over what is printed need no year; that it is missing is said by one of them.
        self.problems += [p for p in problems if p.code != "D03" or not draft.subjects]
        self.problems += unread_columns(draft, self._shown, Severity.WARNING)
        if settled is None:
            return
        self.year, self._is_sure = draft.year, settled.is_sure
        self.remark = f"{self._shown}：{settled.reason}"
        loaded = drafted_dossier(draft, settled.scheme, self._shown)
        worked_out = work_out(loaded, self._library)
        for problem in loaded.problems:
            reason = f"读不成数据：{problem.message}"
            self.unchecked.append(Unchecked(problem.place, problem.quote, reason))
        if draft.subjects and worked_out.evidence is not None:
            audience = Audience(
                is_document=True, is_sure=settled.is_sure, has_report=_has_report(draft)
            )
            every = findings(worked_out.evidence, is_document=True)
            found = (finding for finding in every if is_asked(finding, draft))
            yield from self._rules.tellings(found, audience)
            self._evidence = worked_out.evidence if settled.is_sure else None

    def _ruled(self, form: PrintedForm, id: str) -> PrintedForm:
        """Add what the scheme says of a form, if it is surely its own."""
        if self._evidence is None:
            return form
        form = form._replace(no_place=frozenset(self._evidence.scheme.no_place))
        own = (s for s in self._evidence.dossier.subjects if s.id == id)
        subject = next(own, None)
        if subject is None:
            return form
        funds = with_wholes(form.funds, subject, self._evidence.sheets[id])
        return form._replace(ruled=ruled(subject, self._evidence), funds=funds)

    def _by_print(self) -> Iterator[Telling]:
        """Hold what each form prints against what it prints."""
        draft, audience = self.draft, Audience(is_document=True, is_sure=self._is_sure)
        is_spring = is_goal_table(draft)
        forms = printed_forms(draft, self._library.units, self._rules.words, is_spring=is_spring)
        self.forms += map(self._ruled, forms, chain(subject_ids(draft), repeat("")))
        for form in self.forms:
            yield from self._rules.tellings(self._rules.findings(form), audience, draft.source)
        yield from self._rules.tellings(across_forms.of_one_unit(self.forms), ANYBODY)


def _has_report(draft: Draft) -> bool:
    return bool(draft.report) or any(subject.sections for subject in draft.subjects)


def _left(draft: Draft) -> Iterator[Unplaced]:
    for left in draft.unplaced:
        if not _YEAR_LINE.fullmatch(left.quote):  # it has been read, and says no more
            yield left
    for subject in draft.subjects:
        for left in subject.unplaced:
            # What differs is a problem.
            if not left.reason.startswith("与先读到的"):
                yield left


def _unchecked(left: Unplaced, shown: str) -> Unchecked:
    place = Place(left.file or left.place.file or shown, document=left.place)
    return Unchecked(place, left.short, left.reason)
