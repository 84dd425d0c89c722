"""Several statements on one line of TOML: target = "≥3次", actual = "4次"."""

from generator.base.meant_value import parses
from generator.base.pattern import Pattern

_KEY = r"[A-Za-z][A-Za-z0-9_-]*\s*[=＝]"
_VALUE = (
    r"(?:\"[^\"]*\"|“[^“”\"]*[”\"]|'[^']*'|\[[^\[\]=]*\]|\[[^\[\]]*\{[^\[\]]*\}[^\[\]]*\]"
    r"|[-+]?[0-9][0-9.:-]*|true|false)"
)
_STATEMENT = rf"{_KEY}\s*{_VALUE}"
_GAP = r"(?:\s*[,，;；、]\s*|\s+)"
_JOINED = Pattern(
    rf"(?P<before>\s*)(?P<all>{_STATEMENT}(?:{_GAP}{_STATEMENT})+)(?P<tail>\s*[,，;；]?\s*(?:#.*)?)"
)
_ONE = Pattern(_STATEMENT)
_TOLD = Pattern(r"(?<![A-Za-z0-9_-])(?P<key>[A-Za-z][A-Za-z0-9_-]*)\s*[=＝]\s*(?=[\"“”'‘’\[{0-9])")
_SAID = Pattern(r"\"[^\"]*\"|'[^']*'")
_HELD = Pattern(r"(?<![A-Za-z0-9_-])(?P<key>[A-Za-z][A-Za-z0-9_-]*)\s*=")


def statements(row: str) -> tuple[str, ...]:
    """Give the statements of a line that holds more than one, as they were typed (empty: it does not)."""
    found = _JOINED.fullmatch(row)
    return () if found is None else tuple(one[0] for one in _ONE.finditer(found["all"]))


def tail_of(row: str) -> str:
    """Return the remark behind the statements of a line."""
    found = _JOINED.fullmatch(row)
    return "" if found is None else found["tail"].lstrip(" \t,，;；").rstrip()


def swallows(row: str, fixed: str) -> bool:
    """Tell whether a line, written as it is meant, lost a key: what was a value is part of another."""
    told = [found["key"] for found in _TOLD.finditer(_SAID.sub('""', row))]
    kept = [found["key"] for found in _HELD.finditer(_SAID.sub('""', _bare(fixed)))]
    return len(told) > 1 and any(told.count(key) > kept.count(key) for key in told)


def _bare(fixed: str) -> str:
    """Leave out what is escaped inside of texts: it ends none."""
    return fixed.replace('\\"', "") if parses(fixed) else fixed
