"""Quotations in prose: every name that a text uses exists, wherever the text will be printed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.base.pattern import Pattern
from generator.base.problem import Problem, Severity
from generator.language.quoting_fault import LanguageError
from generator.model.amounts import AMOUNT_LABELS
from generator.prose.prose_keys import ProseField
from generator.prose.prose_render import quotes_figures, render_value
from generator.prose.short_texts import short_texts
from generator.rules.dossier.evidence import Evidence

_SINGLE = Pattern(r"(?<!\{)\{(?P<path>\s*(?P<root>[a-z_]+)(?:\.|\()[^{}]*)\}(?!\})")
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
            known = _called(names)
            for problem in rendered.problems:
                path = known(problem.quote)
                yield problem._replace(hint=f"引用写作 {path}") if path else problem
        yield from _in_single_braces(field, evidence.names[field.owner])
    yield from _unquoted(evidence)


def _called(names: Mapping[str, Any]) -> Callable[[str], str]:
    """Return how to quote what a form calls 全年执行数, or an indicator by its bare name."""

    def path_of(word: str) -> str:
        title = word.strip()
        for name, label in AMOUNT_LABELS.items():
            if title == label:
                return f"{{{{ funds.{name} }}}}"
        look_up = names.get("indicator")
        if look_up is None or not title or title.isascii():
            return ""
        try:
            look_up(title)
        except LanguageError:
            return ""
        return f'{{{{ indicator("{title}").actual }}}}'

    return path_of


def _in_single_braces(field: ProseField, names: Mapping[str, Any]) -> Iterator[Problem]:
    """Tell of names in one pair of braces: they are words, and printed so."""
    for number, line in enumerate(field.text.split("\n"), 1):
        for found in _SINGLE.finditer(line):
            if found["root"] not in names or line[: found.start()].rstrip().endswith("{"):
                continue
            said, place = (
                found[0],
                field.source.text_place(field.keys, number, found.start() + 1),
            )
            meant = f"{{{{ {found['path'].strip()} }}}}"
            message = f"“{said}”只有一层花括号，会照样印出"
            yield Problem("I20", Severity.ERROR, message, place, f"改成：{meant}", said)


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
