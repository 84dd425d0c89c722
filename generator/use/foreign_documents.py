"""Documents that somebody else wrote: recognised, their scheme found."""

from functools import cached_property, partial
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.load.scheme_files import own_schemes
from generator.model.foreign_document import ReadDocument
from generator.model.scheme import Scheme
from generator.read.draft import Draft, SubjectDraft
from generator.read.fit import fit_scheme, place_of
from generator.read.label_book import LabelBook, normal
from generator.read.own_book import (
    Candidate,
    OwnBook,
    PlacedCandidate,
    best_candidate,
    candidates_near,
)
from generator.read.own_sections import is_budget_text, keep_joint_report, keep_sections
from generator.read.scheme_values import settle_values
from generator.read.section_keys import place_sections
from generator.read.terms import settle_terms
from generator.read.whole_document import recognise
from generator.use.library import Library
from generator.use.workspace_forms import OwnForms


class Settled(NamedTuple):
    """The scheme of a draft, why it was chosen, and whether that is more than a guess."""

    scheme: str
    reason: str
    is_sure: bool


class Recogniser:
    """Recognises documents with the labels, outlines and schemes of one workspace."""

    def __init__(
        self,
        library: Library,
        book: LabelBook,
        scheme: str = "",
        year: int | None = None,
        *,
        keeps_all: bool = False,
        keeps_outline: bool = False,
        knows_own_forms: bool = True,
    ) -> None:
        """``keeps_all`` is for what is checked and not written, ``keeps_outline`` for what is."""
        self._knows_own_forms = knows_own_forms
        self._keeps_outline = keeps_outline
        self._library, self._book, self._scheme, self._year = library, book, scheme, year
        self._keeps_all = keeps_all

    def recognise(self, document: ReadDocument) -> Draft:
        """Read a document into a draft; what a template of the workspace prints, by that as well."""
        if not self._knows_own_forms:
            return recognise(document, self._book, self._titles)
        usual = self._library.workspace.entry.default_scheme
        near = candidates_near(document, self._candidates)
        printed = self._own_forms.scheme_of(document)
        by_template = next((one for one in near if one.scheme == printed), None)
        own = OwnBook(by_template) if by_template else best_candidate(document, near, usual)
        draft = recognise(document, self._book, self._titles, own=own)
        self._own_forms.tell(document, draft, self._book, is_kept=self._keeps_outline)
        return draft

    def settle(self, draft: Draft) -> tuple[Settled | None, tuple[Problem, ...]]:
        """Settle year and scheme, and place the sections of reports."""
        draft.year = self._year or draft.year
        if draft.year is None:
            where = Place(draft.source or draft.unit.get("name", "") or draft.title)
            hint = "请用 --year 写明，如 --year 2023"
            return None, (Problem("D03", Severity.ERROR, "没有找到年度", where, hint),)
        settled = self._choose(draft)
        loaded, problems = self._library.scheme(
            settled.scheme, partial(Place, "--scheme"), draft.year
        )
        stopping = tuple(problem for problem in problems if problem.stops)
        if loaded is None:
            return None, stopping
        for subject in draft.subjects:
            sections = self._sections(loaded.scheme, subject)
            if self._keeps_outline and not is_budget_text(subject, self._book):
                keep_sections(subject, self._book, sections, _report_id(loaded.scheme, subject))
            else:
                place_sections(subject, self._book, sections, keeps_all=self._keeps_all)
            settle_terms(subject, loaded.scheme, self._book)
            settle_values(subject, loaded.scheme, self._book, draft.year)
        if self._keeps_outline:
            keep_joint_report(draft, self._book)
        return settled, stopping

    def _choose(self, draft: Draft) -> Settled:
        if self._scheme:
            reason = f"评分方案取 {self._scheme}：是指定的"
            return Settled(self._scheme, reason, is_sure=True)
        printed = next((s.printed for s in draft.subjects if s.printed is not None), None)
        if printed is not None:
            reason = f"评分方案取 {printed.scheme}：与本工作文件夹的表样 {printed.template} 相同"
            return Settled(printed.scheme, reason, is_sure=True)
        if draft.own_scheme:
            reason = f"评分方案取 {draft.own_scheme}：表上的栏目是它写明的自设栏目"
            return Settled(draft.own_scheme, reason, is_sure=True)
        fit = fit_scheme(draft, self._schemes, self._book)
        if fit is None:
            return Settled("", "没有评分方案", is_sure=False)
        return Settled(fit.id, str(fit), fit.is_local)

    @cached_property
    def _own_forms(self) -> OwnForms:
        return OwnForms(self._library)

    @cached_property
    def _schemes(self) -> list[Scheme]:
        found = self._library.schemes.values()
        return [loaded.scheme for loaded, _ in found if loaded is not None]

    @cached_property
    def _candidates(self) -> list[PlacedCandidate]:
        """Return the schemes whose forms have something of their own: all, or the one that was named.

        One that came with the program is that of its place alone: others have such columns, too.
        """
        ours = {*own_schemes(self._library.packs), self._scheme}
        found = []
        for scheme in self._schemes:
            declared = scheme.declared("project").joined(scheme.declared("department"))
            if self._scheme in ("", scheme.id) and any(declared):
                place = "" if scheme.id in ours else place_of(scheme)
                found.append(PlacedCandidate(Candidate(scheme.id, declared), place))
        return found

    @cached_property
    def _titles(self) -> frozenset[str]:
        """Return the headings of all outlines, by which reports are cut into sections."""
        found = self._library.outlines.values()
        sections = (s for loaded, _ in found if loaded for s in loaded.outline.section)
        return frozenset(normal(section.title) for section in sections)

    def _sections(self, scheme: Scheme, subject: SubjectDraft) -> dict[str, str]:
        """Return the section ids of the outline that the scheme's report uses, by heading."""
        for document in scheme.document:
            if document.for_ == subject.kind and document.outline:
                loaded, _ = self._library.outline(document.outline, Place)
                if loaded is not None:
                    return {normal(s.title): s.id for s in loaded.outline.section}
        return {}


def _report_id(scheme: Scheme, subject: SubjectDraft) -> str:
    """Return the document that a report of a subject is printed as."""
    return next(
        (
            document.id
            for document in scheme.document
            if document.for_ == subject.kind and document.outline and document.stage == "evaluation"
        ),
        "",
    )
