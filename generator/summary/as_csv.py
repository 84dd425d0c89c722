"""The summary as a plain list, one subject per line, for any program that reads tables."""

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.model.amounts import AMOUNT_LABELS, IN_WANYUAN
from generator.summary.digest_rows import DossierRows, SubjectRow
from generator.summary.whole import Summary

_KINDS = {"project": "项目", "department": "部门整体"}
_BEFORE = (
    *("填报", "单位", "年度", "方案", "对象", "名称"),
    *IN_WANYUAN.values(),
    "执行率",
)
_AFTER = (*("总分", "满分", "等级", "错误", "警告", "提示", "文书", "备注"),)
_RATE_PLACES = 6
# What a spreadsheet takes for a formula at the beginning of a cell, also in full width.
_DANGEROUS = "=+-@＝＋－＠\t\r\n"


def summary_csv(summary: Summary) -> bytes:
    """Write the list as UTF-8 with a mark at its beginning, by which Excel knows it."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    labels = summary.labels
    writer.writerow(map(harmless, (*_BEFORE, *(f"{label}得分" for label in labels), *_AFTER)))
    for dossier in summary.dossiers:
        for line in _lines(dossier, labels):
            writer.writerow(line)
    return target.getvalue().encode("utf-8-sig", "replace")


def harmless(text: str) -> str:
    """Put a quote before words that a spreadsheet would calculate."""
    return f"'{text}" if text.lstrip(" \u3000\ufeff")[:1] in tuple(_DANGEROUS) else text


def _lines(dossier: DossierRows, labels: Sequence[str]) -> Iterator[list[str]]:
    """Give a line to every subject, and one to a dossier that has none."""
    rows: Sequence[SubjectRow | None] = dossier.subjects or (None,)
    for row in rows:
        yield _line(dossier, row, labels)


def _line(dossier: DossierRows, row: SubjectRow | None, labels: Sequence[str]) -> list[str]:
    head = [dossier.path, dossier.name, _number(dossier.year), dossier.scheme]
    if row is None:
        counts = dossier.problems
        after = [counts.error, counts.warning, counts.note]
        blanks = [""] * (6 + len(labels) + 3)
        return [
            *map(harmless, head),
            *blanks,
            *map(str, after),
            *map(harmless, (dossier.documents, dossier.remark)),
        ]
    scores = {part.label: part.score for part in row.parts}
    counts = row.problems
    return [
        *map(harmless, (*head, _KINDS[row.kind], row.name)),
        *map(_number, [getattr(row, name) for name in AMOUNT_LABELS]),
        _number(None if row.rate is None else round_half_up(row.rate, _RATE_PLACES)),
        *(_number(scores.get(label)) for label in labels),
        *map(_number, (row.total, row.full)),
        harmless(row.grade),
        *map(_number, (counts.error, counts.warning, counts.note)),
        *map(harmless, (row.document, row.remark)),
    ]


def _number(value: Decimal | Fraction | int | None) -> str:
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else str(value)
