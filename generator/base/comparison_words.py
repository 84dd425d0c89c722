"""Words of comparison around a number: 不低于80件, 80件以上, 5个工作日内."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.base.measure import Operator
from generator.base.quantity import DURATIONS

# Signs are of mathematics; words are data.
_SIGNS: tuple[tuple[Operator, tuple[str, ...]], ...] = (
    (Operator.AT_LEAST, ("≥", "≧", "⩾", ">=")),
    (Operator.AT_MOST, ("≤", "≦", "⩽", "<=")),
    (Operator.ABOVE, (">",)),
    (Operator.BELOW, ("<",)),
    (Operator.EQUAL, ("=",)),
)


class Compared(NamedTuple):
    """The words of one comparison; without an operator they lean on a word behind: 控制在17万元以内."""

    operator: Operator | None
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    behind_time: tuple[str, ...] = ()  # only behind a duration


class Comparisons:
    """Takes words of comparison off a measure."""

    def __init__(self, words: Iterable[Compared] = ()) -> None:
        """Take the words; longer ones are tried first."""
        known = tuple(words)
        before = [(w, c.operator) for c in known for w in c.before]
        before += [(sign, operator) for operator, signs in _SIGNS for sign in signs]
        behind = [(w, c.operator) for c in known for w in (*c.behind, *c.behind_time)]
        self._before = sorted(before, key=lambda pair: -len(pair[0]))
        self._behind = sorted(behind, key=lambda pair: -len(pair[0]))
        self.before = tuple(word for word, _ in self._before)
        self.behind = tuple(word for word, _ in self._behind)
        self._of_time = frozenset(word for c in known for word in c.behind_time)

    def split(self, tight: str) -> tuple[Operator | None, str] | None:
        """Take the words off; ``None`` when they contradict each other or say nothing."""
        before = behind = None
        head = tail = ""
        if tight.startswith(self.before):
            head, before = next(pair for pair in self._before if tight.startswith(pair[0]))
        body = tight.removeprefix(head)
        if body.endswith(self.behind):
            tail, behind = next(pair for pair in self._behind if body.endswith(pair[0]))
        body = body.removesuffix(tail)
        stated = {operator for operator in (before, behind) if operator}
        if len(stated) > 1 or (head and not stated):
            return None
        if tail in self._of_time and not body.endswith(DURATIONS):
            return None
        return next(iter(stated), None), body
