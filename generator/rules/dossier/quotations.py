"""Quotations in prose: every name that a text uses exists, wherever the text will be printed."""

from collections.abc import Iterator

from generator.base.problem import Problem, Severity
from generator.prose.prose_render import quotes_figures, render_value
from generator.prose.short_texts import short_texts
from generator.rules.dossier.evidence import Evidence

_STANDING = frozenset(("text", "text-after"))


def quotation_problems(evidence: Evidence) -> Iterator[Problem]:
    """Render every text that quotes something, only to learn what is wrong with it (I20).

    Sections written by the unit stand from year to year and quote results that spring does not have
    yet; a document of goals that prints one of them is told so when it is laid out.
    """
    units = evidence.wording.units
    is_spring = evidence.stage == "goals"
    for field in evidence.prose:
        if is_spring and _STANDING.intersection(field.keys[:-1]):
            continue
        if quotes_figures(field.text):
            names = evidence.names[field.owner]
            rendered = render_value(field.source, field.keys, field.text, names, units)
            yield from rendered.problems
    yield from _unquoted(evidence)


def _unquoted(evidence: Evidence) -> Iterator[Problem]:
    """Tell of tags in names and cells, which would be printed as they stand.

    Headings may quote, and so may short texts that are prose besides.
    """
    prose = {(field.source.shown, field.keys) for field in evidence.prose}
    for own in short_texts(evidence.dossier):
        if own.scope == "heading" or not quotes_figures(own.text):
            continue
        if (own.source.shown, own.keys) not in prose:
            message = f"这一项不引用数据，“{own.text.strip()[:30]}”会照样印出"
            hint = "请直接写要印的字；能引用数据的是正文、目标、原因、说明这些成句的文字"
            place = own.source.place(own.keys)
            yield Problem("I20", Severity.ERROR, message, place, hint, own.text[:20])
