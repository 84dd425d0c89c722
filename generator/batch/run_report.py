"""The report of a run for programs: what became of every dossier; the same for the same inputs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem, Severity
from generator.base.strange_text import shown_path
from generator.batch.unit_of_work import Outcome
from generator.roundtrip.edit_account import Account, account_as_data
from generator.roundtrip.outcome import Outcome as FileOutcome

# How files came out, as programs read it.
_KEYS = {
    FileOutcome.UNCHANGED: "unchanged",
    FileOutcome.REBUILT: "rebuilt",
    FileOutcome.KEPT: "kept",
    FileOutcome.LAYOUT: "layout",
    FileOutcome.MERGED: "merged",
}


class DossierReport(NamedTuple):
    """What a report says of one dossier, and what of it is added up over all."""

    path: str
    is_stopped: bool
    files: Mapping[str, int]
    data: JsonObject


def dossier_report(outcome: Outcome) -> DossierReport:
    """Lay the outcome of one dossier out for JSON."""
    digest, path = outcome.digest, shown_path(outcome.folder)
    files = {key: outcome.counts.get(str(kind), 0) for kind, key in _KEYS.items()}
    data: JsonObject = {
        "path": path,
        "unit": digest.unit if digest else None,
        "year": digest.year if digest else None,
        "subjects": [
            {"id": subject.id, "name": subject.name, "total": subject.total or None}
            for subject in (digest.subjects if digest else ())
        ],
        "stopped": outcome.is_stopped,
        "written": [shown_path(path) for path in outcome.written],
        "files": files,
        "problems": problem_counts(outcome.problems),
        "accounts": accounts_as_data(outcome.accounts),
    }
    return DossierReport(path, outcome.is_stopped, files, data)


def accounts_as_data(accounts: Sequence[tuple[Path, Account]]) -> list[JsonObject]:
    """Lay out what became of every difference in files that persons changed."""
    return [{"file": shown_path(path), **account_as_data(own)} for path, own in accounts]


def run_data(dossiers: Sequence[DossierReport], problems: Iterable[Problem]) -> JsonObject:
    """Lay a whole run out for JSON: the dossiers by path, and sums over them."""
    files: Counter[str] = Counter(dict.fromkeys(_KEYS.values(), 0))
    for dossier in dossiers:
        files.update(dossier.files)
    return {
        "dossiers": [one.data for one in sorted(dossiers, key=lambda one: one.path)],
        "summary": {
            "dossiers": len(dossiers),
            "stopped": sum(dossier.is_stopped for dossier in dossiers),
            "files": dict(files),
            "problems": problem_counts(problems),
        },
    }


def problem_counts(problems: Iterable[Problem]) -> dict[str, int]:
    """Count problems by severity; accepted ones apart."""
    counts = {severity.value: 0 for severity in Severity} | {"accepted": 0}
    for problem in problems:
        counts["accepted" if problem.accepted else problem.severity.value] += 1
    return counts
