"""What a run over many dossiers came to: little for each, so that memory does not grow with the documents."""

import json
from collections.abc import Sequence
from pathlib import Path

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.base.writing import write_text_atomically
from generator.batch.across_units import check_across
from generator.batch.digest import Digest
from generator.batch.run_report import DossierReport, accounts_as_data, dossier_report, run_data
from generator.batch.unit_of_work import Outcome
from generator.load.packs import find_packs, load_wording
from generator.load.workspace_folder import find_workspace
from generator.use.build.moved_score import MovedScore
from generator.use.lint.shared_words import shared_words

_WORDING = "W"  # of what a build says of inputs, slips of the pen alone are of this family


class RunResult:
    """Takes up one outcome after another."""

    def __init__(self, *, wants_report: bool) -> None:
        self._problems: list[Problem] = []
        self._words: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.accounts: list[JsonObject] = []
        self.is_whole = True
        self.moved: list[tuple[Path, MovedScore]] = []
        self._is_any_written = False
        self._digests: list[tuple[Path, Digest]] = []
        self._settings: dict[Problem, None] = {}
        self._dossiers: list[DossierReport] | None = [] if wants_report else None

    def take(self, outcome: Outcome) -> None:
        """Add what became of a dossier."""
        self._problems += [p for p in outcome.settings if p not in self._settings]
        self._settings |= dict.fromkeys(outcome.settings)
        self._problems += outcome.problems
        if outcome.digest is not None:
            words = {p.quote for p in outcome.problems if _may_be_a_word(p)}
            self._words += ((outcome.digest.unit, word) for word in words)
        self.faults += [outcome.fault] if outcome.fault else []
        self.moved += [(outcome.folder, one) for one in outcome.moved]
        self.is_whole = self.is_whole and outcome.is_whole
        self._is_any_written = self._is_any_written or bool(outcome.written)
        if outcome.accounts:
            self.accounts += accounts_as_data(outcome.accounts)
        if outcome.digest is not None:
            self._digests.append((outcome.folder, outcome.digest))
        if self._dossiers is not None:
            self._dossiers.append(dossier_report(outcome))

    @property
    def problems(self) -> list[Problem]:
        """Return what is to be told of all dossiers: a word that many units write is no slip."""
        shared = shared_words(self._words)
        return [p for p in self._problems if p.quote not in shared or not _may_be_a_word(p)]

    def across(self) -> Sequence[Problem]:
        """Compare units with each other, once all are built and when any of them is new."""
        if len(self._digests) < 2 or not self._is_any_written:
            return ()
        workspace = find_workspace(self._digests[0][0])[0]
        wording = load_wording(find_packs(workspace.root))[0]
        return check_across(self._digests, wording.apart)

    def write_report(self, path: Path, problems: Sequence[Problem]) -> list[Problem]:
        """Write the report for programs."""
        data = run_data(self._dossiers or (), problems)
        fault = write_text_atomically(path, json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return [fault] if fault is not None else []


def _may_be_a_word(problem: Problem) -> bool:
    return problem.code.startswith(_WORDING) and problem.place.file.endswith(".toml")
