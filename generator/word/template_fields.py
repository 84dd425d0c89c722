"""Everything that a Word template may quote, by where it may be quoted."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.summary.annex import FIELDS as SUMMARY
from generator.summary.annex import ROWS as SUMMARY_ROWS
from generator.tables.form_fields import (
    CHANGE_ROW,
    CLASS_ROW,
    FORM,
    FUND_ROW,
    GOAL,
    INDICATOR_ROW,
    ITEM_ROW,
    PART_ROW,
    PLAN_ROW,
    ROWS,
)
from generator.tables.house_wording import ROWS as WORDING_ROWS
from generator.tables.returned import ROWS as RETURNED_ROWS
from generator.tables.returned import UNIT
from generator.word.field_nodes import (
    Called,
    Chosen,
    Field,
    Flag,
    Group,
    Many,
    Named,
    NamedChoice,
    NamedRows,
    Node,
)


def _group(title: str, titles: Mapping[str, str]) -> Group:
    return Group(title, {name: Field(text) for name, text in titles.items()})


_ROW_TITLES = {
    "funds": "资金来源各行",
    "free_funds": "另外的资金行，不与总额核对",
    "breakdown": "按收入、支出性质分的各行",
    "plan": "资金支出计划各步",
    "uses": "资金用途各项",
    "parts": "评分的组成部分",
    "indicators": "绩效指标各行",
    "class_sums": "指标类别各行，一级的下面是它的二级",
    "answers": "按项计分的各项",
}
_AMOUNTS: Mapping[str, Node] = {"amounts": Chosen("按名称取另外的金额，如各季度", Field("金额"))}
_BESIDE: Mapping[str, Node] = {
    "field": Chosen(
        "来源旁边的文字（填报文件的 [fields] 里的 来源·栏目），按栏目名引用", Field("文字")
    )
}
_FUND_ROW = Group("一行", {**_group("", FUND_ROW).names, **_AMOUNTS, **_BESIDE})
_MANY = {
    name: Many(_ROW_TITLES[name], _FUND_ROW if titles is FUND_ROW else _group("一行", titles))
    for name, titles in ROWS.items()
}
_FIELD = Named("自设栏目（填报文件的 [fields]），按栏目名引用")
_INDICATOR = Group(
    "一行",
    {
        **_group("", INDICATOR_ROW).names,
        "field": Named("指标表另加的列（指标的 fields），按列名引用"),
    },
)
_MANY["indicators"] = Many(_ROW_TITLES["indicators"], _INDICATOR)
_BY_NAME: Mapping[str, Node] = {
    "sources": Chosen("按来源名称取资金行", _FUND_ROW),
    "parts": Chosen("按名称取评分的组成部分", _group("一行", PART_ROW)),
    "classes": Chosen("按类别取分值和得分，如 产出、产出/数量", _group("一行", CLASS_ROW)),
    "items": Chosen("按名称取按项计分的一项", _group("一行", ITEM_ROW)),
    "steps": Many("资金支出计划各步，可用 steps[0]", _group("一步", PLAN_ROW)),
}
_GOAL = Group(
    "一个年度目标",
    {
        **_group("", GOAL).names,
        "indicators": Many("本目标的指标行", _INDICATOR),
    },
)
_GOALS = Many("各年度目标", _GOAL)
_OWN: Mapping[str, Node] = {
    "field": _FIELD,
    "choice": NamedChoice('自设的选项，一行印出各项：☑甲　□乙；一项的记号写作 choice("…")["乙"]'),
    "table": NamedRows(
        '自设的表（填报文件的 [tables]），按表名取各行；一格写作 row["列"]、'
        'table("…")["行"]["列"]，合计写作 table("…").total["列"]'
    ),
}
_PROJECT = Group(
    "一个项目",
    {**_group("", FORM).names, **_AMOUNTS, **_MANY, **_BY_NAME, "goals": _GOALS, **_OWN},
)
_SUMMARY_TITLES = {"subjects": "各单位的部门整体和项目，逐行", "grades": "各等级，逐行"}
_SUMMARY = Group(
    "多个单位的汇总（只有汇总表才有）",
    {
        **_group("", SUMMARY).names,
        **{
            name: Many(_SUMMARY_TITLES[name], _group("一行", titles))
            for name, titles in SUMMARY_ROWS.items()
        },
    },
)
_RETURNED_TITLES = {"files": "材料，逐份", "findings": "错误和警告，逐处"}
_UNIT = Group(
    "一个单位",
    {
        **_group("", UNIT).names,
        **{
            name: Many(_RETURNED_TITLES[name], _group("一行", titles))
            for name, titles in RETURNED_ROWS.items()
        },
    },
)
_WORDING_TITLES = {
    "bodies": "各单位，逐个",
    "sentences": "固定句，逐句",
    "deviations": "与通行写法不同的，逐处",
    "terms": "用语的各种写法，逐种",
}
_WORDING = Group(
    "用语情况（jixiao lint --report 的 .docx 才有）",
    {
        name: Many(_WORDING_TITLES[name], _group("一行", titles))
        for name, titles in WORDING_ROWS.items()
    },
)
_BLOCK = Group(
    "正文的一块",
    {
        "kind": Flag("种类：heading0、heading1、heading2、point、paragraph、chart"),
        "text": Field("文字"),
        "lead": Field("接排的小标题（point 才有）"),
        "chart": Field("图表（写作 {{r block.chart }}）", is_xml=True),
    },
)

NAMES: Mapping[str, Node] = MappingProxyType(
    {
        "title": Field("文书标题"),
        "label": Field("附件标识，如“附件1”；不是附件时为空"),
        "draft": Flag("是否草稿"),
        "body": Many("正文各块", _BLOCK),
        "signature": _group("落款（没有时为空）", {"name": "单位", "date": "日期"}),
        "attachments": Many(
            "附件说明各行", Group("一行", {"first": Flag("是否第一行"), "text": Field("文字")})
        ),
        "notes": Many("表下的备注各条", Field("带序号的文字")),
        "contents": Many(
            "目录各行",
            Group(
                "一行",
                {"level": Flag("级别"), "line": Field("写作 {{r entry.line }}", is_xml=True)},
            ),
        ),
        "form": Group("表中单独的各格", {**_group("", FORM).names, **_AMOUNTS}),
        **_OWN,
        "rows": Group("表中成行的各项", _MANY),
        "goals": _GOALS,
        "projects": Many("各项目（合在一份文书里时）", _PROJECT),
        "changes": Many("变动情况表的各行", _group("一行", CHANGE_ROW)),
        "units": Many("退回意见里的各单位", _UNIT),
        "wording": _WORDING,
        "summary": _SUMMARY,
        **_BY_NAME,
    }
)


def every_field() -> Iterator[tuple[str, str]]:
    """List every path with what it holds: ``form.spent``, ``rows.indicators[].name``."""
    return ((path, title) for path, title, _ in every_example())


def every_example() -> Iterator[tuple[str, str, str]]:
    """List every path with what it holds and how a template writes it (empty: only what is below it)."""
    for name, node in NAMES.items():
        yield from _paths(name, name, node)


def _paths(path: str, written: str, node: Node) -> Iterator[tuple[str, str, str]]:
    yield f"{path}{_called_by(node)}", node.title, _example(written, node)
    if isinstance(node, Group):
        for name, below in node.names.items():
            yield from _paths(f"{path}.{name}", f"{written}.{name}", below)
    elif isinstance(node, Many | Chosen) and isinstance(node.one, Group):
        key, one = ("[]", "row") if isinstance(node, Many) else ('["…"]', f'{written}["…"]')
        loop = f"{_loop(written)} " if isinstance(node, Many) else ""
        for name, below in node.one.names.items():
            for own, title, example in _paths(f"{path}{key}.{name}", f"{one}.{name}", below):
                yield own, title, f"{loop}{example}" if example else ""


def _called_by(node: Node) -> str:
    """Return what stands behind a path whose words are called for by a name."""
    if isinstance(node, Called):
        return '("…")'
    return '["…"]' if isinstance(node, Chosen) and isinstance(node.one, Field) else ""


def _loop(path: str) -> str:
    return f"{{% for row in {path} %}}"


def _example(written: str, node: Node) -> str:
    if isinstance(node, Field):
        return f"{{{{r {written} }}}}" if node.is_xml else f"{{{{ {written} }}}}"
    if isinstance(node, Many):
        return _loop(written)
    if isinstance(node, NamedRows):
        return _loop(f'{written}("……")')
    if isinstance(node, Called):
        return f'{{{{ {written}("……") }}}}'
    if isinstance(node, Chosen) and isinstance(node.one, Field):
        return f'{{{{ {written}["……"] }}}}'
    return f"{{% if {written} %}}" if isinstance(node, Flag) else ""
