"""Run rules of wording over the passages of a document: a pure function from texts to findings."""

from collections.abc import Iterator, Sequence
from copy import copy

from generator.base.problem import Severity
from generator.model.wording_rule import PhraseGroup, Scope, WordingRule
from generator.wording.kind_catalogue import KINDS, Finder, severity_of
from generator.wording.near_miss import NearMisses, cite
from generator.wording.near_quoted import QuotedPhrases
from generator.wording.passage import Context, Finding, Hit, Passage, Passages
from generator.wording.slip_rules import FindsSlips, SlipRules
from generator.wording.word_kinds import Hits

_LAST_YEAR = 9999  # examples are of a day after all days


class Linter:
    """Rules made ready once, to look at any number of documents."""

    def __init__(self, rules: Sequence[WordingRule], phrases: Sequence[PhraseGroup]) -> None:
        self._slips: SlipRules | None = None
        on = [rule for rule in rules if not rule.off]
        self._finders: list[tuple[WordingRule, Finder]] = [
            (
                rule,
                _NearMiss(phrases) if rule.kind == "near-miss" else KINDS[rule.kind].make(rule),
            )
            for rule in on
            if rule.kind != "slip"
        ]
        self._about_slips = tuple(rule for rule in on if rule.kind == "slip")
        self._scopes = {rule.scope for rule, _ in self._finders}

    def with_slips(self, finder: FindsSlips) -> "Linter":
        """Return one that looks for slips as well: what finds them is not kept between runs with it."""
        other = copy(self)
        other._slips = SlipRules(self._about_slips, finder)
        return other

    def only_slips(self) -> "Linter":
        """Return one that looks for slips and for nothing else."""
        other = copy(self)
        other._finders, other._scopes = [], set()
        return other

    def run(self, passages: Passages, context: Context | None = None) -> tuple[Finding, ...]:
        """Give all findings of a document, in the order of its text."""
        about = context or Context()
        if self._slips is not None:
            about = about._replace(is_alike=self._slips.is_alike)
        found: list[Finding] = []
        in_scope = {scope: _within(scope, passages) for scope in self._scopes}
        for rule, finder in self._finders:
            numbers, seen = in_scope[rule.scope]
            for index, hit in finder.find(seen, about):
                found.append(_finding(rule, numbers[index], hit))
        if self._slips is not None:
            for rule, index, hit in self._slips.find(passages, about):
                found.append(_finding(rule, index, hit))
        return tuple(_once(sorted(found, key=_order)))


def _within(scope: tuple[Scope, ...], passages: Passages) -> tuple[Sequence[int], Passages]:
    """Return the passages that a rule looks at, with their numbers (no scope: all)."""
    if not scope:
        return range(len(passages)), passages
    numbers = [n for n, passage in enumerate(passages) if passage.scope in scope]
    return numbers, [passages[n] for n in numbers]


class _NearMiss:
    """The one kind that looks at all set phrases together."""

    def __init__(self, phrases: Sequence[PhraseGroup]) -> None:
        self._phrases = NearMisses(phrases)
        self._quoted = QuotedPhrases(phrases, [cite(group) for group in phrases])

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give near misses, passage by passage."""
        for number, passage in enumerate(passages):
            near = self._phrases.find(passage, context.is_alike)
            for hit in (*self._quoted.find(passage), *near):
                yield number, hit


def run_rule(
    rule: WordingRule,
    phrases: Sequence[PhraseGroup],
    text: str,
    slips: FindsSlips | None = None,
) -> tuple[Finding, ...]:
    """Run one rule over one text, as over its examples: a line is a passage of the first scope."""
    scope = rule.scope[0] if rule.scope else "paragraph"
    passages = [Passage(scope, line, "example") for line in text.split("\n")]
    context = Context(bodies=("示例单位",), stage=rule.stage, year=_LAST_YEAR)
    linter = Linter((rule.changed(off=False),), phrases)
    return (linter.with_slips(slips) if slips is not None else linter).run(passages, context)


def _finding(rule: WordingRule, passage: int, hit: Hit) -> Finding:
    return Finding(
        rule.id,
        rule.code,
        Severity.NOTE if hit.is_doubtful else severity_of(rule),
        passage,
        hit.start,
        hit.end,
        hit.found,
        _fill(rule.message, hit),
        _fill(rule.hint, hit),
        hit.basis or _basis(rule),
        hit.wanted,
        hit.is_certain and hit.wanted is not None,
        hit.sure,
    )


def _fill(words: str, hit: Hit) -> str:
    filled = words.replace("{found}", hit.found).replace("{wanted}", hit.wanted or "")
    return filled.replace("{sure}", hit.sure)


def _basis(rule: WordingRule) -> str:
    return rule.source if rule.verified or not rule.source else f"{rule.source}，未与原文核对"


def _order(finding: Finding) -> tuple[int, int, bool, str]:
    return finding.passage, finding.start, not finding.is_certain, finding.code


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Where two rules of one code find the same words, the surer one speaks."""
    taken: dict[tuple[int, str], int] = {}
    for finding in findings:
        key = (finding.passage, finding.code)
        if finding.start >= taken.get(key, 0) or finding.rule.startswith("number"):
            taken[key] = finding.end
            yield finding
