"""Documents of lines alone, without Word."""

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadDocument, ReadParagraph


def document(*texts: str) -> ReadDocument:
    places = (DocumentPlace(paragraph=n) for n in range(1, len(texts) + 1))
    blocks = [ReadParagraph(text, at) for text, at in zip(texts, places, strict=True)]
    return ReadDocument("自评.docx", "word", tuple(blocks))
