"""A row of the money on its way into a subject: the total, a source, a part of a source."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNTS, WHOLE
from generator.model.foreign_document import ReadCell
from generator.read.draft import PartOfSource, SubjectDraft
from generator.read.funds_columns import BESIDE, PART, MoneyColumn, rate_of
from generator.read.own_fields import OwnFields
from generator.read.printed_values import NUMBER, number, percent, squeezed, words
from generator.read.reading_order import Desk

_PLACES: KeyPath = ("funds", "rate-places")
_ARRIVAL_RATE = "arrival-rate"  # a rate is no amount, with or without its sign
_POINTS_IN_WORDS = Pattern(
    rf"(?P<label>[一-鿿]{{2,8}})[:：](?P<points>{NUMBER})分?"
    rf"(?:[（(](?P<of>[一-鿿]{{2,4}})[:：]?(?P<whole>{NUMBER})分?[）)])?"
)
Cells = list[tuple[MoneyColumn, ReadCell]]


class FundsRow:
    """Writes rows of the money; what our inputs have no key for becomes a field of its own."""

    def __init__(self, desk: Desk, subject: SubjectDraft) -> None:
        self._desk, self._subject = desk, subject
        self._own = OwnFields(desk)
        self._names = {row["name"] for row in subject.get(("funds", "sources")) or []}

    def total(self, cells: Cells, label: str) -> None:
        """Write the row of the whole."""
        for column, cell in cells:
            if self._own.furnish(cell):
                continue
            if column.role in AMOUNTS:
                put_amount(self._desk, self._subject, ("funds", column.role), cell, column.unit)
            elif column.role == "rate":
                self._rate(("funds", "stated", "rate"), ("funds",), cell)
            elif column.role in ("weight", "score"):
                self._points(column.role, cell)
            elif self._told_points(cell):
                continue
            elif column.role == "reason":
                self._subject.put(("funds", "explanation"), words(cell.text), cell.place)
            else:
                self._other(("funds",), label or WHOLE, column, cell)

    def _told_points(self, cell: ReadCell) -> bool:
        """Read the points of the execution where the row of the whole says them in words: 自评得分：9.8（满分10）."""
        found = _POINTS_IN_WORDS.fullmatch(squeezed(cell.text))
        role = self._desk.book.role(found["label"]) if found else ""
        if found is None or role not in ("weight", "score", "total"):
            return False
        score = "weight" if role == "weight" else "score"
        stated = ("funds", "stated")
        self._subject.put((*stated, score), number(found["points"]), cell.place)
        if found["whole"] and self._desk.book.role(found["of"]) == "weight":
            self._subject.put((*stated, "weight"), number(found["whole"]), cell.place)
        return True

    def source(self, name: str, label: ReadCell, cells: Cells) -> str:
        """Write a row of a source; no two are merged. Return the name that it has now."""
        subject = self._subject
        rows = subject.get(("funds", "sources")) or []
        plain, number_ = name, 1
        while name in self._names:
            number_ += 1
            name = f"{plain}（{number_}）"
        self._names.add(name)
        keys = ("funds", "sources", len(rows))
        points: dict[str, tuple[MoneyColumn, ReadCell]] = {}
        subject.put((*keys, "name"), name, label.place)
        for column, cell in cells:
            if column.role in AMOUNTS:
                if not self._own.furnish(cell):
                    put_amount(self._desk, subject, (*keys, column.role), cell, column.unit)
            elif self._own.furnish(cell):
                continue
            elif column.role == "rate":
                self._rate((*keys, "stated-rate"), keys, cell)
            elif column.role in ("weight", "score") and number(cell.text) is not None:
                points[column.role] = (column, cell)
            else:
                self._other(keys, name, column, cell)
        self._points_of_source(keys, name, points)
        return name

    def _points_of_source(
        self, keys: KeyPath, name: str, points: Mapping[str, tuple[MoneyColumn, ReadCell]]
    ) -> None:
        """A source that has points and a score is scored by itself; points alone should not be there."""
        weight, score, subject = points.get("weight"), points.get("score"), self._subject
        if weight is not None and score is not None:
            for key, (_, cell) in (("weight", weight), ("stated-score", score)):
                subject.put((*keys, key), number(cell.text), cell.place)
        elif weight is not None:
            weights, cell = subject.get(("funds", "stated", "row-weights")) or [], weight[1]
            value = number(cell.text)
            subject.put(("funds", "stated", "row-weights", len(weights)), value, cell.place)
        elif score is not None:
            value = number(score[1].text)
            if value is not None:
                subject.beside_funds[keys, "score"] = (value, score[1].place)
            self._other(keys, name, *score)

    def _other(self, keys: KeyPath, name: str, column: MoneyColumn, cell: ReadCell) -> None:
        """Keep what stands in a column that is no amount of the year: a further amount, or words."""
        self._note(keys, column, cell)
        unit, money = self._subject.money_unit or "万元", self._desk.book.money
        value = money.amount(cell.text, column.unit or unit)
        is_amount = column.role in ("", PART, *BESIDE) and column.role != _ARRIVAL_RATE
        if value is None or not is_amount:
            self._own.put(f"{name}·{self._own.name_of(column.label)}", cell)
            return
        own = (*keys, "amounts", self._own.name_of(column.label))
        self._subject.put(own, money.convert(value, column.unit or unit, unit), cell.place)

    def part(self, owner: str, name: str, cells: Cells) -> None:
        """Keep a row that breaks a source down: its amounts are in that source already."""
        for column, cell in cells:
            self._own.put(f"{owner}·{name}·{self._own.name_of(column.label)}", cell)

    def note_part(self, name: str, cells: Cells) -> None:
        """Note the amounts of a row that breaks the last source down: rules hold them against it."""
        own, money = self._subject.money_unit or "万元", self._desk.book.money
        last: KeyPath = ("funds", "sources", len(self._subject.get(("funds", "sources"))) - 1)
        for column, cell in cells:
            unit = column.unit or own
            value = money.amount(cell.text, unit) if column.role in AMOUNTS else None
            if value is not None:
                part = PartOfSource(
                    last, name, column.role, money.convert(value, unit, own), cell.place
                )
                self._subject.source_parts.append(part)

    def _note(self, keys: KeyPath, column: MoneyColumn, cell: ReadCell) -> None:
        """Note what is said beside the amounts; our inputs have no key for it, rules hold it against them."""
        if column.role not in BESIDE:
            return
        own, money = self._subject.money_unit or "万元", self._desk.book.money
        value = (
            percent(cell.text)
            if column.role == "arrival-rate"
            else money.amount(cell.text, column.unit or own)
        )
        if value is not None:
            if column.role != "arrival-rate":
                value = money.convert(value, column.unit or own, own)
            self._subject.beside_funds[keys, column.role] = (value, cell.place)

    def _rate(self, keys: KeyPath, of: KeyPath, cell: ReadCell) -> None:
        budget, spent = (self._subject.get((*of, key)) for key in ("budget", "spent"))
        value = rate_of(cell.text, budget, spent)
        if value is None:
            self._subject.leave(cell.place, cell.text, "不是执行率")
            return
        self._subject.put(keys, value, cell.place)
        if of == ("funds",):
            note_places(value, self._subject, cell)
        else:
            _note_places_of_source(value, self._subject, of, cell)

    def _points(self, role: str, cell: ReadCell) -> None:
        value = number(cell.text)
        if value is None:
            self._subject.leave(cell.place, cell.text, "不是数")
        else:
            self._subject.put(("funds", "stated", role), value, cell.place)


def put_amount(
    desk: Desk, subject: SubjectDraft, keys: KeyPath, cell: ReadCell, unit: str = ""
) -> None:
    """Set an amount, or list what is none; a column may have a unit of its own."""
    own, money = subject.money_unit or "万元", desk.book.money
    value = money.amount(cell.text, unit or own)
    if value is None or value < 0:
        subject.leave(cell.place, cell.text, "不是金额")
    else:
        subject.put(keys, money.convert(value, unit or own, own), cell.place)


def note_places(rate: Decimal, subject: SubjectDraft, cell: ReadCell) -> None:
    """Note with how many places a rate is printed, where they are not two; an even one shows none."""
    places = _places(rate)
    if places != 2 and (places or not _is_even(rate, subject, ("funds",))):
        subject.put(_PLACES, places, cell.place)


def _is_even(rate: Decimal, subject: SubjectDraft, of: KeyPath) -> bool:
    """Tell a rate that is no more than it says, however many places are printed."""
    budget, spent = (subject.get((*of, key)) for key in ("budget", "spent"))
    if not budget or spent is None:
        return False
    return Fraction(spent) / Fraction(budget) * 100 == Fraction(rate)


def _places(rate: Decimal) -> int:
    exponent = rate.as_tuple().exponent
    return min(4, max(0, -exponent)) if isinstance(exponent, int) else 0


def _note_places_of_source(
    rate: Decimal, subject: SubjectDraft, of: KeyPath, cell: ReadCell
) -> None:
    """Let a source tell how rates are printed where the whole, being even, has no more to print."""
    whole: Decimal | None = subject.get(("funds", "stated", "rate"))
    if whole is None or not _is_even(whole, subject, ("funds",)):
        return
    known, places = subject.get(_PLACES), _places(rate)
    if known is not None and places > known:
        subject.values["funds"]["rate-places"] = places
        return
    if known is None and not _places(whole) and places != 2 and not _is_even(rate, subject, of):
        subject.put(_PLACES, places, cell.place)
