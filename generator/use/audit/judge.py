"""Which problems of an examined draft speak of the document, and how much they weigh there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.model.rule_text import RuleText
from generator.use.audit.found import Reading

# Of our own inputs, of schemes, or of what only inputs can have.
_NOT_OF_DOCUMENTS = frozenset({"I22", "R01", "X07", "X08", "C12"})
_IN_PARAGRAPHS = frozenset({"A10", "A11"})  # found there, in whatever section they stand
# These rest on the rules of the scheme; where the scheme is only the likeliest, so are they.
_BY_THE_SCHEME = frozenset({"A03", "A05", "A06", "A07", "G01", "G03", "G04", "C03", "R02"})
# What the form itself prints settles these, whatever the scheme says.
_BY_THE_FORM = frozenset({"A01", "A04", "C02", "C04", "C05"})
# A scheme that surely fits knows these better than the paper does.
_SCHEME_KNOWS = frozenset({"G01", "G03", "G04", "A05", "C03"})
_BLANKS = frozenset({"C01", "A02"})
_ROW = Pattern(r"indicator\[|shared-score|goals?\[")
_UNIT = Pattern(r"unit\b")
_KEY = Pattern(r"[a-z]{3,}")
_LONGEST_QUOTE = 80


class Judge(NamedTuple):
    """What is known of the documents by which problems are judged."""

    readings: Mapping[str, Reading]
    texts: Mapping[str, RuleText]
    is_sure: bool  # of the scheme
    has_report: bool

    def kept(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Keep what speaks of the document, with the words that stand there and advice that fits."""
        for problem in problems:
            is_ours = problem.code in _NOT_OF_DOCUMENTS | _IN_PARAGRAPHS
            if is_ours or problem.code.startswith(("I", "S", "T")):
                continue
            if problem.code in _BY_THE_FORM and problem.place.document is not None:
                continue
            if not self.is_sure and problem.code in _BY_THE_SCHEME:
                continue
            if problem.code == "A02" and not _ROW.search(problem.place.key):
                continue  # a report without a form has no scores to leave blank
            if problem.code != "C01" or _ROW.search(problem.place.key):
                yield self._fitted(problem)
            elif self.has_report and _UNIT.match(problem.place.key):
                # Perhaps it stands somewhere else: whoever reads it can tell.
                yield self._fitted(problem._replace(severity=Severity.NOTE))

    def _fitted(self, problem: Problem) -> Problem:
        hint = problem.hint.replace("用 [[accept]] 说明", "写进基线文件")
        if _KEY.search(hint):  # it tells how to mend an input file
            text = self.texts.get(problem.code)
            hint = (text.in_document or text.instead) if text is not None else ""
        severity = problem.severity
        at = problem.place.document
        if problem.code in _BLANKS and at is not None and at.line:
            severity = Severity.WARNING  # plain text has no cells: it may stand in another line
        quote = problem.quote or quote_at(problem.place, self.readings)
        return problem._replace(quote=quote, hint=hint, severity=severity)


def left_to_print(printed: Iterable[Problem]) -> list[Problem]:
    """Leave grades, steps of the rate and thresholds to a scheme that surely fits."""
    return [p for p in printed if p.code not in _SCHEME_KNOWS or p.severity is Severity.ERROR]


def told_once(printed: Sequence[Problem], kept: Sequence[Problem]) -> Iterator[Problem]:
    """Tell one thing once: by what is printed, unless a sure scheme makes it an error.

    One thing is the same code in the same row.
    """
    errors = {_thing(p) for p in kept if p.severity is Severity.ERROR}
    for problem in printed:
        if problem.severity is Severity.ERROR or _thing(problem) not in errors:
            yield problem
    told = {_thing(p) for p in printed if p.severity is Severity.ERROR}
    doubts = {_thing(p) for p in printed} - told
    for problem in kept:
        thing = _thing(problem)
        is_error = problem.severity is Severity.ERROR
        if thing is None or not (thing in told or (thing in doubts and not is_error)):
            yield problem


def _thing(problem: Problem) -> tuple[str, str, int, int, int] | None:
    at = problem.place.document
    if at is None:
        return None
    return (problem.code, problem.place.file, at.table, at.row, at.paragraph)


def quote_at(place: Place, readings: Mapping[str, Reading]) -> str:
    """Return the words at a place, on one line."""
    reading = readings.get(place.file)
    if reading is None or place.document is None:
        return ""
    at = place.document._replace(file="")
    words = " ".join(reading.words.get(at, "").split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}……"
