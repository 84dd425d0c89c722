"""The words that rules look for: lists of data, found by their id."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Vocabulary:
    """Lists of words by id, and numbers by id."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def has(self, id: str, text: str) -> bool:
        """Tell whether a text contains a word of a list."""
        return any(word in text for word in self.lists.get(id, ()))

    def begins(self, id: str, text: str) -> bool:
        """Tell whether a text begins with a word of a list."""
        return text.startswith(self.lists.get(id, ()))

    def ends(self, id: str, text: str) -> bool:
        """Tell whether a text ends with a word of a list."""
        return text.endswith(self.lists.get(id, ()))

    def is_one(self, id: str, text: str) -> bool:
        """Tell whether a text is a word of a list."""
        return text in self.lists.get(id, ())

    def words(self, id: str) -> tuple[str, ...]:
        """Return a list, longest first."""
        return tuple(sorted(self.lists.get(id, ()), key=len, reverse=True))
