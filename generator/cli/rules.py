"""jixiao rules: what each code tests, why, an example, what to do instead, and the basis."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.json_shape import Json, JsonObject
from generator.base.problem import Severity
from generator.cli.options import style_option
from generator.cli.output import say_json, say_text
from generator.cli.reporting import report

if TYPE_CHECKING:
    from generator.model.rule_text import RuleText, RuleTexts
    from generator.model.wording_rule import WordingRule


@click.command("rules", help="列出全部问题代码；写上代码则说明查什么、为什么、例子、怎么改、依据。")
@click.argument("code", required=False, metavar="[代码]")
@style_option()
@click.pass_context
def command(context: click.Context, code: str | None, style: str) -> None:
    """List the codes, or explain one."""
    from generator.load.packs import load_wording_rules  # noqa: PLC0415 - commands load lazily
    from generator.load.rule_texts import load_rule_texts  # noqa: PLC0415 - commands load lazily
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.use.library import Library  # noqa: PLC0415 - commands load lazily

    packs = Library(find_workspace(Path())[0]).packs
    families, problems = load_rule_texts(packs)
    texts = [text for family in families for text in family.code]
    if code is not None:
        texts = [text for text in texts if text.id == code.strip().upper()]
        if not texts:
            from generator.base.suggestion import suggest  # noqa: PLC0415 - only for a slip

            known = [text.id for family in families for text in family.code]
            raise click.UsageError(f"没有代码“{code}”。{suggest(code.upper(), known)}")
    files, faults = load_wording_rules(packs) if code is not None else ((), ())
    wording = [r for file in files for r in file.rules.rule if texts and r.code == texts[0].id]
    if style == "json":
        data = {"rules": [_data(text, wording if code else ()) for text in texts]}
        say_json(data)
    else:
        say_text(_details(texts[0], wording) if code is not None else _overview(families))
    if problems or faults:
        context.exit(report([*problems, *faults], "text", checked=0))


def _overview(families: "Sequence[RuleTexts]") -> str:
    lines = []
    for family in families:
        lines += [family.family] if family.code else []
        lines += [
            f"  {text.id}　{Severity(text.severity).said}　{text.title}" for text in family.code
        ]
    return "\n".join(lines)


def _details(text: "RuleText", wording: "Sequence[WordingRule]") -> str:
    lines = [
        f"{text.id}　{text.title}（{Severity(text.severity).said}）",
        f"查什么：{text.tests}",
        f"为什么：{text.why}",
        f"例子：{text.example}",
        f"怎么改：{text.instead}",
    ]
    lines += [f"依据：{text.basis}"] if text.basis else []
    for rule in wording:
        lines.append(f"规则 {rule.id}：{rule.message}")
        lines += (
            [f"  依据：{rule.source}{'' if rule.verified else '，未与原文核对'}"]
            if rule.source
            else []
        )
        lines += [f"  ✗ {bad}" for bad in rule.bad[:2]]
        lines += [f"  ✓ {good}" for good in rule.good[:2]]
    return "\n".join(lines)


def _data(text: "RuleText", wording: "Sequence[WordingRule]") -> JsonObject:
    data: dict[str, Json] = {
        "code": text.id,
        "severity": text.severity,
        "title": text.title,
        "tests": text.tests,
        "why": text.why,
        "example": text.example,
        "instead": text.instead,
        "basis": text.basis,
    }
    if wording:
        data["wording"] = [{"id": r.id, "good": r.good, "bad": r.bad} for r in wording]
    return data
