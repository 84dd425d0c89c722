"""How a form writes its numbers, column by column: places, separators of thousands, units."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.number import places_of, round_half_up
from generator.base.pattern import Pattern
from generator.base.toml_shape import Toml
from generator.model.amounts import AMOUNTS
from generator.model.form_printing import SINGLE
from generator.read.draft import rows_in
from generator.read.form_subject import form_subject
from generator.read.row_kind import RowKind
from generator.tables.form_fields import AMOUNTS as FURTHER
from generator.tables.tag_keys import tags_of
from generator.tables.target_cells import TABLE
from generator.use.adopt.block_loops import columns_of
from generator.use.adopt.looking import Looked
from generator.use.adopt.plan import Plan
from generator.use.adopt.printed_cells import cells_of, rows_of
from generator.use.adopt.subtotal_rows import SUMS

_NUMBER = Pattern(r"(-?[0-9]{1,3}(?:[,，][0-9]{3})+|-?[0-9]+)(\.[0-9]+)?(%|分|[万千亿]?元)?")
_SOURCE = Pattern(r"rows\.funds\[([0-9]+)\]\.(\w+)")
_FUNDS, _FURTHER = "funds", "form.amounts["
_RATE, _SCORE = "rate", "score"
_USUAL_PLACES = 2  # of a rate, where nobody says otherwise
_MANY = 4  # so many numbers of the same places were padded
_GROUPED_FROM = 1000
# What is printed with its unit where no form says otherwise, and what is a number of its own at all.
_WITH_UNIT = frozenset(("rate", "basic", "projects", "done_rate"))
_SINGLE = frozenset((
    *AMOUNTS, "planned", "rate", "execution_weight", "execution_score", "basic",
    "projects", "goal_weight", "goal_score", "indicators_weight", "indicators_score", "total_weight", "total",
    "review_total", "lost_total",
))  # fmt: skip
_OF_ROWS = frozenset(("weight", "score", "review_score", "deduction", "lost", "done_rate"))
_OF_SOURCES = frozenset((*AMOUNTS, FURTHER, "rate", "weight", "score"))
_AMOUNTS = frozenset((*AMOUNTS, FURTHER))
_POINTS = frozenset(("weight", "score"))
_SCORES = frozenset(("execution_score", "goal_score", "indicators_score", "total"))


class Written(NamedTuple):
    """A number as a form writes it."""

    value: Decimal
    places: int
    is_grouped: bool
    unit: str

    @property
    def is_padded(self) -> bool:
        """Tell whether zeros stand at the end of its decimals."""
        return self.places > 0 and self.value == self.value.quantize(
            Decimal(1).scaleb(1 - self.places)
        )


def number_style(looked: Looked, plan: Plan) -> dict[str, dict[str, Toml]]:
    """Return the formats that differ from the usual one, by column."""
    columns: dict[str, list[Written]] = {}
    exact: dict[str, list[Fraction | None]] = {}
    for column, text, rate in (*_of_cells(looked, plan), *_of_blocks(looked)):
        if (number := written_number(text)) is not None:
            columns.setdefault(column, []).append(number)
            exact.setdefault(column, []).append(rate)
    found = {}
    beside = {name: [*_beside(looked, name)] for name in (_RATE, _SCORE)}
    for column, numbers in columns.items():
        style = _style(column, numbers, exact[column])
        if "places" not in style and (
            places := _places_beside(column, numbers, beside)
            or _places_of_money(column, columns, beside)
        ):
            style["places"] = places
        if style:
            found[column] = style
    return _joined(found)


def _beside(looked: Looked, name: str) -> Iterator[Decimal]:
    """Give what the rows of a form print of a kind: rates of the sources, scores of the indicators."""
    subject = form_subject(looked.draft) or looked.subject
    values = {} if subject is None else subject.values
    rows = (values.get("funds") or {}).get("sources", ()) if name == _RATE else ()
    said = [row.get("stated-rate") for row in rows]
    if name == _SCORE:
        of_rows = [row for _, row in rows_in(values)]
        said = [row.get("score") or row.get("stated", {}).get("score") for row in of_rows]
    yield from (one for one in said if isinstance(one, Decimal))


def _places_beside(
    column: str, numbers: Sequence[Written], beside: Mapping[str, Sequence[Decimal]]
) -> int | None:
    """Return the places of a number that shows no padding itself, where the rows beside it do."""
    table, _, name = column.rpartition(".")
    kind = _SCORE if name in _SCORES else name
    places = {n.places for n in numbers}
    if table != SINGLE or kind not in beside or len(places) != 1:
        return None
    (own,) = places
    said = [Written(value, places_of(value), is_grouped=False, unit="") for value in beside[kind]]
    return own if own and any(n.is_padded and n.places == own for n in said) else None


def _places_of_money(
    column: str,
    columns: Mapping[str, Sequence[Written]],
    beside: Mapping[str, Sequence[Decimal]],
) -> int | None:
    """Return the places of rates and totals that show no padding, where the amounts of the form do."""
    name = column.rpartition(".")[2]
    if name != _RATE and not (column.startswith(SINGLE) and name in _SCORES):
        return None
    alike = [
        c
        for c in columns
        if c.rpartition(".")[2] == name or {name, c[len(SINGLE) + 1 :]} <= _SCORES
    ]
    places = {n.places for own in alike for n in columns[own]}
    if name != _RATE:  # 9.5 in a row: scores end as they may
        places |= {places_of(value) for value in beside[_SCORE]} - {0}
    money = [
        _places(numbers)
        for own, numbers in columns.items()
        if own.rpartition(".")[2] in _AMOUNTS and any(n.is_padded for n in numbers)
    ]
    return places.pop() if len(places) == 1 and places <= {*money} - {None} else None


def _joined(styles: Mapping[str, dict[str, Toml]]) -> dict[str, dict[str, Toml]]:
    """Say once what holds for the whole and its sources."""
    found: dict[str, dict[str, Toml]] = {}
    for column, style in styles.items():
        name = column.rpartition(".")[2]
        both = [styles.get(f"{table}.{name}") for table in (SINGLE, _FUNDS)]
        found[name if name in _OF_SOURCES - _POINTS and both == [style, style] else column] = style
    return found


def written_number(text: str) -> Written | None:
    """Read a number as it is written; nothing for other words."""
    found = _NUMBER.fullmatch("".join(text.split()))
    if found is None:
        return None
    whole, places, unit = found[1].replace("，", ","), found[2] or "", found[3] or ""
    value = Decimal(whole.replace(",", "") + places)
    return Written(value, max(0, len(places) - 1), "," in whole, unit)


def _of_cells(looked: Looked, plan: Plan) -> Iterator[tuple[str, str, Fraction | None]]:
    """Give the single cells with tags of numbers: their columns, their words, their exact rates."""
    words = {place: text for place, text, _ in looked.document.said()}
    for edit in plan.cells:
        text = edit.old or ("" if edit.after else words.get(edit.place, ""))
        for tag in tags_of(edit.text):
            owner, _, name = tag.partition(".")
            if tag.startswith(_FURTHER):
                yield f"{SINGLE}.{FURTHER}", text, None
            elif owner == SINGLE and name in _SINGLE:
                yield f"{SINGLE}.{name}", text, _exact(looked, name, ("funds",))
            elif (found := _SOURCE.fullmatch(tag)) and found[2] in _OF_SOURCES:
                keys = ("funds", "sources", int(found[1]))
                yield f"{_FUNDS}.{found[2]}", text, _exact(looked, found[2], keys)
    for place, uses in looked.uses.items():
        if any(use.keys[:2] == ("funds", "sources") and use.keys[-2] == FURTHER for use in uses):
            yield f"{_FUNDS}.{FURTHER}", words.get(place, ""), None


def _of_blocks(looked: Looked) -> Iterator[tuple[str, str, None]]:
    for band in looked.full.bands:
        rows = [row for row, _ in rows_of(looked, band)]
        for column, name in columns_of(band).items():
            if name in _OF_ROWS:
                cells = cells_of(looked, band, rows, column)
                yield from ((f"{TABLE}.{name}", c.text, None) for c in cells if c is not None)
        sums = [r.place.row - 1 for r in band.rows if r.kind == RowKind.SUBTOTAL]
        for column, name in columns_of(band).items():
            if name in SUMS:
                cells = cells_of(looked, band, sums, column)
                yield from ((f"{TABLE}.{SUMS[name]}", c.text, None) for c in cells if c is not None)


def _exact(looked: Looked, name: str, keys: tuple[str | int, ...]) -> Fraction | None:
    subject = form_subject(looked.draft) or looked.subject
    if name != _RATE or subject is None:
        return None
    spent, budget = (subject.get((*keys, key)) for key in ("spent", "budget"))
    if not isinstance(spent, Decimal) or not isinstance(budget, Decimal) or not budget:
        return None
    return Fraction(spent) / Fraction(budget) * 100


def _style(
    column: str, numbers: Sequence[Written], exact: Sequence[Fraction | None]
) -> dict[str, Toml]:
    name = column.rpartition(".")[2]
    style: dict[str, Toml] = {}
    if (places := _places(numbers)) or (places := _cut_to(numbers, exact)) is not None:
        style["places"] = places
    large = [n for n in numbers if abs(n.value) >= _GROUPED_FROM]
    if large and all(n.is_grouped for n in large):
        style["grouped"] = True
    has_unit = all(n.unit for n in numbers)
    is_bare = not any(n.unit for n in numbers)
    if name in _WITH_UNIT and is_bare:
        style["with-unit"] = False
    elif name not in _WITH_UNIT and has_unit:
        style["with-unit"] = True
    return style


def _places(numbers: Sequence[Written]) -> int | None:
    """Return the places to which numbers are padded; nothing where they are written as they are."""
    places = {n.places for n in numbers}
    if len(places) != 1 or 0 in places:
        return None
    is_padded = any(n.is_padded for n in numbers) or len(numbers) >= _MANY
    return places.pop() if is_padded else None


def _cut_to(numbers: Sequence[Written], exact: Sequence[Fraction | None]) -> int | None:
    """Return the places to which rates are rounded, where that is fewer than usual."""
    most = max(places_of(n.value) for n in numbers)
    pairs = [(n, whole) for n, whole in zip(numbers, exact, strict=True) if whole is not None]
    is_so = all(round_half_up(whole, most) == n.value for n, whole in pairs)
    is_needed = any(round_half_up(whole, _USUAL_PLACES) != n.value for n, whole in pairs)
    return most if pairs and is_so and is_needed else None
