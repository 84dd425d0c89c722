"""Numbers that a paragraph or cell itself relates, in whatever section it stands."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.model.reading import ReadDocument, ReadParagraph
from generator.rules.dossier.prose_numbers import slips_in


def check_numbers(document: ReadDocument) -> Iterator[Problem]:
    """Look through paragraphs and cells."""
    done: set[tuple[DocumentPlace, str]] = set()
    for text, at in _texts(document):
        for line in text.split("\n"):
            for slip in slips_in(line):
                if (at, slip.message) in done:
                    continue
                done.add((at, slip.message))
                place = Place.in_document(at, document.shown)
                severity = Severity.WARNING if slip.is_doubtful else slip.rule.severity
                yield Problem(slip.rule.code, severity, slip.message, place, slip.hint, slip.quote)


def _texts(document: ReadDocument) -> Iterator[tuple[str, DocumentPlace]]:
    for block in document.blocks:
        if isinstance(block, ReadParagraph):
            yield block.shown, block.place
        else:
            for row in range(len(block.grid)):
                yield from ((cell.text, cell.place) for cell in block.cells(row) if cell.row == row)
