"""Numbers that a paragraph or cell itself relates, in whatever section it stands."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.base.signs import without_list_signs
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.model.units import Units
from generator.model.whole_amounts import WholeAmounts
from generator.rules.dossier.prose_numbers import slips_in
from generator.rules.finding import Finding

_FARTHEST = 20  # paragraphs that a list may go on in


def check_numbers(document: ReadDocument, wholes: WholeAmounts, units: Units) -> Iterator[Finding]:
    """Look through paragraphs and cells."""
    done: set[Finding] = set()
    found = [*_texts(document)]
    plain = without_list_signs(text for text, _ in found)
    texts = [(text, at) for text, (_, at) in zip(plain, found, strict=True)]
    for number, (text, at) in enumerate(texts, 1):
        lines = text.split("\n")
        behind = (
            [] if at.table else [t for t, p in texts[number : number + _FARTHEST] if not p.table]
        )
        for index, line in enumerate(lines, 1):
            for slip in slips_in(line, wholes, units, (*lines[index:], *behind)):
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
