"""The parts of the total, the total and the grade, each a formula over the tables above."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.number import plain
from generator.excel.form.indicator_formulas import COUNTS, DONE, LEVEL
from generator.excel.form.indicator_page import Area
from generator.excel.form.key_blocks import title
from generator.excel.form.money_rows import MoneyAt
from generator.excel.form.workbook_page import (
    FIRST,
    LAMP,
    SCORE,
    WEIGHT,
    FormLook,
    Live,
    PageRows,
    span,
)
from generator.model.form_layout import NO_LAYOUT, FormLayout
from generator.model.scheme import Scheme
from generator.score.score_sheet import PartScore, ScoreSheet

_EXACT = 6  # sums of scores end long before; a double adds dust behind
_NOT_YET, _OTHERWISE = "●还不全", "●各行分值合计 "
_TITLES = ("得分", "总分", "等级", "分值", "组成部分")


BLANK_MONEY = MoneyAt("", (), ())


class ScoredAt(NamedTuple):
    """Where what makes up the parts stands."""

    money: MoneyAt
    areas: tuple[Area, ...]
    shared: tuple[Area, ...]  # classes with one score for all of their indicators
    items: dict[str, tuple[str, ...]]  # by part: the scores of its items
    goal: str = ""
    goal_weights: tuple[str, ...] = ()


def totals_block(
    rows: PageRows, sheet: ScoreSheet, scheme: Scheme, at: ScoredAt, layout: FormLayout = NO_LAYOUT
) -> None:
    """Lay out parts, total and grade, called as the form calls them."""
    title(rows, _TITLES[0])
    for column, heading, width in (
        (FIRST, _TITLES[4], WEIGHT - FIRST),
        (WEIGHT, _TITLES[3], SCORE - WEIGHT),
        (SCORE, _TITLES[0], 1),
    ):
        rows.put(column, heading, FormLook.HEAD, width=width)
    rows.end(20)
    cells = [_part(rows, part, at) for part in sheet.parts]
    blanks = ",".join(f'{cell}=""' for cell in cells)
    called = layout.label("form.total", _TITLES[1])
    rows.put(FIRST, called, FormLook.LABEL, width=SCORE - FIRST)
    value = sheet.total.value
    total = f'=IF(OR({blanks}),"",ROUND({"+".join(cells)},{_EXACT}))'
    cell = rows.put(SCORE, Live(total, "" if value is None else float(value)), FormLook.SCORE)
    rows.put(LAMP, Live(f'=IF({cell}="","{_NOT_YET}","{DONE}")', ""), FormLook.LAMP)
    rows.end(20)
    if scheme.grade:
        rows.put(FIRST, _TITLES[2], FormLook.LABEL, width=SCORE - FIRST)
        rows.put(SCORE, Live(f"={_grade(scheme, cell)}", sheet.grade), FormLook.COUNT)
        rows.end(20)


def _grade(scheme: Scheme, total: str) -> str:
    formula = '""'
    for grade in sorted(scheme.grade, key=lambda one: one.from_):
        formula = f'IF({total}>={plain(grade.from_)},"{grade.word}",{formula})'
    return f'IF({total}="","",{formula})'


def _part(rows: PageRows, part: PartScore, at: ScoredAt) -> str:
    rows.put(FIRST, part.label, FormLook.LABEL, width=WEIGHT - FIRST)
    claimed = _own_weights(part, at)
    fixed = part.weighted.weight
    weight = plain(fixed) if fixed is not None else claimed
    shown = "" if part.weight is None else float(part.weight)
    cell = rows.put(WEIGHT, Live(f"={weight or 0}", shown), FormLook.SCORE, width=SCORE - WEIGHT)
    value = part.score.value
    formula = _formula(part, at, cell)
    score = rows.put(
        SCORE, Live(f"={formula}", "" if value is None else float(value)), FormLook.SCORE
    )
    if fixed is not None and claimed:
        differs = f'"{_OTHERWISE}"&ROUND({claimed},{_EXACT})'
        lamp = f'=IF(ABS({claimed}-{cell})>0.0000005,{differs},"{DONE}")'
        rows.put(LAMP, Live(lamp), FormLook.LAMP)
    rows.end(20)
    return score


def _formula(part: PartScore, at: ScoredAt, weight: str) -> str:
    kind, own = part.weighted.part.kind, part.weighted.part
    if kind == "execution":
        if not own.by_source:
            return f'{at.money.total}&""' if not at.money.total else _copied(at.money.total)
        return _sum_of_sources(at.money, weight)
    if kind == "goal":
        return _copied(at.goal) if at.goal else '""'
    if kind == "items":
        cells = at.items.get(part.id, ())
        return _sum(cells, weight) if cells else '""'
    areas = [a for a in at.areas if kind != "goals" or a.goal]
    shared = [a for a in at.shared if kind != "goals" or a.goal]
    classes = () if kind == "goals" else own.classes
    return _sum_of_areas(areas, shared, classes, weight)


def _copied(cell: str) -> str:
    return f'IF({cell}="","",{cell})'


def _sum(cells: Sequence[str], weight: str) -> str:
    blanks = ",".join(f'{cell}=""' for cell in cells)
    return f'IF(OR({blanks}),"",MIN({weight},ROUND({"+".join(cells)},{_EXACT})))'


def _sum_of_sources(money: MoneyAt, weight: str) -> str:
    pairs = tuple(zip(money.weights, money.sources, strict=False))
    if not pairs:
        return '""'
    blanks = ",".join(f'AND({w}<>"",{s}="")' for w, s in pairs)
    none = "+".join(f"COUNT({w})" for w, _ in pairs)
    whole = ",".join(f"{s}" for _, s in pairs)
    return f'IF(OR({none}=0,{blanks}),"",MIN({weight},ROUND(SUM({whole}),{_EXACT})))'


def _sum_of_areas(
    areas: Sequence[Area], shared: Sequence[Area], classes: Sequence[str], weight: str
) -> str:
    """Add what counts in some classes; a row without a score leaves the part without one."""
    rows = [_Counted(area) for area in (*areas, *shared)]
    if not rows:
        return '""'
    counted = "+".join(one.number(classes) for one in rows)
    missing = "+".join(one.missing(classes) for one in rows)
    whole = "+".join(one.sum(classes, one.area.score) for one in rows)
    rounded = f"ROUND({whole},{_EXACT})"
    return f'IF(OR({counted}=0,{missing}>0),"",MIN({weight},{rounded}))'


def _own_weights(part: PartScore, at: ScoredAt) -> str:
    """Add the weights that the unit itself has set, of a part that is made up of its rows."""
    kind, classes = part.weighted.part.kind, part.weighted.part.classes
    if kind == "execution":
        return at.money.weight
    if kind == "goals" and at.goal_weights:
        return f"SUM({','.join(at.goal_weights)})"
    if kind != "indicators":
        return ""
    rows = [_Counted(area) for area in (*at.areas, *at.shared)]
    total = "+".join(one.sum(classes, one.area.weight) for one in rows)
    return f"({total})" if total else ""


class _Counted(NamedTuple):
    area: Area

    def number(self, classes: Sequence[str]) -> str:
        """Count the rows."""
        return f"SUMPRODUCT({self._chosen(classes)})"

    def missing(self, classes: Sequence[str]) -> str:
        """Count the rows without a score."""
        return f'SUMPRODUCT({self._chosen(classes)},--({self._cells(self.area.score)}=""))'

    def sum(self, classes: Sequence[str], column: int) -> str:
        """Add a column."""
        return f"SUMPRODUCT({self._chosen(classes)},{self._cells(column)})"

    def _chosen(self, classes: Sequence[str]) -> str:
        chosen = f"--({self._cells(COUNTS)}=1)"
        if not classes:
            return chosen
        any_of = "+".join(f'({self._cells(LEVEL)}="{name}")' for name in classes)
        return f"{chosen},--(({any_of})>0)"

    def _cells(self, column: int) -> str:
        return span(self.area.first, self.area.last, column)
