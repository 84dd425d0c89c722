"""A lexicon to ask: is this a word, how common is it, which words sound like it."""

from array import array
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise

from generator.wording.lexicon.index import OWN, PREFIX, STEPS, Index
from generator.wording.lexicon.sounds import folded, plain

Codes = dict[str, int]


class Lexicon:
    """Unpacks of the index what a text asks for, and remembers it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._parts = dict(zip(index.firsts, pairwise(_bounds(index.bounds)), strict=False))
        self._sound_of = str.maketrans(index.characters, index.main_sounds)
        self._codes: dict[str, Codes] = {}
        self._alike: dict[str, dict[str, tuple[str, ...]]] = {}
        self.nature = cache(self._nature)

    def beginning(self, character: str) -> Codes:
        """Return what begins with a character: what follows it, and a code for how common it is."""
        known = self._codes.get(character)
        if known is None:
            part = self._parts.get(character)
            known = {} if part is None else self._unpacked(*part)
            self._codes[character] = known
        return known

    def _unpacked(self, start: tuple[int, int], end: tuple[int, int]) -> Codes:
        rests = self._index.rests[start[0] : end[0]].decode().split("\n")
        return dict(zip(rests, self._index.codes[start[1] : end[1]], strict=True))

    def code(self, word: str) -> int:
        """Return the code of a word, -1 when it is none."""
        code = self.beginning(word[0]).get(word[1:], PREFIX)
        return -1 if code == PREFIX else code

    def knows(self, word: str) -> bool:
        """Tell whether something is a word."""
        return self.code(word) >= 0

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """Return for every code the logarithm of how likely a word is."""
        return tuple(code % OWN / STEPS - self._index.total for code in range(PREFIX + 1))

    def sounds(self, text: str) -> str:
        """Return the sound of each character as read alone, one sign for each."""
        return text.translate(self._sound_of)

    def alike(self, sounds: str) -> tuple[str, ...]:
        """Return the words that sound so."""
        lines = self._alike.get(sounds[0])
        if lines is None:
            packed = self._index.sounds.get(sounds[0], b"").decode()
            split = (line.split(" ") for line in packed.split("\n") if line)
            lines = {key: tuple(words) for key, *words in split}
            self._alike[sounds[0]] = lines
        return lines.get(sounds[1:], ())

    def long_alike(self, sounds: str) -> tuple[str, ...]:
        """Return the long words of one's own that sound so."""
        return self._index.long_sounds.get(sounds, ())

    @cached_property
    def _readings(self) -> dict[str, str]:
        return dict(zip(self._index.characters, self._index.readings.split("\n"), strict=True))

    @cached_property
    def _sound_names(self) -> dict[str, str]:
        """Return the sign of every sound that a character has when read alone."""
        named = zip(self._index.main_sounds, self._index.readings.split("\n"), strict=True)
        return {folded(said.split(",")[0]): sign for sign, said in named}

    def readings(self, character: str) -> tuple[str, ...]:
        """Return how a character may be read, the commonest reading first."""
        said = self._readings.get(character)
        return tuple(said.split(",")) if said else ()

    def other_sounds(self, character: str) -> Iterator[str]:
        """Give the sounds of a character besides the commonest."""
        main = self.sounds(character)
        signs = (self._sound_names.get(folded(said), "") for said in self.readings(character))
        return (sign for sign in dict.fromkeys(signs) if sign and sign != main)

    def _nature(self, one: str, other: str) -> str:
        """Say how alike two characters sound: with their tones, without them, nearly, or not ("")."""
        said, wanted = set(self.readings(one)), set(self.readings(other))
        if said & wanted:
            return "tone"
        if {plain(s) for s in said} & {plain(s) for s in wanted}:
            return "plain"
        if {folded(s) for s in said} & {folded(s) for s in wanted}:
            return "near"
        return ""


def _bounds(packed: bytes) -> list[tuple[int, int]]:
    numbers = array("I")
    numbers.frombytes(packed)
    return list(zip(numbers[::2], numbers[1::2], strict=True))
