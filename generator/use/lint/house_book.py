"""The wording of a tree as a workbook: a sheet of units, of set sentences, of deviations, of terms."""

from collections.abc import Mapping, Sequence

from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Sheet
from generator.excel.workbook import workbook_of

_SHEETS: Mapping[str, tuple[str, int, Mapping[str, Column]]] = {
    "bodies": (
        "各单位",
        1,
        {
            "unit": Column("单位"),
            "sentences": Column("固定句不同的处数", Look.COUNT),
            "terms": Column("用语不同的处数", Look.COUNT),
            "total": Column("合计", Look.COUNT),
        },
    ),
    "sentences": (
        "固定句",
        1,
        {
            "text": Column("固定句", Look.WRAPPED),
            "units": Column("照写的单位", Look.COUNT),
            "places": Column("照写的处", Look.COUNT),
            "others": Column("不同的处", Look.COUNT),
        },
    ),
    "deviations": (
        "不同的写法",
        2,
        {
            "unit": Column("单位"),
            "kind": Column("类别", Look.CENTRED),
            "usual": Column("通行的写法", Look.WRAPPED),
            "written": Column("这里的写法", Look.WRAPPED),
            "place": Column("位置"),
        },
    ),
    "terms": (
        "用语",
        2,
        {
            "kind": Column("类别", Look.CENTRED),
            "usual": Column("通行的写法", Look.WRAPPED),
            "form": Column("写法", Look.WRAPPED),
            "places": Column("处数", Look.COUNT),
            "units": Column("单位数", Look.COUNT),
        },
    ),
}


def house_book(title: str, rows: Mapping[str, Sequence[Mapping[str, str | int]]]) -> bytes:
    """Write the sheets."""
    sheets = [
        Sheet(
            name, [*columns.values()], [[row[key] for key in columns] for row in rows[id]], frozen
        )
        for id, (name, frozen, columns) in _SHEETS.items()
    ]
    return workbook_of(title, sheets)
