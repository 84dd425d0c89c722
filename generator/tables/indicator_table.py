"""The indicator rows of a form: in the order of its classes, with the cells that merge."""

from collections.abc import Callable, Sequence
from functools import cached_property

from generator.model.blocks import Cell, Row
from generator.model.figure_id import FigureId
from generator.model.row_key import RowKey
from generator.model.spans import Spans
from generator.score.layout import level1
from generator.score.score_sheet import IndicatorScore
from generator.tables.class_cells import ClassCells
from generator.tables.equal_groups import CONTINUE, START, merged, spans, words
from generator.tables.form_cells import FormCells
from generator.tables.form_fields import INDICATOR_ROW, own_field
from generator.tables.indicator_lines import Line, alike, ends, key_of, score_group, written_order
from generator.tables.material import Material
from generator.tables.missing_row import NO_INDICATOR, missing_row
from generator.tables.target_cells import TABLE, TargetCells

OTHERS = 999
_NOTHING = Cell()
FLAT = "flat"  # of a class without a lower one


class IndicatorRows:
    """Makes the rows of one subject."""

    def __init__(
        self,
        material: Material,
        cells: FormCells,
        say: Callable[[tuple[str | int, ...], str], Spans],
        own: Callable[[RowKey], dict[str, Cell]],
    ) -> None:
        self._subject, self._sheet = material.subject, material.sheet
        self._scheme, self._cells = material.scheme, cells
        self._classes = ClassCells(material, cells)
        self._targets = TargetCells(material.subject.id, cells)
        self._is_spring = material.is_spring
        self._prints_empty_classes = material.prints_empty_classes
        self._say, self._own = say, own

    @cached_property
    def of_all(self) -> tuple[Row, ...]:
        """The rows of all goals."""
        return self._rows([line for goal in self._goals for line in self._lines(goal)])

    @cached_property
    def class_sums(self) -> tuple[Row, ...]:
        """The classes of all goals, with their sums."""
        return self._classes.rows()

    def of_goal(self, goal: int) -> tuple[Row, ...]:
        """Make the rows of one goal; the only goal also has those that name none."""
        if self._sheet.indicators and self._goals in ([0], [goal]):
            return self.of_all
        return self._rows(self._lines(goal))

    @cached_property
    def _goals(self) -> list[int]:
        return sorted({row.at.goal for row in self._sheet.indicators}) or [0]

    def _lines(self, goal: int) -> list[Line]:
        """Order rows by the classes of the form; the sort keeps the rest as written."""
        lines = [
            Line(goal, row.at.indicator.class_, row)
            for row in self._sheet.indicators
            if row.at.goal == goal
        ]
        lines = self._with_empty_classes(goal, lines)
        if self._has_own_classes(lines):
            return sorted(lines, key=written_order(lines))
        return sorted(lines, key=self._form_order)

    def _with_empty_classes(self, goal: int, lines: list[Line]) -> list[Line]:
        """Put a row for each class that has none before the next class of the form that has some.

        Where the unit names its classes, those that it says are not evaluated have one.
        """
        named = self._bare_classes()
        if not (self._prints_empty_classes or named):
            return lines
        for known in self._scheme.classes:
            every = [f"{known.name}/{child}" for child in known.children]
            for number, path in enumerate(every):
                used = [line.class_path for line in lines]
                if path not in used and (self._prints_empty_classes or path in named):
                    later = (used.index(other) for other in every[number + 1 :] if other in used)
                    lines.insert(min(later, default=len(lines)), Line(goal, path, None))
        known_paths = {line.class_path for line in lines}
        return [*lines, *(Line(goal, path, None) for path in named if path not in known_paths)]

    def _bare_classes(self) -> list[str]:
        """List the classes of the second level that a form of one goal has without an indicator."""
        if not self._scheme.own_classes or len(self._goals) > 1:
            return []
        return [path for path in self._subject.entry.not_evaluated if "/" in path]

    def _has_own_classes(self, lines: Sequence[Line]) -> bool:
        """Tell rows of classes that the form leaves to the unit: those stand as they were written."""
        return self._scheme.own_classes and any(OTHERS in self._form_order(x) for x in lines)

    def _form_order(self, line: Line) -> tuple[int, int]:
        path = line.class_path.split("/")
        for first, known in enumerate(self._scheme.classes):
            if known.name == path[0]:
                second = known.children.index(path[-1]) if path[-1] in known.children else OTHERS
                return first, second
        return OTHERS, OTHERS

    def _rows(self, lines: Sequence[Line]) -> tuple[Row, ...]:
        if not lines and self._cells.gap.spans:
            return (missing_row(self._rows([NO_INDICATOR])[0], self._cells.gap),)
        columns: dict[str, list[Cell]] = {
            "number": [words(str(n)) for n in range(1, len(lines) + 1)],
            "block": merged([Cell()] * len(lines), [None] * len(lines)),
            "shape": [words(self._shape(line.class_path)) for line in lines],
            "score": merged(
                [self._cell(line, self._score) for line in lines],
                [score_group(line, index) for index, line in enumerate(lines)],
            ),
            **self._class_columns(lines),
            "subtotal": ends(lines),
            "subtotal_side": [Cell((), CONTINUE)] * len(lines),
        }
        made: list[dict[str, Cell]] = [
            {} if line.row is None else self._made(line.row) for line in lines
        ]
        own = self._own_columns(lines)
        return tuple(
            Row(
                {
                    **{
                        name: columns[name][n] if name in columns else made[n].get(name, _NOTHING)
                        for name in INDICATOR_ROW
                    },
                    **own[n],
                },
                key_of(line),
            )
            for n, line in enumerate(lines)
        )

    def _own_columns(self, lines: Sequence[Line]) -> list[dict[str, Cell]]:
        """Make the columns that only the form has; some merge what is alike within a class."""
        items = self._subject.declared.indicator_fields
        blank = {own_field(item.name): Cell() for item in items}
        made = [{**blank} if line.row is None else self._own(line.row.id) for line in lines]
        for item in items:
            if item.merge:
                name = own_field(item.name)
                cells = [cells.get(name, Cell()) for cells in made]
                keys = alike(lines, cells)
                for cells_of_row, cell in zip(made, merged(cells, keys), strict=True):
                    cells_of_row[name] = cell
        return made

    def _shape(self, path: str) -> str:
        """Tell how the row of a class is laid out: as the form says, else by whether it has two levels."""
        shapes = self._cells.printing.shapes
        return shapes.get(path) or shapes.get(level1(path)) or ("" if "/" in path else FLAT)

    def _class_columns(self, lines: Sequence[Line]) -> dict[str, list[Cell]]:
        """Make the columns that merge over the rows of a class."""
        columns: dict[str, list[Cell]] = {}
        for level, make, key in (
            ("level1", self._classes.level1, lambda line: (line.goal, level1(line.class_path))),
            ("level2", self._classes.level2, lambda line: (line.goal, line.class_path)),
        ):
            keys = [key(line) for line in lines]
            one_of = dict(zip(keys, lines, strict=True))
            known = {own: make(line.class_path, line.goal) for own, line in one_of.items()}
            for end in next(iter(known.values()), {}):
                columns[f"{level}{end}"] = merged([known[one][end] for one in keys], keys)
        if self._cells.printing.class_sums:  # the row of sums goes on below the last one
            columns["level1"] = [
                cell if cell.merge else cell._replace(merge=START) for cell in columns["level1"]
            ]
        return columns

    def _made(self, row: IndicatorScore) -> dict[str, Cell]:
        """Make the cells that stand in every row by themselves."""
        indicator = row.at.indicator
        target = self._targets.target(row)
        made = {
            "name": self._cells.needed(words(indicator.name)),
            "description": words(indicator.description),
            **target,
            "target": self._cells.needed(target["target"]),
            "target_value": target["target_value"]
            if indicator.target
            else self._cells.needed(target["target_value"]),
            **self._targets.adjusted(row),
            "weight": self._cells.needed(self._number(row, "weight")),
            "basis": words(indicator.basis),
            "evidence": words("、".join(indicator.evidence)),
        }
        if not self._is_spring:
            made |= self._reached(row)
        return self._cells.filled(made, TABLE, indicator.name)

    def _reached(self, row: IndicatorScore) -> dict[str, Cell]:
        """Make the cells that only the end of the year can fill."""
        indicator, actual = row.at.indicator, self._targets.actual(row)
        computed = self._number(row, "computed_score", "computed")
        score = self._number(row, "computed_score", "score")
        return {
            "actual": self._actual(row),
            **actual,
            "actual_value": self._cells.needed(actual["actual_value"]),
            "done_rate": self._cells.quoted(TABLE, "done_rate", self._id(row, "done_rate")),
            "computed_score": computed
            if computed.spans or not row.judgement.score.computed
            else score,
            "deduction": self._number(row, "deduction"),
            "lost": self._number(row, "lost"),
            "reason": self._prose(row, "reason", indicator.reason),
            "review_score": self._number(row, "review_score", "review"),
            "review_remark": words(indicator.review.remark),
        }

    def _cell(self, line: Line, make: Callable[[IndicatorScore], Cell]) -> Cell:
        return Cell() if line.row is None else make(line.row)

    def _id(self, row: IndicatorScore, side: str) -> FigureId:
        return FigureId.indicator(self._subject.id, row.id, side)

    def _number(self, row: IndicatorScore, column: str, name: str = "") -> Cell:
        return self._cells.number(TABLE, column, self._id(row, name or column))

    def _actual(self, row: IndicatorScore) -> Cell:
        """Print the sentence that the unit wrote for the cell, else the value."""
        if row.at.indicator.actual_text:
            return self._prose(row, "actual-text", row.at.indicator.actual_text)
        return self._cells.needed(self._cells.quoted(TABLE, "actual", self._id(row, "actual")))

    def _score(self, row: IndicatorScore) -> Cell:
        if self._is_spring:
            return Cell()
        if row.is_shared:
            group = next(g for g in self._sheet.groups if row in g.rows)
            group_score = FigureId.points(self._subject.id, group.id, "score")
            return self._cells.needed(self._cells.number(TABLE, "score", group_score))
        return self._cells.needed(self._number(row, "score"))

    def _prose(self, row: IndicatorScore, key: str, text: str) -> Cell:
        if not text:
            return Cell()
        return spans(self._say((*row.at.keys, key), text))
