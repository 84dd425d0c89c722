"""Which chart of one file is which of another, and what a person changed in the numbers of ours."""

from collections.abc import Callable, Iterator, Sequence

from generator.roundtrip.edit_account import Answer, Entry, Kind
from generator.word.chart_data import ChartData
from generator.word.edited.edited_charts import FoundChart, charts_of
from generator.word.edited.file import WordFile

REDRAWN = "图表改成了别的样子"


def chart_pairs(
    ours: Sequence[FoundChart], others: Sequence[FoundChart]
) -> list[tuple[FoundChart, FoundChart]]:
    """Pair charts by what they show: the same, else the same places, else some of them, in their order."""
    left, right = list(ours), list(others)
    found = []
    for is_alike in (_are_same, _have_same_places, _share_places, _are_redrawn):
        for one in list(left):
            other = next((o for o in right if is_alike(one.data, o.data)), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                found.append((one, other))
    return sorted(found, key=lambda pair: ours.index(pair[0]))


def chart_differences(found: WordFile, base: WordFile) -> Iterator[Entry]:
    """Give the words and numbers that a person changed in charts of ours."""
    for own, theirs in chart_pairs(charts_of(base), charts_of(found)):
        if own.data != theirs.data:
            yield from changes_of(own, theirs)


def changes_of(own: FoundChart, theirs: FoundChart) -> Iterator[Entry]:
    """Give what differs between a chart of ours and what a person made of it."""
    was, now = own.data, theirs.data
    if was is None or now is None or not was.has_shape_of(now):
        yield Entry(Answer.KEPT, Kind.THING, theirs.place, reason=REDRAWN)
        return
    there = dict(now.cells())
    for place, said in was.cells():
        if there[place] != said:
            around = now.said(*place) if all(place) else ""
            yield Entry(Answer.KEPT, Kind.FIGURE, theirs.place, said, there[place], "", around)


_Likeness = Callable[[ChartData | None, ChartData | None], bool]


def _are_same(one: ChartData | None, other: ChartData | None) -> bool:
    return one is not None and one == other


def _have_same_places(one: ChartData | None, other: ChartData | None) -> bool:
    if one is None or other is None:
        return False
    return one.categories == other.categories and one.names == other.names


def _share_places(one: ChartData | None, other: ChartData | None) -> bool:
    if one is None or other is None:
        return False
    return bool({*one.categories} & {*other.categories} or {*one.names} & {*other.names})


def _are_redrawn(_: ChartData | None, other: ChartData | None) -> bool:
    """A chart that cannot be read was made of one of ours, if one of ours is missing."""
    return other is None
