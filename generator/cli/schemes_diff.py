"""jixiao schemes diff: two schemes side by side, and what they make of the scores of dossiers."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.json_shape import JsonObject
from generator.base.number import plain
from generator.base.strange_text import shown_path
from generator.cli.next_step import after_schemes_diff, say_next
from generator.cli.output import say_json, say_text
from generator.cli.reporting import report
from generator.cli.session import Session
from generator.use.schemes.difference import differences, effects, named_scheme

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.base.problem import Problem
    from generator.cli.exit_code import ExitCode
    from generator.use.library import Library
    from generator.use.schemes.difference import Difference, Effect
    from generator.use.schemes.scheme_table import Value

_NOTHING = "—"


def compare(left: str, right: str, paths: list[Path], library: "Library", style: str) -> "ExitCode":
    """Print what differs; with folders, what each subject scores by both."""
    (ours, faults), (theirs, more) = named_scheme(left, library), named_scheme(right, library)
    problems: list[Problem] = [*dict.fromkeys((*faults, *more))]
    if ours is None or theirs is None:
        return report(problems, "text", checked="2 个方案")
    found = differences(ours, theirs)
    scored: list[Effect] = []
    session = Session(tuple(paths))
    for done, faults in session.each(
        "计分", lambda folder, _: effects(folder, left, right, library)
    ):
        scored += done
        problems += faults
    if style == "json":
        say_json(
            {
                "left": left,
                "right": right,
                "differences": [_difference_data(one) for one in found],
                "effects": [_effect_data(one) for one in scored],
            }
        )
    else:
        _print_differences(left, right, found)
        if paths:
            _print_effects(left, right, scored)
    if problems or session.problems:
        report([*session.problems, *problems], "text", checked=len(scored))
    changes = sum(one.differs for one in scored)
    say_next(after_schemes_diff(left, right, paths, changes=changes), style)
    return session.exit_code(problems)


def _print_differences(left: str, right: str, found: "tuple[Difference, ...]") -> None:
    if not found:
        say_text(f"{left} 与 {right} 没有不同。")
        return
    others = [one for one in found if not one.is_of_value]
    said = f"，另有 {len(others)} 处只是依据不同" if others else ""
    say_text(f"{left} 与 {right}：{len(found) - len(others)} 处不同{said}")
    for one in found:
        if not one.is_of_value:
            continue
        say_text(f"{one.name}")
        say_text(f"  {left}：{_value(one.left)}")
        say_text(f"  {right}：{_value(one.right)}")
    if others:
        say_text(f"值相同、依据不同：{'、'.join(one.name for one in others)}")


def _value(value: "Value | None") -> str:
    if value is None:
        return "（没有）"
    return f"{value.text}　[{value.basis}]" if value.basis else value.text


def _print_effects(left: str, right: str, scored: "list[Effect]") -> None:
    """Print a table of all subjects, and the rows below those that differ."""
    changed = [one for one in scored if one.differs]
    say_text(f"得分：{len(scored)} 个项目和部门，{len(changed)} 个有变")
    if not scored:
        return
    from rich.table import Table  # noqa: PLC0415 - rich is slow to load

    from generator.cli.screen_tables import cell, console_for  # noqa: PLC0415 - see above

    table = Table("填报", "项目", left, right, "相差", "等级", "有变的行", expand=False)
    for one in scored:
        ours, theirs = one.left.total.value, one.right.total.value
        apart = _NOTHING if ours is None or theirs is None else f"{theirs - ours:+f}"
        grades = one.left.grade or _NOTHING, one.right.grade or _NOTHING
        rows = "\n".join(
            f"{row.name} {_number(row.left)} → {_number(row.right)}" for row in one.rows
        )
        table.add_row(
            cell(shown_path(one.path)),
            cell(one.subject),
            _number(ours),
            _number(theirs),
            "" if apart in ("+0", "+0.00") else apart,
            grades[0] if grades[0] == grades[1] else " → ".join(grades),
            cell(rows),
        )
    console_for(160).print(table)


def _number(value: "Decimal | None") -> str:
    return _NOTHING if value is None else plain(value)


def _difference_data(one: "Difference") -> JsonObject:
    return {"name": one.name, "left": _value_data(one.left), "right": _value_data(one.right)}


def _value_data(value: "Value | None") -> JsonObject | None:
    if value is None:
        return None
    return {"value": value.text, "basis": value.basis, "verified": value.verified}


def _effect_data(one: "Effect") -> JsonObject:
    sides = {"left": one.left, "right": one.right}
    return {
        "path": shown_path(one.path),
        "subject": one.subject,
        **{
            side: {"total": _text(sheet.total.value), "grade": sheet.grade or None}
            for side, sheet in sides.items()
        },
        "rows": [
            {"name": row.name, "left": _text(row.left), "right": _text(row.right)}
            for row in one.rows
        ],
    }


def _text(value: "Decimal | None") -> str | None:
    return None if value is None else format(value, "f")
