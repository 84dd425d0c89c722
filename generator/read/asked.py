"""What a form asks for: the items that it has a label or a value for, blank ones included."""

from collections.abc import Collection, Iterator
from typing import Any

from generator.base.chinese import parse_date
from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.model.reading import ReadDocument, ReadParagraph
from generator.model.required import OF_SUBJECT, UNIT_NAME
from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.label_book import LabelBook, normal
from generator.read.values import squeezed

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


def note_asked(
    document: ReadDocument, draft: Draft, book: LabelBook, own: Collection[str] = ()
) -> None:
    """Note for the unit and for each subject what its form asks for; ``own`` labels mean something else."""
    texts = {text for text in _texts(document) if not own or normal(text) not in own}
    roles = {book.role(text) for text in texts if len(text) <= _LONGEST}
    labelled = {_BY_ROLE[role] for role in roles if role in _BY_ROLE}
    if "goals" in roles and "actual" not in roles:  # a table of spring has one goal and no result
        labelled.add("goal.expected")
    draft.asked |= labelled & {UNIT_NAME}
    draft.is_dated = _is_dated(draft, book)
    if draft.unit.get("date") or any(_asks_for_day(text, book) for text in texts):
        draft.asked.add(_DATE)
    if draft.unit.get("name"):
        draft.asked.add(UNIT_NAME)
    for subject in draft.subjects:
        has_form = any(subject.values.get(key) for key in _FORM)
        subject.asked |= {p for p in OF_SUBJECT if p in labelled} if has_form else set()
        subject.asked |= {path for path in OF_SUBJECT if _is_given(subject, path)}


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


def _texts(document: ReadDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, ReadParagraph):
            yield from _labels(block.text)
        else:
            for row in block.grid:
                for cell in row:
                    yield from _labels(cell.text)


def _labels(text: str) -> Iterator[str]:
    """Give a text, and each of its lines up to a colon."""
    if len(text) > _LONGEST * 5:
        return
    yield text
    for line in text.split("\n"):
        head, colon, _ = line.replace("：", ":").partition(":")
        if colon:
            yield head.strip()
