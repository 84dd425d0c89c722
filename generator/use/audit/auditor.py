"""Audit documents: read, recognise, recompute by the scheme that fits, check, compare."""

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, in_order
from generator.base.reading import not_understood, shown_path
from generator.load.inputs import find_dossiers
from generator.model.reading import ReadDocument
from generator.model.rule_text import RuleText
from generator.read.account import settled_accounts
from generator.read.bounds import out_of_time, within_bounds
from generator.read.draft import Draft, Unplaced
from generator.read.join import join_parts, split_by_unit
from generator.read.label_book import LabelBook
from generator.read.year import settle_years
from generator.rules import across
from generator.rules.audience import Audience
from generator.rules.between_files import check_between
from generator.rules.book import RuleBook
from generator.rules.dossier.catalogue import findings
from generator.rules.facts import printed_forms
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.use.audit.against import check_against
from generator.use.audit.agreement import check_agreement, check_unit_names
from generator.use.audit.attachments import check_attachments
from generator.use.audit.between_told import told_besides
from generator.use.audit.drafted import drafted_dossier
from generator.use.audit.found import Audited, Reading, Unchecked, words_at
from generator.use.audit.goals import check_goals, is_goal_table
from generator.use.audit.name_pairs import held_together
from generator.use.audit.numbers import check_numbers
from generator.use.audit.section_titles import check_section_titles
from generator.use.audit.told_once import told_once
from generator.use.audit.units import UnitFiles, units_of, versions_of
from generator.use.audit.wording import Remark, check_document, names_of, told
from generator.use.check.acceptance import weigh
from generator.use.check.examine import Examined, examine, work_out
from generator.use.foreign import Recogniser
from generator.use.foreign_file import read_foreign
from generator.use.label_book import make_label_book
from generator.use.library import Library
from generator.use.lint.rulebook import Rulebook, make_rulebook
from generator.use.unread_columns import unread_columns
from generator.wording.passage import Context

_YEAR_LINE = Pattern(r"\s*[（(]?\s*[0-9]{4}\s*年度?\s*[）)]?\s*")


class AuditOrder(NamedTuple):
    """What was asked of an audit."""

    paths: tuple[Path, ...]
    scheme: str = ""
    year: int | None = None
    against: tuple[Path, ...] = ()
    uses_office: bool = False


Watch = Callable[[Sequence[UnitFiles]], Iterable[UnitFiles]]


class Looked(NamedTuple):
    """One file: how it was read, what it says, and what is wrong in it by itself."""

    reading: Reading | None
    draft: Draft | None
    problems: tuple[Problem, ...]
    unchecked: tuple[Unchecked, ...] = ()
    wording: tuple[Remark, ...] = ()


class Auditor:
    """Audits documents with the rules, labels and schemes of one workspace."""

    def __init__(self, library: Library, order: AuditOrder) -> None:
        self._library, self._order = library, order
        known = _knowledge(library)
        self._book, self._rulebook, self._texts = known.book, known.rulebook, known.texts
        self._problems, self._rules = known.problems, known.rules
        self._recogniser = Recogniser(library, self._book, order.scheme, order.year, keeps_all=True)
        self._readings: dict[str, Reading] = {}
        self._forms: list[PrintedForm] = []
        self._year = "2023"  # in advice, until a document says which

    def run(self, looked: Iterable[Looked] | None = None, watch: Watch = iter) -> Audited:
        """Audit all files, each for itself and all against each other; ``watch`` sees unit by unit."""
        asked = [shown_path(path) for path in self._order.paths]
        audited = Audited(problems=list(self._problems), asked=asked)
        drafts: list[tuple[str, Draft]] = []
        every = [*map(self.look, self._order.paths)] if looked is None else [*looked]
        audited.problems += told((_unit_of(one), one.wording) for one in every)
        for one in every:
            audited.problems += one.problems
            audited.unchecked += one.unchecked
            if one.reading is not None:
                audited.files += 1
                shown = one.reading.document.shown
                self._readings[shown] = one.reading
                drafts += [(shown, one.draft)] if one.draft is not None else []
        if self._order.year is None:
            settle_years([draft for _, draft in drafts])
        parts = [part for shown, draft in drafts for part in split_by_unit(shown, draft)]
        units = units_of(parts, self._book)
        joined: list[Draft] = []
        for unit in watch(units):
            joined += self._unit(unit, audited)
        apart = self._library.wording.apart
        for together in held_together([draft for _, draft in drafts], units, apart):
            audited.problems += self._told(check_unit_names(together, self._book, apart))
        audited.problems += self._told(across.of_several_years(self._forms))
        if self._order.against:
            ours, faults = self._ours()
            audited.problems += faults
            audited.problems += self._told(check_against(joined, ours, self._library.units))
        audited.problems = [*in_order(self._finished(audited.problems))]
        return audited.once()

    def _unit(self, unit: UnitFiles, audited: Audited) -> list[Draft]:
        """Audit what there is of one unit; gives it joined."""
        audited.units.append(unit.told)
        between = [*check_between(unit.rest, self._rules.words)]
        versions = versions_of(unit.rest) if unit.rest else []
        if len(versions) > 1:
            both = join_parts(copy.deepcopy(unit.rest))
            audited.problems += self._told(check_agreement(both))
        springs = [join_parts(unit.springs)] if unit.springs else []
        rest = [join_parts(version) for version in versions]
        for draft in (*rest, *springs):
            audited.problems += self._examine(draft, audited)
            audited.problems += self._told(check_agreement(draft))
            audited.problems += self._told(check_section_titles(draft))
        audited.problems += self._told(check_goals(springs, rest))
        audited.problems += told_besides(between, audited.problems, self._rules)
        return rest or springs

    def _ours(self) -> tuple[list[Examined], list[Problem]]:
        examined: list[Examined] = []
        problems: list[Problem] = []
        for path in self._order.against:
            folders, faults = find_dossiers(path)
            problems += faults
            examined += [examine(folder, self._library) for folder in folders]
        return examined, problems

    def look(self, path: Path) -> Looked:
        """Read one file, and find what is wrong in it whatever stands in the others."""
        document, problems = read_foreign(path, uses_office=self._order.uses_office)
        if document is None:
            return Looked(None, None, problems)
        document, more = within_bounds(document)
        reading = Reading.of(document)
        try:
            draft = self._recogniser.recognise(document)
            more += out_of_time(document.shown, draft.stopped_at)
            found = (*problems, *more, *self._faults(document))
            wording = tuple(self._remarks(document, draft))
        except Exception as error:  # it is named, and the others are audited
            return Looked(reading, None, (*problems, *more, not_understood(document.shown, error)))
        return Looked(reading, draft, found, _not_a_form(document, draft), wording)

    def _remarks(self, document: ReadDocument, draft: Draft) -> Iterator[Remark]:
        names = [str(draft.unit[key]) for key in ("name", "signature") if draft.unit.get(key)]
        stage = "goals" if is_goal_table(draft) else "evaluation" if draft.subjects else ""
        context = Context(tuple(names), stage, names_of(draft), draft.year or 0)
        yield from check_document(document, self._rulebook.linter, context)

    def _faults(self, document: ReadDocument) -> Iterator[Problem]:
        yield from self._told(check_attachments(document), document.shown)
        yield from self._told(check_numbers(document, self._book.wholes), document.shown)

    def _examine(self, draft: Draft, audited: Audited) -> Iterator[Problem]:
        settled, problems = self._recogniser.settle(draft)
        # Rules over what is printed need no year; that it is missing is said by one of them.
        yield from (p for p in problems if p.code != "D03" or not draft.subjects)
        kept: list[Problem] = []
        shown = draft.source or str(draft.unit.get("name", ""))
        yield from unread_columns(draft, shown)
        if settled is not None:
            self._year = str(draft.year)
            audited.remarks.append(f"{shown}：{settled.reason}")
            loaded = drafted_dossier(draft, settled.scheme, shown)
            worked_out = work_out(loaded, self._library)
            for problem in loaded.problems:
                audited.unchecked.append(
                    Unchecked(problem.place, problem.quote, f"读不成数据：{problem.message}")
                )
            if draft.subjects and worked_out.evidence is not None:
                audience = Audience(
                    is_document=True, is_sure=settled.is_sure, has_report=_has_report(draft)
                )
                by_scheme = findings(worked_out.evidence, is_document=True)
                kept += self._rules.told(by_scheme, audience)
        is_sure = settled is not None and settled.is_sure
        yield from told_once([*self._by_print(draft, is_sure=is_sure)], kept)
        audited.unchecked += [_unchecked(left, shown) for left in _left(draft)]
        audited.accounts += settled_accounts(draft)
        audited.bands += draft.bands

    def _by_print(self, draft: Draft, *, is_sure: bool) -> Iterator[Problem]:
        """Hold what each form prints against what it prints."""
        audience = Audience(is_document=True, is_sure=is_sure)
        forms = [*printed_forms(draft, self._library.units, is_spring=is_goal_table(draft))]
        for form in forms:
            yield from self._rules.told(self._rules.findings(form), audience, draft.source)
        yield from self._told(across.of_one_unit(forms))
        self._forms += [form.without_texts() for form in forms]

    def _told(self, found: Iterable[Finding], shown: str = "") -> Iterator[Problem]:
        """Tell what rests on no scheme."""
        return self._rules.told(found, Audience(is_document=True, is_sure=False), shown)

    def _finished(self, problems: Sequence[Problem]) -> Iterator[Problem]:
        weighed = weigh(problems, self._library.workspace.entry.severity)
        for problem in weighed:
            quote = problem.quote or words_at(problem.place, self._readings)
            text = self._texts.get(problem.code)
            basis = problem.basis or (text.basis if text is not None else "")
            hint = problem.hint.replace("{{ year }}", self._year)
            yield problem._replace(quote=quote, basis=basis, hint=hint)


def _unit_of(looked: Looked) -> str:
    """Return whose a file is; one that does not say so is of somebody else."""
    named = "" if looked.draft is None else str(looked.draft.unit.get("name", ""))
    return named or ("" if looked.reading is None else looked.reading.document.shown)


class _Knowledge(NamedTuple):
    """What every audit of a workspace knows: labels, rules of wording, what is said of each code."""

    book: LabelBook
    rulebook: Rulebook
    texts: Mapping[str, RuleText]
    rules: RuleBook
    problems: tuple[Problem, ...]


@lru_cache(maxsize=2)
def _knowledge(library: Library) -> _Knowledge:
    """Make it ready, once for a library that looks at many files."""
    book, faults = make_label_book(library.packs)
    return _Knowledge(
        book,
        make_rulebook(library),
        library.rule_texts,
        library.rules,
        (*faults, *library.rule_problems),
    )


def _not_a_form(document: ReadDocument, draft: Draft) -> tuple[Unchecked, ...]:
    if draft.subjects:
        return ()
    reason = "没有认出自评表、绩效目标表或自评报告，只查了文字"
    return (Unchecked(Place(document.shown), "", reason),)


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
