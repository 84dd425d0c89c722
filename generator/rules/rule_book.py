"""The rules with their words: each finding is told as the data says, each fact once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity, lightest
from generator.model.rule_text import FindingText, RuleTexts
from generator.model.wording_packs import Wording
from generator.rules.audience import WRITERS, Audience
from generator.rules.criteria import with_targets
from generator.rules.finding import Finding, Strength
from generator.rules.form_rules import RULES
from generator.rules.one_finding import Account, Telling
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.unread_beside import Unread, unread_of
from generator.rules.where import place_at

_MOST_TOLD = 3  # of one kind, before they are said once


class RuleBook(NamedTuple):
    """The rules with their words: what they look for, and what is said of a finding."""

    texts: Mapping[str, FindingText]
    words: Vocabulary
    usual: Mapping[str, str]  # how much a code weighs where a finding says nothing else
    account: Account

    @classmethod
    def of(cls, families: Iterable[RuleTexts], wording: Wording) -> "RuleBook":
        """Gather the words of all families."""
        known = list(families)
        return cls(
            {text.id: text for family in known for text in family.finding},
            Vocabulary.of(known, wording),
            {text.id: text.severity for family in known for text in family.code},
            Account(fact for family in known for fact in family.fact),
        )

    def findings(self, form: PrintedForm) -> Iterator[Finding]:
        """Run every rule over a form."""
        form = with_targets(form, self.words)
        unread = unread_of(form)
        for rule in RULES:
            for finding in rule(form, self.words):
                yield self._weighed(finding, unread)

    def _weighed(self, finding: Finding, unread: Unread) -> Finding:
        """Call a guess what was worked out of cells beside which one was not understood."""
        text = self.texts.get(finding.id)
        if text is not None and unread.is_beside(finding.where, text.rests_on):
            return finding._replace(strength=Strength.INFERRED)
        return finding

    def told(
        self, findings: Iterable[Finding], audience: Audience = WRITERS, shown: str = ""
    ) -> Iterator[Problem]:
        """Tell what concerns the reader, each fact once; ``shown`` names the document."""
        return self.once(self.tellings(findings, audience, shown))

    def tellings(
        self, findings: Iterable[Finding], audience: Audience = WRITERS, shown: str = ""
    ) -> Iterator[Telling]:
        """Say what would be told to the reader, if nobody else tells the same."""
        kept = [f for f in findings if self._concerns(f, audience)]
        for finding in _gathered(kept, self.texts) if audience.is_document else kept:
            yield Telling.of(finding, self.problem(finding, audience, shown))

    def once(self, tellings: Iterable[Telling]) -> Iterator[Problem]:
        """Tell each fact once."""
        return (telling.problem for telling in self.account.each_once([*tellings]))

    def problem(self, finding: Finding, audience: Audience = WRITERS, shown: str = "") -> Problem:
        """Tell one finding."""
        text, place = self.texts[finding.id], place_at(finding.where, shown)
        parts = _parts(finding)
        hint = text.hint if audience.is_document else text.in_inputs or text.hint
        return Problem(
            text.code,
            self._severity(text, place, audience, finding.strength),
            _named(text.says, finding).format(**parts),
            place,
            hint.format(**parts),
            finding.quote,
            finding.basis,
        )

    def sides(self, finding: Finding) -> tuple[str, str, str]:
        """Say what a tie holds together, and what its two sides are."""
        text, parts = self.texts[finding.id], _parts(finding)
        return text.tie.format(**parts), text.left.format(**parts), text.right.format(**parts)

    def _concerns(self, finding: Finding, audience: Audience) -> bool:
        text = self.texts.get(finding.id)
        if text is None:  # a folder of one's own may leave a finding out
            return False
        if not audience.is_document:
            return text.of != "documents"
        if text.of == "inputs" or (text.wants_report and not audience.has_report):
            return False
        return audience.is_sure or not text.rests_on_scheme

    def _weight(self, text: FindingText) -> str:
        return text.severity or self.usual.get(text.code, Severity.WARNING)

    def _severity(
        self, text: FindingText, place: Place, audience: Audience, strength: Strength
    ) -> Severity:
        """A document may be weighed otherwise, one of plain text otherwise again, and a guess as a note."""
        at, said = place.document, self._weight(text)
        if audience.is_document:
            said = text.document_severity or said
            if at is not None and at.line:
                said = text.text_severity or said
            return lightest(Severity(said), strength.heaviest)
        return Severity(said)


def _named(says: str, finding: Finding) -> str:
    """Say 这里 for a thing that has no name, and not “”."""
    return says if finding.name else says.replace("“{name}”", "这里")


def _parts(finding: Finding) -> dict[str, str]:
    """Return what the words of the data may quote."""
    return {
        "name": finding.name,
        "left": finding.left,
        "right": finding.right,
        "how": f"（{finding.how}）" if finding.how else "",
        "why": finding.how,
        "quote": finding.quote,
    }


def _gathered(findings: Sequence[Finding], texts: Mapping[str, FindingText]) -> Iterator[Finding]:
    """Say once what would be said in nearly every row, at the first of them."""
    kinds = [_kind(finding, texts[finding.id]) for finding in findings]
    counts = Counter(kind for kind in kinds if texts[kind[0]].gathers)
    told: set[tuple[str, str]] = set()
    for finding, kind in zip(findings, kinds, strict=True):
        if counts[kind] <= _MOST_TOLD:
            yield finding
        elif kind not in told:
            told.add(kind)
            yield finding._replace(how=f"共 {counts[kind]} 处")


def _kind(finding: Finding, text: FindingText) -> tuple[str, str]:
    return finding.id, finding.left if text.gathers_by_left else ""
