"""All rules, listed by hand; each finding is told in the words of the data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.model.rule_text import FindingText
from generator.rules import (
    blanks,
    classes,
    completion,
    copies,
    funds_rates,
    funds_sums,
    grades,
    instructions,
    names,
    reasons,
    scores,
    sentences,
    total,
    units,
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
    weights.noted_points,
    total.total,
    scores.above_weight,
    scores.full_marks,
    scores.less_deduction,
    scores.deducted,
    funds_rates.rates,
    funds_rates.rate_of_nothing,
    funds_rates.rate_score,
    funds_sums.sources,
    funds_sums.overspent,
    funds_sums.adjusted,
    funds_sums.unspent,
    reasons.missing,
    reasons.same_everywhere,
    copies.copied_sign,
    copies.name_is_value,
    copies.unanswered,
    copies.bare_goal,
    copies.result_is_goal,
    copies.cut_text,
    instructions.instructions,
    blanks.actuals,
    blanks.scores,
    blanks.initial_budget,
    blanks.rate,
    blanks.labelled,
    blanks.year,
    units.persons_and_times,
    units.rates_without_sign,
    units.fraction_beside_rate,
    units.wan_for_wanyuan,
    units.yuan_under_wanyuan,
    classes.money_as_quantity,
    classes.second_below_first,
    names.title,
    names.other_year,
    names.after_signing,
    names.signed_early,
    grades.grades,
    completion.far_beyond,
    completion.red_light,
    sentences.unreached,
    sentences.far_beyond,
    sentences.units,
    sentences.unspent,
    sentences.rates,
    sentences.sums,
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
