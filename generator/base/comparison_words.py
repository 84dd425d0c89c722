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
        self._before, self._behind = _longest_first(before), _longest_first(behind)
        self.before, self.behind = tuple(self._before), tuple(self._behind)
        self._lengths = sorted({len(word) for word in self._before}, reverse=True)
        self._of_time = frozenset(word for c in known for word in c.behind_time)

    def split(self, tight: str) -> tuple[Operator | None, str] | None:
        """Take the words off; ``None`` when they contradict each other or say nothing."""
        before = behind = None
        head = tail = ""
        if tight.startswith(self.before):
            head = next(h for n in self._lengths if (h := tight[:n]) in self._before)
            before = self._before[head]
        body = tight.removeprefix(head)
        if body.endswith(self.behind):
            tail = next(word for word in self.behind if body.endswith(word))
            behind = self._behind[tail]
        body = body.removesuffix(tail)
        stated = {operator for operator in (before, behind) if operator}
        if len(stated) > 1 or (head and not stated):
            return None
        if tail in self._of_time and not body.endswith(DURATIONS):
            return None
        return next(iter(stated), None), body


def _longest_first(
    words: Iterable[tuple[str, Operator | None]],
) -> dict[str, Operator | None]:
    """Sort words so that one comes before what it begins or ends with; the first to name a word counts."""
    found: dict[str, Operator | None] = {}
    for word, operator in sorted(words, key=lambda pair: -len(pair[0])):
        found.setdefault(word, operator)
    return found
