"""The summary as plain data for JSON. Decimals are strings; what is not known is null."""

from decimal import Decimal
from fractions import Fraction

from generator.base.json_shape import JsonObject
from generator.base.number import plain, round_half_up
from generator.model.amounts import AMOUNTS
from generator.summary.digest_rows import (
    MONEY,
    DossierRows,
    IndicatorRow,
    RolledRow,
    SubjectRow,
    TieRow,
)
from generator.summary.whole import (
    Money,
    Ranked,
    Summary,
    grade_count,
    mean_of,
    money_of,
    ranking,
    weighted_mean_of,
)

_PLACES = 6  # of shares and means, which need not end


def summary_data(summary: Summary) -> JsonObject:
    """Lay everything out as docs/commands.md tells."""
    projects = [row for _, _, row in summary.projects]
    departments = [row for _, _, row in summary.departments]
    return {
        "money": MONEY,
        "totals": {
            "dossiers": len(summary.dossiers),
            "projects": len(projects),
            **_money(summary.money),
            "mean": _text(mean_of(projects)),
            "problems": summary.problems._asdict(),
        },
        "grades": [
            {
                "grade": grade or None,
                "projects": grade_count(projects, grade),
                "departments": grade_count(departments, grade),
            }
            for grade in (*summary.grades, "")
        ],
        "ranking": {
            "projects": [_ranked(one) for one in ranking(summary.projects)],
            "departments": [_ranked(one) for one in ranking(summary.departments)],
        },
        "dossiers": [_dossier(dossier) for dossier in summary.dossiers],
        "across": [_tie(tie) for tie in summary.across],
    }


def _dossier(dossier: DossierRows) -> JsonObject:
    return {
        "path": dossier.path,
        "unit": dossier.unit or None,
        "year": dossier.year,
        "scheme": dossier.scheme or None,
        "stage": dossier.stage,
        "money": _money(money_of(dossier.projects)),
        "mean": _text(mean_of(dossier.projects)),
        "weighted-mean": _text(weighted_mean_of(dossier.projects)),
        "department": None if dossier.department is None else _subject(dossier.department),
        "projects": [_subject(row) for row in dossier.projects],
        "problems": {**dossier.problems._asdict(), "codes": dict(dossier.codes)},
        "unmet": [_indicator(row) for row in dossier.unmet],
        "over-completed": [_indicator(row) for row in dossier.beyond],
        "rolled-up": [_rolled(row) for row in dossier.rolled],
        "ties": [_tie(tie) for tie in dossier.ties],
        "documents": dossier.documents or None,
        "remark": dossier.remark,
    }


def _subject(row: SubjectRow) -> JsonObject:
    return {
        "path": row.file,
        "name": row.name,
        **{name: _text(getattr(row, name)) for name in AMOUNTS},
        "rate": _text(row.rate),
        "parts": [
            {"label": part.label, "weight": _text(part.weight), "score": _text(part.score)}
            for part in row.parts
        ],
        "total": _text(row.total),
        "full": _text(row.full),
        "grade": row.grade or None,
        "problems": row.problems._asdict(),
        "document": row.document or None,
        "remark": row.remark,
    }


def _indicator(row: IndicatorRow) -> JsonObject:
    return {
        "subject": row.subject,
        "kind": row.kind,
        "class": row.class_path,
        "name": row.name,
        "target": row.target,
        "actual": row.actual,
        "completion": _text(row.completion),
        "deviation": _text(row.deviation),
        "weight": _text(row.weight),
        "score": _text(row.score),
        "reason": row.reason,
    }


def _rolled(row: RolledRow) -> JsonObject:
    return {
        "indicator": row.indicator,
        "way": row.way.value,
        "unit": row.unit,
        "result": _text(row.result),
        "sources": [
            {
                "project": source.project,
                "indicator": source.indicator,
                "value": _text(source.value),
                "funds": _text(source.funds),
            }
            for source in row.sources
        ],
    }


def _tie(tie: TieRow) -> JsonObject:
    return {
        "code": tie.code,
        "what": tie.what,
        "where": tie.where,
        "left": {"label": tie.left_label, "value": _text(tie.left)},
        "right": {"label": tie.right_label, "value": _text(tie.right)},
        "difference": _text(tie.difference),
        "unit": tie.unit,
        "verdict": tie.verdict.value,
        "remark": tie.remark,
    }


def _ranked(one: Ranked) -> JsonObject:
    return {
        "place": one.place,
        "path": one.row.file,
        "name": one.row.name,
        "total": _text(one.row.total),
        "share": _text(one.row.share),
        "grade": one.row.grade or None,
    }


def _money(money: Money) -> JsonObject:
    return {
        **{name: _text(getattr(money, name)) for name in AMOUNTS},
        "rate": _text(money.rate),
    }


def _text(value: Decimal | Fraction | None) -> str | None:
    """Write a number: a decimal as it is, a share with so many places that none is missed."""
    if value is None:
        return None
    if isinstance(value, Fraction):
        return plain(round_half_up(value, _PLACES))
    return plain(value)
