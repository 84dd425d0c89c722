"""Import foreign documents: read, recognise, find the scheme, write inputs to go on from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.base.filenames import safe_name
from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.excel.read import read_xlsx
from generator.load.labels import load_labels
from generator.load.plain import read_plain
from generator.model.reading import ReadDocument
from generator.model.scheme import Scheme
from generator.pipeline.library import Library
from generator.recognise.document import recognise
from generator.recognise.draft import Draft, SubjectDraft, Unplaced
from generator.recognise.fit import fit_scheme
from generator.recognise.join import join_drafts
from generator.recognise.label_book import LabelBook, normal
from generator.recognise.sections import place_sections
from generator.scaffold.imported import imported_dossier
from generator.word.reading.document import read_docx

_READERS = {
    ".docx": read_docx,
    ".docm": read_docx,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".txt": read_plain,
}
_OLD = {".doc": ".docx", ".wps": ".docx", ".rtf": ".docx", ".xls": ".xlsx", ".et": ".xlsx"}


@dataclass(frozen=True, slots=True)
class ImportedDossier:
    """One unit: its files, not written yet, and what was understood of it."""

    name: str
    draft: Draft
    scheme: str
    reason: str
    files: dict[str, str]


@dataclass
class Imported:
    """What came of an import."""

    dossiers: list[ImportedDossier] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_stopped(self) -> bool:
        """Tell whether there is nothing to write."""
        return any(problem.stops for problem in self.problems) or not self.dossiers


class Importer:
    """Imports documents with the labels and schemes of one workspace."""

    def __init__(self, library: Library, scheme: str = "", year: int | None = None) -> None:
        self._library, self._scheme, self._year = library, scheme, year
        labels, self._problems = load_labels(library.packs)
        self._book = LabelBook(labels)

    def run(self, paths: Sequence[Path]) -> Imported:
        """Import files that belong together; each unit in them becomes a dossier."""
        imported = Imported(problems=list(self._problems))
        titles = self._titles()
        drafts: list[tuple[str, Draft]] = []
        for path in paths:
            document, problems = read_foreign(path)
            imported.problems += problems
            if document is None:
                continue
            draft = recognise(document, self._book, titles)
            if not draft.subjects:
                imported.problems.append(_nothing(document))
            else:
                drafts.append((path.name, draft))
        for draft in join_drafts(drafts):
            self._finish(draft, imported)
        return imported

    def _finish(self, draft: Draft, imported: Imported) -> None:
        """Settle year and scheme, place the sections of reports, and lay the files out."""
        draft.year = self._year or draft.year
        where = Place(draft.unit.get("name", "") or draft.title)
        if draft.year is None:
            message = "没有找到年度"
            imported.problems.append(
                Problem("D03", Severity.ERROR, message, where, "请用 --year 写明，如 --year 2023")
            )
            return
        scheme_id, reason = self._choose(draft)
        loaded, problems = self._library.scheme(scheme_id, Place("--scheme"))
        imported.problems += [p for p in problems if p.stops]
        if loaded is None:
            return
        for subject in draft.subjects:
            place_sections(subject, self._book, self._sections(loaded.scheme, subject))
        _list_report(draft)
        files = imported_dossier(draft, scheme_id, reason)
        name = safe_name(f"{draft.unit.get('name') or '未知单位'}-{draft.year}")
        imported.dossiers.append(ImportedDossier(name, draft, scheme_id, reason, files))

    def _choose(self, draft: Draft) -> tuple[str, str]:
        if self._scheme:
            return self._scheme, f"评分方案取 {self._scheme}：由 --scheme 指定"
        schemes: list[Scheme] = []
        for id in self._library.packs.scheme_ids():
            loaded, _ = self._library.scheme(id, Place())
            if loaded is not None:
                schemes.append(loaded.scheme)
        fit = fit_scheme(draft, schemes, self._book)
        return (fit.id, str(fit)) if fit is not None else ("", "没有评分方案")

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
        message, hint = f"不认识的文件类型“{ending or path.name}”", "可以导入 .docx、.xlsx 和 .txt"
    return None, (Problem("D01", Severity.ERROR, message, Place(shown), hint),)


def _nothing(document: ReadDocument) -> Problem:
    message = "没有认出自评表、绩效目标表或自评报告"
    hint = "请核对文件；栏目叫法特别的，可在 templates/labels/ 里补充"
    return Problem("D02", Severity.ERROR, message, Place(document.shown), hint)


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


def draft_data(dossier: ImportedDossier) -> dict[str, Any]:
    """Lay a draft out as JSON: values, the place of each, and what was not understood."""
    draft = dossier.draft
    return {
        "unit": {key: str(value) for key, value in draft.unit.items()},
        "year": draft.year,
        "scheme": dossier.scheme,
        "reason": dossier.reason,
        "subjects": [
            {
                "kind": subject.kind,
                "name": subject.name,
                "source": subject.source,
                "values": _plain(subject.values),
                "places": [
                    {"keys": list(keys), "place": place.as_data()}
                    for keys, place in subject.places.items()
                ],
                "unplaced": [_unplaced(u) for u in subject.unplaced],
                "remarks": subject.remarks,
            }
            for subject in draft.subjects
        ],
        "unplaced": [_unplaced(u) for u in draft.unplaced],
        "remarks": draft.remarks,
    }


def _unplaced(left: Unplaced) -> dict[str, Any]:
    return {
        "file": left.file,
        "place": left.place.as_data(),
        "quote": left.quote,
        "reason": left.reason,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, bool | int) else str(value)
