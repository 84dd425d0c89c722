"""Words by how they sound: kept under their first two sounds, so that few are ever unpacked."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generator.base.mapped import Buffer
from generator.wording.lexicon.packed_text import packed, unpacked


class Alike(NamedTuple):
    """Lines of the other sounds with the words that sound so, joined, and where each pair's begin."""

    firsts: Buffer
    seconds: Buffer
    second_bounds: Buffer
    lines: Buffer
    line_bounds: Buffer


def make_alike(by_sounds: Mapping[str, Sequence[str]]) -> Alike:
    """Pack words that lie under their sounds, of which each has one sign."""
    grouped: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for sounds, words in by_sounds.items():
        grouped[sounds[0]][sounds[1]].append(f"{sounds[2:]} {' '.join(words)}")
    seconds: list[str] = []
    second_bounds, line_bounds, lines_of_all = array("I", (0,)), array("I", (0,)), bytearray()
    for followed in grouped.values():
        for second, lines in followed.items():
            seconds.append(second)
            lines_of_all += packed("\n".join(("", *lines, "")))
            line_bounds.append(len(lines_of_all))
        second_bounds.append(len(seconds))
    return Alike(
        packed("".join(grouped)),
        packed("".join(seconds)),
        second_bounds.tobytes(),
        bytes(lines_of_all),
        line_bounds.tobytes(),
    )


class SoundingWords:
    """Words to ask for by their sounds."""

    def __init__(self, alike: Alike) -> None:
        self._firsts, self._seconds = unpacked(alike.firsts), unpacked(alike.seconds)
        self._second_bounds = memoryview(alike.second_bounds).cast("I")
        self._lines_of_all = memoryview(alike.lines)
        self._line_bounds = memoryview(alike.line_bounds).cast("I")
        self.beginning = cache(self._lines)

    def _lines(self, pair: str) -> str:
        """Return the lines of the words whose first two sounds are these (empty: there are none)."""
        number = self._firsts.find(pair[0])
        if number < 0 or len(pair) == 1:
            return ""
        bounds = self._second_bounds
        at = self._seconds.find(pair[1], bounds[number], bounds[number + 1])
        if at < 0:
            return ""
        return unpacked(self._lines_of_all[self._line_bounds[at] : self._line_bounds[at + 1]])


def words_in(lines: str, rest: str) -> Sequence[str]:
    """Return the words of which the other sounds are these. Few are asked for; none is set out."""
    key = f"\n{rest} "
    at = lines.find(key)
    return lines[at + len(key) : lines.index("\n", at + 1)].split(" ") if at >= 0 else ()
