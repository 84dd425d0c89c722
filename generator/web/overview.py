"""总览: the dossiers of the tree as a table; what is not worked out yet is asked for by the script."""

from pathlib import Path

from generator.base.html import Html, tag
from generator.base.problem import Problem
from generator.web.frame import page, table, top_ways
from generator.web.served import Served
from generator.web.summary import Summary

HEADS = ["单位", "年度", "项目", "总分", "等级", "未填", "问题", "改过的文件", "上次生成", ""]


def overview(served: Served) -> Html:
    """Write the screen; dossiers that nobody looked at yet come with their names alone."""
    known, problems = served.tree()
    summaries = {id: served.known_summary(folder) for id, folder in known.items()}
    rows = [
        _waiting(id, folder) if (own := summaries[id]) is None else _row(own)
        for id, folder in known.items()
    ]
    body = (
        tag("p", f"{served.root}：共 {len(known)} 份填报", class_="where"),
        problems_of_tree(problems),
        tag(
            "p",
            tag(
                "label", "筛选 ", tag("input", type="search", id="filter", placeholder="单位或年度")
            ),
            class_="tools",
        ),
        table("填报一览", HEADS, rows, id="overview", class_="sortable"),
    )
    return page("总览", top_ways("总览"), body, screen="overview")


def row_of(summary: Summary) -> list[object]:
    """Return the cells of a dossier."""
    return _row(summary)


def problems_of_tree(problems: tuple[Problem, ...]) -> Html | None:
    """Tell what was wrong with the tree itself."""
    if not problems:
        return None
    said = [tag("li", f"{p.place.file}：{p.message}。{p.hint}") for p in problems]
    return tag("ul", said, class_="problems")


def _row(own: Summary) -> list[object]:
    return [
        tag("a", own.unit, href=f"/d/{own.id}/fill"),
        own.year,
        str(own.projects),
        own.total or "—",
        own.grade or "—",
        str(own.blank),
        tag(
            "a",
            _counts(own),
            href=f"/d/{own.id}/problems",
            aria_label=f"{own.unit} 的问题：{_counts(own)}",
        ),
        "、".join(own.edited) or "—",
        own.built or "—",
        tag(
            "button",
            "生成",
            type="button",
            class_="build",
            data_build=own.id,
            aria_label=f"生成 {own.unit} {own.year}",
        ),
    ]


def _counts(own: Summary) -> str:
    return f"错误 {own.errors}，警告 {own.warnings}，提示 {own.notes}"


def _waiting(id: str, folder: Path) -> list[object]:
    name = tag("a", folder.name, href=f"/d/{id}/fill", data_wait=id)
    return [name, *["…"] * (len(HEADS) - 1)]
