"""What a form asks for: the items that it has a label or a value for, blank ones included."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.base.chinese import parse_date
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.model.requirements import OF_SUBJECT, UNIT_NAME
from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.label_book import LabelBook, normal
from generator.read.printed_values import squeezed

_BY_ROLE = {
    "project-name": "project.name",
    "authority": "project.authority",
    "implementer": "project.implementer",
    **{name: f"funds.{name}" for name in AMOUNTS},
    "expected": "goal.expected",
    "achieved": "goal.achieved",
    "target": "indicator.target",
    "actual": "indicator.actual",
    "weight": "indicator.weight",
    "unit-name": UNIT_NAME,
    "department-name": UNIT_NAME,
}
_DATE = "unit.date"
_DAY_TO_FILL_IN = Pattern(r"年\s*月\s*日")
_FORM = ("indicator", "goals", "goal", "funds")
_LONGEST = 40
_At = tuple[str, int]  # the sheet and the table
_PARAGRAPHS: _At = ("", 0)


def note_asked(
    document: ReadDocument, draft: Draft, book: LabelBook, own: Collection[str] = ()
) -> None:
    """Note for the unit and for each subject what its form asks for; ``own`` labels mean something else."""
    by_table = {
        at: {text for text in texts if not own or normal(text) not in own}
        for at, texts in _texts(document).items()
    }
    texts = {text for own_texts in by_table.values() for text in own_texts}
    if not _has_own_result(document, draft, book):
        by_table = {
            at: {text for text in own_texts if book.role(text) != "achieved"}
            for at, own_texts in by_table.items()
        }
        texts = {text for own_texts in by_table.values() for text in own_texts}
    labelled = _labelled(texts, book)
    of_tables = {at: _labelled(own_texts, book) for at, own_texts in by_table.items()}
    draft.asked |= labelled & {UNIT_NAME}
    draft.is_dated = _is_dated(draft, book)
    if draft.unit.get("date") or any(_asks_for_day(text, book) for text in texts):
        draft.asked.add(_DATE)
    if draft.unit.get("name"):
        draft.asked.add(UNIT_NAME)
    for subject in draft.subjects:
        has_form = any(subject.values.get(key) for key in _FORM)
        own_labels = labelled if len(draft.subjects) == 1 else _own(subject, draft, of_tables)
        subject.asked |= {p for p in OF_SUBJECT if p in own_labels} if has_form else set()
        subject.asked |= {path for path in OF_SUBJECT if _is_given(subject, path)}


def _has_own_result(document: ReadDocument, draft: Draft, book: LabelBook) -> bool:
    """Tell a cell that asks what became of the goal; one above the actuals of the indicators asks for those."""
    heads = {
        (_at(band.place), normal(heading))
        for band in draft.bands
        for column in band.columns
        for heading in column.strip.headings
        if column.role == "actual"
    }
    asking = [
        (_at(cell.place), normal(cell.text))
        for block in document.blocks
        if not isinstance(block, ReadParagraph)
        for row in block.grid
        for cell in row
        if len(cell.text) <= _LONGEST and book.role(cell.text) == "achieved"
    ]
    return len(asking) != 1 or asking[0] not in heads


def _labelled(texts: Collection[str], book: LabelBook) -> set[str]:
    """Return the items that labels among some texts ask for."""
    roles = {book.role(text) for text in texts if len(text) <= _LONGEST}
    labelled = {_BY_ROLE[role] for role in roles if role in _BY_ROLE}
    if "goals" in roles and "actual" not in roles:  # a table of spring has one goal and no result
        labelled.add("goal.expected")
    return labelled


def _own(subject: SubjectDraft, draft: Draft, of_tables: Mapping[_At, set[str]]) -> set[str]:
    """Return what is asked for where a subject stands; a list of all projects asks for less than a form."""
    others = {_at(p) for s in draft.subjects if s is not subject for p in s.places.values()}
    elsewhere = others - {_at(place) for place in subject.places.values()}
    return {path for at, paths in of_tables.items() if at not in elsewhere for path in paths}


def _at(place: DocumentPlace) -> _At:
    return place.sheet, place.table if place.table else 0


def _is_dated(draft: Draft, book: LabelBook) -> bool:
    """Tell whether a cell of a form has the day on which it was filled in: 填报日期 | 2022年2月25日."""
    labels = book.phrases.words("date-label")
    fields = [field for s in draft.subjects for field in (s.get(("fields",)) or {}).items()]
    return any(
        any(word in name for word in labels) and parse_date(squeezed(str(value))) is not None
        for name, value in fields
    )


def _asks_for_day(text: str, book: LabelBook) -> bool:
    is_named = any(word in text for word in book.phrases.words("date-label"))
    return is_named or _DAY_TO_FILL_IN.search(text) is not None


def is_form(subject: SubjectDraft) -> bool:
    """Tell a subject that has a table of its own from one that only a report tells of."""
    has_table = any(subject.values.get(key) for key in ("goal", "funds"))
    return not subject.is_told_of and (subject.has_indicators or has_table)


def _is_given(subject: SubjectDraft, path: str) -> bool:
    table, _, key = path.partition(".")
    if table == "indicator":
        return any(row.get(key) not in (None, "") for _, row in rows_in(subject.values))
    if table == "goal":
        goals: list[Any] = subject.values.get("goals") or [subject.values.get("goal") or {}]
        return any(goal.get(key) for goal in goals)
    return subject.get((table, key)) not in (None, "")


def left_blank(subject: SubjectDraft) -> frozenset[str]:
    """Return what a form that was filled in leaves blank, if only for one indicator: it asks for none."""
    rows = [row for _, row in rows_in(subject.values)]
    blank = {path for path in OF_SUBJECT if not _is_given(subject, path)}
    for path in OF_SUBJECT:
        table, _, key = path.partition(".")
        if table == "indicator" and any(row.get(key) in (None, "") for row in rows):
            blank.add(path)
    return frozenset(blank)


def _texts(document: ReadDocument) -> dict[_At, set[str]]:
    """Return the texts of each table, and of all paragraphs together."""
    found: dict[_At, set[str]] = defaultdict(set)
    for block in document.blocks:
        if isinstance(block, ReadParagraph):
            found[_PARAGRAPHS].update(_labels(block.text))
            continue
        for row in block.grid:
            for cell in row:
                found[_at(cell.place)].update(_labels(cell.text))
    return found


def _labels(text: str) -> Iterator[str]:
    """Give a text, and each of its lines up to a colon."""
    if len(text) > _LONGEST * 5:
        return
    yield text
    for line in text.split("\n"):
        head, colon, _ = line.replace("：", ":").partition(":")
        if colon:
            yield head.strip()
