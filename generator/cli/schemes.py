"""jixiao schemes: what rules there are, and what they rest on."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.number import plain
from generator.cli.options import style_option
from generator.cli.output import say_json, say_text
from generator.cli.reporting import report

if TYPE_CHECKING:
    from generator.model.scheme import Scheme
    from generator.model.score_parts import Layout


@click.command("schemes", help="列出评分方案；写上代码则详细列出它的规则和依据。")
@click.argument("scheme_id", required=False, metavar="[方案代码]")
@style_option()
@click.pass_context
def command(context: click.Context, scheme_id: str | None, style: str) -> None:
    """List schemes, or show one."""
    from generator.base.problem import Place  # noqa: PLC0415 - commands load lazily
    from generator.load.workspace import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.use.library import Library  # noqa: PLC0415 - commands load lazily

    workspace, problems = find_workspace(Path())
    library = Library(workspace)
    found, faults = [], list(problems)
    for name in (scheme_id,) if scheme_id else library.packs.scheme_ids():
        loaded, more = library.scheme(name, partial(Place, "jixiao schemes"))
        faults += more
        if loaded is not None:
            found.append(loaded)
    if style == "json":
        data = {"schemes": [_data(loaded.scheme, loaded.source.shown) for loaded in found]}
        say_json(data)
    else:
        for loaded in found:
            say_text(
                _details(loaded.scheme, loaded.source.shown) if scheme_id else _line(loaded.scheme)
            )
    if faults:
        context.exit(report(faults, "text", checked=len(found)))


def _line(scheme: "Scheme") -> str:
    basis = "" if all(b.verified for b in scheme.basis) else "（部分依据未与原文核对）"
    return f"{scheme.id:<22}{scheme.force!s:<12}{scheme.title}{basis}"


def _details(scheme: "Scheme", shown: str) -> str:
    lines = [f"{scheme.title}（{scheme.id}，{shown}）", f"适用年度：{scheme.force}"]
    lines += [scheme.remark] if scheme.remark else []
    for name, layouts in (("项目", scheme.project), ("部门", scheme.department)):
        lines += [f"{name}：{_layout(layout, scheme)}" for layout in layouts]
    lines += [
        f"计分　{'、'.join(m.when)}：{m.label or m.kind}　[{scheme.cite(m.basis)}]"
        for m in scheme.method
    ]
    lines += [
        f"档次　{t.label}：{plain(t.from_)}%–{plain(t.to)}%　[{scheme.cite(t.basis)}]"
        for t in scheme.tier
    ]
    lines += [
        f"等级　{g.word}：{plain(g.from_)}–{plain(g.to)}　[{scheme.cite(g.basis)}]"
        for g in scheme.grade
    ]
    lines += [f"依据　{b.id}：{b}　{b.remark}".rstrip() for b in scheme.basis]
    return "\n".join(lines)


def _layout(layout: "Layout", scheme: "Scheme") -> str:
    parts = "、".join(
        f"{p.label} {'自定' if p.weight is None else plain(p.weight)}" for p in layout.part
    )
    when = f"有“{layout.when_class}”指标时，" if layout.when_class else ""
    return f"{when}{parts}，共 {plain(layout.total)} 分　[{scheme.cite(layout.basis)}]"


def _data(scheme: "Scheme", shown: str) -> dict[str, Any]:
    return {
        "id": scheme.id,
        "title": scheme.title,
        "region": scheme.region,
        "from": scheme.force.from_,
        "to": scheme.force.to,
        "file": shown,
        "basis": [
            {"id": b.id, "document": b.document, "clause": b.clause, "verified": b.verified}
            for b in scheme.basis
        ],
    }
