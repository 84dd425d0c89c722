"""Widths of the tables of documents that are written together: those of one template share theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from threading import Lock
from typing import Final, NamedTuple

from generator.layout.column_grid import TWIPS, Form
from generator.layout.cut_labels import is_beside_heads, parts_of
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.layout.solve import Solver, Widths
from generator.word.columns.arranged_before import ArrangedBefore, Known
from generator.word.columns.behind import behind_edits
from generator.word.columns.body_lines import line_edits
from generator.word.columns.column_flow import Flow
from generator.word.columns.edit import Edit, edited
from generator.word.columns.fitter import Fitter, Missed
from generator.word.columns.form_titles import title_edits
from generator.word.columns.forms import Found, Scanned, SetText, find_forms, set_forms
from generator.word.columns.missing_widths import with_widths
from generator.word.columns.pager import Ends, Pager, Rows
from generator.word.columns.parting import Marks, part_edits, single_edits
from generator.word.columns.row_air import air_edits
from generator.word.columns.side_labels import joined
from generator.word.columns.widths_written import (
    Putting,
    closing_edits,
    whole_row_edits,
    width_edits,
    word_edits,
)
from generator.word.columns.written_body import Body

_ROUNDS: Final = 4  # page ends move when labels are repeated

Alike = tuple[str, bool, Widths]  # a template, whose it is, the widths in it: forms of one look


class Arranged(NamedTuple):
    """A text with its tables arranged, and the forms in it that miss a page."""

    text: str
    missed: Sequence[Missed] = ()


class Arranger:
    """Arranges the tables of documents; what it measured and chose it remembers, within bounds."""

    def __init__(self) -> None:
        self._before = ArrangedBefore[Arranged]()
        self._turn = Lock()  # a page is looked at while another is built
        setting = self._setting = type_setting()
        self._rules = setting.columns
        self._together = round(setting.rows.together * TWIPS)
        self._slack = round(self._rules.slack * TWIPS)
        self._begin()

    def _begin(self) -> None:
        setting = self._setting
        self._ruler = Ruler(setting)
        self._solver = Solver(self._ruler, self._rules)
        self._pager = Pager(self._ruler, setting.rows)
        self._flow = Flow(self._ruler)
        self._fitter = Fitter(self._flow, self._solver, self._pager, setting)

    def arrange(self, bodies: Sequence[Body]) -> list[Arranged]:
        """Return the texts of bodies with their tables arranged."""
        with self._turn:
            return self._arrange(bodies)

    def _arrange(self, bodies: Sequence[Body]) -> list[Arranged]:
        if self._ruler.is_full_of_words:
            self._begin()
        known = [self._before.found(body, partial(self._found, body)) for body in bodies]
        shared = self._shared(known)
        return [self._again_as(*own, shared) for own in known]

    def _found(self, body: Body) -> Known:
        read = _read(body)
        return Known(read, find_forms(read, self._rules))

    def _again_as(self, body: Body, scanned: Scanned, shared: Mapping[Alike, Widths]) -> Arranged:
        """Arrange a body, unless that was done with the same widths."""
        widths = [None if f.is_kept else shared[_key(body, f)] for f in scanned.forms]
        return self._before.made(
            body, widths, lambda: Arranged(*self._arranged(body, scanned, shared))
        )

    def _shared(self, all_: Iterable[tuple[Body, Scanned]]) -> Mapping[Alike, Widths]:
        alike: dict[Alike, list[Form]] = {}
        for body, scanned in all_:
            for found in scanned.forms:
                if not found.is_kept:
                    alike.setdefault(_key(body, found), []).append(found.form)
        return {
            key: self._solver.solve(forms, is_own=key[1]).widths for key, forms in alike.items()
        }

    def _arranged(
        self, body: Body, scanned: Scanned, shared: Mapping[Alike, Widths]
    ) -> tuple[str, Sequence[Missed]]:
        if not scanned.forms:
            return edited(body.text, list(self._around(body, scanned))), ()
        widths = [
            f.form.widths if f.is_kept else self._solver.fitted(f.form, shared[_key(body, f)])
            for f in scanned.forms
        ]
        plain = self._aired(body, self._set(scanned, widths))
        plain, missed = self._fitter.fitted(body, plain)
        now, ends = plain, self._ends(body, plain)
        for _ in range(_ROUNDS):
            edits = self._part_edits(plain, ends, repeats=body.repeats_labels)
            now = self._again(body, plain, edits) if edits else plain
            before, ends = ends, self._ends(body, now)
            if [_firsts(own) for own in before] == [_firsts(own) for own in ends]:
                break
        return self._put(body, now, ends), missed

    def _around(self, body: Body, now: Scanned | SetText) -> Iterator[Edit]:
        """Change what stands outside of tables."""
        own = now.rows if isinstance(now, SetText) else ()
        rows = {one.table.start: tuple(self._pager.slabs(one)) for one in own}
        yield from line_edits(now.text, now.tables, body.looks, self._flow, rows)
        yield from behind_edits(now.text, now.tables)

    def _again(self, body: Body, now: SetText, edits: Sequence[Edit]) -> SetText:
        """Read a text once more, with changes in its tables."""
        changed = body._replace(text=edited(now.text, edits))
        return self._set(find_forms(changed, self._rules), now.widths)

    def _aired(self, body: Body, now: SetText) -> SetText:
        """Give the rows of a form of somebody's own the air that it says nothing of."""
        if not body.is_own:
            return now
        stretches = self._flow.of(now.text, now.tables, body.looks)
        edits = list(air_edits(now, stretches, self._pager, self._setting.rows))
        return self._again(body, now, edits) if edits else now

    def _set(self, scanned: Scanned, widths: Sequence[Widths]) -> SetText:
        return set_forms(scanned, widths, self._solver, self._together)

    def _ends(self, body: Body, now: SetText) -> list[Ends | None]:
        """Tell where pages end in the tables of a text; ``None`` where nobody knows."""
        tables = {rows.table.start: rows for rows in now.rows}
        ends: dict[int, Ends] = {}
        for stretch in self._flow.of(now.text, now.tables, body.looks):
            ends |= self._pager.paged(stretch, tables).ends
        return [ends.get(rows.table.start) for rows in now.rows]

    def _part_edits(
        self, now: SetText, ends: Sequence[Ends | None], *, repeats: bool
    ) -> list[Edit]:
        rules, edits = self._setting.rows, list[Edit]()
        marks = Marks(rules.continued, rules.continued_short, rules.continued_down)
        for rows, own in zip(now.rows, ends, strict=True):
            heads, longest = rows.table.heads, rules.label_longest
            if own is not None and not _is_cut_beside(rows, own):
                edits += single_edits(now.text, rows.table, rows.grid, heads)
                heads = 0
            parts = parts_of(rows.grid, sorted(_firsts(own)), heads, longest)
            parts = [part for part in parts if repeats or not part.is_again]
            table = rows.table._replace(grid=rows.grid)  # as wide as it is going to be
            edits += part_edits(now.text, table, parts, marks, heads, rows.heights)
        return edits

    def _put(self, body: Body, now: SetText, ends: Sequence[Ends | None]) -> str:
        looks, rules = body.looks, self._setting.title
        edits = list(title_edits(now.text, now.tables, looks, self._ruler, rules))
        edits += self._around(body, now)
        last = {found.tables[-1].start for found in now.forms}
        joined = {table.start for found in now.forms for table in found.tables[1:]}
        for rows, own in zip(now.rows, ends, strict=True):
            table, grid = rows.table, rows.grid
            if table.grid is None or table.grid.widths != grid.widths:
                edits += width_edits(now.text, table, grid.widths)
            if table.start not in last and grid.rows - 1 not in rows.kept:
                edits += closing_edits(now.text, table)
            edits += whole_row_edits(now.text, table, rows.heights, self._together)
            kept = rows.kept if own is None else rows.kept | own.kept
            begins = own is not None and own.begins and table.start in joined
            putting = Putting(grid, kept, self._ruler, self._slack, begins)
            edits += word_edits(now.text, table, putting)
        return edited(now.text, edits) if edits else now.text


def _read(body: Body) -> Body:
    """Return a body as it is arranged: its labels joined, its tables with widths, be they nobody's."""
    text, is_nobodys = with_widths(joined(body.text))
    return body._replace(text=text, is_own=body.is_own and not is_nobodys)


def _firsts(ends: Ends | None) -> frozenset[int]:
    return ends.first if ends is not None else frozenset()


def _is_cut_beside(rows: Rows, ends: Ends) -> bool:
    """Tell whether a page ends beside a label that stands beside heads, too."""
    return any(
        cell.row < first < cell.row + cell.rows
        for cell in rows.grid.cells
        if is_beside_heads(cell, rows.table.heads)
        for first in ends.first
    )


def _key(body: Body, found: Found) -> Alike:
    return (body.template, body.is_own, found.form.widths)


@cache
def shared_arranger() -> Arranger:
    """Return the one of this process: a merge, a proof and a preview write the same forms again."""
    return Arranger()
