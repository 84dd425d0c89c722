"""All rules over inputs, in the order in which they run: explicit tuples."""

from collections.abc import Iterator

from generator.rules.dossier import (
    amount_sums,
    blank_names,
    class_membership,
    copied_indicators,
    counts,
    cut_digits,
    department,
    force,
    fractions,
    high_cells,
    item_answers,
    mistyped,
    names_alike,
    not_asked,
    older_scores,
    outline_sections,
    own_requirements,
    report_grades,
    required_keys,
    results_of_goals,
    scheme_scores,
    strange_sizes,
    stray_texts,
    typed_numbers,
    unread_values,
)
from generator.rules.dossier.evidence import Evidence, Rule
from generator.rules.finding import Finding

# By a scheme, or between the files of a dossier: what a document says can be held against them, too.
RULES: tuple[Rule, ...] = (
    force.force,
    older_scores.blank_scores,
    older_scores.execution,
    item_answers.items,
    scheme_scores.scores,
    report_grades.of_reports,
    report_grades.methods,
    department.department,
    department.rolled_up,
    department.reused,
    names_alike.names,
    required_keys.required,
    own_requirements.own_blanks,
    own_requirements.own_sums,
    class_membership.classes,
    copied_indicators.copied,
)
# Of inputs alone: how they are written, and what a document is looked through for by itself.
OF_INPUTS: tuple[Rule, ...] = (
    amount_sums.amount_sums,
    blank_names.blank_names,
    results_of_goals.filled,
    mistyped.mistyped,
    mistyped.without_unit,
    unread_values.unread,
    strange_sizes.strange,
    stray_texts.names,
    stray_texts.texts,
    stray_texts.titles,
    fractions.targets,
    fractions.weights,
    mistyped.impossible_days_of_prose,
    counts.prose_numbers,
    typed_numbers.typed_figures,
    report_grades.local_rules,
    outline_sections.sections,
    not_asked.not_asked,
    own_requirements.own_lengths,
    cut_digits.cut_digits,
    high_cells.high_cells,
)


def findings(evidence: Evidence, *, is_document: bool = False) -> Iterator[Finding]:
    """Run every rule over a dossier, or over what a document says laid out as one."""
    for rule in RULES if is_document else (*RULES, *OF_INPUTS):
        yield from rule(evidence)
