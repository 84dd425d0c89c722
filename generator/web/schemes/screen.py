"""依据 as screens: the schemes with their values and their basis; and what each code of a problem means."""

from functools import partial

from generator.base.html import Html, tag
from generator.base.number import plain
from generator.base.problem import Place, Severity
from generator.model.rule_text import RuleText
from generator.use.library import Library
from generator.use.schemes.scheme_table import values_of
from generator.web.frame import page, table, top_ways
from generator.web.schemes.schemes_compared import choice
from generator.web.schemes.value_words import value_words


def schemes_screen(library: Library) -> Html:
    """Write the list of schemes."""
    rows: list[list[object]] = []
    for id, (found, _) in sorted(library.schemes.items()):
        if found is None:
            continue
        scheme = found.scheme
        is_sure = all(basis.verified for basis in scheme.basis)
        rows.append(
            [
                tag("a", scheme.title, href=f"/schemes/{id}"),
                id,
                str(scheme.force),
                "已核对" if is_sure else "部分依据未与原文核对",
            ]
        )
    body = table("评分方案", ["方案", "代码", "适用年度", "依据"], rows)
    return page("依据", top_ways("依据"), choice(library), body)


def scheme_screen(library: Library, id: str) -> Html | None:
    """Write a scheme with all that it rests on."""
    if id not in library.packs.scheme_ids():
        return None
    found, _ = library.scheme(id, partial(Place, "serve"))
    if found is None:
        return None
    scheme = found.scheme
    grades: list[list[object]] = [
        [g.word, f"{plain(g.from_)}–{plain(g.to)}", scheme.cite(g.basis)] for g in scheme.grade
    ]
    tiers: list[list[object]] = [
        [t.label, f"{plain(t.from_)}%–{plain(t.to)}%", scheme.cite(t.basis)] for t in scheme.tier
    ]
    methods: list[list[object]] = [
        ["、".join(m.when), m.label or m.kind, scheme.cite(m.basis)] for m in scheme.method
    ]
    values: list[list[object]] = [
        [own.name, value_words(own), own.basis, _checked(own.basis, is_verified=own.verified)]
        for own in values_of(scheme)
    ]
    sources: list[list[object]] = [
        [b.id, str(b), "已核对" if b.verified else "未核对", b.remark] for b in scheme.basis
    ]
    body = (
        tag("p", scheme.remark) if scheme.remark else None,
        table("计分方法", ["情形", "方法", "依据"], methods),
        table("档次", ["档次", "范围", "依据"], tiers),
        table("等级", ["等级", "分数", "依据"], grades),
        table("各项数值", ["名称", "数值", "依据", "核对"], values),
        table("依据", ["代码", "文件", "核对", "说明"], sources),
    )
    return page(scheme.title, top_ways("依据"), body)


def _checked(basis: str, *, is_verified: bool) -> str:
    return "" if not basis else "已核对" if is_verified else "未核对"


def rule_screen(library: Library, code: str) -> Html | None:
    """Write what a code means."""
    text: RuleText | None = library.rule_texts.get(code)
    if text is None:
        return None
    parts = [
        (title, said)
        for title, said in (
            ("查什么", text.tests),
            ("为什么", text.why),
            ("例子", text.example),
            ("怎么改", text.instead),
            ("依据", text.basis),
        )
        if said
    ]
    said = [(tag("h2", title), tag("p", words)) for title, words in parts]
    head = tag("p", Severity(text.severity).said)
    return page(f"{code} {text.title}", top_ways(), head, said)
