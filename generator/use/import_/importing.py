"""Import foreign documents: read, recognise, find the scheme, write inputs to go on from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.base.filenames import safe_name
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import not_understood
from generator.base.swapping import digest_of
from generator.model.foreign_document import ReadDocument
from generator.model.printed_words import PrintedForm
from generator.model.unit import Stage
from generator.read.bounds import out_of_time, within_bounds
from generator.read.document_account import refused
from generator.read.draft import Draft
from generator.read.join import join_drafts
from generator.read.scheme_evidence import is_of_spring
from generator.read.shared_scores import keep_upper_scores
from generator.read.year import settle_years
from generator.scaffold.imported import imported_dossier
from generator.use.foreign_documents import Recogniser, Settled
from generator.use.foreign_file import read_foreign
from generator.use.import_.bare_classes import keep_bare_classes
from generator.use.import_.demands import limit_demands
from generator.use.import_.import_record import subject_key
from generator.use.import_.imported_before import NOTHING_STANDS, Standing
from generator.use.import_.quoted_quantities import quote_figures
from generator.use.library import Library
from generator.use.unread_columns import unread_columns
from generator.use.workspace_labels import make_label_book

_MOST_NAMED = 3


class ImportedDossier(NamedTuple):
    """One unit: its files, not written yet, and what was understood of it."""

    name: str
    draft: Draft
    scheme: str
    reason: str
    files: dict[str, str]

    @property
    def printed(self) -> dict[str, PrintedForm]:
        """Return what its forms had printed, where the workspace has their templates."""
        return {
            subject_key(s.kind, s.name): s.printed
            for s in self.draft.subjects
            if s.printed is not None
        }


@dataclass
class Imported:
    """What came of an import."""

    dossiers: list[ImportedDossier] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)  # name of file: digest
    unread: list[Problem] = field(
        default_factory=list
    )  # columns: told, and what was read is written
    refused: list[Draft] = field(default_factory=list)  # read, accounted for, and not written

    @property
    def is_stopped(self) -> bool:
        """Tell whether there is nothing to write."""
        return any(problem.stops for problem in self.problems) or not self.dossiers


class Looked(NamedTuple):
    """What one file says, and what stood in the way."""

    path: Path
    draft: Draft | None
    problems: tuple[Problem, ...]
    digest: str = ""


class ImportOrder(NamedTuple):
    """What was asked of an import."""

    scheme: str = ""
    year: int | None = None
    uses_office: bool = False


class Importer:
    """Imports documents with the labels and schemes of one workspace."""

    def __init__(
        self,
        library: Library,
        order: ImportOrder,
        standing: Standing = NOTHING_STANDS,
    ) -> None:
        self._book, self._problems = make_label_book(library.packs)
        self._library, self._order, self._standing = library, order, standing
        self._recogniser = Recogniser(
            library,
            self._book,
            order.scheme or standing.scheme,
            order.year,
            keeps_outline=True,
        )

    def look(self, path: Path) -> Looked:
        """Read and recognise one file."""
        document, problems = read_foreign(path, uses_office=self._order.uses_office)
        if document is None:
            return Looked(path, None, problems)
        document, more = within_bounds(document)
        try:
            draft = self._recogniser.recognise(document)
        except Exception as error:  # the others are read all the same
            return Looked(path, None, (*problems, not_understood(document.shown, error)))
        more += out_of_time(document.shown, draft.stopped_at)
        if not draft.subjects:
            return Looked(path, draft, (*problems, *more, _nothing(document)))
        return Looked(path, draft, (*problems, *more), digest_of(path))

    def run(self, paths: Sequence[Path], looked: Iterable[Looked] | None = None) -> Imported:
        """Import files that belong together; each unit in them becomes a dossier."""
        imported = Imported(problems=list(self._problems))
        drafts: list[tuple[str, Draft]] = []
        for one in map(self.look, paths) if looked is None else looked:
            imported.problems += one.problems
            if one.draft is not None and not one.draft.subjects:
                imported.refused.append(refused(one.draft, one.path.name))
            elif one.draft is not None:
                drafts.append((one.path.name, one.draft))
                imported.sources[one.path.name] = one.digest
        if self._order.year is None:
            settle_years([draft for _, draft in drafts], self._standing.year)
        without = [name for name, draft in drafts if (draft.year or self._order.year) is None]
        if without:
            imported.problems.append(_without_year(without))
            for name, draft in drafts:
                draft.stamp(name)
                imported.refused.append(draft)
            return imported
        for draft in join_drafts(drafts):
            self._finish(draft, imported)
        return imported

    def _finish(self, draft: Draft, imported: Imported) -> None:
        """Find the scheme, and lay the files out."""
        settled, problems = self._recogniser.settle(draft)
        imported.problems += problems
        imported.unread += unread_columns(draft, draft.source, Severity.ERROR)
        if settled is None:
            imported.refused.append(draft)
            return
        if not self._order.scheme and self._standing.scheme:
            settled = settled._replace(reason=f"评分方案沿用填报里的 {settled.scheme}")
        for subject in draft.subjects:
            keep_upper_scores(subject)
        stage = self._stage(draft, settled)
        loaded, _ = self._library.scheme(settled.scheme, Place, draft.year)
        if loaded is not None:
            for subject in draft.subjects:
                keep_bare_classes(subject, loaded.scheme, self._book)
            quote_figures(draft, loaded.scheme, self._library.units, self._book)
        demands = (
            {}
            if loaded is None
            else limit_demands(draft, loaded.scheme, stage or loaded.scheme.stage)
        )
        own = {} if loaded is None else loaded.scheme.declared_by_kind()
        files = imported_dossier(draft, settled.scheme, settled.reason, stage, demands, own)
        name = safe_name(f"{draft.unit.get('name') or '未知单位'}-{draft.year}")
        dossier = ImportedDossier(name, draft, settled.scheme, settled.reason, files)
        imported.dossiers.append(dossier)

    def _stage(self, draft: Draft, settled: Settled) -> Stage | None:
        """Name the stage of a goal table where the scheme takes the year's end for granted."""
        loaded, _ = self._library.scheme(settled.scheme, Place, draft.year)
        if loaded is None or loaded.scheme.stage == "goals" or not is_of_spring(draft):
            return None
        if not any(document.stage == "goals" for document in loaded.scheme.document):
            return None
        draft.remarks.append(
            '没有完成值和得分，按年初的绩效目标表导入：unit.toml 写 stage = "goals"'
        )
        return "goals"


def _without_year(names: Sequence[str]) -> Problem:
    """Say once for all files that their year is wanted."""
    shown = "、".join(names[:_MOST_NAMED])
    more = f"等 {len(names)} 份材料" if len(names) > _MOST_NAMED else ""
    message = f"没有找到年度：标题、文件名、正文和同批材料里都没有（{shown}{more}）"
    return Problem(
        "D03", Severity.ERROR, message, Place(), "请用 --year 写明（整批一次），如 --year 2023"
    )


def _nothing(document: ReadDocument) -> Problem:
    message = "没有认出自评表、绩效目标表或自评报告"
    hint = "请核对文件；栏目叫法特别的，可在 templates/labels/ 里补充"
    return Problem("D02", Severity.ERROR, message, Place(document.shown), hint)
