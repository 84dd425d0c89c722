"""The words of sentences by which a quantity is known for what it is."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from generator.model.labels import FactLabel

_ROLES = ("budget", "initial", "spent", "rate", "total", "score", "weight", "target", "actual")
_YEAR = re.compile(r"^(?:19|20)[0-9]{2}年度?|^[一二三四五六七八九十]{1,2}、")
_SIGNS = {"above": "≥", "below": "≤"}


class Said(NamedTuple):
    """What the words before a number say: the use, and where they begin."""

    use: str
    start: int
    end: int


class FactWords:
    """Looks words of sentences up."""

    def __init__(self, labels: Iterable[FactLabel]) -> None:
        """Sort the words by their use."""
        self._words: dict[str, dict[str, None]] = {}
        for label in labels:
            self._words.setdefault(label.use, {}).update(dict.fromkeys(label.words))

    def of(self, use: str) -> tuple[str, ...]:
        """Return the words of a use."""
        return tuple(self._words.get(use, ()))

    @cached_property
    def units(self) -> frozenset[str]:
        """Return the units that data adds to the usual ones."""
        return frozenset(self.of("unit"))

    def said(self, text: str) -> tuple[Said, ...]:
        """Find all that a text says of a number behind it, in order; of words inside others the longer."""
        found = [
            Said(self._use[match[0]], match.start(), match.end())
            for match in self._roles.finditer(text)
        ]
        return tuple(found)

    def sign(self, text: str) -> tuple[str, int]:
        """Return the sign that stands right before a number, and where it begins."""
        plain = text.rstrip()
        for use, sign in _SIGNS.items():
            for word in self._longest(use):
                if plain.endswith(word):
                    return sign, len(plain) - len(word)
        return "", len(text)

    def opens_parts(self, text: str) -> bool:
        """Tell whether words before a number open the parts of the number before it."""
        return any(word in text for word in self.of("of-which"))

    def after(self, text: str) -> str:
        """Return the name behind a number that words such as 用于 lead to."""
        word = next((w for w in self._longest("for") if text.startswith(w)), "")
        return self.name(text[len(word) :]) if word else ""

    def name(self, text: str) -> str:
        """Return a name without what leads to it and what leads on to its number."""
        plain = _YEAR.sub("", "".join(text.split()))
        while True:
            shorter = self._trimmed(plain)
            if shorter == plain:
                return plain
            plain = shorter

    def _trimmed(self, text: str) -> str:
        lead = next((w for w in self._longest("lead") if text.startswith(w) and text != w), "")
        text = text[len(lead) :]
        trail = next((w for w in self._longest("trail") if text.endswith(w) and text != w), "")
        return text[: len(text) - len(trail)]

    def _longest(self, use: str) -> tuple[str, ...]:
        if use not in self._sorted:
            self._sorted[use] = tuple(sorted(self.of(use), key=lambda w: -len(w)))
        return self._sorted[use]

    @cached_property
    def _sorted(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _use(self) -> dict[str, str]:
        return {word: use for use in reversed(_ROLES) for word in self.of(use)}

    @cached_property
    def _roles(self) -> re.Pattern[str]:
        words = sorted(self._use, key=lambda w: (-len(w), w))
        return re.compile("|".join(map(re.escape, words)) or r"(?!)")
