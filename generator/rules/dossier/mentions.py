"""X02: sentences of inputs that name what the form prints, read and held against it as those of a document are."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.dossier import Subject
from generator.prose.prose_keys import ProseField
from generator.read.fact import Fact
from generator.read.given_answers import Entry
from generator.read.ledger import Ledger
from generator.rules import quantities
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.row_cores import SHORTEST
from generator.rules.rule_words import Vocabulary
from generator.rules.where import Where

if TYPE_CHECKING:
    from generator.read.sentence_facts import SentenceReader

_DIGIT = Pattern("[0-9]")
_RULES = (quantities.against_rows, quantities.against_funds, quantities.against_rate)


def mentions(
    evidence: Evidence,
    subject: Subject,
    form: PrintedForm,
    words: Vocabulary,
    reader: "Callable[[], SentenceReader]",
) -> Iterator[Finding]:
    """Hold the sentences of a subject against its form; nothing is read where no quantity is named."""
    known = [*_named(subject), *words.words("amount-of-a-cell"), *words.words("rate-of-the-whole")]
    facts: list[Fact] = []
    texts: list[Entry] = []
    places: dict[Where, Where] = {}
    for field, number, line in _lines(evidence, subject):
        if _DIGIT.search(line) is None or not any(name in line for name in known):
            continue
        for fact in reader().read(line, DocumentPlace()).facts:
            # Each has a place of its own, which says where in the line it stands.
            at = DocumentPlace(paragraph=len(places) + 1)
            facts.append(fact._replace(place=at))
            texts.append(Entry(at, line, "used", ""))
            places[at] = in_prose(field, number, fact.start + 1)
    if not facts:
        return
    is_department = subject.kind == "department"
    ledger, whole = Ledger(tuple(facts)), tuple(texts)
    form = form._replace(ledger=ledger, whole=whole, is_department=is_department)
    for found in chain.from_iterable(rule(form, words) for rule in _RULES):
        yield found._replace(where=places.get(found.where, found.where))


def _named(subject: Subject) -> Iterator[str]:
    names = (half_width(row.indicator.name) for row in subject.indicators)
    return (name for name in names if len(name) >= SHORTEST)


def _lines(evidence: Evidence, subject: Subject) -> Iterator[tuple[ProseField, int, str]]:
    for field in evidence.prose:
        if field.owner == subject.id and field.keys[:1] not in (("goals",), ("indicator",)):
            for number, line in enumerate(half_width(field.text).split("\n"), 1):
                yield field, number, line
