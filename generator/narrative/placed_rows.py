"""The rows of a table or chart of the inputs: written one by one, or one for each project, indicator, year."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath, TomlFile
from generator.figures.figure import Figure
from generator.language.quoting_fault import LanguageError
from generator.model.dossier import Subject
from generator.model.figure_parts import FACT, LEVEL1, FigureParts
from generator.model.insert import Insert, InsertKind
from generator.model.spans import Spans, plain_text
from generator.model.units import Units
from generator.prose.figure_marks import join_marked, split_spans
from generator.prose.prose_render import render_value

TABLE = "insert"
_YEAR = Pattern(r"(\d{4}年)度?(.+)")
_NUMBER = Pattern(r"[+-]?\d[\d,]*(?:\.\d+)?")

Item = Mapping[str, Any]


class InsertAt(NamedTuple):
    """An insert, its file, and which of those in it it is."""

    entry: Insert
    source: TomlFile
    number: int

    @property
    def keys(self) -> KeyPath:
        """Return where it stands."""
        return (TABLE, self.number)


class Context(NamedTuple):
    """What the cells of an insert may quote."""

    names: Mapping[str, Any]
    figures: Mapping[str, Figure]  # of its owner, without the owner in their ids
    subject: Subject | None
    units: Units


class Sheet(NamedTuple):
    """The rows of an insert; the first is the head."""

    kind: InsertKind
    rows: tuple[tuple[Spans, ...], ...]

    def numbers(self, column: int) -> tuple[Decimal | None, ...]:
        """Return what the rows say in a column, as numbers."""
        return tuple(number_in(row[column]) for row in self.rows[1:])


class MadeSheet(NamedTuple):
    """A sheet and what was wrong with it."""

    sheet: Sheet
    problems: tuple[Problem, ...]


def make_sheet(at: InsertAt, context: Context, *, is_draft: bool = False) -> MadeSheet:
    """Fill the rows of an insert."""
    entry, problems = at.entry, list(_shape_faults(at))
    items = list(_items(entry.over, context))
    if entry.over and not items:
        problems.append(_problem(at, ("over",), f"没有可以逐项列出的内容（{entry.over}）"))
    rows: list[tuple[Spans, ...]] = [tuple(split_spans(words) for words in entry.head)]
    for number, row in enumerate(entry.rows):
        for item in items if entry.over else ({},):
            cells: list[Spans] = []
            for column, words in enumerate(row[: len(entry.head)]):
                keys = (*at.keys, "rows", number, column)
                names = {**context.names, **item}
                said = render_value(at.source, keys, words, names, context.units)
                problems += [own for own in said.problems if own not in problems]
                cells.append(said.spans)
                if column and entry.kind != "table" and not said.problems:
                    problems += _number_faults(at, keys, said.spans, is_draft=is_draft)
            rows.append((*cells, *[()] * (len(entry.head) - len(cells))))
    return MadeSheet(Sheet(entry.kind, tuple(rows)), tuple(problems))


def traced_sheet(made: Sheet, at: InsertAt, wrap: Any) -> Sheet:
    """Give the cells that were written one by one the marks of their origin."""
    if at.entry.over:
        return made
    rows = [made.rows[0]]
    for number, row in enumerate(made.rows[1:]):
        cells = []
        for column, spans in enumerate(row):
            keys = (*at.keys, "rows", number, column)
            cells.append(split_spans(wrap(join_marked(spans), at.source, keys)))
        rows.append(tuple(cells))
    return made._replace(rows=tuple(rows))


def number_in(spans: Spans) -> Decimal | None:
    """Return the number that a cell prints (``None``: none, or several)."""
    found = _NUMBER.findall(plain_text(spans))
    return Decimal(found[0].replace(",", "")) if len(found) == 1 else None


def _number_faults(
    at: InsertAt, keys: KeyPath, spans: Spans, *, is_draft: bool
) -> Iterator[Problem]:
    said = plain_text(spans).strip()
    if said and number_in(spans) is None and not is_draft:
        place = at.source.place(keys)
        message = f"图里要的是数，“{said[:20]}”不是一个数"
        yield Problem("I32", Severity.ERROR, message, place, "请写一个数，或引用一个数；没有的留空")


def _shape_faults(at: InsertAt) -> Iterator[Problem]:
    entry, columns = at.entry, len(at.entry.head)
    for number, row in enumerate(entry.rows):
        if len(row) != columns:
            message = f"这一行有 {len(row)} 格，栏目（head）有 {columns} 个"
            yield _problem(at, ("rows", number), message, '请补齐或删去，没有内容的写 ""')
    if entry.over and len(entry.rows) > 1:
        message = "写了 over，rows 只写一行，每项照这一行印"
        yield _problem(at, ("rows", 1), message, "请删去多出的行，或删去 over")
    if entry.kind == "pie" and columns != 2:
        yield _problem(at, ("head",), "饼图只能有两栏：名称和数", "请只留一栏数，或改用柱形图")


def _problem(at: InsertAt, keys: KeyPath, message: str, hint: str = "") -> Problem:
    place = at.source.place((*at.keys, *keys))
    hint = hint or "各项目、指标、自定义数据填了以后就有；几份合写的报告只能列项目"
    return Problem("I32", Severity.ERROR, f"图表“{at.entry.name}”：{message}", place, hint)


def _items(over: str, context: Context) -> Iterator[Item]:
    """Go through what an insert lists; each has names of its own."""
    if over == "projects":
        yield from context.names["projects"]["all"]
    elif over == "indicators":
        yield from _indicators(context)
    elif over == "classes":
        classes: dict[str, dict[str, Any]] = {}
        for parts, figure in _of_kind(LEVEL1, context):
            if not parts.goal:
                classes.setdefault(parts.name, {"name": parts.name})[parts.side] = figure
        yield from classes.values()
    elif over in ("facts", "years"):
        facts = {parts.name: figure for parts, figure in _of_kind(FACT, context)}
        if over == "facts":
            yield from ({"name": name, "value": figure} for name, figure in facts.items())
        else:
            yield from _years(facts)


def _of_kind(kind: str, context: Context) -> Iterator[tuple[FigureParts, Figure]]:
    for figure in context.figures.values():
        if figure.id.kind == kind:
            yield figure.id.parts, figure


def _years(facts: Mapping[str, Figure]) -> Iterator[Item]:
    years: dict[str, dict[str, Figure]] = {}
    for name, figure in facts.items():
        if (found := _YEAR.fullmatch(name)) is not None:
            years.setdefault(found[1], {})[found[2]] = figure
    for year in sorted(years):
        yield {"name": year, "value": _value_of(years[year])}


def _value_of(own: Mapping[str, Figure]) -> Any:
    def value(name: str) -> Figure | str:
        return own.get(name, "")

    return value


def _indicators(context: Context) -> Iterator[Item]:
    if context.subject is None:
        return
    for at in context.subject.indicators:
        indicator = at.indicator
        level1, _, level2 = indicator.class_.partition("/")
        try:
            row = context.names["indicator"](f"{indicator.class_}/{indicator.name}")
        except LanguageError:
            continue
        yield {**row, "name": indicator.name, "level1": level1, "level2": level2}
