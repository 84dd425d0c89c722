"""Charts as Excel draws them itself, from the cells of the sheets beside."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from generator.excel.formats import FONT, Look
from generator.excel.table_sheet import Content, Formula, Sheet

MOST_BARS = 30  # more bars than that cannot be read
WIDTH, _HEIGHT, _BAR = 620, 300, 26  # pixels
_MOST_STEPS = 8
_TEXT = {"name": FONT, "size": 10}
_COLOURS = ("#4472C4", "#ED7D31", "#A5A5A5", "#FFC000")


class Bars(NamedTuple):
    """A chart: the sheet and the titles of the columns that it shows, by the names of one more."""

    title: str
    sheet: Sheet
    names: str
    values: Sequence[str]
    is_stacked: bool = False
    is_share: bool = False


def bar_chart(book: Workbook, bars: Bars) -> Any:
    """Make a chart of the first rows of a sheet."""
    last = min(len(bars.sheet.rows), MOST_BARS)
    # Bars lie: the names of units are too long to stand under columns.
    chart = book.add_chart({"type": "bar", **({"subtype": "stacked"} if bars.is_stacked else {})})
    for colour, title in zip(_COLOURS, bars.values, strict=False):
        column = [c.title for c in bars.sheet.columns].index(title)
        names = [c.title for c in bars.sheet.columns].index(bars.names)
        chart.add_series(
            {
                "name": [bars.sheet.name, 0, column],
                "categories": [bars.sheet.name, 1, names, last, names],
                "values": [bars.sheet.name, 1, column, last, column],
                "fill": {"color": colour},
                "gap": 80,
            }
        )
    _dress(chart, bars.title, height_of(bars.sheet))
    chart.set_x_axis({**_value_axis("0%" if bars.is_share else "General"), **_steps(bars)})
    chart.set_y_axis({"num_font": _TEXT, "reverse": True})
    return chart


def _steps(bars: Bars) -> dict[str, Any]:
    """Step by whole numbers where things are counted; half a problem there is none."""
    columns = [n for n, column in enumerate(bars.sheet.columns) if column.title in bars.values]
    if any(bars.sheet.columns[n].look is not Look.COUNT for n in columns):
        return {}
    shown = bars.sheet.rows[:MOST_BARS]
    most = max((sum(_count(row[n]) for n in columns) for row in shown), default=0)
    return {"major_unit": max(1, -(-most // _MOST_STEPS))}


def _count(content: Content) -> int:
    value = content.value if isinstance(content, Formula) else content
    return value if isinstance(value, int) else 0


def height_of(sheet: Sheet) -> int:
    """Return how many pixels a chart of the rows of a sheet takes."""
    return max(_HEIGHT, 100 + _BAR * min(len(sheet.rows), MOST_BARS))


def column_chart(book: Workbook, title: str, sheet: Sheet, names: Any, values: Any) -> Any:
    """Make a chart of one row of cells; ``names`` and ``values`` are (row, column, row, column)."""
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "categories": [sheet.name, *names],
            "values": [sheet.name, *values],
            "fill": {"color": _COLOURS[0]},
            "gap": 80,
            "data_labels": {"value": True},
        }
    )
    _dress(chart, title, height_of(sheet))
    chart.set_x_axis({"num_font": _TEXT})
    chart.set_y_axis(_value_axis("0"))
    chart.set_legend({"none": True})
    return chart


def _value_axis(number: str) -> dict[str, Any]:
    grid = {"visible": True, "line": {"color": "#D9D9D9"}}
    # Bars that do not begin at zero mislead.
    return {"min": 0, "num_format": number, "num_font": _TEXT, "major_gridlines": grid}


def _dress(chart: Any, title: str, height: int) -> None:
    chart.set_title({"name": title, "name_font": {**_TEXT, "size": 12, "bold": True}})
    chart.set_legend({"position": "bottom", "font": _TEXT})
    chart.set_size({"width": WIDTH, "height": height})
