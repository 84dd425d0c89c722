"""Import foreign documents: read, recognise, find the scheme, write inputs to go on from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.filenames import safe_name
from generator.base.problem import Place, Problem, Severity
from generator.base.reading import not_understood
from generator.load.labels import load_labels
from generator.model.reading import ReadDocument
from generator.model.unit import Stage
from generator.read.account import settled_accounts
from generator.read.draft import Draft, Unplaced
from generator.read.fit import is_of_spring
from generator.read.join import join_drafts
from generator.read.label_book import LabelBook
from generator.scaffold.imported import imported_dossier
from generator.read.year import settle_years
from generator.use.foreign import Recogniser, Settled, read_foreign
from generator.use.import_.demands import limit_demands
from generator.use.library import Library


class ImportedDossier(NamedTuple):
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
        labels, self._problems = load_labels(library.packs)
        self._library = library
        self._recogniser = Recogniser(library, LabelBook(labels), scheme, year)

    def run(self, paths: Sequence[Path], *, uses_office: bool = False) -> Imported:
        """Import files that belong together; each unit in them becomes a dossier."""
        imported = Imported(problems=list(self._problems))
        drafts: list[tuple[str, Draft]] = []
        for path in paths:
            document, problems = read_foreign(path, uses_office=uses_office)
            imported.problems += problems
            if document is None:
                continue
            try:
                draft = self._recogniser.recognise(document)
            except Exception as error:  # the others are read all the same
                imported.problems.append(not_understood(document.shown, error))
                continue
            if not draft.subjects:
                imported.problems.append(_nothing(document))
            else:
                drafts.append((path.name, draft))
        settle_years([draft for _, draft in drafts])
        for draft in join_drafts(drafts):
            self._finish(draft, imported)
        return imported

    def _finish(self, draft: Draft, imported: Imported) -> None:
        """Find the scheme, and lay the files out."""
        settled, problems = self._recogniser.settle(draft)
        imported.problems += problems
        if settled is None:
            return
        stage = self._stage(draft, settled)
        loaded, _ = self._library.scheme(settled.scheme, Place())
        demands = (
            {}
            if loaded is None
            else limit_demands(draft, loaded.scheme, stage or loaded.scheme.stage)
        )
        files = imported_dossier(draft, settled.scheme, settled.reason, stage, demands)
        name = safe_name(f"{draft.unit.get('name') or '未知单位'}-{draft.year}")
        dossier = ImportedDossier(name, draft, settled.scheme, settled.reason, files)
        imported.dossiers.append(dossier)

    def _stage(self, draft: Draft, settled: Settled) -> Stage | None:
        """Name the stage of a goal table where the scheme takes the year's end for granted."""
        loaded, _ = self._library.scheme(settled.scheme, Place())
        if loaded is None or loaded.scheme.stage == "goals" or not is_of_spring(draft):
            return None
        if not any(document.stage == "goals" for document in loaded.scheme.document):
            return None
        draft.remarks.append(
            '没有完成值和得分，按年初的绩效目标表导入：unit.toml 写 stage = "goals"'
        )
        return "goals"


def _nothing(document: ReadDocument) -> Problem:
    message = "没有认出自评表、绩效目标表或自评报告"
    hint = "请核对文件；栏目叫法特别的，可在 templates/labels/ 里补充"
    return Problem("D02", Severity.ERROR, message, Place(document.shown), hint)


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
        "files": [
            {"file": account.file, "account": account.as_data()}
            for account in settled_accounts(draft)
        ],
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
