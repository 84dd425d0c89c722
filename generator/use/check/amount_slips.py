"""Amounts of several years: a project of a unit that has a thousand times the money of another year."""

from collections import defaultdict
from collections.abc import Iterator

from generator.base.problem import Problem
from generator.model.dossier import Dossier
from generator.rules.across_forms import Budget, of_several_years
from generator.rules.where import place_at
from generator.use.check.acceptance import accept, weigh
from generator.use.check.examine import Examined
from generator.use.library import Library


class AmountsOfTree:
    """The amounts of all dossiers of a run, unit by unit."""

    def __init__(self) -> None:
        self._budgets: dict[str, list[Budget]] = defaultdict(list)
        self._files: dict[str, tuple[Dossier, Library]] = {}

    def look(self, examined: Examined, library: Library) -> None:
        """Note the amounts of one dossier."""
        evidence = examined.evidence
        if evidence is None:
            return
        dossier = evidence.dossier
        self._budgets[dossier.unit.unit.name] += examined.budgets
        self._files |= {own.source.shown: (dossier, library) for own in dossier.subjects}

    def told(self) -> Iterator[Problem]:
        """Give what is to be told; what the inputs accept is marked."""
        for budgets in self._budgets.values():
            for finding in of_several_years(budgets):
                dossier, library = self._files[place_at(finding.where, "").file]
                own = [*library.rules.told([finding])]
                weighed = [*weigh(own, library.workspace.entry.severity)]
                yield from list(accept(weighed, dossier, lambda _: False))[: len(own)]
