"""Which of our documents lie in a Word file: told by its hidden bookmarks, whatever its name is now."""

import re

from generator.word.anchors import document_of, document_prefix
from generator.word.package import PackageError, read_parts

_NAME = re.compile(rb'w:name="(_jx[0-9a-f_]+)"')


def documents_in(data: bytes) -> frozenset[str]:
    """Return the prefixes of the documents in a file; raises ``PackageError``."""
    parts = read_parts(data)
    names = {
        found.decode()
        for name, data in parts.items()
        if name.startswith("word/") and name.endswith(".xml")
        for found in _NAME.findall(data)
    }
    return frozenset(prefix for name in names if (prefix := document_of(name)))


__all__ = ["PackageError", "document_prefix", "documents_in"]
