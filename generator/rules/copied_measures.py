"""W06: a sentence that stands among the problems stands word for word among the measures."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.headings import split_number
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SENTENCE = Pattern("[。；;！？\n]")
_SHORTEST = 14
_LONGEST_HEADING = 30
_UPPER = 1


def copied_measures(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Whatever leads to it: 三是……, （二）加强队伍建设。……"""
    problems: dict[str, DocumentPlace] = {}
    for kind, text, place in _parts(form, words):
        for sentence in _SENTENCE.split(text):
            said = _without_lead(squeezed(sentence))
            if len(said) < _SHORTEST:
                continue
            if kind == "problems":
                problems.setdefault(said, place)
            elif said in problems:
                yield Finding("copied-measure", place, said[:30], str(problems[said]))


def _without_lead(sentence: str) -> str:
    """Return a sentence without the words that count it: 一是, 2., （三）."""
    return split_number(sentence).title.removeprefix("是").strip("“”，,：:")


def _parts(form: PrintedForm, words: Vocabulary) -> Iterator[tuple[str, str, DocumentPlace]]:
    """Give what stands below headings and beside labels that name problems or measures."""
    kind, row, label = "", (0, 0), ""
    for entry in form.everything:
        place = entry.place
        if place.table:
            said = squeezed(entry.text)
            if entry.what == "栏目名" or len(said) <= _LONGEST_HEADING:
                own = _kind(said, words)
                row, label = ((place.table, place.row), own) if own else (row, label)
            if label and (place.table, place.row) == row:
                yield label, entry.text, place
            continue
        line = split_number(entry.text.strip())
        is_heading = len(line.title) <= _LONGEST_HEADING and "。" not in line.title
        own = _kind(squeezed(line.title), words) if is_heading and line.style else ""
        if is_heading and (line.style == _UPPER or own):
            kind = own
        elif kind:
            yield kind, entry.text, place


def _kind(title: str, words: Vocabulary) -> str:
    """Tell a title of problems from one of measures; one of both says nothing."""
    is_problem, is_measure = words.has("names-problems", title), words.has("names-measures", title)
    if is_problem == is_measure:
        return ""
    return "problems" if is_problem else "measures"
