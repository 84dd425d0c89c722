"""The Word file that a form becomes."""

from generator.model.reading import ReadDocument


def word_file(data: bytes, document: ReadDocument) -> tuple[bytes, ReadDocument]:
    """Return a form as a Word file, and how that reads."""
    return data, document
