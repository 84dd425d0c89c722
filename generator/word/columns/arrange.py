"""Widths of the tables of documents that are written together: those of one template share theirs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from generator.layout.grid import Form, Grid
from generator.layout.pack import type_setting
from generator.layout.parts import is_beside_heads, parts_of
from generator.layout.ruler import Ruler
from generator.layout.sheet import TWIPS
from generator.layout.solve import Solver, Widths
from generator.layout.together import Ends, rows_kept
from generator.word.columns.body import TABLE, Body
from generator.word.columns.edit import Edit, edited
from generator.word.columns.flow import stretches
from generator.word.columns.pager import Ends as PageEnds
from generator.word.columns.pager import Pager, Rows
from generator.word.columns.parting import part_edits, single_edits
from generator.word.columns.put import Putting, closing_edits, width_edits, word_edits
from generator.word.columns.scan import ScannedTable, scan_tables
from generator.word.columns.side_labels import joined

_WORDS: Final = ("<w:t>", "<w:t ", "<w:drawing", "<w:sectPr")
_ROUNDS: Final = 4  # page ends move when labels are repeated

Alike = tuple[str, bool, Widths]  # a template, whose it is, the widths in it: forms of one look


class _Found(NamedTuple):
    """The tables of one form in a body."""

    tables: tuple[ScannedTable, ...]
    form: Form


class _Set(NamedTuple):
    """A text with the widths chosen for the tables of its forms."""

    text: str
    forms: Sequence[_Found]
    rows: Sequence[Rows]


class Arranger:
    """Arranges the tables of documents; what it measured and chose it remembers, within bounds."""

    def __init__(self) -> None:
        setting = self._setting = type_setting()
        self._rules = setting.columns
        self._together = round(setting.rows.together * TWIPS)
        self._slack = round(self._rules.slack * TWIPS)
        self._begin()

    def _begin(self) -> None:
        self._ruler = Ruler(self._setting)
        self._solver = Solver(self._ruler, self._rules)
        self._pager = Pager(self._ruler, self._setting.rows)

    def arrange(self, bodies: Sequence[Body]) -> list[str]:
        """Return the texts of bodies with their tables arranged."""
        if self._ruler.is_full_of_words:
            self._begin()
        bodies = [body._replace(text=joined(body.text)) for body in bodies]
        found = [self._forms(body) for body in bodies]
        shared = self._shared(zip(bodies, found, strict=True))
        return [
            self._arranged(body, forms, shared) for body, forms in zip(bodies, found, strict=True)
        ]

    def _forms(self, body: Body) -> list[_Found]:
        """Take tables together that stand under each other in one frame."""
        if TABLE not in body.text:
            return []
        groups: list[list[tuple[ScannedTable, Grid]]] = []
        last: ScannedTable | None = None
        for table in scan_tables(body.text, body.looks, self._rules.keep_mark):
            if table.grid is None or not self._is_small(table.grid):
                last = None
                continue
            if last is not None and _are_one(body.text, last, table):
                groups[-1].append((table, table.grid))
            else:
                groups.append([(table, table.grid)])
            last = table
        return [
            _Found(tuple(table for table, _ in group), Form(tuple(grid for _, grid in group)))
            for group in groups
        ]

    def _is_small(self, grid: Grid) -> bool:
        """A long list keeps the widths of its template: no row of it is of any weight."""
        return grid.rows <= 2 * self._rules.rows

    def _shared(self, all_: Iterable[tuple[Body, Sequence[_Found]]]) -> Mapping[Alike, Widths]:
        alike: dict[Alike, list[Form]] = {}
        for body, forms in all_:
            for found in forms:
                alike.setdefault(_key(body, found), []).append(found.form)
        return {
            key: self._solver.solve(forms, is_own=key[1]).widths for key, forms in alike.items()
        }

    def _arranged(self, body: Body, forms: Sequence[_Found], shared: Mapping[Alike, Widths]) -> str:
        if not forms:
            return body.text
        widths = [self._solver.fitted(f.form, shared[_key(body, f)]) for f in forms]
        plain = now = self._set(body.text, forms, widths)
        ends = self._ends(body, plain)
        for _ in range(_ROUNDS):
            edits = self._part_edits(plain, ends)
            text = edited(plain.text, edits) if edits else plain.text
            now = self._set(text, self._forms(body._replace(text=text)), widths)
            before, ends = ends, self._ends(body, now)
            if [_firsts(own) for own in before] == [_firsts(own) for own in ends]:
                break
        return self._put(now, ends)

    def _set(self, text: str, forms: Sequence[_Found], widths: Sequence[Widths]) -> _Set:
        rows: list[Rows] = []
        for found, chosen in zip(forms, widths, strict=True):
            now = [g._replace(widths=w) for g, w in zip(found.form.grids, chosen, strict=True)]
            heights = self._solver.heights(Form(tuple(now)))
            for table, grid in zip(found.tables, now, strict=True):
                ends = Ends(table.heads, _is_followed(text, table), table is not found.tables[-1])
                own, heights = heights[: grid.rows], heights[grid.rows :]
                kept = rows_kept(grid, own, ends, self._together)
                rows.append(Rows(table, grid, own, kept))
        return _Set(text, forms, rows)

    def _ends(self, body: Body, now: _Set) -> list[PageEnds | None]:
        """Tell where pages end in the tables of a text; ``None`` where nobody knows."""
        tables = {rows.table.start: rows for rows in now.rows}
        every = scan_tables(now.text, body.looks, self._rules.keep_mark)
        ends: dict[int, PageEnds] = {}
        for stretch in stretches(now.text, every, body.looks, self._ruler):
            ends |= self._pager.paged(stretch, tables).ends
        return [ends.get(rows.table.start) for rows in now.rows]

    def _part_edits(self, now: _Set, ends: Sequence[PageEnds | None]) -> list[Edit]:
        rules, edits = self._setting.rows, list[Edit]()
        for rows, own in zip(now.rows, ends, strict=True):
            heads, longest = rows.table.heads, rules.label_longest
            if own is not None and not _is_cut_beside(rows, own):
                edits += single_edits(now.text, rows.table, rows.grid, heads)
                heads = 0
            parts = parts_of(rows.grid, sorted(_firsts(own)), heads, longest)
            edits += part_edits(now.text, rows.table, parts, rules.continued, heads)
        return edits

    def _put(self, now: _Set, ends: Sequence[PageEnds | None]) -> str:
        edits: list[Edit] = []
        last = {found.tables[-1].start for found in now.forms}
        for rows, own in zip(now.rows, ends, strict=True):
            table, grid = rows.table, rows.grid
            if table.grid is None or table.grid.widths != grid.widths:
                edits += width_edits(now.text, table, grid.widths)
            if table.start not in last and grid.rows - 1 not in rows.kept:
                edits += closing_edits(now.text, table)
            kept = rows.kept if own is None else rows.kept | own.kept
            edits += word_edits(now.text, table, Putting(grid, kept, self._ruler, self._slack))
        return edited(now.text, edits) if edits else now.text


def _firsts(ends: PageEnds | None) -> frozenset[int]:
    return ends.first if ends is not None else frozenset()


def _is_cut_beside(rows: Rows, ends: PageEnds) -> bool:
    """Tell whether a page ends beside a label that stands beside heads, too."""
    return any(
        cell.row < first < cell.row + cell.rows
        for cell in rows.grid.cells
        if is_beside_heads(cell, rows.table.heads)
        for first in ends.first
    )


def _is_followed(text: str, table: ScannedTable) -> bool:
    """Tell whether words follow a table, such as its notes."""
    end = text.find("</w:p>", table.end)
    return end >= 0 and any(word in text[table.end : end] for word in _WORDS[:2])


def _key(body: Body, found: _Found) -> Alike:
    return (body.template, body.is_own, found.form.widths)


def _are_one(text: str, above: ScannedTable, below: ScannedTable) -> bool:
    """Tell whether two tables stand in one frame: as wide, and no words between them."""
    if above.grid is None or below.grid is None:
        return False
    between = text[above.end : below.start]
    is_wide = sum(above.grid.widths) == sum(below.grid.widths)
    return is_wide and not any(word in between for word in _WORDS)
