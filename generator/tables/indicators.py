"""The indicator rows of a form: in the order of its classes, with the cells that merge."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.model.blocks import Cell, Row, Span, Spans
from generator.score.layout import level1
from generator.score.sheet import IndicatorScore
from generator.tables.cells import merged, number, quoted, spans, words
from generator.tables.fields import INDICATOR_ROW
from generator.tables.material import Material

OTHERS = 999


class _Line(NamedTuple):
    """A line of the form: an indicator, or a class that has none."""

    goal: int
    class_path: str
    row: IndicatorScore | None


class IndicatorRows:
    """Makes the rows of one subject."""

    def __init__(
        self,
        material: Material,
        gap: Cell,
        say: Callable[[tuple[str | int, ...], str], Spans],
        own: Callable[[str], dict[str, Cell]],
    ) -> None:
        self._subject, self._sheet = material.subject, material.sheet
        self._scheme, self._book = material.scheme, material.book
        self._is_spring = material.is_spring
        self._prints_empty_classes = material.prints_empty_classes
        self._gap, self._say, self._own = gap, say, own

    @cached_property
    def of_all(self) -> tuple[Row, ...]:
        """The rows of all goals."""
        return self._rows([line for goal in self._goals for line in self._lines(goal)])

    def of_goal(self, goal: int) -> tuple[Row, ...]:
        """Make the rows of one goal; the only goal also has those that name none."""
        if self._sheet.indicators and self._goals in ([0], [goal]):
            return self.of_all
        return self._rows(self._lines(goal))

    @cached_property
    def _goals(self) -> list[int]:
        return sorted({row.at.goal for row in self._sheet.indicators}) or [0]

    def _lines(self, goal: int) -> list[_Line]:
        """Order rows by the classes of the form; the sort keeps the rest as written."""
        lines = [
            _Line(goal, row.at.indicator.class_, row)
            for row in self._sheet.indicators
            if row.at.goal == goal
        ]
        if self._prints_empty_classes:
            used = {line.class_path for line in lines}
            every = [f"{c.name}/{child}" for c in self._scheme.classes for child in c.children]
            lines += [_Line(goal, path, None) for path in every if path not in used]
        return sorted(lines, key=self._form_order)

    def _form_order(self, line: _Line) -> tuple[int, int]:
        path = line.class_path.split("/")
        for first, known in enumerate(self._scheme.classes):
            if known.name == path[0]:
                second = known.children.index(path[-1]) if path[-1] in known.children else OTHERS
                return first, second
        return OTHERS, OTHERS

    def _rows(self, lines: Sequence[_Line]) -> tuple[Row, ...]:
        columns: dict[str, list[Cell]] = {
            "number": [words(str(n)) for n in range(1, len(lines) + 1)],
            "block": merged([Cell()] * len(lines), [None] * len(lines)),
            "level1": merged(
                [self._level1(line) for line in lines],
                [(line.goal, level1(line.class_path)) for line in lines],
            ),
            "level2": merged(
                [_level2(line) for line in lines],
                [(line.goal, line.class_path) for line in lines],
            ),
            "score": merged(
                [self._cell(line, self._score) for line in lines],
                [_score_group(line, index) for index, line in enumerate(lines)],
            ),
        }
        makers = {
            "name": lambda row: self._needed(words(row.at.indicator.name)),
            "description": lambda row: words(row.at.indicator.description),
            "target": lambda row: self._needed(self._quoted(f"{row.id}.target")),
            "actual": self._actual,
            "weight": lambda row: self._needed(self._number(f"{row.id}.weight")),
            "reason": lambda row: self._prose(row, "reason", row.at.indicator.reason),
            "basis": lambda row: words(row.at.indicator.basis),
            "evidence": lambda row: words("、".join(row.at.indicator.evidence)),
            "review_score": lambda row: self._reached(self._number(f"{row.id}.review")),
            "review_remark": lambda row: self._reached(words(row.at.indicator.review.remark)),
        }
        for name, make in makers.items():
            columns[name] = [self._cell(line, make) for line in lines]
        return tuple(
            Row(
                {
                    **{name: columns[name][index] for name in INDICATOR_ROW},
                    **(self._own(line.row.id) if line.row is not None else {}),
                },
                _key(line),
            )
            for index, line in enumerate(lines)
        )

    def _cell(self, line: _Line, make: Callable[[IndicatorScore], Cell]) -> Cell:
        return Cell() if line.row is None else make(line.row)

    def _needed(self, cell: Cell) -> Cell:
        return cell if cell.spans else self._gap

    def _reached(self, cell: Cell) -> Cell:
        return Cell() if self._is_spring else cell

    def _number(self, name: str) -> Cell:
        return number(self._book, f"{self._subject.id}/{name}")

    def _quoted(self, name: str) -> Cell:
        return quoted(self._book, f"{self._subject.id}/{name}")

    def _level1(self, line: _Line) -> Cell:
        """Write the level-1 class with the weight of its part, as the official form does."""
        name = level1(line.class_path)
        known = next((c for c in self._scheme.classes if c.name == name), None)
        label = known.label if known and known.label else f"{name}指标"
        parts = [p for p in self._sheet.parts if p.weighted.part.kind == "indicators"]
        own = next((p for p in parts if p.weighted.part.classes[:1] == (name,)), None)
        figure_id = f"{self._subject.id}/score.part[{own.id}].weight" if own else ""
        if len(parts) < 2 or figure_id not in self._book:
            return words(label)
        figure = self._book[figure_id]
        return Cell((Span(f"{label}（"), Span(figure.shown, figure.id), Span("）")))

    def _actual(self, row: IndicatorScore) -> Cell:
        """Print the sentence that the unit wrote for the cell, else the value."""
        if self._is_spring:
            return Cell()
        if row.at.indicator.actual_text:
            return self._prose(row, "actual-text", row.at.indicator.actual_text)
        return self._needed(self._quoted(f"{row.id}.actual"))

    def _score(self, row: IndicatorScore) -> Cell:
        if self._is_spring:
            return Cell()
        if row.is_shared:
            group = next(g for g in self._sheet.groups if row in g.rows)
            return self._needed(self._number(f"{group.id}.score"))
        return self._needed(self._number(f"{row.id}.score"))

    def _prose(self, row: IndicatorScore, key: str, text: str) -> Cell:
        if self._is_spring or not text:
            return Cell()
        return spans(self._say((*row.at.keys, key), text))


def _level2(line: _Line) -> Cell:
    name = line.class_path.split("/")[-1]
    return words(name if name.endswith("指标") else f"{name}指标")


def _score_group(line: _Line, index: int) -> tuple[object, ...]:
    """Group the score cells that share one score; every other cell stands alone."""
    is_shared = line.row is not None and line.row.is_shared
    return (line.goal, line.class_path) if is_shared else (index,)


def _key(line: _Line) -> str:
    if line.row is not None:
        return line.row.id
    return (
        f"goal[{line.goal}]/class[{line.class_path}]" if line.goal else f"class[{line.class_path}]"
    )
