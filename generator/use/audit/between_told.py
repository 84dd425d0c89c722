"""What files of a unit say differently, without what was told of the same words already."""

from collections.abc import Iterable, Iterator, Sequence

from generator.base.problem import Problem
from generator.rules.audience import Audience
from generator.rules.book import RuleBook
from generator.rules.finding import Finding

_DOCUMENTS = Audience(is_document=True, is_sure=False)


def told_besides(
    findings: Iterable[Finding], told: Sequence[Problem], rules: RuleBook
) -> Iterator[Problem]:
    """Tell findings; where the same code was told of a cell, or of the same words, that is enough."""
    return rules.told([f for f in findings if not _is_known(f, told, rules)], _DOCUMENTS)


def _is_known(finding: Finding, told: Sequence[Problem], rules: RuleBook) -> bool:
    problem = rules.problem(finding, _DOCUMENTS)
    return any(
        other.code == problem.code
        and other.place.document == problem.place.document
        and other.place.file == problem.place.file
        and (not other.quote or finding.left in "".join(other.quote.split()))
        for other in told
    )
