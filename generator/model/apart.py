"""What tells two names apart that are nearly alike: characters, and pairs of opposites."""

from typing import NamedTuple

_SHORTEST_SECTION = 3  # 营林股; one character more is a slip of the pen


class Apart(NamedTuple):
    """Names that differ in one of these are two names: 上半年 and 下半年, 在岸 and 离岸."""

    telling: frozenset[str] = frozenset()
    opposites: frozenset[frozenset[str]] = frozenset()
    words: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    denials: frozenset[str] = frozenset()

    def by_measure(self, one: str, other: str) -> bool:
        """Tell names that end with different measures: 发放人数 and 发放时限."""
        ends = self.measure_of(one), self.measure_of(other)
        return bool(ends[0] and ends[1]) and ends[0] != ends[1]

    def measure_of(self, name: str) -> str:
        """Return the longest measure that a name ends with (empty: with none)."""
        if not name.endswith(self.measures):
            return ""
        return max((m for m in self.measures if name.endswith(m)), key=len)

    def is_section(self, one: str, other: str) -> bool:
        """Tell the section of a body, which is named after it: 某局 and 某局学前教育股."""
        own = other.removeprefix(one)
        is_longer = _SHORTEST_SECTION <= len(own) < len(other) and own.endswith(self.sections)
        return is_longer and one.endswith(self.bodies)

    def by_a_word(self, one: str, other: str) -> bool:
        """Tell names of which only one has a word that makes it another's: 某局 and 某局本级."""
        return self.words_in(one) != self.words_in(other)

    def by_denial(self, one: str, other: str) -> bool:
        """Tell sentences of which one says that it is not so: 发现 and 未发现."""
        counts = (sum(text.count(sign) for sign in self.denials) for text in (one, other))
        return next(counts) != next(counts)

    def words_in(self, name: str) -> frozenset[str]:
        """Return the words of a name that make it another's."""
        return frozenset(word for word in self.words if word in name)
