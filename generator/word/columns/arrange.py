"""Widths of the tables of documents that are written together: those of one template share theirs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from generator.layout.grid import Form, Grid
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.layout.sheet import TWIPS
from generator.layout.solve import Solver, Widths
from generator.layout.together import Ends, rows_kept
from generator.word.columns.body import TABLE, Body
from generator.word.columns.put import Edit, Putting, closing_edits, edited, width_edits, word_edits
from generator.word.columns.scan import ScannedTable, scan_tables

_WORDS: Final = ("<w:t>", "<w:t ", "<w:drawing", "<w:sectPr")

Alike = tuple[str, bool, Widths]  # a template, whose it is, the widths in it: forms of one look


class _Found(NamedTuple):
    """The tables of one form in a body."""

    tables: tuple[ScannedTable, ...]
    form: Form


class Arranger:
    """Arranges the tables of documents; what it measured and chose it remembers, within bounds."""

    def __init__(self) -> None:
        setting = self._setting = type_setting()
        self._rules = setting.columns
        self._ruler = Ruler(setting)
        self._solver = Solver(self._ruler, self._rules)
        self._together = round(setting.rows.together * TWIPS)
        self._slack = round(self._rules.slack * TWIPS)

    def arrange(self, bodies: Sequence[Body]) -> list[str]:
        """Return the texts of bodies with their tables arranged."""
        if self._ruler.is_full_of_words:
            self._ruler = Ruler(self._setting)
            self._solver = Solver(self._ruler, self._rules)
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
        edits: list[Edit] = []
        for found in forms:
            chosen = self._solver.fitted(found.form, shared[_key(body, found)])
            now = [g._replace(widths=w) for g, w in zip(found.form.grids, chosen, strict=True)]
            heights = self._solver.heights(Form(tuple(now)))
            for table, grid in zip(found.tables, now, strict=True):
                if table.grid is None or table.grid.widths != grid.widths:
                    edits += width_edits(body.text, table, grid.widths)
                is_joined = table is not found.tables[-1]
                ends = Ends(table.heads, _is_followed(body.text, table), is_joined)
                own, heights = heights[: grid.rows], heights[grid.rows :]
                kept = rows_kept(grid, own, ends, self._together)
                if is_joined and grid.rows - 1 not in kept:
                    edits += closing_edits(body.text, table)
                putting = Putting(grid, kept, self._ruler, self._slack)
                edits += word_edits(body.text, table, putting)
        return edited(body.text, edits) if edits else body.text


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
