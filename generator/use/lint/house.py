"""The wording of a tree as an editor looks at it: what is usual, and who writes it otherwise."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.problem import Place
from generator.load.packs import Packs, load_wording_rules
from generator.model.dossier import Dossier
from generator.model.wording_packs import Wording
from generator.rules.tree.habit import SENTENCE, Habit, Use
from generator.rules.tree.habits import habits_of
from generator.rules.tree.wordings import around


class Deviation(NamedTuple):
    """A place where something is written otherwise than is usual."""

    unit: str
    kind: str
    usual: str
    written: str
    place: Place


class Body(NamedTuple):
    """A unit, and at how many places it deviates."""

    unit: str
    sentences: int
    terms: int


class House(NamedTuple):
    """The habits of a tree: set sentences and terms that have several forms."""

    sentences: tuple[Habit, ...]
    terms: tuple[Habit, ...]
    units: tuple[str, ...]

    def deviations(self) -> Iterator[Deviation]:
        """Give every place of every form that is not the usual one."""
        for habit in (*self.sentences, *self.terms):
            for form in habit.others:
                written, usual = form.text, habit.best.text
                if habit.kind == SENTENCE:
                    written, usual = around(written, usual)
                for use in form.uses:
                    yield Deviation(use.unit, habit.kind, usual, written, use.at.place)

    def bodies(self) -> list[Body]:
        """Count by unit, those that deviate most first."""
        counts = [Counter(use.unit for use in _others(own)) for own in (self.sentences, self.terms)]
        found = [Body(unit, *(count[unit] for count in counts)) for unit in self.units]
        return sorted(found, key=lambda body: (-body.sentences - body.terms, body.unit))


def house_of(dossiers: Sequence[Dossier], wording: Wording, packs: Packs) -> House:
    """Look at the wording of a tree; what its people decided is usual, whatever most write."""
    decided = _decided(packs)
    habits = [_with_first(habit, decided) for habit in habits_of(dossiers, wording)]
    return House(
        tuple(habit for habit in habits if habit.kind == SENTENCE),
        tuple(habit for habit in habits if habit.kind != SENTENCE and habit.others),
        tuple(dict.fromkeys(dossier.unit.unit.name for dossier in dossiers)),
    )


def _others(habits: Sequence[Habit]) -> Iterator[Use]:
    return (use for habit in habits for form in habit.others for use in form.uses)


def _decided(packs: Packs) -> frozenset[str]:
    """Return the words that rules of the house's own ask for."""
    found: set[str] = set()
    for file in load_wording_rules(packs)[0]:
        for rule in file.rules.rule if file.is_own else ():
            if not rule.off:
                found |= {*rule.words, *rule.swap.values(), *(forms[0] for forms in rule.forms)}
    return frozenset(found)


def _with_first(habit: Habit, decided: frozenset[str]) -> Habit:
    forms = sorted(habit.forms, key=lambda form: form.text not in decided)
    return habit._replace(forms=tuple(forms))
