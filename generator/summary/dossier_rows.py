"""All rows of one dossier, made from what was worked out for it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.base.problem import Problem, Severity
from generator.model.dossier import Dossier
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.model.scheme import Scheme
from generator.model.unit import Stage
from generator.model.units import Units
from generator.score.score_sheet import ScoreSheet
from generator.summary.deviations import beyond_row, unmet_row
from generator.summary.digest_rows import (
    Counts,
    DossierRows,
    IndicatorRow,
    SubjectRow,
    TieRow,
)
from generator.summary.rolled import rolled_rows
from generator.summary.subject_rows import subject_row

SPRING = "年初申报阶段，尚未自评"


class Findings(NamedTuple):
    """What was worked out for a dossier, as far as it came."""

    path: str
    folder: str
    dossier: Dossier | None
    scheme: Scheme | None
    sheets: Mapping[str, ScoreSheet]
    stage: Stage
    problems: Sequence[Problem]
    unread: Sequence[str] = ()  # files that could not be read
    ties: tuple[TieRow, ...] = ()


def dossier_rows(
    findings: Findings, units: Units, document_of: Callable[[str], str] = lambda _: ""
) -> DossierRows:
    """Keep of a dossier what a summary needs. ``document_of`` gives the link of a subject's paper."""
    dossier, problems = findings.dossier, findings.problems
    codes = Counter(problem.code for problem in problems if not problem.accepted)
    counts, unread = count(problems), "、".join(findings.unread)
    remark = f"没有读入：{unread}" if unread else ""
    if dossier is None:
        return DossierRows(
            findings.path,
            findings.folder,
            problems=counts,
            codes=dict(sorted(codes.items())),
            documents=document_of(""),
            remark=remark or "没有读入",
        )
    if findings.stage == "goals":
        remark = f"{SPRING}；{remark}" if remark else SPRING
    rows = [
        subject_row(
            dossier,
            subject,
            findings.sheets.get(subject.id),
            units,
            problems=count(p for p in problems if p.place.file == subject.source.shown),
            document=document_of(subject.id),
        )
        for subject in dossier.subjects
    ]
    unmet, beyond = _deviations(findings, dossier)
    scheme = findings.scheme
    return DossierRows(
        findings.path,
        findings.folder,
        dossier.unit.unit.name.strip(),
        dossier.unit.year,
        scheme.title if scheme is not None else dossier.unit.scheme,
        findings.stage,
        next((row for row in rows if row.kind == "department"), None),
        (*_projects(rows), *_unread(findings)),
        _grades(scheme),
        unmet,
        beyond,
        tuple(rolled_rows(dossier, findings.sheets, scheme, units)) if scheme is not None else (),
        findings.ties,
        counts,
        dict(sorted(codes.items())),
        document_of(""),
        remark,
    )


def count(problems: Iterable[Problem]) -> Counts:
    """Count problems by severity."""
    found = Counter("accepted" if p.accepted else p.severity.value for p in problems)
    return Counts(
        found[Severity.ERROR.value],
        found[Severity.WARNING.value],
        found[Severity.NOTE.value],
        found["accepted"],
    )


def _projects(rows: Iterable[SubjectRow]) -> Iterable[SubjectRow]:
    return (row for row in rows if row.kind == "project")


def _unread(findings: Findings) -> Iterable[SubjectRow]:
    """List the files that could not be read as well: nobody is to overlook one."""
    for file in findings.unread:
        name = file.rpartition("/")[2]
        if name in (UNIT_FILE, DEPARTMENT_FILE):
            continue
        own = count(p for p in findings.problems if p.place.file == file)
        stem = name.removesuffix(".toml")
        yield SubjectRow(stem, "project", stem, file, problems=own, remark="文件没有读入")


def _deviations(
    findings: Findings, dossier: Dossier
) -> tuple[tuple[IndicatorRow, ...], tuple[IndicatorRow, ...]]:
    """Sort out the indicators that missed their target and those far beyond it."""
    if findings.scheme is None or findings.stage == "goals":
        return (), ()
    bound = findings.scheme.thresholds.over_completion
    every = [
        (subject, row)
        for subject in dossier.subjects
        if subject.id in findings.sheets
        for row in findings.sheets[subject.id].indicators
    ]
    unmet = (unmet_row(dossier, subject, row) for subject, row in every)
    beyond = (beyond_row(dossier, subject, row, bound) for subject, row in every)
    return tuple(r for r in unmet if r is not None), tuple(r for r in beyond if r is not None)


def _grades(scheme: Scheme | None) -> tuple[str, ...]:
    """Return the words of the scale by which scores are graded, the best first."""
    if scheme is None or not scheme.method:
        return ()
    return tuple(g.word for g in sorted(scheme.grade, key=lambda g: g.from_, reverse=True))
