"""A09: a further amount of all the money (到位数, 年末结余), against those of the sources together."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.model.funds import Funds
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace


def amount_sums(evidence: Evidence) -> Iterator[Finding]:
    """Add the sources up, where each of them has the amount, and where they are all the sources."""
    for subject in evidence.dossier.subjects:
        funds = subject.entry.funds
        if not _are_all(funds):
            continue
        for name, whole in funds.amounts.items():
            parts = [s.amounts[name] for s in funds.sources if name in s.amounts]
            together = sum(parts, Decimal(0))
            if len(parts) == len(funds.sources) and together != whole:
                where = KeyPlace(subject.source, ("funds", "amounts", name))
                how = "+".join(map(plain, parts))
                yield Finding("sources", where, plain(whole), plain(together), how, name)


def _are_all(funds: Funds) -> bool:
    """Tell whether the budgets of the sources come to that of the whole."""
    budgets = [source.budget for source in funds.sources]
    known = [budget for budget in budgets if budget is not None]
    return len(known) == len(budgets) > 0 and sum(known) == funds.budget
