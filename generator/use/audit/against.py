"""X09: a document against our own inputs, value by value, and what follows from them."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from generator.base.document_place import DocumentPlace
from generator.base.measure import MeasureKind
from generator.base.number import round_half_up
from generator.base.toml import KeyPath
from generator.figures.figure import exact_decimal
from generator.figures.own_sums import agrees
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.figure_parts import INDICATOR
from generator.model.form_printing import SINGLE
from generator.model.units import Units
from generator.prose.prose_render import quotes_figures, render_value
from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.label_book import normal
from generator.read.money_unit import USUAL
from generator.read.typed_draft import IndicatorValues
from generator.rules.finding import Finding
from generator.tables.target_cells import TABLE
from generator.use.check.examine import Examined

_TOTAL, _GRADE = partial(FigureId.score, side="total"), partial(FigureId.score, side="grade")
_COMPUTED: dict[KeyPath, Callable[[str], FigureId]] = {
    ("stated", "total"): _TOTAL,
    ("stated", "grade"): _GRADE,
    ("stated", "narrative", "total"): _TOTAL,
    ("stated", "narrative", "grade"): _GRADE,
    ("funds", "stated", "rate"): partial(FigureId.money, side="rate"),
    ("funds", "stated", "score"): partial(FigureId.part, part="execution", side="score"),
}
# Where a form may write what follows from the inputs with fewer places.
_PRINTED: dict[KeyPath, tuple[str, str]] = {
    ("stated", "total"): (SINGLE, "total"),
    ("funds", "stated", "rate"): (SINGLE, "rate"),
    ("funds", "stated", "score"): (SINGLE, "execution_score"),
}
_SCORE = ("stated", "score")
_OWN = ("fields", "tables")
_TEXTS = frozenset({"text", "name", "class", "reason", "overview"})


def check_against(
    drafts: Sequence[Draft], dossiers: Sequence[Examined], units: Units
) -> Iterator[Finding]:
    """Compare every subject of the documents with ours of the same name."""
    for draft in drafts:
        for found in draft.subjects:
            own = _ours(found, dossiers)
            if own is not None:
                yield from _Comparison(found, *own, units).run()


def _ours(found: SubjectDraft, dossiers: Sequence[Examined]) -> tuple[Subject, Examined] | None:
    for examined in dossiers:
        if examined.dossier is None or examined.book is None:
            continue
        same = [s for s in examined.dossier.subjects if s.kind == found.kind]
        named = [s for s in same if normal(s.name) == normal(found.name)]
        if found.kind == "department" and len(same) == 1:
            named = same
        if len(named) == 1:
            return named[0], examined
    return None


class _Comparison:
    def __init__(self, found: SubjectDraft, own: Subject, examined: Examined, units: Units) -> None:
        self._found, self._own, self._units = found, own, units
        self._book = examined.book
        self._names = examined.names[own.id]
        self._rows = _rows_by_name(own.source.data)
        documents = examined.scheme.scheme.document if examined.scheme is not None else ()
        self._printing = [d.print_ for d in documents if d.for_ == own.kind]

    def run(self) -> Iterator[Finding]:
        for keys, at in self._found.places.items():
            value = self._found.get(keys)
            ours, said = self._wanted(keys)
            if ours is None or value is None or self._is_same(keys, value, ours):
                continue
            if not self._is_of_a_namesake(keys, value):
                yield Finding("against-inputs", at, _shown(value), _shown(ours), name=said)
        known = {normal(str(row.get("name", ""))) for _, row in rows_in(self._found.values)}
        for (goal, name), (_, row) in self._rows.items():
            if goal is None and name and known and name not in known:
                place = next(iter(self._found.places.values()), DocumentPlace())
                yield Finding("against-inputs-row", place, name=str(row.get("name")))

    def _wanted(self, keys: KeyPath) -> tuple[Any, str]:
        """Return our value for a key of the draft, and how it is called."""
        if keys in _COMPUTED:
            id = _COMPUTED[keys](self._own.id)
            figure = self._book.find(id) if self._book is not None else None
            return (figure.value, figure.label) if figure is not None else (None, "")
        if keys[-1] in _TEXTS or keys[:1] == ("text",):
            return None, ""
        row = _row_of(keys)
        if row is None:
            ours = _at(self._own.source.data, keys)
            if isinstance(ours, str) and quotes_figures(ours):
                ours = self._rendered(keys, ours)
            return ours, self._title(keys)
        head, rest = row
        theirs = self._found.get(head)
        name = normal(str(theirs.get("name", ""))) if isinstance(theirs, dict) else ""
        goal = head[1] if head[0] == "goals" else None
        own = self._rows.get((goal, name)) or self._rows.get((None, name))
        if own is None:
            return None, ""
        path, row_of_ours = own
        if rest == ("actual",) and row_of_ours.get("actual-text"):
            return self._rendered(path, str(row_of_ours["actual-text"])), self._title(
                path, "actual"
            )
        if rest == ("stated", "score"):
            return self._score(row_of_ours), f"“{row_of_ours.get('name')}”的得分"
        return _at(row_of_ours, rest), self._title(path, *rest)

    def _is_of_a_namesake(self, keys: KeyPath, value: Any) -> bool:
        """Tell whether another row of the same name, under another goal, says just this."""
        row = _row_of(keys)
        theirs = self._found.get(row[0]) if row is not None else None
        if row is None or not isinstance(theirs, dict):
            return False
        name = normal(str(theirs.get("name", "")))
        return any(
            self._is_same(keys, value, _at(own, row[1]) or "")
            for (_, other), (_, own) in self._rows.items()
            if other == name
        )

    def _title(self, path: KeyPath, *rest: str | int) -> str:
        return self._own.source.key_text((*path, *rest))

    def _rendered(self, keys: KeyPath, text: str) -> str:
        """Return a text as it is printed, figures quoted."""
        return render_value(self._own.source, keys, text, self._names, self._units).text

    def _score(self, row: IndicatorValues) -> Any:
        kinds = self._book.kinds_of(self._own.id) if self._book is not None else {}
        every = ((figure, figure.id.parts) for figure in kinds.get(INDICATOR, ()))
        ending = f"/{row.get('name')}"
        same = [f for f, p in every if p.side == "score" and p.name.endswith(ending)]
        return same[0].value if len(same) == 1 else None

    def _is_as_printed(self, keys: KeyPath, value: Any, ours: Any) -> bool:
        """Tell a number that has as many places as the scheme says that its form prints."""
        at = _PRINTED.get(keys, (TABLE, "score") if keys[-2:] == _SCORE else None)
        if at is None or not _is_number(value) or not _is_number(ours):
            return False
        formats = (printing.number(*at) for printing in self._printing)
        places = {own.places for own in formats if own is not None and own.places is not None}
        return any(round_half_up(Decimal(ours), count) == value for count in places)

    def _is_same(self, keys: KeyPath, value: Any, ours: Any) -> bool:
        if self._is_as_printed(keys, value, ours):
            return True
        if keys[:1] == ("funds",) and _is_number(value) and _is_number(ours):
            return self._money(value, self._found.get(("funds", "unit"))) == self._money(
                ours, _at(self._own.source.data, ("funds", "unit"))
            )
        if keys[0] in _OWN and _is_number(value) and _is_number(ours):
            return agrees(
                Decimal(value), self._in_their_unit(keys, ours)
            )  # fewer places are no fault
        if keys[0] in _OWN and isinstance(value, list) and isinstance(ours, list):
            return {*value} == {*ours}
        if _is_number(value) and _is_number(ours):
            return Fraction(value) == Fraction(ours)
        if isinstance(value, dict | list) or isinstance(ours, dict | list):
            return True
        one, other = str(value), str(ours)
        if normal(one) == normal(other):
            return True
        left, right = (self._units.measure(text)._replace(text="") for text in (one, other))
        return left.kind is not MeasureKind.TEXT and left == right

    def _in_their_unit(self, keys: KeyPath, ours: Any) -> Decimal:
        """Return a value of ours in the unit of the form, which may print amounts in its own."""
        declared, name = self._own.declared, str(keys[-1])
        table = declared.table_of(str(keys[1])) if keys[0] == "tables" else None
        item = table.column_of(name) if table is not None else declared.field_of(name)
        if item is None or item.kind != "amount" or item.unit:
            return Decimal(ours)
        theirs = self._units.factor(str(self._found.get(("funds", "unit")) or USUAL))
        amount = self._money(ours, _at(self._own.source.data, ("funds", "unit")))
        return exact_decimal(amount / theirs)

    def _money(self, value: Any, unit: Any) -> Fraction:
        return Fraction(value) * self._units.factor(str(unit or USUAL))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _at(values: Any, keys: KeyPath) -> Any:
    for key in keys:
        if isinstance(key, int):
            values = values[key] if isinstance(values, list) and key < len(values) else None
        else:
            values = values.get(key) if isinstance(values, dict) else None
    return values


def _row_of(keys: KeyPath) -> tuple[KeyPath, KeyPath] | None:
    """Cut a key into the row of an indicator and what stands in it."""
    for number, key in enumerate(keys[:-1]):
        if key == "indicator" and isinstance(keys[number + 1], int):
            return keys[: number + 2], keys[number + 2 :]
    return None


_Rows = dict[tuple[Any, str], tuple[KeyPath, IndicatorValues]]


def _rows_by_name(values: Any) -> _Rows:
    """Know rows by their goal and name, and by their name alone."""
    found: _Rows = {}
    for path, row in rows_in(values):
        name = normal(str(row.get("name", "")))
        found.setdefault((None, name), (path, row))
        if path[0] == "goals":
            found.setdefault((path[1], name), (path, row))
    return found


def _shown(value: Any) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
