"""Schemes for people and for programs: one line, all rules, or data."""

from typing import TYPE_CHECKING

from generator.base.json_shape import JsonObject
from generator.base.number import plain
from generator.use.schemes.scheme_table import values_of

if TYPE_CHECKING:
    from generator.load.scheme_files import LoadedScheme
    from generator.model.scheme import Scheme
    from generator.model.score_parts import Layout
    from generator.use.library import Library

_WIDTH = 24


def line(loaded: "LoadedScheme") -> str:
    """Write a scheme on a line."""
    scheme = loaded.scheme
    basis = "" if all(b.verified for b in scheme.basis) else "（部分依据未与原文核对）"
    return f"{scheme.id:<{_WIDTH}}{scheme.force!s:<12}{scheme.title}{basis}"


def details(loaded: "LoadedScheme", library: "Library") -> str:
    """Write all rules of a scheme with their bases."""
    scheme = loaded.scheme
    lines = [
        f"{scheme.title}（{scheme.id}，{loaded.source.shown}）",
        f"适用年度：{scheme.force}{'' if scheme.force.verified else '（地方和年度未核对，只作推断）'}",
    ]
    lines += [f"适用地区：{scheme.region}"] if scheme.region else []
    lines += [scheme.remark] if scheme.remark else []
    lines += [f"以 {scheme.based_on} 为底：没有写的照它"] if scheme.based_on else []
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
    bounds = ("far", "low", "open/beyond", "open/unmet", "rounding")
    lines += [
        f"{value.name}　{value.text}　[{value.basis}]"
        for value in values_of(scheme)
        if value.key in bounds
    ]
    lines += [f"依据　{b.id}：{b}　{b.remark}".rstrip() for b in scheme.basis]
    return "\n".join((*lines, *_changes(scheme, library)))


def _changes(scheme: "Scheme", library: "Library") -> list[str]:
    """Say from which years on something is different; what is shown is the last."""
    versions = library.versions(scheme.id)
    years = versions.years if versions is not None else ()
    return [
        f"变动　{year} 年度起有不同，上面是最后的；比较：jixiao schemes diff "
        f"{scheme.id}@{year - 1} {scheme.id}@{year}"
        for year in years
    ]


def _layout(layout: "Layout", scheme: "Scheme") -> str:
    parts = "、".join(
        f"{p.label} {'自定' if p.weight is None else plain(p.weight)}" for p in layout.part
    )
    when = f"有“{layout.when_class}”指标时，" if layout.when_class else ""
    return f"{when}{parts}，共 {plain(layout.total)} 分　[{scheme.cite(layout.basis)}]"


def as_data(loaded: "LoadedScheme", library: "Library") -> JsonObject:
    """Lay a scheme out as the documented JSON shape."""
    scheme, versions = loaded.scheme, library.versions(loaded.scheme.id)
    return {
        "id": scheme.id,
        "title": scheme.title,
        "region": scheme.region,
        "from": scheme.force.from_,
        "to": scheme.force.to,
        "file": loaded.source.shown,
        "basis": [
            {"id": b.id, "document": b.document, "clause": b.clause, "verified": b.verified}
            for b in scheme.basis
        ],
        "based-on": scheme.based_on,
        "force-verified": scheme.force.verified,
        "changes": list(versions.years) if versions is not None else [],
        "values": [
            {"name": v.name, "value": v.text, "basis": v.basis, "verified": v.verified}
            for v in values_of(scheme)
        ],
    }
