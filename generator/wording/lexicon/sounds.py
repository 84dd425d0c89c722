"""How a syllable sounds: with its tone, without, and folded so that what is often mixed up is one."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

FIRST_SIGN: Final = 0x4E00  # sounds are written as characters, whatever they are
_BETWEEN = "/"  # how a character is said with its tone, without, and folded
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
# hui and fei, huang and fang: where h and f are mixed up the u goes with the h.
_H_AS_F = {
    "hu": "fu", "hua": "fa", "huo": "fo", "hui": "fei", "huan": "fan", "huang": "fang", "hun": "fen",
}  # fmt: skip
_FINALS = (("ing", "in"), ("eng", "en"), ("ang", "an"))


@cache
def plain(syllable: str) -> str:
    """Return a syllable without its tone, ü as v: ``guǎn`` is ``guan``."""
    letters = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def tone(syllable: str) -> str:
    """Return the number of the tone (empty: none)."""
    letters = unicodedata.normalize("NFD", syllable)
    return next((_TONES[letter] for letter in letters if letter in _TONES), "")


@cache
def folded(syllable: str) -> str:
    """Return one name for all syllables that are easily taken for each other."""
    sound = plain(syllable)
    sound = _H_AS_F.get(sound, sound)
    for retroflex, flat in _INITIALS:
        if sound.startswith(retroflex):
            sound = flat + sound.removeprefix(retroflex)
            break
    for back, front in _FINALS:
        if sound.endswith(back):
            return sound.removesuffix(back) + front
    return sound


def signs_of(sounds: Iterable[str]) -> dict[str, str]:
    """Give each sound one character."""
    return {sound: chr(FIRST_SIGN + number) for number, sound in enumerate(sorted({*sounds}))}


def sayings(said: Mapping[str, Sequence[str]], folded_signs: Mapping[str, str]) -> dict[str, str]:
    """Write for each character the signs of its readings: with tones, without, and folded."""
    toned = signs_of(one for each in said.values() for one in each)
    bare = signs_of(map(plain, toned))
    return {
        character: _BETWEEN.join(
            (
                "".join(toned[one] for one in each),
                "".join(bare[plain(one)] for one in each),
                "".join(folded_signs[folded(one)] for one in each),
            )
        )
        for character, each in said.items()
    }


def ways_said(saying: str) -> tuple[str, str, str]:
    """Return the signs of a character's readings: with tones, without, and folded (none: it has none)."""
    toned, bare, folded_ones = saying.split(_BETWEEN) if saying else ("", "", "")
    return toned, bare, folded_ones
