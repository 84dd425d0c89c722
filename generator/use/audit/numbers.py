"""Numbers that a paragraph or cell itself relates, in whatever section it stands."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.model.reading import ReadDocument, ReadParagraph
from generator.model.whole_amounts import WholeAmounts
from generator.rules.dossier.prose_numbers import slips_in
from generator.rules.finding import Finding


def check_numbers(document: ReadDocument, wholes: WholeAmounts) -> Iterator[Finding]:
    """Look through paragraphs and cells."""
    done: set[Finding] = set()
    for text, at in _texts(document):
        for line in text.split("\n"):
            for slip in slips_in(line, wholes):
                finding = slip.at(at)
                if finding not in done:
                    done.add(finding)
                    yield finding


def _texts(document: ReadDocument) -> Iterator[tuple[str, DocumentPlace]]:
    for block in document.blocks:
        if isinstance(block, ReadParagraph):
            yield block.shown, block.place
        else:
            for row in range(len(block.grid)):
                yield from ((cell.text, cell.place) for cell in block.cells(row) if cell.row == row)
