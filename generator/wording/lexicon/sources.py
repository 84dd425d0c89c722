"""The one door to the word list of jieba and the readings of pypinyin: as data, never as code.

Both are looked for where they are installed. Without them the house knows its own words only, and
those who look for slips say what they leave out.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.regular_file import read_regular

LIBRARIES = ("jieba", "pypinyin")
_WORDS = "dict.txt"
_READINGS = "pinyin_dict.json"
_PHRASES = "phrases_dict.json"


class Sources(NamedTuple):
    """Where the files lie."""

    words: Path
    readings: Path
    phrases: Path


def find_sources() -> Sources | None:
    """Return the files of what is installed, or ``None`` when something is missing."""
    words, sounds = (_home(library) for library in LIBRARIES)
    if words is None or sounds is None:
        return None
    found = Sources(words / _WORDS, sounds / _READINGS, sounds / _PHRASES)
    return found if all(path.is_file() for path in found) else None


def read_words(path: Path) -> dict[str, int]:
    """Read a list of words with how often each was met."""
    words: dict[str, int] = {}
    for line in read_regular(path).decode("utf-8").splitlines():
        word, count, *_ = (*line.split(" "), "", "")
        if count.isdigit():
            words[word] = int(count)
    return words


def read_readings(path: Path) -> dict[str, tuple[str, ...]]:
    """Read how each character is read, the commonest reading first."""
    data = _parsed(path)
    return {chr(int(code)): tuple(said.split(",")) for code, said in data.items()}


def read_phrases(path: Path) -> dict[str, tuple[str, ...]]:
    """Read how the characters of a word are read where they are not read as alone."""
    data = _parsed(path)
    return {word: tuple(said[0] for said in each) for word, each in data.items()}


def _parsed(path: Path) -> dict[str, Any]:
    import json  # noqa: PLC0415 - only when an index is made

    data: dict[str, Any] = json.loads(read_regular(path))
    return data


def _home(library: str) -> Path | None:
    """Return the folder of a library without importing it."""
    try:
        spec = find_spec(library)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec is not None and spec.origin else None
