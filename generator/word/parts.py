"""The parts of a .docx from anywhere: read within limits, and without surprises."""

import io
import zipfile
import zlib

from lxml import etree

LARGEST_DOCUMENT = 200 * 1024 * 1024  # unpacked: a small file can hold a very large part
MAIN_PART = "word/document.xml"

# What zipfile raises for packages that lie about themselves: encrypted, cut off, of unknown method.
_FAULTS = (
    *(zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError),
    *(OSError, EOFError, ValueError, IndexError),
)


def read_parts(document: bytes) -> dict[str, bytes] | None:
    """Return the parts of a package by name; ``None`` for what is no package."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            infos = package.infolist()
            if sum(info.file_size for info in infos) > LARGEST_DOCUMENT:
                return None
            return {info.filename: package.read(info) for info in infos}
    except _FAULTS:
        return None


def is_docx(document: bytes) -> bool:
    """Tell whether bytes are a package with a main part for text."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            infos = package.infolist()
    except _FAULTS:
        return False
    fits = sum(info.file_size for info in infos) <= LARGEST_DOCUMENT
    return fits and any(info.filename == MAIN_PART for info in infos)


def strict_parser() -> etree.XMLParser:
    """Return a parser that reads no entities and asks nobody."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
