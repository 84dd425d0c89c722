"""A09 to A11 and G02 in prose: numbers that a text itself relates agree with each other."""

from collections.abc import Iterator

from generator.base.problem import Problem, Severity
from generator.rules.dossier.evidence import Evidence
from generator.rules.dossier.prose_numbers import slips_in


def check_prose_numbers(evidence: Evidence) -> Iterator[Problem]:
    """Look through every line of prose."""
    for field in evidence.prose:
        for number, line in enumerate(field.text.splitlines(), 1):
            for slip in slips_in(line):
                place = field.source.text_place(field.keys, number, slip.start + 1)
                severity = Severity.WARNING if slip.is_doubtful else slip.rule.severity
                yield Problem(slip.rule.code, severity, slip.message, place, slip.hint, slip.quote)
