"""Where a paper explains: cells for reasons, words of results, notes, sections."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.read.answers import Entry
from generator.read.draft import Draft, SubjectDraft, rows_in

_EXPLAINED: tuple[KeyPath, ...] = (
    ("funds", "adjustment"),
    ("funds", "explanation"),
    ("result", "deviation"),
    ("result", "improvement"),
)
_NOTE_KINDS = ("注", "附注")
_NOTES = ("注", "附注", "备注", "说明", "填表说明", "填报说明")
_SENTENCE = Pattern(r"[。；;\n]")
_SAYS_WHY = Pattern("因|由于|尚未|未能|暂未|未到期")
_RULES = Pattern("口径|分值|得分|权重|扣分|填|请|应|须|不得|公式|指标值|[=×*]")
_EXPLAINS = Pattern("偏差|偏离|未完成|原因|问题")


def explanations(draft: Draft, subject: SubjectDraft) -> Iterator[str]:
    """Give every text that may explain, wherever it stands."""
    for keys in _EXPLAINED:
        if said := subject.get(keys):
            yield str(said)
    for found in subject.get(("problem",)) or ():
        yield from (str(text) for text in found.values())
    for label, value in (subject.get(("fields",)) or {}).items():
        if str(label).startswith(_NOTES):
            yield from (one for one in _SENTENCE.split(str(value)) if not _RULES.search(one))
        else:
            yield str(value)
    yield from (str(row["reason"]) for _, row in rows_in(subject.values) if row.get("reason"))
    yield from (section.text for section in (*subject.sections, *draft.report))
    # Words of results explain as well as those of a column for reasons; so do notes.
    yield str(subject.get(("goal", "achieved")) or "")
    yield from (str(row["actual"]) for _, row in rows_in(subject.values) if row.get("actual"))
    for account in draft.accounts:
        for entry in account.entries:
            yield from _noted(entry)


def told_beside(draft: Draft) -> Iterator[str]:
    """Give what paragraphs outside of all sections say; the rules of a form stand there as well."""
    for account in draft.accounts:
        for entry in account.entries:
            is_note = entry.what in _NOTE_KINDS or entry.text.lstrip().startswith(_NOTES)
            if not entry.place.table and entry.answer == "unread" and not is_note:
                said = [one for one in _SENTENCE.split(entry.text) if not _RULES.search(one)]
                yield "。".join(said)


def _noted(entry: Entry) -> Iterator[str]:
    """Give what a note says of the year; the rules of the form are notes, too, sentence by sentence."""
    if entry.what in _NOTE_KINDS or entry.text.lstrip().startswith(_NOTES):
        for sentence in _SENTENCE.split(entry.text):
            if _SAYS_WHY.search(sentence) and _RULES.search(sentence) is None:
                yield sentence


def reason_cells(subject: SubjectDraft) -> Iterator[str]:
    """Give the cells that are there for reasons."""
    yield str(subject.get(("result", "deviation")) or "")
    yield from (str(row["reason"]) for _, row in rows_in(subject.values) if row.get("reason"))
    for found in subject.get(("problem",)) or ():
        yield from (str(text) for text in found.values())


def reasons_given(draft: Draft, subject: SubjectDraft) -> Iterator[str]:
    """Give the sections that are there to explain."""
    for section in (*subject.sections, *draft.report):
        if _EXPLAINS.search(section.title):
            yield section.text
