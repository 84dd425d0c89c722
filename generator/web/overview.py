"""总览: the dossiers of the tree as a table; what is not worked out yet is asked for by the script."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.base.html import Html, tag
from generator.base.problem import Problem
from generator.web.changes.screen import TAKEN
from generator.web.frame import page, table, top_ways
from generator.web.served import Served
from generator.web.spoken import Spoken
from generator.web.summary import MISSING, Summary
from generator.web.unit_name import name_at_once

STATES: Final[Mapping[str, str]] = {
    "": "全部",
    "blank": "还有未填的",
    "error": "有错误的",
    "edited": "Word 里改过、等待取回的",
    "built": "还没有生成的",
}
HEADS = ["单位", "年度", "项目", "总分", "等级", "未填", "问题", "改过的文件", "上次生成", ""]

_HERE: Final = "."
_MORE: Final = " …"
_LOOK: Final = "看改动"


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
        _tools(len(known)),
        table("填报一览", HEADS, rows, id="overview", class_="sortable"),
    )
    return page("总览", top_ways("总览"), body, screen="overview")


def _tools(dossiers: int) -> Html:
    """Write what is done for all dossiers, or for those that the filter leaves."""
    new = tag("a", "新建填报", href="/new", class_="button main")
    if not dossiers:
        return tag("p", new, class_="tools")
    wanted = tag("input", type="search", id="filter", placeholder="单位、年度、等级、文件名")
    states = [tag("option", words, value=name) for name, words in STATES.items()]
    return tag(
        "div",
        new,
        tag("label", "筛选 ", wanted),
        tag("label", "只看 ", tag("select", states, id="state")),
        tag("button", "全部生成", type="button", data_all="docx"),
        tag("button", "全部生成并转 PDF", type="button", data_all="pdf"),
        tag("a", "导出 Excel 表", href="/summary.xlsx", class_="button", data_file="xlsx"),
        tag("a", "导出 Word 表", href="/summary.docx", class_="button", data_file="docx"),
        tag("span", id="progress", role="status", aria_label="进度"),
        class_="tools",
    )


def row_of(summary: Summary, *, waits: bool = False) -> list[object]:
    """Return the cells of a dossier; what only a build would tell may still be waited for."""
    return _row(summary, waits=waits)


def problems_of_tree(problems: tuple[Problem, ...]) -> Html | None:
    """Tell what was wrong with the tree itself."""
    if not problems:
        return None
    spoken = Spoken(None)
    said = [tag("li", _of_tree(spoken.problem(p))) for p in problems]
    return tag("ul", said, class_="problems")


def _of_tree(problem: Problem) -> str:
    """Say a problem of the tree; that it is of the folder that is served goes without saying."""
    where = "" if problem.place.file in ("", _HERE) else f"{problem.place.file}："
    message = problem.message.removeprefix(f"{_HERE}：")
    return "。".join(filter(None, (f"{where}{message}", problem.hint)))


def _row(own: Summary, *, waits: bool = False) -> list[object]:
    named = f"{own.unit} {own.year}".strip()
    of = f"unit-{own.id}"  # whose the links of the row are: a unit's name leads to one place alone
    states = {
        "blank": own.blank,
        "error": own.errors,
        "edited": len(own.edited),
        "built": not own.built,
    }
    return [
        tag(
            "a",
            own.unit,
            id=of,
            href=f"/d/{own.id}/fill",
            title=own.shown,
            data_wait=own.id if waits else None,
            data_states=" ".join(name for name, count in states.items() if count),
        ),
        own.year,
        str(own.projects),
        own.total or "—",
        own.grade or "—",
        _link(own.blank, f"/d/{own.id}/problems?code={MISSING}", of),
        tag(
            "a",
            _counts(own) + (_MORE if waits else ""),
            href=f"/d/{own.id}/problems",
            title="生成时才查的还在核对" if waits else None,
            aria_describedby=of,
        ),
        _edited(own, of),
        own.built or "—",
        tag(
            "span",
            _button("生成", own.id, "docx", f"生成 {named}"),
            _button("PDF", own.id, "pdf", f"生成并转 PDF {named}"),
            class_="acts",
        ),
    ]


def _edited(own: Summary, of: str) -> object:
    """Name the documents that somebody changed in Word, and that wait to be taken in or for a build."""
    taken = f"{'、'.join(own.taken)}：{TAKEN}" if own.taken else ""
    words = "；".join(filter(None, ("、".join(own.edited), taken)))
    if not words:
        return "—"
    link = tag("a", _LOOK, href=f"/d/{own.id}/changes", aria_describedby=of)
    return tag("span", tag("span", words), " ", link)


def _link(count: int, address: str, of: str) -> object:
    if not count:
        return "0"
    named = f"{count} 项未填"
    return tag("a", str(count), href=address, aria_label=named, aria_describedby=of)


def _button(words: str, id: str, kind: str, named: str) -> Html:
    return tag("button", words, type="button", data_build=id, data_kind=kind, aria_label=named)


def _counts(own: Summary) -> str:
    """Count the problems; what is not there is not said."""
    kinds = (("错误", own.errors), ("警告", own.warnings), ("提示", own.notes))
    return "，".join(f"{words} {count}" for words, count in kinds if count) or "没有"


def _waiting(id: str, folder: Path) -> list[object]:
    name = tag("a", name_at_once(folder), href=f"/d/{id}/fill", data_wait=id)
    return [name, *["…"] * (len(HEADS) - 1)]
