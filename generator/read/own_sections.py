"""Sections of a report into the inputs as the unit's own: its outline, its order, all of its words."""

from collections.abc import Mapping, Sequence

from generator.base.toml import KeyPath
from generator.narrative.heading_numbers import numbered
from generator.read.draft import Draft, SubjectDraft
from generator.read.headings import split_number
from generator.read.label_book import LabelBook
from generator.read.outline_read import OutlineSection, outline_of
from generator.read.section_keys import note_claims
from generator.read.typed_draft import SectionValues

_SINGLE: Mapping[str, KeyPath] = {
    "use": ("result", "use"),
    "publicity": ("result", "publicity"),
    "deviation": ("result", "deviation"),
}
_OUTLINE = "own-outline"
_BUDGET_TEXT = ("duties", "safeguards")


def keep_sections(
    subject: SubjectDraft, book: LabelBook, known: Mapping[str, str], document: str
) -> None:
    """Write a subject's report as its own outline; ``document`` is the scheme's id of a report."""
    if not subject.sections:
        return
    outline = outline_of(subject.sections, book, known)
    written = outline.as_values()
    subject.values["own-outline"] = written
    rows = written["section"]
    for number, (section, row) in enumerate(zip(outline.sections, rows, strict=True)):
        subject.places[_OUTLINE, "section", number, "title"] = section.place
        if not section.text.strip():
            continue
        said = _placed(section, subject)
        if said:
            row.update(said)
        else:
            subject.put_section(("text", section.id), section.text, section.as_section())
    if document and subject.report_title and subject.get(("titles", document)) is None:
        subject.put(("titles", document), subject.report_title, subject.sections[0].place)
    note_claims(subject, book.claims)


def is_budget_text(subject: SubjectDraft, book: LabelBook) -> bool:
    """Tell the text of a department's goals in spring (绩效文本), whose parts have keys of their own."""
    return any(book.section(section.title) in _BUDGET_TEXT for section in subject.sections)


def keep_joint_report(draft: Draft, book: LabelBook) -> None:
    """Write a report over several projects as the unit's own."""
    if not draft.report:
        return
    outline = outline_of(draft.report, book, {})
    texts = {s.id: s.text for s in outline.sections if s.text.strip()}
    draft.report_values = {"own-outline": outline.as_values(), "text": texts}


def _placed(section: OutlineSection, subject: SubjectDraft) -> SectionValues:
    """Put the words of a section where its meaning belongs, if they are printed again as they are."""
    keys = _SINGLE.get(section.meaning)
    if section.meaning == "overview":
        keys = ("project" if subject.kind == "project" else "department", "overview")
    if keys is not None:
        return _single(section, subject, keys)
    if section.meaning == "problem" and subject.get(("problem",)) is None:
        return _problems(section, subject)
    if section.meaning == "measure" and subject.get(("problem",)):
        return _measures(section, subject)
    return {}


def _single(section: OutlineSection, subject: SubjectDraft, keys: KeyPath) -> SectionValues:
    if subject.get(keys) is not None:
        return {}
    subject.put_section(keys, section.text, section.as_section())
    named = ".".join(map(str, keys)) if keys[0] == "result" else str(keys[-1])
    return {"from": named} if subject.get(keys) == section.text else {}


def _problems(section: OutlineSection, subject: SubjectDraft) -> SectionValues:
    style, items = _items(section.text)
    for number, item in enumerate(items):
        place = section.lines[number] if style and number < len(section.lines) else section.place
        subject.put(("problem", number, "text"), item, place)
    if [row.get("text") for row in subject.get(("problem",)) or ()] != list(items):
        return {}
    subject.lines[("problem", 0, "text")] = section.lines
    return _from("problem.text", style)


def _measures(section: OutlineSection, subject: SubjectDraft) -> SectionValues:
    rows = subject.values.get("problem") or []
    if any("measure" in row for row in rows):
        return {}
    style, items = _items(section.text)
    if style and len(items) == len(rows):
        targets = range(len(rows))
    else:
        style, items, targets = "", (section.text,), range(len(rows) - 1, len(rows))
    for number, item in zip(targets, items, strict=True):
        subject.put(("problem", number, "measure"), item, section.place)
    subject.lines[("problem", targets[0], "measure")] = section.lines
    return _from("problem.measure", style)


def _from(named: str, style: str) -> SectionValues:
    return {"from": named, "items": style} if style else {"from": named}


def _items(text: str) -> tuple[str, Sequence[str]]:
    """Part lines that are numbered from one on; others are one item."""
    lines = text.split("\n")
    split = [split_number(line) for line in lines]
    for style in ("{1}.", "{1}、", "（{一}）", "（{1}）", "{一}、"):
        again = [f"{numbered(style, n)}{one.title}" for n, one in enumerate(split, 1)]
        if again == lines and all(one.title for one in split):
            return style, [one.title for one in split]
    return "", (text,)
