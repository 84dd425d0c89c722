"""X07: a number typed into prose that is one of our figures had better be quoted."""

from collections.abc import Iterator

from generator.base.problem import Problem, Severity
from generator.checks.evidence import Evidence, Rule
from generator.checks.prose_fields import ProseField, prose_fields
from generator.figures.figure import Figure
from generator.prose.typed import Typed, is_telling, quantity_of, same_quantity, typed_numbers

TYPED = Rule("X07", Severity.NOTE, "正文里的数用引用，不另抄")


def check_typed_numbers(evidence: Evidence) -> Iterator[Problem]:
    """Look for every typed number among the figures of its subject and of the unit."""
    for field in prose_fields(evidence.dossier):
        figures = list(_near(field, evidence))
        for typed in typed_numbers(field.text):
            figure = next((f for f in figures if _is(typed, f, evidence)), None)
            if figure is not None and quotation_of(figure, field.owner):
                yield _advice(field, typed, figure)


def _near(field: ProseField, evidence: Evidence) -> Iterator[Figure]:
    """Give the figures that a text would quote first; sums and scores last."""
    owned = [*evidence.book.owned_by(field.owner).values()] if field.owner else []
    yield from sorted(owned, key=lambda figure: figure.is_computed)
    yield from evidence.book.owned_by("unit").values()


def _is(typed: Typed, figure: Figure, evidence: Evidence) -> bool:
    quantity = quantity_of(figure)
    if quantity is None or quantity[0] == 0:
        return False
    value, unit = quantity
    return is_telling(typed, unit) and same_quantity(typed, value, unit, evidence.wording.units)


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
