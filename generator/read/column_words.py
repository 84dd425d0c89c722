"""Words of the columns of indicators: how likely a heading names a role, and fixed words of cells."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import log

from generator.base.pattern import Pattern
from generator.model.labels import Labels
from generator.read.form_words import Vocabulary
from generator.read.printed_values import squeezed

ROLES = (
    "number", "class", "level1", "points1", "level2", "points2", "level3", "name", "level4", "description",
    "sign", "direction", "target", "adjusted", "measure-unit", "actual", "actual-unit", "done-rate", "deviation-rate", "weight", "score", "review",
    "computed", "forecast", "interim", "deduction", "reason", "review-reason", "basis", "evidence", "method", "remark", "core", "history",
)  # fmt: skip
# What a heading calls points may be the points of a class, where it stands beside the class.
# What was reached by the middle of the year is what was reached, where nothing else is.
_ALSO = {"weight": ("points1", "points2"), "interim": ("actual",)}
_CLASSES = frozenset(("level1", "level2", "class", "name"))
_AND = Pattern("[及和与、/]")
_NUMBERED = Pattern(r"^[0-9.、．()]{1,4}")
_VAGUE = frozenset(("remark",))  # a heading that may be anything; its brackets say which
_CLEARER = frozenset(("reason", "evidence", "basis"))
_IN_BRACKETS = Pattern(r"[（(\[【]([^（）()\[\]【】]+)[）)\]】]")
_POINTS = "分"
_LEAST = 0.34  # below this likeness says nothing


class ColumnWords:
    """Knows the names of columns, and the signs of targets."""

    def __init__(self, labels: Labels, normal: Callable[[str], str], phrases: Vocabulary) -> None:
        """Index the words of all roles; the first mention wins."""
        self._normal, self.phrases = normal, phrases
        self._roles: dict[str, str] = {}
        named = [(e.role, e.words) for e in labels.column]
        named += [(e.role, e.words) for e in labels.label]
        for role, words in named:
            if role in ROLES:
                for word in words:
                    self._roles.setdefault(normal(word), role)
        self._hints = [(hint, e.role) for e in labels.column for hint in e.hints]
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        for word in self._roles:
            for pair in _pairs(word):
                self._by_pair[pair].append(word)
        self._weights = self._weigh()
        self._known: dict[str, dict[str, float]] = {}
        self.signs = {squeezed(w): s.sign for s in labels.sign for w in s.words}
        self.directions = {squeezed(w): s.sign for s in labels.sign for w in s.directions}

    def role(self, heading: str) -> str:
        """Return the role that a heading surely names (empty: none)."""
        plain = self._normal(heading)
        role = self._roles.get(plain) or self._roles.get(_NUMBERED.sub("", plain), "")
        role = role or self._with_points(plain)
        return self._within(heading) or role if role in _VAGUE else role

    def _with_points(self, plain: str) -> str:
        """Return the class that a heading names with its points: 一级指标及权重."""
        first, _, points = _AND.sub("\n", plain, count=1).partition("\n")
        role = self._roles.get(first, "")
        is_class = role in _CLASSES and self._roles.get(points) == "weight"
        return role if is_class else ""

    def _is_of_part(self, plain: str) -> bool:
        """Tell whether a heading may be of what was reached in a part of the year; points are of all of it.

        A value may say the same, 上半年完成, so that this is never sure by the words alone.
        """
        return _POINTS not in plain and self.phrases.is_part_of_year(plain)

    def _within(self, heading: str) -> str:
        """Return what the brackets of a heading say that says little by itself: 备注（未完成说明）."""
        for words in _IN_BRACKETS.findall(squeezed(heading)):
            if role := self._roles.get(self._normal(words)):
                return role if role not in _VAGUE else ""
            hinted = [(len(hint), role) for hint, role in self._hints if hint in words]
            if hinted and max(hinted)[1] in _CLEARER:
                return max(hinted)[1]
        return ""

    def likeness(self, heading: str) -> dict[str, float]:
        """Return how like a heading is to the names of each role: 1 for a known name."""
        plain = self._normal(heading)
        if plain not in self._known:
            self._known[plain] = dict(self._compare(plain))
        return self._known[plain]

    def is_sign(self, text: str) -> bool:
        """Tell whether a cell holds nothing but a sign, a direction or the kind of a target."""
        plain = squeezed(text)
        return (
            plain in self.signs or plain in self.directions or plain in self.phrases.words("kind")
        )

    def is_kind(self, text: str) -> bool:
        """Tell whether a cell says of what kind a target is, as 定性."""
        return squeezed(text) in self.phrases.words("kind")

    def _compare(self, plain: str) -> Iterable[tuple[str, float]]:
        exact = self._roles.get(plain) or self._roles.get(_NUMBERED.sub("", plain))
        if not exact and self._is_of_part(plain):
            return (("interim", 1.0), ("actual", 1.0))
        found: dict[str, float] = {}
        mine = _pairs(plain)
        total = self._sum(mine)
        candidates = Counter(word for pair in mine for word in self._by_pair.get(pair, ()))
        for word, _ in candidates.most_common(60):
            other = _pairs(word)
            shared = self._sum(pair for pair in mine if pair in other)
            like = 2 * shared / (total + self._sum(other))
            role = self._roles[word]
            found[role] = max(found.get(role, 0.0), 0.9 * like)
        for hint, role in self._hints:
            if hint in plain:
                found[role] = max(found.get(role, 0.0), 0.55 if plain.endswith(hint) else 0.45)
        if exact:
            found[exact] = 1.0
        for role, also in _ALSO.items():
            for beside in also:
                if role in found:
                    found[beside] = max(found.get(beside, 0.0), found[role])
        return ((role, like) for role, like in found.items() if like >= _LEAST)

    def _weigh(self) -> dict[str, float]:
        """A pair of signs that names of many roles share says little."""
        named = {pair: {self._roles[w] for w in words} for pair, words in self._by_pair.items()}
        return {pair: log(1 + len(ROLES) / (1 + len(roles))) for pair, roles in named.items()}

    def _sum(self, pairs: Iterable[str]) -> float:
        return sum(self._weights.get(pair, 2.0) for pair in pairs)


def _pairs(word: str) -> dict[str, None]:
    """Return the signs of a word, and each two that stand together, once, in the order of the word:
    a set would give them, and what comes of sums and ties, in another order in each run.
    """
    return dict.fromkeys((*word, *(word[i : i + 2] for i in range(len(word) - 1))))
