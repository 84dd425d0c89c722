"""Headers of TOML that are written twice, or not at all."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.base.pattern import Pattern

# Tables that a file has once: there are no rows of them (a test holds this against the models).
ONCE = frozenset(
    (
        "department", "facts", "fields", "funds", "goal", "outlines", "own-outline", "project",
        "result", "stated", "tables", "text", "text-after", "titles", "unit",
    )
)  # fmt: skip
# What several of such a table are called: the test holds it against the models, too.
OF_SEVERAL: Mapping[str, str] = MappingProxyType({"goal": "goals"})
_ALSO_ROWS = ("department", "project")  # in a scheme they are: parts of a score
_HEADER = Pattern(r"\s*(?P<open>\[{1,2})\s*(?P<name>[^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?")
_KEYED = Pattern(r"\s*(?P<key>[A-Za-z0-9_-]+)\s*=.*")
_FEWEST = 2  # keys that come again make a row; one is written twice


class LostHeader(NamedTuple):
    """A row of a table that begins on a line without its header."""

    name: str
    line: int

    @property
    def header(self) -> str:
        """Write the header."""
        return f"[[{self.name}]]"


def first_of_once(rows: Sequence[str], line: int) -> tuple[str, int] | None:
    """Return the name of a table that can be there once, and the line where it was before."""
    own = _HEADER.fullmatch(rows[line - 1]) if line <= len(rows) else None
    if own is None or own["name"] not in ONCE:
        return None
    before = [(n, one) for n in range(1, line) if (one := _HEADER.fullmatch(rows[n - 1]))]
    same = [(n, one) for n, one in before if one["name"] == own["name"]]
    opens = {own["open"], *(one["open"] for _, one in same)}
    if not same or (own["name"] in _ALSO_ROWS and "[[" in opens):
        return None
    return own["name"], same[0][0]


def lost_header(rows: Sequence[str], line: int) -> LostHeader | None:
    """Tell whether a key that comes again begins one more row, whose header is not there."""
    key = _key(rows, line)
    number = line - 1
    above: list[str] = []
    while number and not _is_header(rows[number - 1]):
        above[:0] = [own] if (own := _key(rows, number)) else []
        number -= 1
    header = _HEADER.fullmatch(rows[number - 1]) if number else None
    if not key or header is None or header["open"] == "[" or above[:1] != [key]:
        return None
    again = set[str]()
    for below in range(line, len(rows) + 1):
        if _is_header(rows[below - 1]):
            break
        again.add(_key(rows, below))
    return LostHeader(header["name"], line) if len(again & set(above)) >= _FEWEST else None


def _key(rows: Sequence[str], line: int) -> str:
    found = _KEYED.fullmatch(rows[line - 1]) if line <= len(rows) else None
    return found["key"] if found is not None else ""


def _is_header(row: str) -> bool:
    return row.lstrip().startswith("[") and "=" not in row
