"""The row of a project or department."""

import hashlib
from decimal import Decimal

from generator.model.dossier import Dossier, Subject
from generator.model.subject import ProjectEntry
from generator.model.units import Units
from generator.score.execution import execution_rate
from generator.score.score_sheet import ScoreSheet
from generator.summary.digest_rows import Counts, PartRow, SubjectRow
from generator.summary.unit_amounts import in_one_unit

FEWEST_COPIED = 5  # fewer rows may be alike by chance


def subject_row(
    dossier: Dossier,
    subject: Subject,
    sheet: ScoreSheet | None,
    units: Units,
    *,
    problems: Counts,
    document: str,
) -> SubjectRow:
    """Lay out a subject; without a sheet (no usable scheme) it has amounts only."""
    funds, entry = subject.entry.funds, subject.entry
    project = entry.project if isinstance(entry, ProjectEntry) else None
    initial, budget, spent = (
        in_one_unit(amount, funds.unit, units)
        for amount in (funds.initial, funds.budget, funds.spent)
    )
    total: Decimal | None = None
    remark = "没有可用的评分方案"
    if sheet is not None:
        total = sheet.total.value
        remark = "" if total is not None else sheet.total.missing
    return SubjectRow(
        subject.id,
        subject.kind,
        dossier.name_of(subject),
        subject.source.shown,
        code=project.code.strip() if project else "",
        implementer=project.implementer.strip() if project else "",
        initial=initial,
        budget=budget,
        spent=spent,
        rate=execution_rate(funds, sheet.rate_of if sheet is not None else ()),
        parts=_parts(sheet),
        full=sheet.layout.total if sheet is not None and sheet.layout is not None else None,
        total=total,
        grade=sheet.grade if sheet is not None else "",
        problems=problems,
        document=document,
        remark=remark,
        print=_print(subject),
    )


def _parts(sheet: ScoreSheet | None) -> tuple[PartRow, ...]:
    if sheet is None:
        return ()
    return tuple(PartRow(part.label, part.weight, part.score.value) for part in sheet.parts)


def _print(subject: Subject) -> bytes:
    """Return a short hash of all rows with their targets and results, whatever their order."""
    indicators = [at.indicator for at in subject.indicators]
    if len(indicators) < FEWEST_COPIED or not all(i.actual.strip() for i in indicators):
        return b""
    rows = sorted(f"{i.name}\0{i.target}\0{i.actual}" for i in indicators)
    return hashlib.blake2b("\1".join(rows).encode(), digest_size=12).digest()
