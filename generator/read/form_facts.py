"""Facts of forms: the values that were read, and what the form says of itself."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.base.signs import TIMES
from generator.base.toml import KeyPath
from generator.model.units import Units
from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.fact import Fact, Pair, Role
from generator.read.label_book import LabelBook, class_name, points_in
from generator.read.ledger import Ledger

_MONEY = "万元"
_POINTS, _PERCENT = "分", "%"
_FUNDS: Mapping[str, Role] = {"initial": "initial", "budget": "budget", "spent": "spent"}
_EXECUTION = Pattern(
    rf"(?P<points>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)\s*分?\s*{TIMES}\s*(?P<of>预?算?执行率)"
)
_LONGEST_LABEL = 60


def form_facts(draft: Draft, units: Units) -> Ledger:
    """Gather the facts of all values of a draft."""
    facts: list[Fact] = []
    pairs: list[Pair] = []
    for subject in draft.subjects:
        reader = _Values(subject, draft.year, units)
        facts += reader.facts()
        pairs += reader.pairs
    return Ledger(tuple(facts), tuple(pairs))


def said_of_itself(text: str, place: DocumentPlace, book: LabelBook) -> Iterator[Fact]:
    """Give what a heading or label says of the form: points, how execution counts, the money unit."""
    plain = half_width(text)
    if found := _EXECUTION.search(plain):
        value = Decimal(found["points"])
        yield Fact("执行率", value, _POINTS, "weight", place, start=found.start(), end=found.end())
    if len(plain) > _LONGEST_LABEL:
        return
    if (points := points_in(plain)) is not None:
        word = book.classes.word(plain)
        is_class = word.is_level1 or word.is_level2
        yield Fact(
            class_name(plain),
            points,
            _POINTS,
            "weight",
            place,
            class_=word.name if is_class else "",
        )
    if unit := book.money.unit_in(plain):
        yield Fact("金额单位", unit, "", "money-unit", place)


class _Values:
    """The values of one subject as facts."""

    def __init__(self, subject: SubjectDraft, year: int | None, units: Units) -> None:
        self._subject, self._year, self._units = subject, year, units
        self._money = subject.money_unit or _MONEY
        self.pairs: list[Pair] = []

    def facts(self) -> Iterator[Fact]:
        """Give them in the order of the inputs."""
        yield from self._names()
        yield from self._funds()
        for keys, row in rows_in(self._subject.values):
            yield from self._row(keys, row)
        yield from self._points()
        yield from self._stated()

    def _points(self) -> Iterator[Fact]:
        """Give the points of classes, and what was deducted from rows."""
        for path, value in self._subject.points.items():
            name, place = path.rpartition("/")[2], self._subject.point_places[path]
            yield Fact(name, value, _POINTS, "weight", place, self._year, class_=path)
        for keys, (value, place) in self._subject.deductions.items():
            row: Mapping[str, Any] = self._subject.get(keys) or {}
            name, class_ = str(row.get("name", "")), str(row.get("class", ""))
            yield Fact(name, value, _POINTS, "deduction", place, self._year, class_=class_)

    def _fact(self, name: str, value: Any, unit: str, role: Role, keys: KeyPath) -> Iterator[Fact]:
        place = self._subject.places.get(keys)
        if place is None or value is None or value == "":
            return
        held = value if isinstance(value, Decimal) else str(value)
        if isinstance(value, int) and not isinstance(value, bool):
            held = Decimal(value)
        size = self._units.size(unit)
        yield Fact(name, held, unit, role, place, self._year, owner=self._subject.name, size=size)

    def _names(self) -> Iterator[Fact]:
        table = self._subject.kind
        for key, value in (self._subject.get((table,)) or {}).items():
            if isinstance(value, str) and key != "overview":
                yield from self._fact(key, value, "", "name", (table, key))

    def _funds(self) -> Iterator[Fact]:
        funds: Mapping[str, Any] = self._subject.values.get("funds") or {}
        for key, role in _FUNDS.items():
            yield from self._fact("", funds.get(key), self._money, role, ("funds", key))
        for number, source in enumerate(funds.get("sources") or ()):
            for key, role in _FUNDS.items():
                keys = ("funds", "sources", number, key)
                yield from self._fact(str(source["name"]), source.get(key), self._money, role, keys)
        for table in ("by-income", "by-expenditure"):
            for number, part in enumerate(funds.get(table) or ()):
                keys = ("funds", table, number, "amount")
                yield from self._fact(
                    str(part["name"]), part.get("amount"), self._money, "part", keys
                )
        stated: Mapping[str, Any] = funds.get("stated") or {}
        yield from self._fact(
            "执行率", stated.get("rate"), _PERCENT, "rate", ("funds", "stated", "rate")
        )
        for key, role_ in (("weight", "weight"), ("score", "score")):
            role = "weight" if role_ == "weight" else "score"
            yield from self._fact(
                "执行率", stated.get(key), _POINTS, role, ("funds", "stated", key)
            )

    def _row(self, keys: KeyPath, row: Mapping[str, Any]) -> Iterator[Fact]:
        name, class_ = str(row.get("name", "")), str(row.get("class", ""))
        goal = int(keys[1]) + 1 if keys[0] == "goals" else 0
        measured: dict[str, Fact] = {}
        for key in ("target", "actual"):
            role: Role = "target" if key == "target" else "actual"
            for fact in self._measured(name, row.get(key), role, (*keys, key)):
                measured[key] = fact._replace(class_=class_, goal=goal)
                yield measured[key]
        if len(measured) == 2:
            self.pairs.append(Pair(name, measured["target"], measured["actual"]))
        stated: Mapping[str, Any] = row.get("stated") or {}
        for value, role, path in (
            (row.get("weight"), "weight", (*keys, "weight")),
            (stated.get("score"), "score", (*keys, "stated", "score")),
        ):
            for fact in self._fact(name, value, _POINTS, _role(role), path):
                yield fact._replace(class_=class_, goal=goal)

    def _measured(self, name: str, value: Any, role: Role, keys: KeyPath) -> Iterator[Fact]:
        measure = self._units.measure(str(value or ""))
        if measure.kind is MeasureKind.NUMBER:
            for fact in self._fact(name, measure.value, measure.unit, role, keys):
                yield fact._replace(sign=measure.operator or "", is_about=measure.approximate)
        else:
            yield from self._fact(name, value, "", role, keys)

    def _stated(self) -> Iterator[Fact]:
        stated: Mapping[str, Any] = self._subject.values.get("stated") or {}
        yield from self._fact("", stated.get("total"), _POINTS, "total", ("stated", "total"))
        yield from self._fact("", stated.get("grade"), "", "grade", ("stated", "grade"))


def _role(role: str) -> Role:
    return "weight" if role == "weight" else "score"
