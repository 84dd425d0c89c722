"""The ledger of one document: the facts of its form, of its sentences, and of what it says of itself."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.model.reading import ReadDocument, ReadParagraph
from generator.read.draft import Draft
from generator.read.fact import Fact, Pair, Sum
from generator.read.form_facts import form_facts, said_of_itself
from generator.read.label_book import LabelBook
from generator.read.ledger import Ledger
from generator.read.sentence_facts import SentenceReader

_SHORTEST_SENTENCE = 6


def ledger_of(document: ReadDocument, draft: Draft, book: LabelBook) -> Ledger:
    """Gather all facts; a cell whose value was read is no sentence."""
    ledger = form_facts(draft)
    facts: list[Fact] = [*ledger.facts]
    pairs: list[Pair] = [*ledger.pairs]
    sums: list[Sum] = []
    known = {fact.place for fact in facts}
    reader = SentenceReader(book, book.facts)
    for text, place, is_cell in _texts(document):
        facts += said_of_itself(text, place, book)
        if is_cell and (place in known or len(text) < _SHORTEST_SENTENCE):
            continue
        said = reader.read(text, place, draft.year)
        facts += said.facts
        pairs += said.pairs
        sums += said.sums
    return Ledger(tuple(facts), tuple(pairs), tuple(sums))


def _texts(document: ReadDocument) -> Iterator[tuple[str, DocumentPlace, bool]]:
    """Give every paragraph and every cell once."""
    for block in document.blocks:
        if isinstance(block, ReadParagraph):
            yield block.shown, block.place, False
            continue
        for number in range(len(block.grid)):
            for cell in block.cells(number):
                if cell.row == number and cell.text.strip():
                    yield cell.text, cell.place, True
