"""Forms that go on to one more page by next to nothing: set a little tighter, or told.

First their widths give way, then the size of their letters, then the air of their rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from generator.layout.column_grid import TWIPS, Form
from generator.layout.page_ends import Slab
from generator.layout.solve import Solver, Widths
from generator.model.type_setting import TypeSetting
from generator.word.columns.column_flow import Flow, Stretch
from generator.word.columns.edit import edited
from generator.word.columns.forms import Found, Scanned, SetText, find_forms, set_forms
from generator.word.columns.pager import Paged, Pager, Rows
from generator.word.columns.scan import ScannedTable
from generator.word.columns.sizing import size_edits
from generator.word.columns.tightness import Tightness, tightened
from generator.word.columns.written_body import Body

_HALVES: Final = 2  # half points in a point
_LINE: Final = 252  # twips: a line of a form


class Missed(NamedTuple):
    """A form that misses a page: how many it takes, and how much of the last one in points."""

    pages: int
    over: float
    share: float  # of a page
    lines: int  # of the usual height


class _Try(NamedTuple):
    """A way to set the forms of a stretch."""

    widths: Sequence[Widths]
    tightness: Tightness


class Fitter:
    """Sets forms tighter where that makes one page less."""

    def __init__(self, flow: Flow, solver: Solver, pager: Pager, setting: TypeSetting) -> None:
        self._flow, self._solver, self._pager = flow, solver, pager
        self._together = round(setting.rows.together * TWIPS)
        self._rules = setting.columns
        self._fit = setting.fit

    def fitted(self, body: Body, now: SetText) -> tuple[SetText, list[Missed]]:
        """Return a text with the forms set tighter that need it, and the forms that miss a page even so."""
        missed: list[Missed] = []
        chosen: dict[int, tuple[Widths, Tightness]] = {}
        tables = {rows.table.start: rows for rows in now.rows}
        for stretch in self._flow.of(now.text, now.tables, body.looks):
            if not stretch.is_known or _is_text(stretch, tables):
                continue
            paged = self._pager.paged(stretch, tables)
            if paged.pages == 1 or paged.used > float(self._fit.nearly) * paged.room:
                continue
            own = [n for n, found in enumerate(now.forms) if found.tables[0].start in paged.ends]
            stands = body.is_own or any(now.forms[n].is_kept for n in own)
            best = None if stands or not own else self._choose(body, now, stretch, own)
            if best is not None:
                chosen |= {
                    n: (widths, best.tightness) for n, widths in zip(own, best.widths, strict=True)
                }
            elif own:
                missed.append(_missed(paged))
        return (self._changed(body, now, chosen) if chosen else now), missed

    def _choose(
        self, body: Body, now: SetText, stretch: Stretch, own: Sequence[int]
    ) -> _Try | None:
        """Return what gives way least of what makes one page less, and breaks nothing for that."""
        pages = self._paged(now, stretch, own, None).pages
        broken = self._broken(now, own, _Try([now.widths[n] for n in own], Tightness()))
        for way in self._ways(body, now, own):
            if self._paged(now, stretch, own, way).pages < pages and (
                self._broken(now, own, way) <= broken
            ):
                return way
        return None

    def _broken(self, now: SetText, own: Sequence[int], way: _Try) -> int:
        """Tell how much is cut by the ends of lines."""
        return sum(
            self._solver.cost(_tight(now.forms[n], widths, way.tightness).form).broken
            for n, widths in zip(own, way.widths, strict=True)
        )

    def _ways(self, body: Body, now: SetText, own: Sequence[int]) -> Iterator[_Try]:
        least = max(body.smallest, round(self._fit.smallest * _HALVES))
        sizes = [size for size in (round(s * _HALVES) for s in self._fit.sizes) if size >= least]
        air = round(self._fit.air * TWIPS)
        last = Tightness(sizes[-1] if sizes else 0, air)
        for tightness in (Tightness(), *map(Tightness, sizes), last):
            tight = [_tight(now.forms[n], now.widths[n], tightness).form for n in own]
            widths = [self._solver.solve([form], is_tight=True).widths for form in tight]
            yield _Try(widths, tightness)

    def _paged(self, now: SetText, stretch: Stretch, own: Sequence[int], way: _Try | None) -> Paged:
        rows = list(now.rows)
        if way is not None:
            tight = [
                _tight(now.forms[n], widths, way.tightness)
                for n, widths in zip(own, way.widths, strict=True)
            ]
            scanned = Scanned(now.text, now.tables, tight)
            rows += set_forms(scanned, way.widths, self._solver, self._together).rows
        return self._pager.paged(stretch, {one.table.start: one for one in rows})

    def _changed(
        self, body: Body, now: SetText, chosen: dict[int, tuple[Widths, Tightness]]
    ) -> SetText:
        edits = chain.from_iterable(
            size_edits(now.text, table, tightness)
            for n, (_, tightness) in chosen.items()
            for table in now.forms[n].tables
        )
        text = edited(now.text, list(edits))
        widths = [chosen[n][0] if n in chosen else before for n, before in enumerate(now.widths)]
        found = find_forms(body._replace(text=text), self._rules)
        return set_forms(found, widths, self._solver, self._together)


def _is_text(stretch: Stretch, tables: Mapping[int, Rows]) -> bool:
    """Tell running text, whose tables are not made smaller for its last page, from a form."""
    lines = sum(block.height for block in stretch.blocks if isinstance(block, Slab))
    rows = [tables.get(block.start) for block in stretch.blocks if isinstance(block, ScannedTable)]
    return lines > sum(sum(own.heights) for own in rows if own is not None)


def _tight(found: Found, widths: Widths, tightness: Tightness) -> Found:
    grids = (
        tightened(grid, tightness)._replace(widths=own)
        for grid, own in zip(found.form.grids, widths, strict=True)
    )
    return found._replace(form=Form(tuple(grids)))


def _missed(paged: Paged) -> Missed:
    lines = max(round(paged.used / _LINE), 1)
    return Missed(paged.pages, paged.used / TWIPS, paged.used / paged.room, lines)
