"""Words by how they sound: kept under their first two sounds, so that few are ever unpacked."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple


class Alike(NamedTuple):
    """Lines of the other sounds with the words that sound so, joined, and where each pair's begin."""

    firsts: str
    seconds: str
    second_bounds: bytes
    lines: bytes
    line_bounds: bytes


def make_alike(by_sounds: Mapping[str, Sequence[str]]) -> Alike:
    """Pack words that lie under their sounds, of which each has one sign."""
    grouped: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for sounds, words in by_sounds.items():
        grouped[sounds[0]][sounds[1]].append(f"{sounds[2:]} {' '.join(words)}")
    seconds: list[str] = []
    second_bounds, line_bounds, packed = array("I", (0,)), array("I", (0,)), bytearray()
    for followed in grouped.values():
        for second, lines in followed.items():
            seconds.append(second)
            packed += "\n".join(("", *lines, "")).encode()
            line_bounds.append(len(packed))
        second_bounds.append(len(seconds))
    return Alike(
        "".join(grouped),
        "".join(seconds),
        second_bounds.tobytes(),
        bytes(packed),
        line_bounds.tobytes(),
    )


class SoundingWords:
    """Words to ask for by their sounds."""

    def __init__(self, alike: Alike) -> None:
        self._alike = alike
        self._second_bounds = memoryview(alike.second_bounds).cast("I")
        self._line_bounds = memoryview(alike.line_bounds).cast("I")
        self.beginning = cache(self._lines)

    def _lines(self, pair: str) -> str:
        """Return the lines of the words whose first two sounds are these (empty: there are none)."""
        number = self._alike.firsts.find(pair[0])
        if number < 0 or len(pair) == 1:
            return ""
        start, end = self._second_bounds[number : number + 2]
        at = self._alike.seconds.find(pair[1], start, end)
        if at < 0:
            return ""
        start, end = self._line_bounds[at : at + 2]
        return self._alike.lines[start:end].decode()


def words_in(lines: str, rest: str) -> Sequence[str]:
    """Return the words of which the other sounds are these. Few are asked for; none is set out."""
    key = f"\n{rest} "
    at = lines.find(key)
    return lines[at + len(key) : lines.index("\n", at + 1)].split(" ") if at >= 0 else ()
