"""A lexicon to ask: is this a word, how common is it, which words sound like it."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import Literal, TypeVar

from generator.wording.lexicon.alike import SoundingWords, words_in
from generator.wording.lexicon.index import OWN, PREFIX, STEPS, Index
from generator.wording.lexicon.joined import EDGE, Joined
from generator.wording.lexicon.neighbour_counts import Neighbours
from generator.wording.lexicon.sounds import folded, plain

Codes = dict[str, int]
Nature = Literal["tone", "plain", "near", ""]
_NATURES: tuple[Nature, ...] = ("tone", "plain", "near")
KeyT = TypeVar("KeyT")
FoundT = TypeVar("FoundT")


class _Asked(dict[KeyT, FoundT]):
    """A table that is filled as it is asked: to lay it out whole takes longer than reading a form."""

    def __init__(self, find: Callable[[KeyT], FoundT]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: KeyT) -> FoundT:
        found = self[key] = self._find(key)
        return found


class Lexicon:
    """Unpacks of the index what a text asks for, and remembers it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._second_bounds = memoryview(index.second_bounds).cast("I")
        self._pair_bounds = memoryview(index.pair_bounds).cast("I")
        self._sound_of = _Asked(self._main_sound)
        self.neighbours = Neighbours(index.pairs)
        self.joined = cache(Joined(index.joined).met)
        self.singles = _Asked(self._single)
        self.beginning = cache(self._beginning)
        self.sounding = SoundingWords(index.sounds).beginning
        self.shortened = SoundingWords(index.short_of_one).beginning
        self.nature = cache(self._nature)
        self.other_sounds = cache(self._other_sounds)
        self._said = cache(self._ways_said)

    def _beginning(self, pair: str) -> Codes:
        """Return what begins with two characters: what follows them, and a code for how common."""
        number = self._index.firsts.find(pair[0])
        if number < 0 or len(pair) == 1:
            return {}
        start, end = self._second_bounds[number : number + 2]
        at = self._index.seconds.find(pair[1], start, end)
        if at < 0:
            return {}
        rest, code, rest_end, code_end = self._pair_bounds[2 * at : 2 * at + 4]
        rests = self._index.rests[rest:rest_end].decode().split("\n")
        return dict(zip(rests, self._index.codes[code:code_end], strict=True))

    def _single(self, character: str) -> int:
        """Return the code of a character, that of a beginning when it is no word."""
        number = self._index.firsts.find(character)
        return self._index.singles[number] if number >= 0 else PREFIX

    def code(self, word: str) -> int:
        """Return the code of a word, -1 when it is none."""
        if len(word) == 1:
            code = self.singles[word]
        else:
            code = self.beginning(word[:2]).get(word[2:], PREFIX)
        return -1 if code == PREFIX else code

    def knows(self, word: str) -> bool:
        """Tell whether something is a word."""
        return self.code(word) >= 0

    def is_familiar(self, word: str) -> bool:
        """Tell a word of one's own, or one that reports were seen to use."""
        return self.code(word) >= OWN or self.joined(EDGE, word)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """Return for every code the logarithm of how likely a word is."""
        return tuple(code % OWN / STEPS - self._index.total for code in range(PREFIX + 1))

    def sounds(self, text: str) -> str:
        """Return the sound of each character as read alone, one sign for each."""
        return text.translate(self._sound_of)

    def completed(self, character: str) -> Iterator[str]:
        """Give the words of one's own that a character is half of."""
        number = self._index.firsts.find(character)
        if number >= 0:
            behind, before = self._completions[number].split("/")
            yield from (character + other for other in behind)
            yield from (other + character for other in before)

    @cached_property
    def _completions(self) -> list[str]:
        return self._index.completions.split("\n")

    def _main_sound(self, character: int) -> str:
        at = self._index.characters.find(chr(character))
        return self._index.main_sounds[at] if at >= 0 else chr(character)

    def alike(self, sounds: str) -> Sequence[str]:
        """Return the words that sound so."""
        return words_in(self.sounding(sounds[:2]), sounds[2:])

    def long_alike(self, sounds: str) -> tuple[str, ...]:
        """Return the long words of one's own that sound so."""
        return self._index.long_sounds.get(sounds, ())

    @cached_property
    def _readings(self) -> list[str]:
        return self._index.readings.split("\n")

    def readings(self, character: str) -> tuple[str, ...]:
        """Return how a character may be read, the commonest reading first."""
        at = self._index.characters.find(character)
        return tuple(self._readings[at].split(",")) if at >= 0 else ()

    def _other_sounds(self, character: str) -> tuple[str, ...]:
        """Return the sounds of a character besides the commonest."""
        main = self.sounds(character)
        signs = (self._index.sound_names.get(folded(said), "") for said in self.readings(character))
        return tuple(sign for sign in dict.fromkeys(signs) if sign and sign != main)

    def sounds_same(self, one: str, other: str) -> bool:
        """Tell whether two characters sound alike but for the tone."""
        return self.nature(one, other) in ("tone", "plain")

    def _nature(self, one: str, other: str) -> Nature:
        """Say how alike two characters sound: with their tones, without them, nearly, or not ("")."""
        for nature, there, meant in zip(_NATURES, self._said(one), self._said(other), strict=True):
            if not there.isdisjoint(meant):
                return nature
        return ""

    def _ways_said(self, character: str) -> tuple[frozenset[str], ...]:
        said = self.readings(character)
        return frozenset(said), frozenset(map(plain, said)), frozenset(map(folded, said))
