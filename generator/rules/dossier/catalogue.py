"""All rules over inputs, in the order in which they run: explicit tuples."""

from collections.abc import Iterator

from generator.rules.dossier import (
    classes,
    copied,
    counts,
    cut_digits,
    department,
    force,
    grades,
    high_cells,
    items,
    mistyped,
    names,
    not_asked,
    own_fields,
    required,
    scores,
    sections,
    stated,
    typed_numbers,
)
from generator.rules.dossier.evidence import Evidence, Rule
from generator.rules.finding import Finding

# By a scheme, or between the files of a dossier: what a document says can be held against them, too.
RULES: tuple[Rule, ...] = (
    force.force,
    stated.blank_scores,
    stated.execution,
    items.items,
    scores.scores,
    grades.of_reports,
    grades.methods,
    department.department,
    department.rolled_up,
    department.reused,
    names.names,
    required.required,
    own_fields.own_blanks,
    own_fields.own_sums,
    classes.classes,
    copied.copied,
)
# Of inputs alone: how they are written, and what a document is looked through for by itself.
OF_INPUTS: tuple[Rule, ...] = (
    mistyped.mistyped,
    mistyped.without_unit,
    mistyped.impossible_days_of_prose,
    counts.prose_numbers,
    typed_numbers.typed_figures,
    grades.local_rules,
    sections.sections,
    not_asked.not_asked,
    own_fields.own_lengths,
    cut_digits.cut_digits,
    high_cells.high_cells,
)


def findings(evidence: Evidence, *, is_document: bool = False) -> Iterator[Finding]:
    """Run every rule over a dossier, or over what a document says laid out as one."""
    for rule in RULES if is_document else (*RULES, *OF_INPUTS):
        yield from rule(evidence)
