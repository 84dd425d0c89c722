"""All rules, listed by hand; each finding is told in the words of the data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.model.rule_text import FindingText
from generator.rules import (
    blank_lines,
    blanks,
    changes,
    classes,
    completion,
    copies,
    costs,
    cut_paragraphs,
    days,
    funds_rates,
    funds_sums,
    grades,
    instructions,
    late,
    leftover,
    lights,
    magnitudes,
    names,
    noted,
    proportion,
    quantities,
    rates_of_rows,
    reasons,
    said_grades,
    said_rates,
    scores,
    sentences,
    shares,
    splits,
    total,
    units,
    unmet,
    values,
    weights,
)
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.vocabulary import Vocabulary

Rule = Callable[[PrintedForm, Vocabulary], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    weights.class_weights,
    weights.class_scores,
    weights.block_points,
    weights.all_weights,
    noted.noted_points,
    total.total,
    scores.above_weight,
    scores.full_marks,
    proportion.proportion,
    scores.deducted,
    late.late,
    funds_rates.rates,
    funds_rates.rate_of_nothing,
    rates_of_rows.rates_of_rows,
    funds_rates.rate_score,
    funds_sums.sources,
    splits.splits,
    funds_sums.overspent,
    funds_sums.adjusted,
    funds_sums.unspent,
    reasons.missing,
    reasons.same_everywhere,
    unmet.unmet,
    copies.copied_sign,
    copies.name_is_value,
    copies.unanswered,
    copies.bare_goal,
    copies.result_is_goal,
    copies.cut_text,
    cut_paragraphs.cut_paragraphs,
    instructions.instructions,
    blanks.actuals,
    blanks.scores,
    blanks.initial_budget,
    blanks.rate,
    blanks.labelled,
    blanks.year,
    blank_lines.lines,
    blank_lines.grade,
    blank_lines.single,
    values.placeholders,
    values.incomparable,
    values.bare_actuals,
    values.rates_in_other_units,
    units.persons_and_times,
    units.rates_without_sign,
    units.fraction_beside_rate,
    units.wan_for_wanyuan,
    magnitudes.yuan_under_wanyuan,
    magnitudes.wanyuan_under_yuan,
    classes.money_as_quantity,
    costs.costs_as_results,
    classes.second_below_first,
    names.title,
    names.other_year,
    names.after_signing,
    names.signed_early,
    days.done_after_signing,
    days.targets_of_other_years,
    days.own_year,
    grades.grades,
    said_grades.totals,
    said_grades.grades,
    said_grades.differing,
    completion.far_beyond,
    lights.red,
    lights.yellow,
    sentences.unreached,
    sentences.far_beyond,
    sentences.units,
    sentences.unspent,
    sentences.sums,
    said_rates.rates,
    shares.parts_of_wholes,
    shares.rates_of_counts,
    changes.changes,
    leftover.left_part,
    quantities.against_rows,
    quantities.against_funds,
    quantities.across_sentences,
)


class RuleBook(NamedTuple):
    """The rules with their words: what they look for, and what is said of a finding."""

    texts: Mapping[str, FindingText]
    words: Vocabulary

    def findings(self, form: PrintedForm) -> Iterator[Finding]:
        """Run every rule over a form."""
        for rule in RULES:
            yield from rule(form, self.words)

    def problems(self, form: PrintedForm, shown: str = "") -> Iterator[Problem]:
        """Tell what the rules find, in words for a document."""
        for finding in self.findings(form):
            yield self.told(finding, shown)

    def across(self, findings: Iterable[Finding]) -> Iterator[Problem]:
        """Tell what several forms say of each other."""
        for finding in findings:
            yield self.told(finding, finding.where.file)

    def told(self, finding: Finding, shown: str) -> Problem:
        """Tell one finding."""
        text = self.texts[finding.id]
        parts = {
            "name": finding.name,
            "left": finding.left,
            "right": finding.right,
            "how": f"（{finding.how}）" if finding.how else "",
        }
        place = Place.in_document(finding.where, shown)
        message = text.says.format(**parts)
        return Problem(text.code, Severity(text.severity), message, place, text.hint)
