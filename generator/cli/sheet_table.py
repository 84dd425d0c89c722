"""Score sheets as tables for people."""

from typing import TYPE_CHECKING

from rich.table import Table

from generator.base.number import plain
from generator.cli.screen_tables import cell, console_for

if TYPE_CHECKING:
    from decimal import Decimal

    from rich.console import Console

    from generator.model.dossier import Dossier, Subject
    from generator.score.score_sheet import ScoreSheet
    from generator.use.check.examine import Examined

_WIDTH = 160


def print_sheets(examined: "Examined") -> None:
    """Print the sheets of a dossier."""
    if examined.dossier is None or examined.scheme is None:
        return
    console = console_for(_WIDTH)
    for subject in examined.dossier.subjects:
        _print_sheet(console, examined.dossier, subject, examined.sheets[subject.id])


def _print_sheet(
    console: "Console", dossier: "Dossier", subject: "Subject", sheet: "ScoreSheet"
) -> None:
    title = f"{dossier.name_of(subject)}（{dossier.unit.year}年度，{subject.source.shown}）"
    console.print(cell(title), style="bold")
    if sheet.layout is None:
        console.print(f"  {cell(sheet.total.trace.formula)}\n")
        return
    table = Table(
        "类别", "指标", "目标", "完成", "分值", "得分", "怎么来的", show_lines=False, expand=False
    )
    for part in sheet.parts:
        if part.weighted.part.kind in ("execution", "goal"):
            table.add_row(
                cell(part.label),
                "",
                "",
                "",
                _number(part.weight),
                _number(part.score.value),
                cell(str(part.score.trace)),
            )
        for index, item in enumerate(part.items):
            table.add_row(
                cell(part.label) if index == 0 else "",
                cell(item.item.name),
                "",
                cell(item.said.answer if item.said is not None else ""),
                _number(item.item.weight),
                _number(item.score.value),
                cell(str(item.score.trace)),
            )
    for group in sheet.groups:
        for index, row in enumerate(group.rows):
            shared = row.is_shared
            score = group.score if shared else row.judgement.score
            weight = group.weight if shared else row.at.indicator.weight
            is_shown = not shared or index == 0
            goal = f"目标{group.goal} " if group.goal else ""
            table.add_row(
                cell(f"{goal}{group.class_path}") if index == 0 else "",
                cell(row.at.indicator.name),
                cell(row.at.indicator.target),
                cell(row.actual_text),
                _number(weight) if is_shown else "",
                _number(score.value) if is_shown else "",
                cell(str(score.trace)) if is_shown else "",
            )
    console.print(table)
    grade = f"，等级“{sheet.grade}”" if sheet.grade else ""
    total = "无法得出" if sheet.total.value is None else f"{plain(sheet.total.value)} 分"
    console.print(cell(f"  总分 {total}：{sheet.total.trace.formula}{grade}"), end="\n\n")


def _number(value: "Decimal | None") -> str:
    return "—" if value is None else plain(value)
