"""The parts of a .docx that LibreOffice is to lay out: read within limits, and without surprises."""

from generator.base.archive import Bounds, Package, UnsafePackageError

LARGEST_DOCUMENT = 200 * 1024 * 1024  # unpacked: a small file can hold a very large part
MAIN_PART = "word/document.xml"

_BOUNDS = Bounds(part=LARGEST_DOCUMENT, all=LARGEST_DOCUMENT)


def read_parts(document: bytes) -> dict[str, bytes] | None:
    """Return the parts of a package by name; ``None`` for what is no package."""
    try:
        return Package(document, _BOUNDS).read_all()
    except UnsafePackageError:
        return None


def is_docx(document: bytes) -> bool:
    """Tell whether bytes are a package with a main part for text."""
    try:
        package = Package(document, _BOUNDS)
    except UnsafePackageError:
        return False
    return package.size <= LARGEST_DOCUMENT and MAIN_PART in package
