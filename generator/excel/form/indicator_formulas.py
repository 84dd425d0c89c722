"""The formulas of one row of indicators: what it scores, what it still lacks."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.excel.form.day_formulas import DAY_CELLS, by_days, read_day
from generator.excel.form.indicator_columns import IndicatorColumns
from generator.excel.form.measure_formulas import (
    HELD_CELLS,
    READ_CELLS,
    Held,
    Read,
    Row,
    hold,
    read_measure,
)
from generator.excel.form.score_formulas import Terms, by_number, rounded
from generator.excel.form.slot import NO, YES
from generator.excel.form.workbook_page import WORKING, FormLook, Live, PageRows
from generator.score.row_score import find_method
from generator.score.score_sheet import IndicatorScore
from generator.score.score_terms import Rules

MISSING = "●缺"
DONE = "✓"
_NO_SCORE = "●待评分"
_YES_NO = MeasureKind.YES_NO.value
SIGNED, WRITTEN, SHARED, LEVEL, COUNTS, READ = range(WORKING, WORKING + 6)
_DATE = MeasureKind.DATE.value
_NEVER = "\t"  # what no row says


class Wanted(NamedTuple):
    """What a row must have: the title of a column and the column, in the order of the form."""

    title: str
    column: int


class IndicatorRow(NamedTuple):
    """A row in hand: the columns beside the form, by their keys, and what we make of it ourselves."""

    rows: PageRows
    rules: Rules
    at: IndicatorColumns
    class_at: int  # the column of its class
    beside: Mapping[str, int]
    judged: IndicatorScore | None
    shared: str  # the cells with the classes that have one score for all
    not_evaluated: tuple[str, ...]
    is_spare: bool = False  # its class stands there, and nothing else yet

    def working(self) -> tuple[Held, Read]:
        """Put the hidden cells that a score is worked out in."""
        rows, path = self.rows, self._path
        target = read_measure(rows, READ, rows.at(self.at.target))
        actual = read_measure(rows, READ + READ_CELLS, rows.at(self.at.actual))
        row = Row(path, rows.at(self.at.name), rows.at(self.beside["direction"]))
        held = hold(rows, READ + 2 * READ_CELLS, target, actual, row)
        self._put(SIGNED, self._signature())
        # A text: a blank at its end is no blank of the inputs.
        rows.put(WRITTEN, self._written(), FormLook.WORKING)
        is_shared = f"SUMPRODUCT(--({self.shared}={path}))>0" if self.shared else "FALSE"
        self._put(SHARED, f'AND({path}<>"",{is_shared})')
        self._put(LEVEL, f'IFERROR(LEFT({path},FIND("/",{path})-1),{path}&"")')
        self._put(COUNTS, self._counts())
        return held, target

    def score(self, held: Held, target: Read) -> Live:
        """Write the score, as the scorer has it."""
        rows = self.rows
        weight, own_score, actual = map(rows.at, (self.at.weight, self.at.own, self.at.actual))
        own = f'IF({own_score}="","",{own_score})'
        words = self._by_day(self._by_words(own))
        formula = f"IF({held.is_number},{self._computed(held, target, own)},{words})"
        written, signed = self._ours(), f"EXACT({rows.at(SIGNED)},{rows.at(WRITTEN)})"
        formula = f"IF({signed},{written},{formula})" if written else formula
        formula = f'IF(OR({weight}="",AND({actual}="",{own_score}="")),"",{formula})'
        if written and self.judged is not None and self.judged.rolled_up is not None:
            formula = f'IF(AND({signed},{weight}<>""),{written},{formula})'
        deducts = f'{rows.at(self.beside["constraint"])}="{YES}"'
        value = None if self.judged is None else self.judged.judgement.score.value
        return Live(
            f"=IF({deducts},N({own_score}),{formula})", "" if value is None else float(value)
        )

    def lamp(self, wanted: tuple[Wanted, ...], *, is_scored: bool) -> Live:
        """Write what the row still lacks, in the order in which it is filled in."""
        rows = self.rows
        formula = f'"{DONE}"'
        if is_scored:
            has_one = f'OR({rows.at(SHARED)},{rows.at(self.at.score)}<>"")'
            formula = f'IF({has_one},"{DONE}","{_NO_SCORE}")'
        for one in reversed(wanted):
            formula = f'IF({rows.at(one.column)}="","{MISSING}{one.title}",{formula})'
        own = (self.at.name, self.at.target, self.at.actual if self.is_spare else self.class_at)
        every = "&".join(map(rows.at, own))
        has_score = self.judged is not None and self.judged.judgement.score.value is not None
        return Live(f'=IF({every}="","",{formula})', DONE if has_score else "")

    def _computed(self, held: Held, target: Read, own: str) -> str:
        rows = self.rows
        terms = Terms(
            rows.at(self.at.weight),
            target.number,
            held.actual,
            held.is_met,
            rows.at(self.beside["pass-line"]),
        )
        score = rounded(by_number(self.rules.scheme.method, held.method, terms), self.rules.places)
        deduction = rows.at(self.beside["deduction"])
        formula = f"IF(N({deduction})>0,MAX({score}-{deduction},0),{score})"
        return f"IFERROR({self._opened(held, target, score, formula)},{own})"

    def _opened(self, held: Held, target: Read, score: str, formula: str) -> str:
        """Let the unit's own score stand where the scheme leaves it open, within its bounds."""
        far, unmet = self.rules.scheme.open_score.beyond, self.rules.scheme.open_score.unmet
        own, weight = self.rows.at(self.at.own), self.rows.at(self.at.weight)
        is_far = "FALSE"
        if far is not None:
            forward = f'{held.sign}<>"≤",{held.sign}<>"<",{target.number}>0'
            is_far = f"AND({forward},{held.actual}*100>={plain(far.percent)}*{target.number})"
        methods = self.rules.scheme.method if unmet is not None else ()
        open_ones = [n for n, m in enumerate(methods, 1) if unmet and {*m.when} & {*unmet.when}]
        if open_ones:
            any_of = ",".join(f"{held.method}={n}" for n in open_ones)
            is_unmet = f"AND(NOT({is_far}),NOT({held.is_met}),OR({any_of}),{own}<={weight})"
            formula = f'IF(AND({own}<>"",N({own})>=0,{is_unmet}),{own},{formula})'
        if far is not None:
            lowered = f'AND({own}<>"",N({own})>=0,{is_far},{own}<={score})'
            formula = f"IF({lowered},{own},{formula})"
        if self.rules.scheme.open_score.always is not None:
            given = f'AND({own}<>"",N({own})>=0,OR({weight}="",{own}<={weight}))'
            formula = f"IF({given},{own},{formula})"
        return formula

    def _by_day(self, otherwise: str) -> str:
        """Write the score of a deadline that was kept or not, where that alone decides."""
        scheme = self.rules.scheme
        own = [m for m in scheme.method if _DATE in m.when]
        unmet = scheme.open_score.unmet
        if [(m.kind, m.classes) for m in own] != [("all-or-none", ())]:
            return otherwise
        if unmet is not None and _DATE in unmet.when:
            return otherwise
        at, year = READ + 2 * READ_CELLS + HELD_CELLS, self.rules.year
        target = read_day(self.rows, at, self.rows.at(self.at.target), year)
        actual = read_day(self.rows, at + DAY_CELLS, self.rows.at(self.at.actual), year)
        met = rounded(self.rows.at(self.at.weight), self.rules.places)
        deduction = f"N({self.rows.at(self.beside['deduction'])})"
        return by_days(target, actual, f"MAX({met}-{deduction},0)", otherwise)

    def _by_words(self, own: str) -> str:
        """Write the score of 是 and 否, which a formula can hold against each other."""
        target, actual = self.rows.at(self.at.target), self.rows.at(self.at.actual)
        method = find_method(self.rules.scheme, _YES_NO, "")
        if method is None or method.kind != "all-or-none":
            return own
        both = ",".join(f'OR({cell}="{YES}",{cell}="{NO}")' for cell in (target, actual))
        return f"IF(AND({both}),IF({target}={actual},{self.rows.at(self.at.weight)},0),{own})"

    def _signature(self) -> str:
        own = (self.class_at, self.at.name, self.at.target, self.at.actual)
        columns = (*own, self.beside["direction"], self.beside["from"])
        return '&"|"&'.join([*map(self.rows.at, columns), f'N({self.rows.at(self.at.weight)})&""'])

    def _written(self) -> str:
        """Return the signature of a row that only the program can judge, as it was written.

        It counts as judged until the row says something else.
        """
        if self.judged is None or not self._ours():
            return _NEVER
        one = self.judged.at.indicator
        said = (one.class_, one.name, one.target, one.actual, one.direction or "")
        weight = plain(one.weight) if one.weight is not None else "0"
        return "|".join((*said, "\n".join(one.from_), weight))

    def _ours(self) -> str:
        """Return the score that no formula may come to: of ranges, of days in words, of rows rolled up."""
        judged = self.judged
        if judged is None or judged.judgement.score.value is None:
            return ""
        own = judged.judgement
        is_plain = own.target.kind is MeasureKind.NUMBER and own.actual.kind is MeasureKind.NUMBER
        is_exact = is_plain and not (own.target.approximate or own.actual.approximate)
        is_ours = judged.rolled_up is not None or (own.score.computed and not is_exact)
        return plain(judged.judgement.score.value) if is_ours else ""

    def _counts(self) -> str:
        """Tell a row that counts by itself: not blank, evaluated, no score for all of its class."""
        path, name = self._path, self.rows.at(self.at.name)
        dropped = [f'ISNUMBER(FIND("/{name}/","/"&{path}&"/"))' for name in self.not_evaluated]
        blank = f'{name}=""' if self.is_spare else f'AND({path}="",{name}="")'
        return f"IF(OR({','.join([blank, self.rows.at(SHARED), *dropped])}),0,1)"

    @property
    def _path(self) -> str:
        return self.rows.at(self.class_at)

    def _put(self, column: int, formula: str) -> None:
        self.rows.put(column, Live(f"={formula}"), FormLook.WORKING)
