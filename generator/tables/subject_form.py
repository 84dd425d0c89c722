"""The form of a subject: single fields, fund rows, goals, indicator rows, notes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from generator.base.chinese import numeral
from generator.base.problem import Problem
from generator.base.region import region_of
from generator.model.amounts import AMOUNTS, BUDGET, INITIAL, SPENT
from generator.model.blocks import Cell, Row, Table
from generator.model.figure_id import UNIT, FigureId
from generator.model.form_printing import SINGLE
from generator.model.row_key import RowKey
from generator.model.spans import Span, Spans
from generator.prose.figure_marks import split_spans
from generator.prose.prose_gap import DRAFT, GAP
from generator.prose.prose_render import render_value
from generator.tables.equal_groups import merged, quoted, spans, words
from generator.tables.form_cells import FormCells
from generator.tables.funds_rows import FundRows, exact_rate
from generator.tables.indicator_table import IndicatorRows
from generator.tables.item_table import ItemRows
from generator.tables.material import Material
from generator.tables.own_cells import OwnCells


class FormMaker:
    """Makes the form of one subject; gathers what is wrong with prose in its cells."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._subject, self._sheet, self._book = material.subject, material.sheet, material.book
        gap = words(GAP) if material.names.get(DRAFT) else Cell()
        self._cells = FormCells(material.book, material.printing, material.units, gap)
        self.problems: list[Problem] = []

    def make(self, heading: Spans, texts: Mapping[str, Any]) -> Table:
        """Make the table."""
        unit = self._material.printing.money_unit
        own = OwnCells(self._subject, self._book, self._material.units, self._cells.gap, unit)
        rows = IndicatorRows(self._material, self._cells, self._prose, own.indicator)
        items = ItemRows(self._material, self._cells, self._prose)
        funds = FundRows(self._subject, self._cells, self._sheet.rate_of)
        printed = self._material.printing.fund_rows or self._material.scheme.fund_rows
        amounts = funds.amounts(self._subject.entry.funds.amounts, None, SINGLE)
        fields = {**self._fields(texts), **own.fields(texts["fields"]), **amounts}
        return Table(
            {"heading": spans(heading), **fields},
            {
                "funds": funds.sources(printed),
                "free_funds": funds.free(printed, self._material.printing.free_rows),
                "breakdown": funds.breakdown(),
                "plan": funds.plan(),
                "uses": funds.uses(),
                "parts": self._part_rows(),
                "indicators": rows.of_all,
                "class_sums": rows.class_sums,
                "answers": items.make(),
                **own.rows(),
            },
            {"goals": self._goals(rows, texts)},
            self._subject.id,
        )

    def _number(self, column: str, id: FigureId, table: str = SINGLE) -> Cell:
        return self._cells.number(table, column, id)

    def _quoted(self, column: str, id: FigureId, exact: Fraction | None = None) -> Cell:
        return self._cells.quoted(SINGLE, column, id, exact)

    def _reached(self, cell: Cell) -> Cell:
        """Leave out in spring what only the end of the year can tell."""
        return Cell() if self._material.is_spring else cell

    def _fields(self, texts: Mapping[str, Any]) -> dict[str, Cell]:
        unit, own = self._material.dossier.unit.unit, self._subject.id
        money, score = partial(FigureId.money, own), partial(FigureId.score, own)
        project, department = partial(FigureId.project, own), partial(FigureId.department, own)
        goals = texts["goals"]
        remarks = (texts["adjustment"], texts["explanation"])
        explanation = "\n".join(text for text in remarks if text)
        made = {
            "year": quoted(self._book, FigureId.named(UNIT, "year")),
            "unit": quoted(self._book, FigureId.named(UNIT, "name")),
            "unit_code": words(unit.code),
            "region": words(region_of(unit.name)),
            "reviewer": words(unit.reviewer),
            "name": self._cells.needed(self._quoted("name", FigureId.named(own, "name"))),
            "code": self._quoted("code", project("code")),
            "authority": self._cells.needed(self._quoted("authority", project("authority"))),
            "implementer": self._cells.needed(self._quoted("implementer", project("implementer"))),
            "purpose": spans(split_spans(texts["purpose"])),
            "money_unit": words(
                self._material.printing.money_unit or self._subject.entry.funds.unit
            ),
            **self._amounts(),
            "planned": self._cells.needed(self._planned()),
            "rate": self._reached(
                self._cells.needed(
                    self._quoted(
                        "rate",
                        money("rate"),
                        exact_rate(self._subject.entry.funds, self._sheet.rate_of),
                    )
                )
            ),
            "execution_weight": self._cells.needed(self._of_part("execution", "weight")),
            "execution_score": self._reached(
                self._cells.needed(self._of_part("execution", "score"))
            ),
            "basic": self._quoted("basic", department("basic")),
            "projects": self._quoted("projects", department("projects")),
            "expected": self._cells.needed(_lines(goals, "expected")),
            "adjusted": _lines(goals, "adjusted"),
            "achieved": self._reached(self._cells.needed(_lines(goals, "achieved"))),
            "goal_weight": self._of_part("goal", "weight"),
            "goal_score": self._reached(self._of_part("goal", "score")),
            "indicators_weight": self._indicators_weight(),
            "indicators_score": self._reached(
                self._number("indicators_score", score("indicators"))
            ),
            "total_weight": self._cells.needed(self._number("total_weight", score("weight"))),
            "total": self._reached(self._cells.needed(self._number("total", score("total")))),
            "review_total": self._reached(self._number("review_total", score("review"))),
            "lost_total": self._reached(self._number("lost_total", score("lost"))),
            "grade": self._reached(self._quoted("grade", score("grade"))),
            "deviation": self._reached(spans(split_spans(texts["deviation"]))),
            "improvement": self._reached(spans(split_spans(texts["improvement"]))),
            "explanation": self._reached(spans(split_spans(explanation))),
        }
        return self._cells.filled(made, SINGLE, "")

    def _amounts(self) -> dict[str, Cell]:
        """Print what all the money comes to; in spring nothing of it is spent."""
        made = {}
        for name in AMOUNTS:
            id = FigureId.money(self._subject.id, name)
            cell = self._cells.needed(self._number(name, id))
            made[name] = self._reached(cell) if name == SPENT else cell
        return made

    def _planned(self) -> Cell:
        ids = (FigureId.money(self._subject.id, side) for side in (INITIAL, BUDGET))
        initial, budget = (self._number("planned", id) for id in ids)
        return initial if initial.spans else budget

    def _indicators_weight(self) -> Cell:
        """Print what the scheme gives to the indicators; where they are several parts, what they come to."""
        parts = [p for p in self._sheet.parts if p.weighted.part.kind == "indicators"]
        if len(parts) == 1:
            return self._of_part("indicators", "weight")
        together = FigureId.score(self._subject.id, "indicators_weight")
        return self._number("indicators_weight", together)

    def _of_part(self, kind: str, side: str) -> Cell:
        """Print points of the first part of a kind; a scheme may have none of it."""
        part = self._sheet.part_of_kind(kind)
        if part is None:
            return Cell()
        return self._number(f"{kind}_{side}", FigureId.part(self._subject.id, part.id, side))

    def _part_rows(self) -> tuple[Row, ...]:
        rows = []
        for part in self._sheet.parts:
            id = partial(FigureId.part, self._subject.id, part.id)
            cells = {
                "label": words(part.label),
                "weight": self._number("weight", id("weight"), "parts"),
                "score": self._reached(self._number("score", id("score"), "parts")),
            }
            rows.append(Row(cells, part.id))
        return tuple(rows)

    def _goals(self, rows: IndicatorRows, texts: Mapping[str, Any]) -> tuple[Table, ...]:
        """Give each yearly goal its words and its own indicator rows."""
        made = []
        blocks = merged([Cell()] * len(texts["goals"]), [None] * len(texts["goals"]))
        pairs = zip(self._subject.goals, texts["goals"], strict=True)
        for number, (at, said) in enumerate(pairs, 1):
            key = RowKey.goal(at.number)
            id = partial(FigureId.points, self._subject.id, key)
            fields = {
                "block": blocks[number - 1],
                "number": words(str(number)),
                "numeral": words(numeral(number)),
                "name": spans(split_spans(said["name"])),
                "weight": self._number("weight", id("weight"), "goals"),
                "score": self._reached(self._number("score", id("score"), "goals")),
                "expected": self._cells.needed(spans(split_spans(said["expected"]))),
                "adjusted": spans(split_spans(said["adjusted"])),
                "achieved": self._reached(spans(split_spans(said["achieved"]))),
                "reason": self._reached(spans(split_spans(said["reason"]))),
            }
            made.append(Table(fields, {"indicators": rows.of_goal(at.number)}, {}, key))
        return tuple(made)

    def _prose(self, keys: tuple[str | int, ...], text: str) -> tuple[Span, ...]:
        names, units = self._material.names, self._material.units
        rendered = render_value(self._subject.source, keys, text, names, units)
        self.problems += rendered.problems
        if self._material.wrap is None:
            return rendered.spans
        return (Span(self._material.wrap(rendered.marked, self._subject.source, keys)),)


def _lines(goals: Sequence[Mapping[str, str]], name: str) -> Cell:
    """Put what several goals say one below the other."""
    return spans(split_spans("\n".join(filter(None, (goal[name] for goal in goals)))))
