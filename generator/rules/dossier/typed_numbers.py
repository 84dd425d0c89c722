"""X07: a number typed into prose that is one of our figures had better be quoted."""

from collections.abc import Iterator

from generator.base.problem import Problem, Severity
from generator.checks.prose_fields import ProseField
from generator.checks.typed_numbers import Quantities, quotation_of
from generator.figures.figure import Figure
from generator.prose.typed import Typed, typed_numbers
from generator.rules.dossier.evidence import Evidence, Rule

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


def _advice(field: ProseField, typed: Typed, figure: Figure) -> Problem:
    place = field.source.text_place(field.keys, typed.line, typed.column)
    message = f"“{typed.words}”与数据“{figure.label or figure.id}”（{figure.shown}）相同"
    hint = f"请改为引用：{quotation_of(figure, field.owner)}；数改动时文字才会跟着改"
    return Problem(TYPED.code, TYPED.severity, message, place, hint, typed.words)
