"""Two schemes beside each other, and what they make of the scores of the dossiers here."""

from collections.abc import Iterable
from decimal import Decimal

from generator.base.html import Html, tag
from generator.base.number import plain
from generator.base.problem import Problem
from generator.use.library import Library
from generator.use.schemes.difference import (
    AT,
    Difference,
    Effect,
    differences,
    effects,
    named_scheme,
)
from generator.use.schemes.scheme_table import Value
from generator.web.frame import fill_address, page, table, top_ways
from generator.web.schemes.value_words import value_words
from generator.web.served import Served

_NOTHING = "—"


def names_of(library: Library) -> list[tuple[str, str]]:
    """Return what can be compared: every scheme, and as it was before it changed."""
    found: list[tuple[str, str]] = []
    for id, (loaded, _) in sorted(library.schemes.items()):
        if loaded is None:
            continue
        found.append((id, loaded.scheme.title))
        versions = library.versions(id)
        years = versions.years if versions is not None else ()
        found += [(f"{id}{AT}{y - 1}", f"{loaded.scheme.title}，{y - 1} 年度") for y in years]
    return found


def choice(library: Library, left: str = "", right: str = "") -> Html:
    """Let two schemes be chosen."""
    names = names_of(library)

    def select(name: str, title: str, chosen: str) -> Html:
        options = [
            tag("option", f"{said}（{id}）", value=id, selected=id == chosen) for id, said in names
        ]
        return tag("label", f"{title} ", tag("select", options, name=name, aria_label=title))

    return tag(
        "form",
        select("left", "方案", left),
        select("right", "另一个方案", right),
        tag("button", "比较", type="submit"),
        action="/schemes/diff",
        class_="tools",
    )


def diff_screen(served: Served, left: str, right: str) -> Html:
    """Write the screen."""
    library = served.library(served.root)
    (ours, faults), (theirs, more) = named_scheme(left, library), named_scheme(right, library)
    head = choice(library, left, right)
    if ours is None or theirs is None:
        body: object = _problems((*faults, *more))
    else:
        found = differences(ours, theirs)
        scored: list[tuple[str, Effect]] = []
        for id, folder in served.folders().items():
            scored += [(id, own) for own in effects(folder, left, right, library)[0]]
        body = (_differences(left, right, found), _effects(left, right, scored))
    return page("方案比较", top_ways("依据"), head, body)


def _problems(problems: Iterable[Problem]) -> Html:
    return tag("ul", [tag("li", f"{p.message}　{p.hint}") for p in problems], class_="problems")


def _differences(left: str, right: str, found: tuple[Difference, ...]) -> object:
    if not found:
        return tag("p", f"{left} 与 {right} 没有不同。")
    rows: list[list[object]] = [
        [one.name, _value(one.left), _value(one.right), "" if one.is_of_value else "只是依据不同"]
        for one in sorted(found, key=lambda one: not one.is_of_value)
    ]
    return table(f"不同的 {len(found)} 处", ["数值", left, right, ""], rows)


def _value(value: Value | None) -> object:
    if value is None:
        return "（没有）"
    # A basis says itself that nobody held it against the original.
    return [value_words(value), tag("div", value.basis, class_="basis") if value.basis else None]


def _effects(left: str, right: str, scored: list[tuple[str, Effect]]) -> object:
    changed = [(id, own) for id, own in scored if own.differs]
    said = f"照这两个方案给本文件夹的填报计分：{len(scored)} 个项目和部门，{len(changed)} 个有变。"
    if not changed:
        return tag("p", said)
    rows = [_effect(id, own) for id, own in changed]
    heads = ["填报", "项目", left, right, "相差", "等级", "有变的行"]
    return (tag("p", said), table("对得分的影响", heads, rows))


def _effect(id: str, own: Effect) -> list[object]:
    ours, theirs = own.left.total.value, own.right.total.value
    apart = _NOTHING if ours is None or theirs is None else f"{theirs - ours:+f}"
    grades = dict.fromkeys((own.left.grade or _NOTHING, own.right.grade or _NOTHING))
    rows = [f"{row.name} {_number(row.left)} → {_number(row.right)}" for row in own.rows]
    return [
        own.path.name,
        tag("a", own.subject, href=fill_address(id, own.left.subject_id)),
        _number(ours),
        _number(theirs),
        apart,
        " → ".join(grades),
        [tag("div", row) for row in rows],
    ]


def _number(value: Decimal | None) -> str:
    return _NOTHING if value is None else plain(value)
