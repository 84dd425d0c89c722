"""Projects and kinds of spending that a report lists in a sentence whose parts add up to the whole."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.model.units import Units
from generator.read.draft import SubjectDraft
from generator.read.fact import Fact, Sum
from generator.read.label_book import LabelBook, normal
from generator.read.placed_values import SectionText
from generator.read.sentence_facts import SentenceReader

_FEWEST, _AROUND = 2, 24
_PROJECTS = "项目"
_KINDS = {"basic-spending": "basic", "project-spending": "projects"}
_MONEY = "万元"
_NOWHERE = DocumentPlace()


def read_listing(sections: list[SectionText], book: LabelBook) -> list[SubjectDraft]:
    """Return the projects of the first list whose amounts add up to its total; else none.

    项目支出预算312.6万元，其中：甲84万元，乙75.6万元……, or 84万元用于甲.
    """
    for section in sections:
        for text, found in _sums(section, book):
            before = text[max(0, found.whole.start - _AROUND) : found.whole.start]
            names = {normal(part.name) for part in found.parts}
            if _PROJECTS not in before or len(names) != len(found.parts) or "" in names:
                continue
            if any(book.role(name) for name in names):
                continue  # a list of sources or of kinds of spending is no list of projects
            return [_project(part, section, book.units) for part in found.parts]
    return []


def read_spending(subject: SubjectDraft, book: LabelBook) -> None:
    """Complete the expenditure of a department: its two kinds, and what a sentence splits them into.

    基本支出为1682.85万元，其中：甲1112.75万元，…… is taken when the parts add up to the whole.
    """
    rows = subject.get(("funds", "by-expenditure")) or []
    sums = [(s, t, one) for s in subject.sections for t, one in _sums(s, book)] if rows else []
    for index, row in enumerate(rows):
        if row.get("amount") is None:
            continue
        key = next((k for use, k in _KINDS.items() if row["name"] in book.phrases.words(use)), "")
        place = subject.places[("funds", "by-expenditure", index, "name")]
        if key and subject.money_unit in ("", _MONEY):
            subject.put(("department", key), row["amount"], place)
        for section, text, found in sums:
            before = text[max(0, found.whole.start - _AROUND) : found.whole.start]
            if row["name"] in before and _amount(found.whole, book.units) == row["amount"]:
                parts = [
                    {"name": part.name, "amount": _amount(part, book.units)} for part in found.parts
                ]
                subject.put(("funds", "by-expenditure", index, "parts"), parts, section.place)


def _sums(section: SectionText, book: LabelBook) -> Iterator[tuple[str, Sum]]:
    """Give the sums of a section that add up, each with the words that it stands in."""
    text = "".join(section.text.split())
    if not any(word in text for word in book.facts.of("of-which")):
        return
    for found in SentenceReader(book, book.facts).read(text, _NOWHERE).sums:
        if len(found.parts) >= _FEWEST and found.together == found.whole.value:
            yield text, found


def _amount(fact: Fact, units: Units) -> Decimal:
    """Return an amount in the unit of the inputs."""
    if not isinstance(fact.value, Decimal):
        return Decimal(0)
    return fact.value if fact.unit == _MONEY else fact.value * fact.size[1] / units.size(_MONEY)[1]


def _project(part: Fact, section: SectionText, units: Units) -> SubjectDraft:
    subject = SubjectDraft("project", is_told_of=True)
    subject.put(("project", "name"), part.name, section.place)
    subject.put(("funds", "budget"), _amount(part, units), section.place)
    subject.remarks.append("项目名称和预算数由报告里的一句话得出：各项相加等于总数")
    return subject
