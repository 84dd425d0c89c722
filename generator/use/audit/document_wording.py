"""Rules of wording over a foreign document: its paragraphs, headings and cells as one text."""

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.chinese import NUMERALS
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem
from generator.model.foreign_document import ReadDocument, ReadParagraph, ReadTable
from generator.model.wording_rule import Scope
from generator.read.draft import Draft
from generator.read.headings import (
    Numbered,
    is_contents_line,
    looks_like_heading,
    split_number,
)
from generator.use.lint.shared_words import shared_words
from generator.wording.engine import Linter
from generator.wording.passage import Context, Passage

# What begins a text of its own, in which numbers start anew.
_OPENING = Pattern(
    rf"\s*附\s*[件表]\s*[0-9{NUMERALS}]*\s*|\s*第[{NUMERALS}]+部分.{{0,30}}"
    rf"|(?!\s*[（(]?[0-9{NUMERALS}]{{1,3}}[.．、）)])[^，。；！？]{{4,60}}(?:报告|自评表|目标表|绩效文本)\s*"
)
_POINT = Pattern(r"\s*[（(]?[0-9①-⑳]")  # 2.…… below 备注：1.……
_NOTE = Pattern(r"\s*(?:注|备注|填表说明|说明)\s*[0-9]*\s*[:：]")
_PAGE = Pattern(r"[-—－–\s]*[0-9]{1,4}[-—－–\s]*|第\s*[0-9]+\s*页.*")
_ENDS, _LONGEST = "。；：，.;:,", 20
_STYLE = "F"  # codes of how marks, numbers and amounts are written
_INSIDE = Pattern("[，。；：,;:]")


class Remark(NamedTuple):
    """A problem of wording; ``word`` is what stands there when it may be a word after all."""

    problem: Problem
    word: str = ""


def check_document(document: ReadDocument, linter: Linter, context: Context) -> Iterator[Remark]:
    """Run the rules; a problem stands at its paragraph or cell.

    How the note of a form is written is the matter of who made the form: only slips are told of it.
    """
    notes = _notes(document)
    located = [*_passages(document, notes)]
    for finding in linter.run([passage for passage, _ in located], context):
        _, at = located[finding.passage]
        if at in notes and finding.code.startswith(_STYLE):
            continue
        problem = Problem(
            finding.code,
            finding.severity,
            finding.message,
            Place.in_document(at, document.shown),
            finding.hint,
            finding.found,
            finding.basis,
        )
        yield Remark(problem, finding.found if finding.sure else "")


def names_of(draft: Draft) -> tuple[str, ...]:
    """Return the names that a document gives: what they hold is no slip anywhere else."""
    keys = (("project", "name"), ("project", "authority"), ("project", "implementer"))
    found = (subject.get(key) for subject in draft.subjects for key in keys)
    return tuple(dict.fromkeys(name for name in found if isinstance(name, str) and name))


def told(files: Iterable[tuple[str, Sequence[Remark]]]) -> Iterator[Problem]:
    """Give the problems of all files with their units, but for words that many units write."""
    written = [(unit, remark) for unit, remarks in files for remark in remarks]
    shared = shared_words((unit, remark.word) for unit, remark in written)
    return (remark.problem for _, remark in written if remark.word not in shared)


def not_told_by(ruled: Iterable[Problem], problems: Sequence[Problem]) -> list[Problem]:
    """Return problems without those of wording that a rule tells of the same words in the same place."""
    told: dict[Hashable, list[str]] = defaultdict(list)
    for problem in ruled:
        told[_place_of(problem)].append(problem.message)
    return [
        problem
        for problem in problems
        if not problem.quote
        or not any(problem.quote in message for message in told.get(_place_of(problem), ()))
    ]


def _place_of(problem: Problem) -> Hashable:
    at = problem.place.document
    return problem.code, problem.place.file, at.in_file("") if at is not None else problem.place


def _notes(document: ReadDocument) -> frozenset[DocumentPlace]:
    """Return the paragraphs of notes: one below a form belongs to the form, and comes back with it, all its points."""
    found, is_note = set[DocumentPlace](), False
    for block in document.blocks:
        if isinstance(block, ReadParagraph) and not is_contents_line(block):
            goes_on = is_note and _POINT.match(block.shown) is not None
            is_note = goes_on or _NOTE.match(block.shown) is not None
            if is_note:
                found.add(block.place)
    return frozenset(found)


def _passages(
    document: ReadDocument, notes: Container[DocumentPlace]
) -> Iterator[tuple[Passage, DocumentPlace]]:
    part = 0
    for block in document.blocks:
        if isinstance(block, ReadTable):
            yield from _of_table(block)
        elif not is_contents_line(block):
            part += _OPENING.fullmatch(block.shown) is not None
            yield from _of_paragraph(block, f"text {part}", is_note=block.place in notes)
    for aside in document.aside:
        for line in aside.text.split("\n"):
            if line.strip() and not _PAGE.fullmatch(line.strip()):
                yield Passage("paragraph", line, aside.place.part), aside.place


def _of_paragraph(
    paragraph: ReadParagraph, group: str, *, is_note: bool
) -> Iterator[tuple[Passage, DocumentPlace]]:
    numbered = split_number(paragraph.shown)
    is_heading = looks_like_heading(paragraph, numbered) or _is_numbered_title(numbered)
    scope: Scope = "cell" if is_note else "heading" if is_heading else "paragraph"
    for line in paragraph.shown.split("\n"):
        if line.strip():
            yield Passage(scope, line, group), paragraph.place


def _is_numbered_title(line: Numbered) -> bool:
    """Tell a short numbered line that only ends as a sentence does."""
    title = line.title.rstrip(_ENDS)
    return line.style == 1 and 0 < len(title) <= _LONGEST and not _INSIDE.search(title)


def _of_table(table: ReadTable) -> Iterator[tuple[Passage, DocumentPlace]]:
    done: set[DocumentPlace] = set()
    for row in range(len(table.grid)):
        for cell in table.cells(row):
            if cell.place in done:
                continue
            done.add(cell.place)
            for line in cell.text.split("\n"):
                if line.strip():
                    yield Passage("cell", line, str(cell.place)), cell.place
