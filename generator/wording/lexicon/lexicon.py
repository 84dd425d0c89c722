"""A lexicon to ask: is this a word, how common is it, which words sound like it."""

from collections.abc import Sequence
from functools import cache, cached_property
from struct import Struct
from typing import Literal

from generator.wording.lexicon.alike import SoundingWords, words_in
from generator.wording.lexicon.asked import Asked
from generator.wording.lexicon.index import OWN, PREFIX, STEPS
from generator.wording.lexicon.index_parts import Index
from generator.wording.lexicon.joined import EDGE, Joined
from generator.wording.lexicon.lost import SHORTEST_LONG
from generator.wording.lexicon.neighbour_counts import Neighbours
from generator.wording.lexicon.packed_text import place_of, unpacked
from generator.wording.lexicon.sounds import ways_said

_BOUNDS = Struct("4I")
_EACH = 2 * 4  # bytes of the bounds of a pair, before those of the next
_UNKNOWN = -16.0  # of the weight of a character that no list holds
Codes = dict[str, int]
Nature = Literal["tone", "plain", "near", ""]
_NATURES: tuple[Nature, ...] = ("tone", "plain", "near")


class Beginnings(dict[str, Codes]):
    """What begins with two characters: what follows them, and a code for how common it is."""

    def __init__(self, index: Index) -> None:
        super().__init__()
        self._firsts = memoryview(index.firsts).cast("H")
        self._seconds = unpacked(index.seconds)
        self._second_bounds = memoryview(index.second_bounds).cast("I")
        self._rests, self._codes = memoryview(index.rests), index.codes
        self._bounds = memoryview(index.pair_bounds)
        self._parts: dict[str, tuple[int, int]] = {}

    def __missing__(self, pair: str) -> Codes:
        found: Codes = {}
        if len(pair) > 1:
            first, last = self._parts.get(pair[0]) or self._part(pair[0])
            at = self._seconds.find(pair[1], first, last)
            if at >= 0:
                rest, code, rest_end, code_end = _BOUNDS.unpack_from(self._bounds, at * _EACH)
                if rest == rest_end:
                    found = {"": self._codes[code]}
                else:
                    rests = unpacked(self._rests[rest:rest_end]).split("\n")
                    found = dict(zip(rests, self._codes[code:code_end], strict=True))
        self[pair] = found
        return found

    def _part(self, first: str) -> tuple[int, int]:
        """Return where the part of a first character begins and ends among the second ones."""
        place, bounds = place_of(first), self._second_bounds
        number = self._firsts[place] if place >= 0 else 0
        part = self._parts[first] = (bounds[number - 1], bounds[number]) if number else (0, 0)
        return part


class Lexicon:
    """Unpacks of the index what a text asks for, and remembers it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._main_sounds = memoryview(index.main_sounds).cast("H")
        self._saying_bounds = memoryview(index.saying_bounds).cast("I")
        self._completion_bounds = memoryview(index.completion_bounds).cast("I")
        self._sound_of = Asked(self._main_sound)
        self.neighbours = Neighbours(index.pairs)
        self.joined = Joined(index.joined).met
        self.met: dict[tuple[str, str], bool] = {}  # what ``is_met`` was asked
        self.singles = Asked(self._single)
        self.alone = Asked(self._weight_alone)
        self.beginnings = Beginnings(index)
        self.sounding = SoundingWords(index.sounds)
        self.shortened = SoundingWords(index.short_of_one)
        self._meant = SoundingWords(index.meant)
        self.long_sounding = SoundingWords(index.long_sounds)
        self.homophones = Asked(self._homophones)
        self.nature = cache(self._nature)
        self.other_sounds = Asked(self._other_sounds)
        self.completed = Asked(self._completed)
        self.familiar = Asked(self.is_familiar)
        self._said = Asked(self._ways_said)

    def _single(self, character: str) -> int:
        """Return the code of a character, that of a beginning when it is no word."""
        place = place_of(character)
        return self._index.singles[place] if place >= 0 else PREFIX

    def _weight_alone(self, character: str) -> float:
        """Return the weight of a character as a word by itself, whether it is one or not."""
        code = self.singles[character]
        return _UNKNOWN if code == PREFIX else self.weights[code]

    @cached_property
    def long_starts(self) -> frozenset[str]:
        """Return the first four sounds of the long words of one's own."""
        starts = unpacked(self._index.long_starts)
        return frozenset(
            starts[at : at + SHORTEST_LONG] for at in range(0, len(starts), SHORTEST_LONG)
        )

    def code(self, word: str) -> int:
        """Return the code of a word, -1 when it is none."""
        if len(word) == 1:
            code = self.singles[word]
        else:
            code = self.beginnings[word[:2]].get(word[2:], PREFIX)
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
        total: float = memoryview(self._index.total).cast("d")[0]
        return tuple(code % OWN / STEPS - total for code in range(PREFIX + 1))

    def sounds(self, text: str) -> str:
        """Return the sound of each character as read alone, one sign for each."""
        return text.translate(self._sound_of)

    def _main_sound(self, character: int) -> str:
        place = place_of(chr(character))
        return chr((self._main_sounds[place] if place >= 0 else 0) or character)

    def _completed(self, character: str) -> Sequence[str]:
        """Return the words of one's own that a character is half of."""
        place = place_of(character)
        if place < 0:
            return ()
        start, end = self._completion_bounds[place], self._completion_bounds[place + 1]
        behind, _, before = unpacked(self._index.completions[start:end]).partition("/")
        return (*(character + other for other in behind), *(other + character for other in before))

    def _homophones(self, word: str) -> tuple[str, ...]:
        """Return the common words of a few characters that sound like one."""
        sounds = self.sounds(word)
        words = words_in(self._meant[sounds[:2]], sounds[2:])
        return tuple(w for w in words if w != word and all(map(self.sounds_same, word, w)))

    def alike(self, sounds: str) -> Sequence[str]:
        """Return the words that sound so."""
        return words_in(self.sounding[sounds[:2]], sounds[2:])

    def _other_sounds(self, character: str) -> tuple[str, ...]:
        """Return the sounds of a character besides the commonest."""
        main = self.sounds(character)
        return tuple(sign for sign in dict.fromkeys(self._said[character][2]) if sign != main)

    def sounds_same(self, one: str, other: str) -> bool:
        """Tell whether two characters sound alike but for the tone."""
        return one == other or self.nature(one, other) in ("tone", "plain")

    def _nature(self, one: str, other: str) -> Nature:
        """Say how alike two characters sound: with their tones, without them, nearly, or not ("")."""
        for nature, there, meant in zip(_NATURES, self._said[one], self._said[other], strict=True):
            for sign in there:
                if sign in meant:
                    return nature
        return ""

    def _ways_said(self, character: str) -> tuple[str, str, str]:
        place = place_of(character)
        if place < 0:
            return ways_said("")
        start, end = self._saying_bounds[place], self._saying_bounds[place + 1]
        return ways_said(unpacked(self._index.sayings[start:end]))
