"""Changes of a letter, and for every finding one that is just within and one that is just beyond."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from tests.rules.page.letter import (
    LOOKS,
    SENTENCE,
    Letter,
    Line,
    Look,
    line,
    table,
)

Change = Callable[[Letter], None]


class Case(NamedTuple):
    """A finding: what is just within, what is just beyond, where it is told."""

    finding: str
    within: Change
    beyond: Change
    where: str
    severity: str = "note"


def page(**sizes: Any) -> Change:
    def change(letter: Letter) -> None:
        for name, value in sizes.items():
            setattr(letter, name, value)

    return change


def nth(letter: Letter, kind: str, number: int = 0) -> int:
    return [n for n, one in enumerate(letter.lines) if one.kind == kind][number]


def look(kind: str, number: int | None = 0, **changes: Any) -> Change:
    """Change how lines of a kind look (``number`` None: all)."""

    def change(letter: Letter) -> None:
        every = [n for n, one in enumerate(letter.lines) if one.kind == kind]
        for at in every if number is None else [every[number]]:
            old = letter.lines[at]
            letter.lines[at] = replace(old, look=replace(old.look, **changes))

    return change


def say(kind: str, text: str, number: int = 0, **changes: Any) -> Change:
    def change(letter: Letter) -> None:
        at = nth(letter, kind, number)
        old = letter.lines[at]
        letter.lines[at] = replace(old, text=text, look=replace(old.look, **changes))

    return change


def runs(kind: str, *texts: tuple[str, dict[str, Any]], number: int = 0) -> Change:
    """Set a line in runs of several looks."""

    def change(letter: Letter) -> None:
        at = nth(letter, kind, number)
        old = letter.lines[at]
        made = tuple((text, replace(old.look, **changes)) for text, changes in texts)
        letter.lines[at] = replace(old, runs=made)

    return change


def insert(before: str, *lines: Line, number: int = 0) -> Change:
    def change(letter: Letter) -> None:
        at = nth(letter, before, number)
        letter.lines[at:at] = lines

    return change


def drop(kind: str, number: int = 0) -> Change:
    def change(letter: Letter) -> None:
        del letter.lines[nth(letter, kind, number)]

    return change


def tabled(**changes: Any) -> Change:
    def change(letter: Letter) -> None:
        at = nth(letter, "table")
        old = letter.lines[at].table
        assert old is not None
        letter.lines[at] = replace(letter.lines[at], table=replace(old, **changes))

    return change


def both(*changes: Change) -> Change:
    def change(letter: Letter) -> None:
        for one in changes:
            one(letter)

    return change


def as_is(letter: Letter) -> None:
    del letter


def cells(text: str, width: int = 1600, **changes: Any) -> Change:
    """Put words into the first cell below the heads of a table with one narrow column."""
    rows = (("指标", "完成值"), (text, "20500册"))
    return tabled(rows=rows, widths=(width, 6000), **changes)


ROWS = tuple((f"第{n}项", "购书册数", "20500册", "完成", "5") for n in range(60))
LIST = (("序号", "名称", "数量", "情况", "分值"), *ROWS)
TALL = (("类别", "名称", "数量", "情况", "分值"), *ROWS[:26], ("产出指标", *ROWS[0][1:]))
TALL += (("^", *ROWS[1][1:]),) * 12
LONG = "新馆推迟开放，下年度延长开放时间，完善服务设施，增加少儿图书，丰富馆藏资源。"
NUMBERED = (("chineseCountingThousand", "%1、"), ("bullet", "●"))
COUNTED = {"numbering": (0, 99)}
AUTO = page(abstract=NUMBERED)
EM = 16 * 20

CASES = (
    Case("paper-size", page(width=210.9), page(width=215.9, right=31.9), "第 1 段", "warning"),
    Case(
        "paper-across",
        page(width=297, height=210),
        both(page(width=297, height=210), drop("table")),
        "第 1 段",
    ),
    Case(
        "margin-top", page(top=37.9, bottom=34.1), page(top=38.2, bottom=33.8), "第 1 段", "warning"
    ),
    Case(
        "margin-left",
        page(left=28.9, right=25.1),
        page(left=25.4, right=28.6),
        "第 1 段",
        "warning",
    ),
    Case("text-area", page(right=26.9), page(right=28), "第 1 段", "warning"),
    Case("pitch-loose", as_is, look("body", None, rule="auto", line=18), "第 5 段"),
    Case("lines-per-page", as_is, both(*(look(k, None, line=29) for k in LOOKS)), "第 4 段"),
    Case("pitch-mixed", as_is, look("body", 1, line=28), "第 7 段"),
    Case(
        "characters-per-line",
        look("body", None, spacing=-0.25),
        look("body", None, spacing=0.4),
        "第 5 段",
    ),
    Case(
        "font",
        look("level-1", 0, font="SimHei"),
        look("level-1", 0, font="宋体"),
        "第 4 段",
        "warning",
    ),
    Case("size", as_is, look("title", 0, size=21.5), "第 1 段", "warning"),
    Case(
        "odd-font",
        runs("body", ("一是宣传。", {"font": "黑体"}), (SENTENCE, {})),
        runs("body", (SENTENCE, {}), ("群众满意。", {"font": "宋体"})),
        "第 5 段",
        "warning",
    ),
    Case(
        "odd-size",
        runs("body", (SENTENCE, {}), (" 95 ", {"size": 12}), (SENTENCE, {})),
        runs("body", (SENTENCE, {}), ("群众满意。", {"size": 14})),
        "第 5 段",
        "warning",
    ),
    Case(
        "first-line", look("body", 0, first=1.75), look("body", 0, first=1.6), "第 5 段", "warning"
    ),
    Case("other-lines", look("body", 0, left=0.25), look("body", 0, left=2, first=0), "第 5 段"),
    Case("title-side", as_is, look("title", 0, side="left"), "第 1 段", "warning"),
    Case(
        "title-cut",
        say("title", "学生营养改善", 0),
        both(say("title", "学生营养改", 0), say("title", "善计划绩效自评", 1)),
        "第 1 段",
        "warning",
    ),
    Case(
        "title-short",
        both(say("title", "某县图书馆图书购置项", 0), say("title", "目绩效自", 1)),
        both(say("title", "某县图书馆图书购置项", 0), say("title", "自评", 1)),
        "第 1 段",
    ),
    Case("page-number", as_is, page(numbered=False), "第 1 段", "warning"),
    Case(
        "page-number-font",
        page(foot=Look("宋体", "SimSun", 14)),
        page(foot=Look("宋体", "Times New Roman", 14)),
        "页脚",
    ),
    Case("page-number-size", as_is, page(foot=Look("宋体", "宋体", 10.5)), "页脚"),
    Case("page-number-dashes", page(dashes="-"), page(dashes=""), "页脚"),
    Case("page-number-centred", as_is, page(sides=("center", "center")), "页脚"),
    Case("page-number-side", as_is, page(sides=("right", "right")), "页脚"),
    Case(
        "signature-side",
        look("date", side="left", left=18, right=0),
        look("date", side="left", left=5, right=0),
        "第 20 段",
        "warning",
    ),
    Case("signature-edge", look("date", right=0.5), look("date", right=0.4), "第 20 段"),
    Case("date-form", say("date", "2024年12月31日"), say("date", "2024年03月01日"), "第 20 段"),
    Case("note-mark", as_is, say("note", "附件：自评表。"), "第 17 段"),
    Case("note-colon", as_is, say("note", "附件:自评表"), "第 17 段"),
    Case("note-number", say("note", "附件：1.自评表"), say("note", "附件1：自评表"), "第 17 段"),
    Case("note-apart", look("note", before=28.9), drop("blank", 1), "第 16 段"),
    Case("label-page", as_is, look("label", begins_page=False), "第 21 段", "warning"),
    Case("label-edge", look("label", first=0.25), look("label", first=2), "第 21 段"),
    Case("label-colon", say("label", "附件1"), say("label", "附件1："), "第 21 段"),
    Case("label-number", say("label", "附件1"), say("label", "附件一"), "第 21 段"),
    Case(
        "label-title",
        both(drop("blank", 3), look("form", before=28.9)),
        drop("blank", 3),
        "第 21 段",
    ),
    Case(
        "spaces-indent",
        say("body", f" {SENTENCE}"),
        say("body", f"　　{SENTENCE}", first=0),
        "第 5 段",
        "warning",
    ),
    Case(
        "spaces-side", as_is, say("date", "　　　2024年3月1日", side="left"), "第 20 段", "warning"
    ),
    Case(
        "spaces-inside",
        say("unit", "填报单位：   （盖章）"),
        say("unit", "填报单位：    （盖章）"),
        "第 24 段",
    ),
    Case("blank-lines", as_is, insert("note", line("blank")), "第 16 段"),
    Case(
        "blank-page",
        insert("note", *[line("blank")] * 20),
        insert("note", *[line("blank")] * 22),
        "第 16 段",
        "warning",
    ),
    Case(
        "number-twice",
        both(
            AUTO,
            say("level-1", "项目基本情况", **COUNTED),
            say("level-1", "综合评价结论", 1, **COUNTED),
        ),
        both(AUTO, look("level-1", None, **COUNTED)),
        "第 4 段",
        "warning",
    ),
    Case(
        "number-typed",
        both(
            AUTO,
            say("level-1", "项目基本情况", **COUNTED),
            say("level-1", "综合评价结论", 1, **COUNTED),
        ),
        both(
            AUTO,
            say("level-1", "项目基本情况", **COUNTED),
            say("level-1", "综合评价结论", 1, **COUNTED),
            insert("note", line("level-1", "三、其他情况")),
        ),
        "第 17 段",
        "warning",
    ),
    Case(
        "number-counted",
        as_is,
        both(AUTO, say("level-1", "综合评价结论", 1, **COUNTED)),
        "第 11 段",
        "warning",
    ),
    Case("bullet", as_is, both(AUTO, look("body", 0, numbering=(1, 99), first=2)), "第 5 段"),
    Case("level-missing", as_is, drop("level-1", 0), "第 5 段"),
    Case("marks-latin", as_is, look("body", 2, hint=False), "第 10 段"),
    Case(
        "marks-mixed",
        as_is,
        both(look("body", 2, hint=False), say("body", f"“全面”{SENTENCE}")),
        "第 10 段",
    ),
    Case("colour", look("body", 0, colour="000000"), look("body", 0, colour="FF0000"), "第 5 段"),
    Case(
        "heads-once", tabled(rows=LIST), tabled(rows=LIST, heads=0), "表 1第 1 行第 1 列", "warning"
    ),
    Case("label-parted", tabled(rows=TALL[:20]), tabled(rows=TALL), "表 1第 28 行第 1 列"),
    Case(
        "row-parted",
        tabled(rows=(*LIST, (LONG, *ROWS[0][1:]))),
        tabled(rows=(*LIST, (LONG, *ROWS[0][1:])), may_part=True),
        "表 1第 62 行第 1 列",
    ),
    Case(
        "label-above",
        as_is,
        tabled(
            rows=(("绩效指标", "分值"), ("", "20"), ("^", "30"), ("总分", "50")),
            widths=(2000, 5000),
        ),
        "表 1第 2 行第 1 列",
    ),
    Case(
        "cell-broken",
        cells("产出指标（50分）", 2000),
        cells("产出指标（50分）", 1500),
        "表 1第 2 行第 1 列",
        "warning",
    ),
    Case(
        "cell-lone",
        cells("图书验收合格率", 1600),
        cells("图书验收合格率", 1500),
        "表 1第 2 行第 1 列",
    ),
    Case("row-tight", tabled(above=30, below=30), tabled(above=28, below=28), "表 1第 1 行第 1 列"),
    Case(
        "label-broken",
        cells("一级指标", 600),
        cells("一级指标", 800),
        "表 1第 2 行第 1 列",
    ),
    Case(
        "double-rule",
        insert("table", table(foot=False), line("blank", line=2)),
        insert("table", table(), line("blank", line=2)),
        "表 2第 1 行第 1 列",
    ),
    Case("cell-centred", cells(LONG, 3200, side="left"), cells(LONG, 3200), "表 1第 2 行第 1 列"),
    Case("cell-small", tabled(size=9), tabled(size=8.5), "表 1第 1 行第 1 列", "warning"),
    Case(
        "cell-clipped",
        tabled(height=(252, "exact")),
        tabled(height=(250, "exact")),
        "表 1第 1 行第 1 列",
        "warning",
    ),
    Case(
        "table-wide",
        tabled(widths=(2300, 2300, 2400, 2400, 2500)),
        tabled(widths=(2300, 2300, 2400, 2400, 2600)),
        "表 1第 1 行第 1 列",
        "warning",
    ),
)
