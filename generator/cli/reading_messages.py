"""How a file was read, for who asks why: columns with what speaks for them, rows by kind, every cell."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.base.json_shape import JsonObject

if TYPE_CHECKING:
    from generator.read.columns import BandRead, Choice
    from generator.read.given_answers import Account

_EVIDENCE = {"words": "叫法", "contents": "内容", "relations": "与别栏的关系"}
_ROWS = {
    "indicator": "指标",
    "part": "上一行的细目",
    "class": "类别",
    "placeholder": "占位",
    "subtotal": "小计",
    "note": "说明",
    "marks": "栏次",
    "nameless": "没有名称",
    "blank": "空行",
}
_ANSWERS = {"used": "用作", "furniture": "表样", "unread": "没有读懂"}


def reading_as_data(account: "Account", bands: "Sequence[BandRead]") -> JsonObject:
    """Lay the reading of a file out for programs."""
    return {
        "bands": [band.as_data() for band in bands if band.place.file == account.file],
        "entries": [
            {"place": entry.place.as_data(), "answer": entry.answer, "what": entry.what}
            for entry in account.entries
        ],
    }


def reading_lines(account: "Account", bands: "Sequence[BandRead]") -> Iterator[str]:
    """Say it in lines: first the columns, then the rows, then every cell and paragraph."""
    for band in bands:
        if band.place.file != account.file:
            continue
        yield f"  指标表（{band.place}起）"
        for choice in band.columns:
            yield f"    {_column(choice)}"
        for row in band.rows:
            yield f"    {row.place}：{_ROWS.get(row.kind, row.kind)}（{row.why}）"
    for entry in account.entries:
        quote = " ".join(entry.text.split())[:20]
        yield f"    {entry.place} “{quote}”：{_ANSWERS[entry.answer]} {entry.what}".rstrip()


def _column(choice: "Choice") -> str:
    from generator.read.column_lists import title_of  # noqa: PLC0415 - commands load lazily

    name = choice.strip.heading or "（没有栏目名）"
    role = title_of(choice.role) if choice.role else "没有读懂"
    said = "、".join(f"{_EVIDENCE.get(what, what)} {score:+.1f}" for what, score in choice.evidence)
    reasons = [said] if said else []
    if choice.runner_up:
        reasons.append(f"其次像“{title_of(choice.runner_up)}”，差 {choice.margin:.1f}")
    if choice.role and not choice.is_sure:
        reasons.append("没有把握")
    return f"“{name}”（{choice.strip.place}）→ {role}" + (
        f"：{'；'.join(reasons)}" if reasons else ""
    )
