"""All checks of inputs, in the order in which they run: one explicit tuple."""

from collections.abc import Iterator

from generator.base.problem import Problem
from generator.rules.dossier import (
    classes,
    completeness,
    counts,
    cross,
    grades,
    mentions,
    not_asked,
    quotations,
    sections,
    stated,
    substance,
    typed_numbers,
    weights,
)
from generator.rules.dossier.evidence import Check, Evidence

CHECKS: tuple[Check, ...] = (
    stated.check_total,
    stated.check_blank,
    stated.check_rate,
    stated.check_execution,
    weights.check_weights,
    weights.check_scores,
    weights.check_sums,
    quotations.check_quotations,
    counts.check_prose_numbers,
    typed_numbers.check_typed_numbers,
    grades.check_local_rules,
    grades.check_grade,
    grades.check_methods,
    cross.check_narrative,
    mentions.check_mentions,
    cross.check_department,
    cross.check_rolled_up,
    cross.check_reused,
    cross.check_names,
    not_asked.check_not_asked,
    completeness.check_required,
    completeness.check_reasons,
    completeness.check_budget,
    sections.check_sections,
    substance.check_placeholders,
    substance.check_comparable,
    classes.check_classes,
    substance.check_copied,
    substance.check_empty_words,
)


def run_checks(evidence: Evidence) -> Iterator[Problem]:
    """Run every check over a dossier."""
    for check in CHECKS:
        yield from check(evidence)
