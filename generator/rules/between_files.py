"""X02: what two files of one unit, or two sheets of its workbook, say of one subject, quantity by quantity."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from generator.base.number import plain, round_half_up
from generator.read.draft import Draft, SubjectDraft
from generator.read.fact import Fact, Role, in_base
from generator.read.join import is_same
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.rule_words import Vocabulary

_AMOUNTS: Mapping[Role, str] = MappingProxyType(
    {
        "initial": "two-files-initial",
        "budget": "two-files-budget",
        "spent": "two-files-spent",
    }
)
_TELLING: tuple[Role, ...] = ("budget", "spent")  # two projects of a unit seldom share both
_QUANTITIES: tuple[Role, ...] = ("actual", "target", "count", "rate", "amount")
_IN_ROWS: Mapping[Role, str] = MappingProxyType(
    {
        "target": "two-forms-target",
        "actual": "two-forms-actual",
        "weight": "two-forms-weight",
        "score": "two-forms-score",
    }
)
_SHORTEST = 4  # a shorter name means one thing here and another there


class Side(NamedTuple):
    """What one file says of a subject."""

    subject: SubjectDraft
    facts: tuple[Fact, ...]
    is_form: bool


def check_between(parts: Sequence[Draft], words: Vocabulary) -> Iterator[Finding]:
    """Hold the files of a unit against each other; the form comes first, else the file that was given first.

    So are the forms on the sheets of one workbook, where both were filled in for one year: a table of
    goals may well have been changed since.
    """
    sides = [side for part in parts for side in _sides(part)]
    sides.sort(key=lambda side: not side.is_form)
    for number, other in enumerate(sides):
        for one in sides[:number]:
            is_of_one_file = one.subject.source == other.subject.source
            if is_of_one_file and not _are_two_sheets(one, other):
                continue
            pair = _Pair(one, other, words)
            if is_same(one.subject, other.subject):
                yield from pair.findings()
            elif not is_of_one_file and _is_alone(one, sides) and _is_alone(other, sides):
                yield from pair.name()


def _sides(part: Draft) -> Iterator[Side]:
    """Give each subject of a file with its own facts; sentences name no owner, so they are of the only one."""
    for subject in part.subjects:
        own = part.ledger.facts
        if len(part.subjects) > 1:
            sheet = _sheet(subject)
            own = tuple(
                fact
                for fact in own
                if fact.owner and fact.owner == subject.name and fact.place.sheet == sheet
            )
        yield Side(subject, own, subject.has_indicators)


def _sheet(subject: SubjectDraft) -> str:
    """Name the sheet that the rows of a form stand on (empty: it is on none)."""
    places = (place for keys, place in subject.places.items() if keys[0] == "indicator")
    return next((place.sheet for place in places), "")


def _are_two_sheets(one: Side, other: Side) -> bool:
    sheets = {_sheet(one.subject), _sheet(other.subject)}
    are_filled = all(any(f.role == "actual" for f in side.facts) for side in (one, other))
    are_forms = one.is_form and other.is_form and one.subject.year == other.subject.year
    return len(sheets) > 1 and "" not in sheets and are_forms and are_filled


def _is_alone(side: Side, sides: Sequence[Side]) -> bool:
    """Tell a form without a report, or a report without a form."""
    return not any(o is not side and is_same(o.subject, side.subject) for o in sides)


class _Pair(NamedTuple):
    one: Side
    other: Side
    words: Vocabulary

    def findings(self) -> Iterator[Finding]:
        """Compare rows of two forms by row, and everything else by name."""
        if self.one.is_form and self.other.is_form:
            yield from self._rows()
        else:
            yield from self._amounts()
            yield from self._quantities()

    def name(self) -> Iterator[Finding]:
        """Tell a report that gives a project another name than its form, which its amounts are of."""
        one, other = self.one.subject, self.other.subject
        at = other.places.get(("project", "name"))
        if not (self.one.is_form and not self.other.is_form and one.name and other.name and at):
            return
        for role in _TELLING:
            mine, theirs = (self._whole(side, role) for side in (self.one, self.other))
            if not mine or not theirs or not _agree(mine, theirs):
                return
        where = one.places.get(("project", "name"), at)
        yield Finding("two-files-name", at, other.name, one.name, where.told(at))

    def _rows(self) -> Iterator[Finding]:
        """Hold the cells of rows of one name and class against each other."""
        known = _by_row(self.one)
        for key, cells in _by_row(self.other).items():
            for role, fact in cells.items():
                before = known.get(key, {}).get(role)
                if before is not None and not _agree((before,), (fact,)):
                    yield _finding(_IN_ROWS[role], fact, before)

    def _amounts(self) -> Iterator[Finding]:
        """Hold the amounts of the whole subject against each other."""
        for role, id in _AMOUNTS.items():
            mine, theirs = (self._whole(side, role) for side in (self.one, self.other))
            if mine and theirs and not _agree(mine, theirs):
                yield _finding(id, theirs[0], mine[0])

    def _whole(self, side: Side, role: Role) -> tuple[Fact, ...]:
        return tuple(
            fact
            for fact in side.facts
            if fact.role == role and isinstance(fact.value, Decimal) and self._is_whole(fact, side)
        )

    def _is_whole(self, fact: Fact, side: Side) -> bool:
        """Tell the amount of the whole from that of a source: nothing is left of its name."""
        rest = normal(fact.name).replace(normal(side.subject.name), "")
        for word in self.words.words("whole-amount"):
            rest = rest.replace(word, "")
        return not rest and not self._is_of_another_year(fact)

    def _quantities(self) -> Iterator[Finding]:
        """Hold what has one name and one unit against each other: no value of one is one of the other."""
        known = _by_name(self.one)
        for key, theirs in _by_name(self.other).items():
            mine = known.get(key, ())
            theirs = tuple(f for f in theirs if not self._is_of_another_year(f))  # noqa: PLW2901
            if mine and theirs and not _agree(mine, theirs):
                reached = [fact for fact in mine if fact.role != "target"] or mine
                is_row = any(fact.class_ for fact in (*mine, *theirs))
                id = "two-files-quantity" if is_row else "two-sentences"
                yield _finding(id, theirs[0], reached[0])

    def _is_of_another_year(self, fact: Fact) -> bool:
        years = {f.year for f in self.one.facts if f.year is not None}
        return fact.year is not None and bool(years) and fact.year not in years


def _by_row(side: Side) -> Mapping[tuple[str, str], Mapping[Role, Fact]]:
    """Return the cells of rows; a name that stands twice in a class is no name of a row."""
    found: dict[tuple[str, str], dict[Role, Fact]] = {}
    twice: set[tuple[str, str]] = set()
    for fact in side.facts:
        if fact.role in _IN_ROWS and fact.class_ and fact.name:
            key = (normal(fact.name), fact.class_)
            cells = found.setdefault(key, {})
            if fact.role in cells:
                twice.add(key)
            cells[fact.role] = fact
    return {key: cells for key, cells in found.items() if key not in twice}


def _by_name(side: Side) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in side.facts:
        name = normal(fact.name)
        is_counted = fact.role in _QUANTITIES and isinstance(fact.value, Decimal) and fact.unit
        if is_counted and len(name) >= _SHORTEST:
            found.setdefault((name, fact.dimension), []).append(fact)
    return {key: tuple(facts) for key, facts in found.items()}


def _agree(mine: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Tell whether any two of them say the same, as exactly as the coarser one is printed."""
    return any(_is_equal(one, other) for one in mine for other in theirs)


def _is_equal(one: Fact, other: Fact) -> bool:
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return normal(str(one.value)) == normal(str(other.value))
    if one.value == other.value and one.unit == other.unit:
        return True
    if one.dimension != other.dimension:
        return one.value == other.value and not (one.unit and other.unit)
    left, right = in_base(one), in_base(other)
    step = max(_step(one), _step(other))
    return left is not None and right is not None and _steps(left, step) == _steps(right, step)


def _step(fact: Fact) -> Decimal:
    """Return what one in the last printed place is worth."""
    exponent = fact.value.as_tuple().exponent if isinstance(fact.value, Decimal) else 0
    last = Decimal(1).scaleb(min(0, exponent) if isinstance(exponent, int) else 0)
    return last * fact.size[1]


def _steps(value: Decimal, step: Decimal) -> Decimal:
    return round_half_up(value / step, 0)


def _finding(id: str, here: Fact, there: Fact) -> Finding:
    where = there.place.told(here.place)
    return Finding(id, here.place, _shown(here), _shown(there), where, here.name or there.name)


def _shown(fact: Fact) -> str:
    if not isinstance(fact.value, Decimal):
        return str(fact.value)
    return f"{fact.sign}{plain(fact.value)}{fact.unit}"
