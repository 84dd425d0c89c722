"""Bring the numbers of charts up to date in a person's file: in the chart and in its workbook, or in neither."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.roundtrip.chart_pairs import changes_of, chart_pairs
from generator.roundtrip.edit_account import Answer, Entry, Kind
from generator.roundtrip.remarked import Remarked
from generator.word.chart_data import ChartData, chart_data, write_chart
from generator.word.chart_workbook import update_workbook
from generator.word.edited.edited_charts import FoundChart, charts_of
from generator.word.edited.file import WordFile
from generator.word.xml import bytes_of, parse

_STAYS = "没有更新，输入里现在是"


def merge_charts(found: WordFile, base: WordFile, new: WordFile) -> Iterator[Remarked]:
    """Bring charts up to date, each as a whole."""
    ours = charts_of(base)
    theirs = dict(chart_pairs(ours, charts_of(found)))
    for own, now in chart_pairs(ours, charts_of(new)):
        there = theirs.pop(own, None)
        if there is not None:
            yield from _merge(_Versions(found, base, new), own, there, now)
    for own, there in theirs.items():
        yield from map(Remarked, changes_of(own, there) if own.data != there.data else ())


class _Versions(NamedTuple):
    found: WordFile
    base: WordFile
    new: WordFile


def _merge(
    files: _Versions, own: FoundChart, there: FoundChart, now: FoundChart
) -> Iterator[Remarked]:
    kept = list(changes_of(own, there)) if own.data != there.data else []
    if now.data in {own.data, there.data}:
        yield from map(Remarked, kept if there.data != now.data else ())
        return
    woven = _woven(own.data, there.data, now.data)
    written = None if woven is None else _written(files, own, there, now, woven)
    if written is None or now.data is None or woven is None:
        reason = f"{there.place}{_STAYS}：{_listed(own.data, now.data)}"
        yield from map(Remarked, _beside(kept, own.data, there.data, now.data))
        yield Remarked(
            Entry(Answer.CONFLICT, Kind.THING, there.place, "", "", reason), there.passage
        )
        return
    files.found.replace(written)
    yield from map(Remarked, kept)
    yield from map(Remarked, _brought(there, woven))


def _beside(
    kept: Sequence[Entry], was: ChartData | None, there: ChartData | None, now: ChartData | None
) -> Iterator[Entry]:
    """Give what the person changed where the inputs did not: it is no part of the conflict."""
    if was is None or there is None or now is None:
        return
    if was.has_shape_of(there) and was.has_shape_of(now):
        theirs, ours = dict(there.cells()), dict(now.cells())
        changed = [(place, said) for place, said in was.cells() if theirs[place] != said]
        for (place, said), entry in zip(changed, kept, strict=True):
            if ours[place] == said:
                yield entry


def _woven(
    was: ChartData | None, there: ChartData | None, now: ChartData | None
) -> ChartData | None:
    """Take what the inputs changed, keep what the person changed (``None``: both changed the same)."""
    if was is None or there is None or now is None:
        return None
    if there == was:
        return now
    if not (was.has_shape_of(there) and was.has_shape_of(now)):
        return None
    before, theirs = dict(was.cells()), dict(there.cells())
    cells = {}
    for place, said in now.cells():
        if said != before[place] and theirs[place] not in (before[place], said):
            return None
        cells[place] = theirs[place] if said == before[place] else said
    return chart_data(cells)


def _written(
    files: _Versions, own: FoundChart, there: FoundChart, now: FoundChart, woven: ChartData
) -> dict[str, bytes] | None:
    """Write chart and workbook (``None``: one of them cannot be written)."""
    if there.data is None or len(woven.series) != len(there.data.series):
        return None
    parts = {}
    is_ours = False
    if there.workbook:
        before = files.found.parts[there.workbook]
        is_ours = (
            bool(own.workbook) and before == files.base.parts[own.workbook] and woven == now.data
        )
        data = (
            files.new.parts[now.workbook]
            if is_ours and now.workbook
            else update_workbook(before, _cells(there.data, own.data), dict(woven.cells()))
        )
        if data is None:
            return None
        parts[there.workbook] = data
    root = parse(files.found.parts[there.part])
    write_chart(root, woven, files.new.root(now.part) if is_ours else None)
    return {**parts, there.part: bytes_of(root)}


def _cells(*data: ChartData | None) -> list[dict[tuple[int, int], str]]:
    return [dict(own.cells()) for own in data if own is not None]


def _brought(there: FoundChart, woven: ChartData) -> Iterator[Entry]:
    if there.data is None or not there.data.has_shape_of(woven):
        yield Entry(Answer.MERGED, Kind.THING, there.place, "", "图表")
        return
    before = dict(there.data.cells())
    for place, said in woven.cells():
        if said != before[place]:
            around = woven.said(*place) if all(place) else ""
            yield Entry(Answer.MERGED, Kind.FIGURE, there.place, before[place], said, "", around)


def _listed(was: ChartData | None, now: ChartData | None) -> str:
    """List the numbers that the inputs changed; all, where other things are shown than before."""
    if now is None:
        return ""
    is_same_shape = was is not None and was.has_shape_of(now)
    before = dict(was.cells()) if was is not None and is_same_shape else {}
    changed = [(p, said) for p, said in now.cells() if before.get(p) != said and (all(p) or before)]
    return "、".join(f"{now.said(*p)} {said}" if all(p) else said for p, said in changed)
