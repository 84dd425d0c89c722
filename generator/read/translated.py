"""Labels in two languages: 预算数 Budget, Actual value / 实际完成值."""

from generator.base.pattern import Pattern

_LATIN = Pattern("[A-Za-z]{3}")
# A translation has small letters or more of them than GDP and EPC have.
_WORDS = r"(?=[A-Z]{0,3}[a-z]|[A-Z]{5})[A-Za-z][A-Za-z0-9&'’.,/()-]*"
_HAN = "[^A-Za-z]*[一-鿿][^A-Za-z]*"
_TRANSLATED = Pattern(rf"(?P<first>{_HAN}){_WORDS}|{_WORDS}(?P<last>{_HAN})")
_BETWEEN = "/／|、-—"


def native(plain: str) -> str:
    """Return a label as compared without its translation, before or behind it."""
    if not _LATIN.search(plain):
        return plain
    found = _TRANSLATED.fullmatch(plain)
    return (found["first"] or found["last"]).strip(_BETWEEN) if found else plain
