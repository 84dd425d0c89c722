"""Words by how they sound: kept under their first two sounds, so that few are ever unpacked."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
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


class SoundingWords(dict[str, str]):
    """Words to ask for by their first two sounds: their lines (empty: there are none)."""

    def __init__(self, alike: Alike) -> None:
        super().__init__()
        self._firsts, self._seconds = unpacked(alike.firsts), unpacked(alike.seconds)
        self._second_bounds = memoryview(alike.second_bounds).cast("I")
        self._lines = memoryview(alike.lines)
        self._line_bounds = memoryview(alike.line_bounds).cast("I")
        self._parts: dict[str, tuple[int, int]] = {}

    def __missing__(self, pair: str) -> str:
        found = ""
        if len(pair) > 1:
            start, end = self._parts.get(pair[0]) or self._part(pair[0])
            at = self._seconds.find(pair[1], start, end)
            if at >= 0:
                bounds = self._line_bounds
                found = unpacked(self._lines[bounds[at] : bounds[at + 1]])
        self[pair] = found
        return found

    def _part(self, first: str) -> tuple[int, int]:
        """Return where the part of a first sound begins and ends among the second ones."""
        at, bounds = self._firsts.find(first), self._second_bounds
        part = self._parts[first] = (bounds[at], bounds[at + 1]) if at >= 0 else (0, 0)
        return part


def words_in(lines: str, rest: str) -> Sequence[str]:
    """Return the words of which the other sounds are these. Few are asked for; none is set out."""
    key = f"\n{rest} "
    at = lines.find(key)
    return lines[at + len(key) : lines.index("\n", at + 1)].split(" ") if at >= 0 else ()
