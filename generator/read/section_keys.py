"""Sections of a report into the inputs: each to the key that its heading names."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.draft import SubjectDraft
from generator.read.duties import read_duties, read_safeguards
from generator.read.headings import split_number
from generator.read.label_book import LabelBook, normal
from generator.read.placed_values import SectionText
from generator.read.stated_results import Claims

_COMPUTED = "由程序按计分结果写，没有转入"
_FUNCTIONS = Pattern(r"职责")


def place_sections(
    subject: SubjectDraft,
    book: LabelBook,
    sections: Mapping[str, str],
    *,
    keeps_all: bool = False,
) -> None:
    """Put the sections where they belong; ``sections`` are the ids of the outline by heading.

    To be checked and not written, sections that have no place in an outline are kept all the same.
    """
    for number, section in enumerate(subject.sections):
        if not section.text.strip():
            continue
        left = len(subject.unplaced)
        _place(section, subject, book, sections)
        if keeps_all and len(subject.unplaced) > left:
            del subject.unplaced[left:]
            subject.put_section(("text", f"section-{number + 1}"), section.text, section)
    note_claims(subject, book.claims)


def _place(
    section: SectionText, subject: SubjectDraft, book: LabelBook, sections: Mapping[str, str]
) -> None:
    text, place = section.text, section.place
    table = "project" if subject.kind == "project" else "department"
    id = sections.get(normal(section.title))
    key = book.section(section.title) or ("" if id else book.meaning(section.title))
    readers = {
        "duties": lambda: read_duties(text, place, subject, book.phrases),
        "safeguards": lambda: read_safeguards(text, place, subject),
        "problem": lambda: _findings(section, "text", subject),
        "department-goal": lambda: subject.put_section(("goal", "expected"), text, section),
        "use": lambda: subject.put_section(("result", "use"), text, section),
        "publicity": lambda: subject.put_section(("result", "publicity"), text, section),
        "conclusion": lambda: subject.leave(place, text, f"“{section.title}”{_COMPUTED}"),
    }
    if key == "overview":
        kept = _take_functions(section, subject) if subject.kind == "department" else text
        subject.put_section((table, "overview"), kept, section)
    elif key == "measure" and (subject.get(("problem",)) is not None or not id):
        _findings(section, "measure", subject)
    elif key in readers:
        readers[key]()
    elif id:
        subject.put_section(("text", id), text, section)
    else:
        subject.leave(place, f"{section.title}：{text}", "方案的提纲里没有这一节")


def _findings(section: SectionText, key: str, subject: SubjectDraft) -> None:
    """Write problems one by one; measures that are not told apart go to the last problem."""
    lines = section.text.split("\n")
    numbered = [split_number(line) for line in lines]
    items = [n.title for n in numbered] if all(n.style for n in numbered) else [section.text]
    known = subject.get(("problem",)) or []
    if key == "text":
        for item in items:
            subject.put(
                ("problem", len(subject.get(("problem",)) or []), "text"), item, section.place
            )
    elif not known:
        subject.leave(section.place, section.text, "有改进措施而没有认出存在的问题")
    elif len(items) == len(known):
        for number, item in enumerate(items):
            subject.put(("problem", number, "measure"), item, section.place)
    else:
        subject.put(("problem", len(known) - 1, "measure"), section.text, section.place)


def _take_functions(section: SectionText, subject: SubjectDraft) -> str:
    """Take the numbered functions out of the overview of a department."""
    lines = section.text.split("\n")
    start = next(
        (i for i, line in enumerate(lines) if _FUNCTIONS.search(line) and len(line) <= 30), None
    )
    if start is None:
        return section.text
    items = [split_number(line) for line in lines[start + 1 :]]
    count = next((i for i, item in enumerate(items) if item.style not in (2, 3)), len(items))
    if count < 2:
        return section.text
    for number, item in enumerate(items[:count]):
        subject.put(("department", "functions", number), item.title, section.place)
    return "\n".join([*lines[:start], *lines[start + 1 + count :]])


def note_claims(subject: SubjectDraft, claims: Claims) -> None:
    """Note total and grade that the report claims, each where it is claimed first."""
    totals: dict[Decimal, DocumentPlace] = {}
    grades: dict[str, DocumentPlace] = {}
    for section in subject.sections:
        if (total := claims.total(section.text)) is not None:
            totals.setdefault(total, _line_of(section, claims.total, total))
        if grade := claims.grade(section.text):
            grades.setdefault(grade, _line_of(section, claims.grade, grade))
    for total, place in totals.items():
        subject.put(("stated", "narrative", "total"), total, place)
    for grade, place in grades.items():
        subject.put(("stated", "narrative", "grade"), grade, place)


def _line_of(section: SectionText, reader: Callable[[str], Any], value: Any) -> DocumentPlace:
    """Return the place of the line that claims a value."""
    for line, place in zip(section.text.split("\n"), section.lines, strict=False):
        if reader(line) == value:
            return place
    return section.place
