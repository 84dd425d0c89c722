"""X07: a number typed into prose that is one of our figures had better be quoted."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.problem import Problem, Severity
from generator.checks.evidence import Evidence, Rule
from generator.checks.prose_fields import ProseField
from generator.figures.book import FigureBook
from generator.figures.figure import Figure
from generator.model.units import Units
from generator.prose.typed import (
    MONEY,
    Typed,
    is_telling,
    quantity_of,
    same_quantity,
    typed_numbers,
)

TYPED = Rule("X07", Severity.NOTE, "正文里的数用引用，不另抄")


def check_typed_numbers(evidence: Evidence) -> Iterator[Problem]:
    """Look for every typed number among the figures of its subject and of the unit."""
    known: dict[str, Quantities] = {}
    for field in evidence.prose:
        if field.owner not in known:
            known[field.owner] = Quantities(field.owner, evidence.book, evidence.wording.units)
        for typed in typed_numbers(field.text):
            figure = known[field.owner].find(typed)
            if figure is not None and quotation_of(figure, field.owner):
                yield _advice(field, typed, figure)


class Quantities:
    """The figures that a subject's text would quote, by their values; sums and scores last."""

    def __init__(self, owner: str, book: FigureBook, units: Units) -> None:
        self._units = units
        owned = [*book.owned_by(owner).values()] if owner else []
        owned.sort(key=lambda figure: figure.is_computed)
        figures = [*owned, *book.owned_by("unit").values()]
        self._plain: dict[Decimal, list[tuple[Figure, Decimal, str]]] = {}
        self._money: list[tuple[Figure, Decimal, str]] = []
        for figure in figures:
            quantity = quantity_of(figure)
            if quantity is None or quantity[0] == 0:
                continue
            if quantity[1] in MONEY:
                self._money.append((figure, *quantity))
            else:
                self._plain.setdefault(quantity[0], []).append((figure, *quantity))

    def find(self, typed: Typed) -> Figure | None:
        """Return the first figure that a typed number repeats."""
        is_money = typed.after.startswith(MONEY)
        for figure, value, unit in self._money if is_money else self._plain.get(typed.value, ()):
            if is_telling(typed, unit) and same_quantity(typed, value, unit, self._units):
                return figure
        return None


def _advice(field: ProseField, typed: Typed, figure: Figure) -> Problem:
    place = field.source.text_place(field.keys, typed.line, typed.column)
    message = f"“{typed.words}”与数据“{figure.label or figure.id}”（{figure.shown}）相同"
    hint = f"请改为引用：{quotation_of(figure, field.owner)}；数改动时文字才会跟着改"
    return Problem(TYPED.code, TYPED.severity, message, place, hint, typed.words)


def quotation_of(figure: Figure, owner: str) -> str:
    """Write how a text of a subject quotes a figure (empty: it cannot be quoted)."""
    holder, _, short = figure.id.partition("/")
    if "class[" in short or short.startswith("report["):
        return ""
    head, bracket, rest = short.partition("[")
    if not bracket:
        path = short
    elif rest.endswith("]"):
        path = f'{head}("{rest[:-1]}")'
    else:
        name, _, side = rest.rpartition("].")
        path = f'{head}("{name.rsplit("/", 1)[-1]}").{side}'
    if holder in (owner, "unit"):
        return f"{{{{ {path} }}}}"
    return f'{{{{ project("{holder}").{path} }}}}'
