"""The words of sentences by which a quantity is known for what it is."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.labels import FactLabel

_ROLES = ("budget", "initial", "spent", "rate", "total", "score", "weight", "target", "actual")
_YEAR = Pattern(rf"^(?:19|20)[0-9]{{2}}年度?|^[{NUMERALS}]{{1,2}}、")
_KNOWN_CEILING = 4096
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
        if not plain.endswith(self._signs):
            return "", len(text)
        sign, word = next((s, w) for s, w in self._signed if plain.endswith(w))
        return sign, len(plain) - len(word)

    def opens_parts(self, text: str) -> bool:
        """Tell whether words before a number open the parts of the number before it."""
        return self._of_which.search(text) is not None

    def after(self, text: str) -> str:
        """Return the name behind a number that words such as 用于 lead to."""
        found = self._for.match(text)
        return self.name(text[found.end() :]) if found else ""

    def name(self, text: str) -> str:
        """Return a name without what leads to it and what leads on to its number."""
        known = self._known_names
        if text not in known:
            if len(known) >= _KNOWN_CEILING:
                known.clear()
            known[text] = self._trimmed(_YEAR.sub("", "".join(text.split())))
        return known[text]

    def _trimmed(self, text: str) -> str:
        led = self._lead.match(text)
        text = text[led.end() :] if led else text
        # Words at the end are found from the end, each letter looked at once.
        trailing = self._trail.match(text[::-1])
        return text[: len(text) - trailing.end()] if trailing else text

    @cached_property
    def _known_names(self) -> dict[str, str]:
        return {}

    @cached_property
    def _signed(self) -> tuple[tuple[str, str], ...]:
        pairs = [(sign, word) for use, sign in _SIGNS.items() for word in self.of(use)]
        return tuple(sorted(pairs, key=lambda pair: -len(pair[1])))

    @cached_property
    def _signs(self) -> tuple[str, ...]:
        return tuple(word for _, word in self._signed)

    @cached_property
    def _of_which(self) -> Pattern:
        return _any_of(self.of("of-which"))

    @cached_property
    def _for(self) -> Pattern:
        return _any_of(self.of("for"))

    @cached_property
    def _lead(self) -> Pattern:
        return _any_of(self.of("lead"), "+")

    @cached_property
    def _trail(self) -> Pattern:
        return _any_of([word[::-1] for word in self.of("trail")], "+")

    @cached_property
    def _use(self) -> dict[str, str]:
        return {word: use for use in reversed(_ROLES) for word in self.of(use)}

    @cached_property
    def _roles(self) -> Pattern:
        return _any_of(self._use)


def _any_of(words: Iterable[str], times: str = "") -> Pattern:
    """Return what finds any of some words, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    every = "|".join(map(re.escape, ordered))
    return Pattern(f"(?:{every}){times}" if every else r"(?!)")
