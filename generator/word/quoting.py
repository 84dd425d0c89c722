"""Which kinds of things a template quotes, told without preparing it."""

import re
from pathlib import Path

from generator.word.package import PackageError, read_parts

_TABLES = re.compile(rb"\b(?:form|rows|goals|projects|summary)\b")


def quotes_tables(path: Path) -> bool:
    """Tell whether a template names anything of a form; one that cannot be read may well do so."""
    try:
        parts = read_parts(path.read_bytes())
    except (OSError, PackageError):
        return True
    texts = (data for name, data in parts.items() if name.startswith("word/") and b"{" in data)
    return any(_TABLES.search(text) for text in texts)
