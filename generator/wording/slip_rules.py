"""Rules about slips: each tells those of some kinds, with its own code and words."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Passages
from generator.wording.slips.candidate import Slip

_LIKELY, _PERHAPS = "很有把握", "请核对"


class FindsSlips(Protocol):
    """Whoever finds slips: by a look at the texts, or by what is known of them."""

    def find(self, texts: Sequence[str], names: Sequence[str] = ()) -> Iterator[tuple[int, Slip]]:
        """Give the slips of a document's texts; what stands in a name of its own is none."""

    def is_alike(self, one: str, other: str) -> bool:
        """Tell whether one character is easily written for another."""

    def is_likely(self, slip: Slip) -> bool:
        """Tell whether there is little doubt."""


class SlipRules:
    """All rules about slips together: a document is looked at once for all of them."""

    def __init__(self, rules: Sequence[WordingRule], finder: FindsSlips) -> None:
        self._finder = finder
        self.is_alike = finder.is_alike
        self._rules = {kind: rule for rule in rules for kind in rule.slips}

    def find(self, passages: Passages, context: Context) -> Iterator[tuple[WordingRule, int, Hit]]:
        """Give every slip with the rule that tells it."""
        if not self._rules:
            return
        texts = [passage.plain for passage in passages]
        names = (*context.bodies, *context.names)
        for number, slip in self._finder.find(texts, names):
            rule = self._rules.get(slip.kind)
            if rule is None or (rule.scope and passages[number].scope not in rule.scope):
                continue
            hit = Hit(
                slip.start, slip.end, slip.found, slip.wanted, slip.is_certain and rule.certain
            )
            is_likely = self._finder.is_likely(slip)
            sure = _LIKELY if is_likely else _PERHAPS
            yield rule, number, hit._replace(sure=sure, is_doubtful=not is_likely)
