"""The cells of the classes that indicators belong to: labels, points in labels, sums."""

from functools import partial

from generator.model.blocks import Cell, Row
from generator.model.figure_id import FigureId
from generator.model.form_printing import WEIGHT, PointsIn, without_points
from generator.model.row_key import RowKey
from generator.model.scheme_classes import level1_label, level2_label
from generator.model.spans import Span
from generator.score.layout import level1
from generator.tables.equal_groups import words
from generator.tables.form_cells import FormCells
from generator.tables.form_fields import CLASS_ROW
from generator.tables.material import Material

TABLE = "class_sums"
_INDICATOR = "指标"
_BETWEEN: dict[PointsIn, str] = {"beside": "", "below": "\n"}


class ClassCells:
    """Makes the cells for classes of one subject."""

    def __init__(self, material: Material, cells: FormCells) -> None:
        self._subject, self._sheet = material.subject, material.sheet
        self._scheme, self._book = material.scheme, material.book
        self._is_spring, self._cells = material.is_spring, cells
        printing = cells.printing
        self._points_behind = {
            inner: printing.points_behind(is_inner=inner) for inner in (False, True)
        }

    def level1(self, path: str, goal: int) -> dict[str, Cell]:
        """Make the cells of the level-1 class of a path, by the ends of their names."""
        name = level1(path)
        return {
            "": self._level1_with_points(name, goal),
            "_name": words(name),
            "_label": words(self._level1_label(name)),
            **self._sums("level1", RowKey.level1(name, goal)),
        }

    def level2(self, path: str, goal: int) -> dict[str, Cell]:
        """Make the cells of the level-2 class of a path, by the ends of their names."""
        label = self._level2_label(path)
        group = next(
            (g for g in self._sheet.groups if (g.goal, g.class_path) == (goal, path)), None
        )
        sums = self._sums("level2", group.id if group else None)
        where = self._cells.printing.level2_points or "no"
        figure_id = FigureId.points(self._subject.id, group.id, "weight") if group else None
        own = self._of_form(path, figure_id)
        return {
            "": self._with_points(label, where, figure_id) if own is None else own,
            "_name": words(path.rsplit("/", maxsplit=1)[-1]),
            "_label": words(label),
            **sums,
        }

    def rows(self) -> tuple[Row, ...]:
        """List the classes over all goals: each of level 1, and below it those of level 2."""
        paths = dict.fromkeys(group.class_path for group in self._sheet.groups)
        rows = []
        for name in dict.fromkeys(level1(path) for path in paths):
            rows.append(self._row(name, self._level1_label(name), RowKey.level1(name)))
            rows += [
                self._row(path, self._level2_label(path), self._level2_sums(path))
                for path in paths
                if level1(path) == name != path
            ]
        return tuple(rows)

    def _row(self, name: str, label: str, key: RowKey) -> Row:
        sums = {end[1:]: cell for end, cell in self._sums(TABLE, key).items()}
        made = {"name": words(name), "label": words(label), **sums}
        return Row({column: made[column] for column in CLASS_ROW}, RowKey.class_sum(name))

    def _level2_sums(self, path: str) -> RowKey:
        """Return where the sums of a class stand: a single goal has them with its rows."""
        groups = [group for group in self._sheet.groups if group.class_path == path]
        return groups[0].id if not groups[0].goal else RowKey.level2(path)

    def _sums(self, table: str, key: RowKey | None) -> dict[str, Cell]:
        if key is None:
            return {"_weight": Cell(), "_score": Cell()}
        id = partial(FigureId.points, self._subject.id, key)
        column = "" if table == TABLE else f"{table}_"
        where = TABLE if table == TABLE else "indicators"
        score = self._cells.number(where, f"{column}score", id("score"))
        return {
            "_weight": self._cells.number(where, f"{column}weight", id("weight")),
            "_score": Cell() if self._is_spring else score,
        }

    def _level1_label(self, name: str) -> str:
        known = any(c.name == name and c.label for c in self._scheme.classes)
        is_bare = not known and self._is_bare("")
        return name if is_bare else level1_label(self._scheme.classes, name)

    def _level2_label(self, path: str) -> str:
        name = path.rpartition("/")[2]
        known = any(name in c.children_labels for c in self._scheme.classes)
        is_bare = not known and self._is_bare(path)
        return name if is_bare else level2_label(self._scheme.classes, path)

    def _is_bare(self, below: str) -> bool:
        """Tell a form whose classes the unit may name, that writes them alone: 产出, not 产出指标."""
        labels = self._cells.printing.labels.items()
        own = [label for path, label in labels if ("/" in path) == bool(below)]
        beside = [label for path, label in labels if "/" in path and level1(path) == level1(below)]
        own = beside or own  # of the same class above, where the form has some
        is_bare = bool(own) and not any(_INDICATOR in label for label in own)
        return is_bare and self._scheme.own_classes

    def _level1_with_points(self, name: str, goal: int) -> Cell:
        """Write the class with its points: where nothing is said, with those of its part."""
        label, where = self._level1_label(name), self._cells.printing.level1_points
        figure_id = FigureId.points(self._subject.id, RowKey.level1(name, goal), "weight")
        if (of_form := self._of_form(name, figure_id)) is not None:
            return of_form
        if where is not None:
            return self._with_points(label, where, figure_id)
        parts = [p for p in self._sheet.parts if p.weighted.part.kind == "indicators"]
        own = next((p for p in parts if p.weighted.part.classes[:1] == (name,)), None)
        if own is None or len(parts) < 2:
            return words(label)
        figure_id = FigureId.part(self._subject.id, own.id, "weight")
        return self._with_points(label, "beside", figure_id)

    def _of_form(self, path: str, figure_id: FigureId | None) -> Cell | None:
        """Write a class as the form does, with its points where the form has them."""
        label = self._cells.printing.labels.get(path) or self._like_others(path)
        if not label:
            return None
        figure = None if figure_id is None else self._book.find(figure_id)
        if figure is None and not self._cells.gap.spans:
            label = without_points(label)
        head, mark, rest = label.partition(WEIGHT)
        if not mark:
            return words(label)
        points = self._cells.gap.spans if figure is None else (Span(figure.bare, figure.id),)
        return Cell(tuple(span for span in (Span(head), *points, Span(rest)) if span.text))

    def _like_others(self, path: str) -> str:
        """Write a class that the form has not as it writes all of its level: 时效（{{ weight }}分）."""
        behind = self._points_behind["/" in path]
        if not behind or not self._scheme.own_classes:
            return ""
        label = self._level2_label(path) if "/" in path else self._level1_label(path)
        return f"{label}{behind}"

    def _with_points(self, label: str, where: PointsIn, figure_id: FigureId | None) -> Cell:
        figure = None if figure_id is None else self._book.find(figure_id)
        if where == "no" or figure is None:
            return words(label)
        return Cell(
            (Span(f"{label}{_BETWEEN[where]}（"), Span(figure.shown, figure.id), Span("）"))
        )
