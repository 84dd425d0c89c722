"""What is told of all that stands in a workbook beside the cells to fill in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.excel.form.other_cells import Other, OtherKind
from generator.use.fill.workbook_account import Answer, Entry

_STAYS = "那里的输入没有动；要删的，请把格清空"
_LOCKED = (OtherKind.PRINTED, OtherKind.WORKED)


def entry_of(other: Other) -> Entry:
    """Tell of one of them."""
    answer = Answer.LOCKED if other.kind in _LOCKED else Answer.UNPLACED
    reason = _REASONS[other.kind](other)
    return Entry(answer, other.place, "", other.base, other.now, reason)


def _worked(other: Other) -> str:
    if other.cells > 1:
        return f"这一页由程序算出的 {other.cells} 格都没有公式了；得分和合计以程序算的为准"
    return "这一格由程序算出，写进去的不取；要改它，请改它由来的数"


def _sheet(other: Other) -> str:
    return f"这张工作表不是填报表里的，{other.cells} 格都不取；要填的，请写到填报表的格里"


def _hidden(other: Other) -> str:
    return f"这张隐藏的工作表不是填报表里的，{other.cells} 格都不取"


def _copy(other: Other) -> str:
    differing = f"有 {other.cells} 格与它不同，要取的请写到那一张" if other.cells else "两张一样"
    return f"这张工作表是“{other.base}”复制出来的，只认“{other.base}”；{differing}"


_REASONS: Mapping[OtherKind, Callable[[Other], str]] = MappingProxyType(
    {
        OtherKind.STRAY: lambda _: "这里不是要填的格，没有键可以放它；请写到表里的空行",
        OtherKind.DOUBLED: lambda _: "这一行是复制出来的，只认前一行；请写到表里的空行",
        OtherKind.PRINTED: lambda other: f"这一格印好了，不能改；仍按“{other.base}”算",
        OtherKind.WORKED: _worked,
        OtherKind.SHEET: _sheet,
        OtherKind.HIDDEN_SHEET: _hidden,
        OtherKind.COPY: _copy,
        OtherKind.GONE_ROW: lambda other: f"“{other.base}”这 1 行被删去了，{_STAYS}",
        OtherKind.GONE_BLANK: lambda other: f"有 {other.cells} 行空行或标题行被删去了，输入没有动",
        OtherKind.GONE_COLUMN: lambda other: f"“{other.base}”这一列被删去了，{_STAYS}",
        OtherKind.GONE_PAGE: lambda other: f"工作表“{other.base}”被删去了，{_STAYS}",
    }
)
