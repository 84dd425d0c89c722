"""Where a paper explains: cells for reasons, words of results, notes, sections."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.read.draft import Draft, SubjectDraft, rows_in
from generator.read.given_answers import Entry
from generator.rules.printed_funds import Funds
from generator.rules.rule_words import Vocabulary

_EXPLAINED: tuple[KeyPath, ...] = (
    ("funds", "adjustment"),
    ("funds", "explanation"),
    ("result", "deviation"),
    ("result", "improvement"),
)
_OF = "·"  # between a row and its column in the name of a field
_LONGEST_HEAD, _LINE = 16, "line"
_SENTENCE = Pattern(r"[。；;\n]")
_AMOUNT = Pattern(r"[0-9](?:\.[0-9]+)?\s*万?元")


def explanations(draft: Draft, subject: SubjectDraft, words: Vocabulary) -> Iterator[str]:
    """Give every text that may explain, wherever it stands."""
    for keys in _EXPLAINED:
        if said := subject.get(keys):
            yield str(said)
    for found in subject.get(("problem",)) or ():
        yield from (str(text) for text in found.values())
    for label, value in (subject.get(("fields",)) or {}).items():
        if words.begins("note-head", str(label)):
            sentences = _SENTENCE.split(str(value))
            yield from (one for one in sentences if not words.has("rule-of-a-form", one))
        else:
            yield str(value)
    yield from (str(row["reason"]) for _, row in rows_in(subject.values) if row.get("reason"))
    yield from (section.text for section in (*subject.sections, *draft.report))
    # Words of results explain as well as those of a column for reasons; so do notes.
    yield str(subject.get(("goal", "achieved")) or "")
    yield from (str(row["actual"]) for _, row in rows_in(subject.values) if row.get("actual"))
    for account in draft.accounts:
        for entry in account.entries:
            yield from _noted(entry, words)
    yield from headed_reasons(draft, words)


def told_beside(draft: Draft, words: Vocabulary) -> Iterator[str]:
    """Give what paragraphs outside of all sections say; the rules of a form stand there as well."""
    for account in draft.accounts:
        for entry in account.entries:
            is_note = _is_note(entry, words) or bool(_reason_of(entry, words))
            if not entry.place.table and entry.answer == "unread" and not is_note:
                said = _SENTENCE.split(entry.text)
                yield "。".join(one for one in said if not words.has("rule-of-a-form", one))


def _reason_of(entry: Entry, words: Vocabulary) -> str:
    """Return what a paragraph says that is headed as a reason: 偏差原因说明：……; else nothing."""
    if entry.place.table or not (entry.answer == "unread" or entry.what == _LINE):
        return ""
    head, _, said = entry.text.strip().replace("：", ":").partition(":")
    is_headed = len(head) <= _LONGEST_HEAD and words.has("head-explains", head)
    return said.strip() if is_headed else ""


def _is_note(entry: Entry, words: Vocabulary) -> bool:
    return words.is_one("note-kind", entry.what) or words.begins("note-head", entry.text.lstrip())


def _noted(entry: Entry, words: Vocabulary) -> Iterator[str]:
    """Give what a note says of the year; the rules of the form are notes, too, sentence by sentence."""
    if _is_note(entry, words):
        for sentence in _SENTENCE.split(entry.text):
            # 良种繁育调减10万元为方案压减: what became of an amount, be it without a word of why.
            is_of_money = words.has("budget-changed", sentence) and _AMOUNT.search(sentence)
            is_told = words.has("says-why", sentence) or is_of_money
            if is_told and not words.has("rule-of-a-form", sentence):
                yield sentence


def with_remarks(funds: Funds, subject: SubjectDraft, words: Vocabulary) -> Funds:
    """Take what a list says beside the amounts of a project for their reason: it has no other cell."""
    if subject.has_indicators or funds.reason:
        return funds
    said = [
        str(value)
        for label, value in (subject.get(("fields",)) or {}).items()
        if words.has("remark-label", str(label))
    ]
    return funds._replace(reason="；".join(said))


def reason_cells(subject: SubjectDraft, words: Vocabulary) -> Iterator[str]:
    """Give the cells that are there for reasons, those beside the amounts of the funds among them."""
    for label, value in (subject.get(("fields",)) or {}).items():
        row, _, column = str(label).rpartition(_OF)  # 年度资金总额·说明
        if row and words.ends("remark-label", column):
            yield str(value)
    yield str(subject.get(("result", "deviation")) or "")
    yield from (str(row["reason"]) for _, row in rows_in(subject.values) if row.get("reason"))
    for found in subject.get(("problem",)) or ():
        yield from (str(text) for text in found.values())


def reasons_given(draft: Draft, subject: SubjectDraft, words: Vocabulary) -> Iterator[str]:
    """Give the sections and paragraphs that are there to explain."""
    for section in (*subject.sections, *draft.report):
        if words.has("section-explains", section.title):
            yield section.text
    yield from headed_reasons(draft, words)


def headed_reasons(draft: Draft, words: Vocabulary) -> Iterator[str]:
    """Give what paragraphs beside the tables say that are headed as reasons."""
    for account in draft.accounts:
        for entry in account.entries:
            if said := _reason_of(entry, words):
                yield said
