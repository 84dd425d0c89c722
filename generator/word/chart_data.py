"""The numbers of a chart: read from it, and written into it, whatever it looks like.

A chart bears its numbers twice: in itself, where programs draw from, and in a workbook beside it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from generator.word.xml import Element

C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SERIES: Final = f"{C}ser"
_POINT, _WORDS, _COUNT, _FORMULA = (f"{C}{name}" for name in ("pt", "v", "ptCount", "f"))
_CACHES: Final = tuple(f"{C}{name}" for name in ("strCache", "numCache", "strLit", "numLit"))


class SeriesData(NamedTuple):
    """A row of bars: its name, and a value for each category (empty: none)."""

    name: str
    values: tuple[str, ...]


class ChartData(NamedTuple):
    """What a chart shows."""

    categories: tuple[str, ...]
    series: tuple[SeriesData, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the series."""
        return tuple(own.name for own in self.series)

    def has_shape_of(self, other: "ChartData") -> bool:
        """Tell whether there are as many categories and series."""
        return len(self.categories) == len(other.categories) and len(self.series) == len(
            other.series
        )

    def cells(self) -> Iterator[tuple[tuple[int, int], str]]:
        """Give every word and number with its row and column in the workbook beside the chart."""
        for row, category in enumerate(self.categories, 1):
            yield (row, 0), category
        for column, own in enumerate(self.series, 1):
            yield (0, column), own.name
            for row, value in enumerate(own.values, 1):
                yield (row, column), value

    def said(self, row: int, column: int) -> str:
        """Name a cell: the category and the series that it belongs to."""
        category = self.categories[row - 1] if row else ""
        return f"{category}{self.series[column - 1].name if column else ''}"


def chart_data(cells: dict[tuple[int, int], str]) -> ChartData:
    """Put cells together again."""
    rows = range(1, 1 + max((row for row, _ in cells), default=0))
    columns = range(1, 1 + max((column for _, column in cells), default=0))
    return ChartData(
        tuple(cells.get((row, 0), "") for row in rows),
        tuple(
            SeriesData(
                cells.get((0, column), ""), tuple(cells.get((row, column), "") for row in rows)
            )
            for column in columns
        ),
    )


def read_chart(root: Element) -> ChartData | None:
    """Read what a chart shows (``None``: it is of a kind that we never write)."""
    series: list[SeriesData] = []
    categories: tuple[str, ...] = ()
    for own in root.iter(_SERIES):
        cache, values = _cache(own, "cat"), _cache(own, "val")
        if cache is None or values is None:
            return None
        said = _points(cache)
        if series and said != categories:
            return None
        categories = said
        numbers = tuple(_plain(value) for value in _points(values))
        numbers = (*numbers, *[""] * (len(said) - len(numbers)))
        series.append(SeriesData(_name(own), numbers))
    return ChartData(categories, tuple(series)) if series else None


def write_chart(root: Element, data: ChartData, like: Element | None) -> None:
    """Write other words and numbers into a chart that holds as many series.

    ``like`` is a chart of ours with the same data: where the workbook is ours as well, the chart
    refers to its cells as that one does.
    """
    models = [None] * len(data.series) if like is None else list(like.iter(_SERIES))
    for own, series, model in zip(root.iter(_SERIES), data.series, models, strict=True):
        for tag, words in (
            ("tx", (series.name,)),
            ("cat", data.categories),
            ("val", series.values),
        ):
            cache = _cache(own, tag)
            if cache is None:
                continue
            if _points(cache) != words and tuple(map(_plain, _points(cache))) != words:
                _put(cache, words)
            formula = cache.getparent().find(_FORMULA)
            meant = None if model is None else model.find(f"{C}{tag}/*/{_FORMULA}")
            if formula is not None and meant is not None:
                formula.text = meant.text


def same_number(one: str, other: str) -> bool:
    """Tell whether two cells say the same, however a program writes numbers."""
    return _plain(one) == _plain(other)


def _name(series: Element) -> str:
    cache = _cache(series, "tx")
    if cache is not None:
        return "".join(_points(cache))
    return series.findtext(f"{C}tx/{_WORDS}") or ""


def _cache(series: Element, tag: str) -> Element | None:
    holder = series.find(f"{C}{tag}")
    return None if holder is None else next(holder.iter(*_CACHES), None)


def _points(cache: Element) -> tuple[str, ...]:
    count = cache.find(_COUNT)
    said = {_number(p.get("idx")): p.findtext(_WORDS) or "" for p in cache.findall(_POINT)}
    length = max(_number("0" if count is None else count.get("val")), *(n + 1 for n in said), 0)
    return tuple(said.get(index, "") for index in range(length))


def _put(cache: Element, words: Sequence[str]) -> None:
    points = {_number(p.get("idx")): p for p in cache.findall(_POINT)}
    for index, point in points.items():
        if index >= len(words) or not words[index]:
            cache.remove(point)
    count = cache.find(_COUNT)
    if count is not None:
        count.set("val", str(len(words)))
    before = count
    for index, said in enumerate(words):
        if not said:
            continue
        point = points.get(index)
        if point is None:
            point = cache.makeelement(_POINT, {"idx": str(index)})
            point.append(point.makeelement(_WORDS))
            if before is None:
                cache.insert(0, point)
            else:
                before.addnext(point)
        value = point.find(_WORDS)
        if value is not None and _plain(value.text or "") != _plain(said):
            value.text = said
        before = point


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else 0


def _plain(text: str) -> str:
    """Write a number in one way: programs write 100 for 100.00, and 95.240000000000009 for 95.24."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return text
    return format(round(number, 9).normalize(), "f") if number.is_finite() else text
