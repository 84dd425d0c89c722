"""The ledger of one document: the facts of its form, of its sentences, and of what it says of itself."""

from generator.base.signs import without_list_signs
from generator.model.foreign_document import ReadDocument
from generator.read.draft import Draft
from generator.read.fact import Fact, Pair, Sum
from generator.read.form_facts import form_facts, said_of_itself
from generator.read.label_book import LabelBook
from generator.read.ledger import Ledger
from generator.read.sentence_facts import SentenceReader

_SHORTEST_SENTENCE = 6


def ledger_of(document: ReadDocument, draft: Draft, book: LabelBook) -> Ledger:
    """Gather all facts; a cell whose value was read is no sentence."""
    ledger = form_facts(draft, book.units)
    facts: list[Fact] = [*ledger.facts]
    pairs: list[Pair] = [*ledger.pairs]
    sums: list[Sum] = []
    known = {fact.place for fact in facts}
    reader = SentenceReader(book, book.facts)
    told = [*document.said()]
    texts = without_list_signs(text for _, text, _ in told)
    for (place, _, is_cell), text in zip(told, texts, strict=True):
        itself = said_of_itself(text, place, book)
        facts += (fact for fact in itself if fact.role != "weight" or place not in known)
        if is_cell and (place in known or len(text) < _SHORTEST_SENTENCE):
            continue
        said = reader.read(text, place, draft.year)
        facts += said.facts
        pairs += said.pairs
        sums += said.sums
    return Ledger(tuple(facts), tuple(pairs), tuple(sums))
