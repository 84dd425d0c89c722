"""The self-evaluation form of a subject: basic fields, fund rows, goals, indicator rows, total."""

from collections.abc import Mapping
from typing import Any

from generator.base.problem import Problem
from generator.figures.book import FigureBook
from generator.model.blocks import Cell, Row, Span, Table
from generator.model.dossier import Dossier, Subject
from generator.model.scheme import Scheme
from generator.model.units import Units
from generator.prose.gap import DRAFT, GAP
from generator.prose.marks import split_spans
from generator.prose.render import render_value
from generator.score.layout import level1
from generator.score.sheet import IndicatorScore, ScoreSheet
from generator.tables.cells import merged, number, quoted, spans, words

OTHERS = 999


class FormMaker:
    """Makes the form of one subject; gathers what is wrong with prose in its cells."""

    def __init__(
        self,
        dossier: Dossier,
        subject: Subject,
        sheet: ScoreSheet,
        scheme: Scheme,
        book: FigureBook,
        names: Mapping[str, Any],
        units: Units,
    ) -> None:
        self._dossier, self._subject, self._sheet = dossier, subject, sheet
        self._scheme, self._book, self._names, self._units = scheme, book, names, units
        self._gap = words(GAP) if names.get(DRAFT) else Cell()
        self.problems: list[Problem] = []

    def make(self, title: tuple[Span, ...], texts: Mapping[str, Any]) -> Table:
        """Make the table."""
        return Table(
            title,
            self._fields(texts),
            {"funds": self._fund_rows(), "indicators": self._indicator_rows()},
        )

    def _id(self, name: str) -> str:
        return f"{self._subject.id}/{name}"

    def _number(self, name: str) -> Cell:
        return number(self._book, self._id(name))

    def _needed(self, cell: Cell) -> Cell:
        """Show a gap in a draft where the form must not stay empty."""
        return cell if cell.spans else self._gap

    def _fields(self, texts: Mapping[str, Any]) -> dict[str, Cell]:
        execution = self._sheet.part_of_kind("execution")
        part = f"score.part[{execution.id}]" if execution else ""
        goals = texts["goals"]
        return {
            "year": quoted(self._book, "unit/year"),
            "unit": quoted(self._book, "unit/name"),
            "name": self._needed(quoted(self._book, self._id("name"))),
            "code": quoted(self._book, self._id("project.code")),
            "authority": self._needed(quoted(self._book, self._id("project.authority"))),
            "implementer": self._needed(quoted(self._book, self._id("project.implementer"))),
            "money_unit": words(self._subject.entry.funds.unit),
            "initial": self._needed(self._number("funds.initial")),
            "budget": self._needed(self._number("funds.budget")),
            "spent": self._needed(self._number("funds.spent")),
            "rate": self._needed(quoted(self._book, self._id("funds.rate"))),
            "execution_weight": self._needed(self._number(f"{part}.weight")),
            "execution_score": self._needed(self._number(f"{part}.score")),
            "expected": self._needed(spans(split_spans("\n".join(g["expected"] for g in goals)))),
            "achieved": self._needed(spans(split_spans("\n".join(g["achieved"] for g in goals)))),
            "total_weight": self._needed(self._number("score.weight")),
            "total": self._needed(self._number("score.total")),
            "grade": quoted(self._book, self._id("score.grade")),
            "deviation": spans(split_spans(texts["deviation"])),
            "improvement": spans(split_spans(texts["improvement"])),
        }

    def _fund_rows(self) -> tuple[Row, ...]:
        """List the rows that the form prints, then sources that it does not know."""
        given = [source.name for source in self._subject.entry.funds.sources]
        labels = [
            *self._scheme.fund_rows,
            *(name for name in given if name not in self._scheme.fund_rows),
        ]
        rows = []
        for index, label in enumerate(labels):
            prefix = f"funds.source[{label}]"
            cells = {
                name: self._number(f"{prefix}.{name}") for name in ("initial", "budget", "spent")
            }
            rows.append(Row({"label": words(f"其中：{label}" if index == 0 else label), **cells}))
        return tuple(rows)

    def _indicator_rows(self) -> tuple[Row, ...]:
        rows = sorted(self._sheet.indicators, key=self._form_order)
        columns: dict[str, list[Cell]] = {
            "level1": merged(
                [self._level1(r) for r in rows],
                [(r.at.goal, level1(r.at.indicator.class_)) for r in rows],
            ),
            "level2": merged(
                [self._level2(r) for r in rows], [(r.at.goal, r.at.indicator.class_) for r in rows]
            ),
            "name": [self._needed(words(r.at.indicator.name)) for r in rows],
            "target": [self._needed(quoted(self._book, self._id(f"{r.id}.target"))) for r in rows],
            "actual": [self._needed(self._actual(r)) for r in rows],
            "weight": [self._needed(self._number(f"{r.id}.weight")) for r in rows],
            "score": merged(
                [self._needed(self._score(r)) for r in rows],
                [self._score_group(r, i) for i, r in enumerate(rows)],
            ),
            "reason": [self._prose(r, "reason", r.at.indicator.reason) for r in rows],
        }
        return tuple(
            Row({name: cells[index] for name, cells in columns.items()})
            for index in range(len(rows))
        )

    def _form_order(self, row: IndicatorScore) -> tuple[int, int, int]:
        """Order rows by goal, then by the classes of the form; the sort keeps the rest as written."""
        path = row.at.indicator.class_.split("/")
        for first, known in enumerate(self._scheme.classes):
            if known.name == path[0]:
                second = known.children.index(path[-1]) if path[-1] in known.children else OTHERS
                return row.at.goal, first, second
        return row.at.goal, OTHERS, OTHERS

    def _level1(self, row: IndicatorScore) -> Cell:
        """Write the level-1 class with the weight of its part, as the official form does."""
        name = level1(row.at.indicator.class_)
        known = next((c for c in self._scheme.classes if c.name == name), None)
        label = known.label if known and known.label else f"{name}指标"
        parts = [p for p in self._sheet.parts if p.weighted.part.kind == "indicators"]
        own = next((p for p in parts if p.weighted.part.classes[:1] == (name,)), None)
        figure_id = self._id(f"score.part[{own.id}].weight") if own and len(parts) > 1 else ""
        if figure_id not in self._book:
            return words(label)
        figure = self._book[figure_id]
        return Cell((Span(f"{label}（"), Span(figure.shown, figure.id), Span("）")))

    def _level2(self, row: IndicatorScore) -> Cell:
        name = row.at.indicator.class_.split("/")[-1]
        return words(name if name.endswith("指标") else f"{name}指标")

    def _actual(self, row: IndicatorScore) -> Cell:
        """Print the sentence that the unit wrote for the cell, else the value."""
        if row.at.indicator.actual_text:
            return self._prose(row, "actual-text", row.at.indicator.actual_text)
        return quoted(self._book, self._id(f"{row.id}.actual"))

    def _score(self, row: IndicatorScore) -> Cell:
        if row.is_shared:
            group = next(g for g in self._sheet.groups if row in g.rows)
            return self._number(f"{group.id}.score")
        return self._number(f"{row.id}.score")

    def _score_group(self, row: IndicatorScore, index: int) -> tuple[object, ...]:
        """Group the score cells that share one score; every other cell stands alone."""
        return (row.at.goal, row.at.indicator.class_) if row.is_shared else (index,)

    def _prose(self, row: IndicatorScore, key: str, text: str) -> Cell:
        rendered = render_value(
            self._subject.source, (*row.at.keys, key), text, self._names, self._units
        )
        self.problems += rendered.problems
        return spans(rendered.spans)
