"""Titles: the line that is one, and the project that only one names: 某局2023年度图书购置绩效自评报告."""

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.read.draft import Draft
from generator.read.form_words import Vocabulary
from generator.read.printed_values import one_line

_NAMED = Pattern(
    r"(?:19|20)[0-9]{2}年(?:度|(?!度))(?P<name>[^，。；：]{3,40}?)(?:项目)?(?:支出)?(?:财政)?绩效(?:自评|评价|报告)"
)
_SENTENCE = Pattern(r"[，。；：:！？]")
_FEWEST, _LONGEST = 3, 45


def title_page(document: ReadDocument, draft: Draft) -> None:
    """Take the line with which a document begins for its title where no other line is one."""
    first = next(iter(document.blocks), None)
    if not draft.subjects or draft.title or not isinstance(first, ReadParagraph):
        return
    title = one_line(first.shown).strip()
    left = [one for one in draft.unplaced if one.place == first.place]
    if not left or len(title) > _LONGEST or _SENTENCE.search(title):
        return
    draft.title = title
    draft.unplaced = [one for one in draft.unplaced if one.place != first.place]
    draft.tally.use(first.place, "title")


def name_projects(draft: Draft, phrases: Vocabulary) -> None:
    """Name projects that have nothing but a report by its title."""
    for subject in draft.subjects:
        if subject.kind != "project" or subject.name or not subject.sections:
            continue
        if name := name_in_title(subject.report_title, phrases):
            subject.put(("project", "name"), name, subject.sections[0].place)
            subject.remarks.append(f"项目名称“{name}”取自报告标题，请核对")


def name_in_title(title: str, phrases: Vocabulary) -> str:
    """Return the project that a title names behind the year (empty: none)."""
    found = _NAMED.search("".join(title.split()))
    if found is None:
        return ""
    rest = found["name"]
    for word in phrases.words("no-name"):
        rest = rest.replace(word, "")
    return found["name"] if len(rest) >= _FEWEST else ""
