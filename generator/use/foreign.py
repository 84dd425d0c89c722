"""Documents that somebody else wrote: read by what they are, recognised, their scheme found."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.excel.read import read_xlsx
from generator.load.plain import read_plain
from generator.model.reading import ReadDocument
from generator.model.scheme import Scheme
from generator.read.document import recognise
from generator.read.draft import Draft, SubjectDraft, Unplaced
from generator.read.fit import fit_scheme
from generator.read.label_book import LabelBook, normal
from generator.read.sections import place_sections
from generator.read.terms import settle_terms
from generator.use.library import Library
from generator.word.reading.document import read_docx

_READERS = {
    ".docx": read_docx,
    ".docm": read_docx,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".txt": read_plain,
}
_OLD = {".doc": ".docx", ".wps": ".docx", ".rtf": ".docx", ".xls": ".xlsx", ".et": ".xlsx"}


def foreign_files(paths: Sequence[Path], besides: str = "") -> tuple[Path, ...]:
    """Take folders for the documents in them, without what programs leave there while a file is open."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        for inside in sorted(path.iterdir()):
            is_left = inside.name.startswith(("~$", ".")) or (besides and besides in inside.name)
            if inside.suffix.lower() in _READERS and inside.is_file() and not is_left:
                found[inside] = None
    return tuple(found)


def read_foreign(path: Path) -> tuple[ReadDocument | None, tuple[Problem, ...]]:
    """Read a file by its ending; what it really holds is looked at before anything else."""
    shown, ending = shown_path(path), path.suffix.lower()
    reader = _READERS.get(ending)
    if reader is not None:
        return reader(path, shown)
    if ending in _OLD:
        message, hint = (
            f"读不了 {ending} 格式",
            f"请用 Word、Excel 或 WPS 打开，另存为 {_OLD[ending]}",
        )
    else:
        message, hint = f"不认识的文件类型“{ending or path.name}”", "可以读 .docx、.xlsx 和 .txt"
    return None, (Problem("D01", Severity.ERROR, message, Place(shown), hint),)


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
    ) -> None:
        self._library, self._book, self._scheme, self._year = library, book, scheme, year
        self._keeps_all = keeps_all

    def recognise(self, document: ReadDocument) -> Draft:
        """Read a document into a draft."""
        return recognise(document, self._book, self._titles)

    def settle(self, draft: Draft) -> tuple[Settled | None, tuple[Problem, ...]]:
        """Settle year and scheme, and place the sections of reports."""
        draft.year = self._year or draft.year
        if draft.year is None:
            where = Place(draft.source or draft.unit.get("name", "") or draft.title)
            hint = "请用 --year 写明，如 --year 2023"
            return None, (Problem("D03", Severity.ERROR, "没有找到年度", where, hint),)
        settled = self._choose(draft)
        loaded, problems = self._library.scheme(settled.scheme, Place("--scheme"))
        stopping = tuple(problem for problem in problems if problem.stops)
        if loaded is None:
            return None, stopping
        for subject in draft.subjects:
            sections = self._sections(loaded.scheme, subject)
            place_sections(subject, self._book, sections, keeps_all=self._keeps_all)
            settle_terms(subject, loaded.scheme)
        _list_report(draft)
        return settled, stopping

    def _choose(self, draft: Draft) -> Settled:
        if self._scheme:
            reason = f"评分方案取 {self._scheme}：由 --scheme 指定"
            return Settled(self._scheme, reason, is_sure=True)
        fit = fit_scheme(draft, self._schemes, self._book)
        if fit is None:
            return Settled("", "没有评分方案", is_sure=False)
        return Settled(fit.id, str(fit), fit.is_local)

    @cached_property
    def _schemes(self) -> list[Scheme]:
        schemes: list[Scheme] = []
        for id in self._library.packs.scheme_ids():
            loaded, _ = self._library.scheme(id, Place())
            if loaded is not None:
                schemes.append(loaded.scheme)
        return schemes

    @cached_property
    def _titles(self) -> frozenset[str]:
        """Return the headings of all outlines, by which reports are cut into sections."""
        found: set[str] = set()
        for root in self._library.packs.roots:
            for path in sorted((root / "text").glob("*/outline.toml")):
                loaded, _ = self._library.outline(path.parent.name, Place())
                found |= {normal(s.title) for s in loaded.outline.section} if loaded else set()
        return frozenset(found)

    def _sections(self, scheme: Scheme, subject: SubjectDraft) -> dict[str, str]:
        """Return the section ids of the outline that the scheme's report uses, by heading."""
        for document in scheme.document:
            if document.for_ == subject.kind and document.outline:
                loaded, _ = self._library.outline(document.outline, Place())
                if loaded is not None:
                    return {normal(s.title): s.id for s in loaded.outline.section}
        return {}


def _list_report(draft: Draft) -> None:
    """List the sections of a report over several projects: no outline places them by themselves."""
    for section in draft.report:
        if section.text:
            draft.unplaced.append(
                Unplaced(
                    section.place,
                    f"{section.title}：{section.text}",
                    "几个项目合写的报告，这一节没有转入",
                )
            )
