"""The form of a subject: single fields, fund rows, goals, indicator rows, notes."""

from collections.abc import Mapping
from typing import Any

from generator.base.problem import Problem
from generator.model.blocks import Cell, Row, Span, Spans, Table
from generator.prose.gap import DRAFT, GAP
from generator.prose.marks import split_spans
from generator.prose.render import render_value
from generator.tables.cells import number, quoted, spans, words
from generator.tables.funds import breakdown_rows, fund_rows, plan_rows, use_rows
from generator.tables.indicators import IndicatorRows
from generator.tables.material import Material
from generator.tables.own import OwnCells


class FormMaker:
    """Makes the form of one subject; gathers what is wrong with prose in its cells."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._subject, self._sheet, self._book = material.subject, material.sheet, material.book
        self._gap = words(GAP) if material.names.get(DRAFT) else Cell()
        self.problems: list[Problem] = []

    def make(self, heading: Spans, texts: Mapping[str, Any]) -> Table:
        """Make the table."""
        own = OwnCells(self._subject, self._book, self._material.units, self._gap)
        rows = IndicatorRows(self._material, self._gap, self._prose, own.indicator)
        funds, book = self._subject.entry.funds, self._book
        return Table(
            {"heading": spans(heading), **self._fields(texts), **own.fields(texts["fields"])},
            {
                "funds": fund_rows(self._subject, self._material.scheme.fund_rows, book),
                "breakdown": breakdown_rows(self._subject.id, funds, book),
                "plan": plan_rows(self._subject.id, funds, book),
                "uses": use_rows(self._subject.id, funds, book),
                "parts": self._part_rows(),
                "indicators": rows.of_all,
                **own.rows(),
            },
            {"goals": self._goals(rows, texts)},
            self._subject.id,
        )

    def _id(self, name: str) -> str:
        return f"{self._subject.id}/{name}"

    def _number(self, name: str) -> Cell:
        return number(self._book, self._id(name))

    def _quoted(self, name: str) -> Cell:
        return quoted(self._book, self._id(name))

    def _needed(self, cell: Cell) -> Cell:
        """Show a gap in a draft where the form must not stay empty."""
        return cell if cell.spans else self._gap

    def _reached(self, cell: Cell) -> Cell:
        """Leave out in spring what only the end of the year can tell."""
        return Cell() if self._material.is_spring else cell

    def _fields(self, texts: Mapping[str, Any]) -> dict[str, Cell]:
        unit = self._material.dossier.unit.unit
        execution, goal = self._part("execution"), self._part("goal")
        goals = texts["goals"]
        remarks = (texts["adjustment"], texts["explanation"])
        explanation = "\n".join(text for text in remarks if text)
        return {
            "year": quoted(self._book, "unit/year"),
            "unit": quoted(self._book, "unit/name"),
            "unit_code": words(unit.code),
            "reviewer": words(unit.reviewer),
            "name": self._needed(self._quoted("name")),
            "code": self._quoted("project.code"),
            "authority": self._needed(self._quoted("project.authority")),
            "implementer": self._needed(self._quoted("project.implementer")),
            "purpose": spans(split_spans(texts["purpose"])),
            "money_unit": words(self._subject.entry.funds.unit),
            "initial": self._needed(self._number("funds.initial")),
            "budget": self._needed(self._number("funds.budget")),
            "spent": self._reached(self._needed(self._number("funds.spent"))),
            "planned": self._needed(self._planned()),
            "rate": self._reached(self._needed(self._quoted("funds.rate"))),
            "execution_weight": self._needed(self._number(f"{execution}.weight")),
            "execution_score": self._reached(self._needed(self._number(f"{execution}.score"))),
            "basic": self._quoted("department.basic"),
            "projects": self._quoted("department.projects"),
            "expected": self._needed(spans(split_spans("\n".join(g["expected"] for g in goals)))),
            "achieved": self._reached(
                self._needed(spans(split_spans("\n".join(g["achieved"] for g in goals))))
            ),
            "goal_weight": self._number(f"{goal}.weight"),
            "goal_score": self._reached(self._number(f"{goal}.score")),
            "indicators_weight": self._number(f"{self._part('indicators')}.weight"),
            "total_weight": self._needed(self._number("score.weight")),
            "total": self._reached(self._needed(self._number("score.total"))),
            "grade": self._reached(self._quoted("score.grade")),
            "deviation": self._reached(spans(split_spans(texts["deviation"]))),
            "improvement": self._reached(spans(split_spans(texts["improvement"]))),
            "explanation": self._reached(spans(split_spans(explanation))),
        }

    def _planned(self) -> Cell:
        initial = self._number("funds.initial")
        return initial if initial.spans else self._number("funds.budget")

    def _part(self, kind: str) -> str:
        part = self._sheet.part_of_kind(kind)
        return f"score.part[{part.id}]" if part else "no such part"

    def _part_rows(self) -> tuple[Row, ...]:
        return tuple(
            Row(
                {
                    "label": words(part.label),
                    "weight": self._number(f"score.part[{part.id}].weight"),
                    "score": self._reached(self._number(f"score.part[{part.id}].score")),
                },
                part.id,
            )
            for part in self._sheet.parts
        )

    def _goals(self, rows: IndicatorRows, texts: Mapping[str, Any]) -> tuple[Table, ...]:
        """Give each yearly goal its words and its own indicator rows."""
        made = []
        for at, said in zip(self._subject.goals, texts["goals"], strict=True):
            key = f"goal[{at.number}]"
            fields = {
                "name": spans(split_spans(said["name"])),
                "weight": self._number(f"{key}.weight"),
                "score": self._reached(self._number(f"{key}.score")),
                "expected": self._needed(spans(split_spans(said["expected"]))),
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
