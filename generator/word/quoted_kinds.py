"""Which kinds of things a template quotes, told without preparing it."""

import re
from pathlib import Path
from typing import Any

from generator.base import cache
from generator.base.regular_file import read_regular
from generator.word.package import PackageError, read_parts

_TABLES = re.compile(
    rb"\b(?:form|field|rows|goals|projects|summary)\b|\b(?:table|choice)\s*\("
    rb"|\b(?:sources|parts|classes|items|steps)\s*[\[.]"
)
_MARKUP = re.compile(rb"<[^>]*>")  # Word cuts a name into several runs


def quotes_tables(path: Path) -> bool:
    """Tell whether a template names anything of a form; one that cannot be read may well do so."""
    try:
        data = read_regular(path)
    except OSError:
        return True
    key = cache.cache_key((), _TABLES.pattern, data)
    found = cache.load(key, _as_answer)
    if found is None:
        found = _quotes_tables(data)
        cache.keep(key, found)
    return found


def _as_answer(kept: Any) -> bool | None:
    return kept if isinstance(kept, bool) else None


def _quotes_tables(data: bytes) -> bool:
    try:
        parts = read_parts(data)
    except PackageError:
        return True
    texts = (part for name, part in parts.items() if name.startswith("word/") and b"{" in part)
    return any(_TABLES.search(_MARKUP.sub(b"", text)) for text in texts)
