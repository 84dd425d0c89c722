"""What files of a unit say differently, without what was told of the same words already."""

from collections.abc import Iterable, Iterator, Sequence

from generator.base.problem import Problem
from generator.rules.book import RuleBook
from generator.rules.finding import Finding


def told_besides(
    findings: Iterable[Finding], told: Sequence[Problem], rules: RuleBook
) -> Iterator[Problem]:
    """Tell findings; where the same code was told of a cell, or of the same words, that is enough."""
    for finding in findings:
        problem = rules.told(finding, "")
        is_known = any(
            other.code == problem.code
            and other.place.document == problem.place.document
            and other.place.file == problem.place.file
            and (not other.quote or finding.left in "".join(other.quote.split()))
            for other in told
        )
        if not is_known:
            yield problem
