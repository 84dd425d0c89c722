"""X02: a day or month behind the signature, told of as of something done."""

import datetime
import re
from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.signing import is_day
from generator.rules.vocabulary import Vocabulary

_DAY = Pattern(r"(?P<year>20[0-9]{2})年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?")
_CLAUSE = Pattern("[，,。；;\n]")
_SENTENCE = Pattern("[。；;\n]")


def done_after_signing(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What is still to come has words that say so, in its sentence or at the head of its paragraph."""
    if not form.signed:
        return
    signed = datetime.date.fromisoformat(form.signed.text)
    for entry in form.everything:
        if "年" not in entry.text or entry.place == form.signed.place:
            continue
        text = half_width(entry.text)
        for found in _DAY.finditer(text):
            first = _first_day(found)
            is_behind = first is not None and first > signed
            if is_behind and _is_told_as_done(text, found, words):
                yield Finding("after-signing", entry.place, found[0], form.signed.text)


def _first_day(found: re.Match[str]) -> datetime.date | None:
    """Return a day, or the first one of a month without a day."""
    day = f"{found['year']}-{int(found['month']):02d}-{int(found['day'] or 1):02d}"
    return datetime.date.fromisoformat(day) if is_day(day) else None


def _is_told_as_done(text: str, found: re.Match[str], words: Vocabulary) -> bool:
    before = _SENTENCE.split(text[: found.start()])[-1]
    behind = _SENTENCE.split(text[found.end() :], maxsplit=1)[0]
    # Words right behind the day, or where a comma follows it, in the next clause.
    clauses = _CLAUSE.split(behind)
    told = clauses[0] or "".join(clauses[:2])
    is_to_come = words.has("still-to-come", words.without("no-plan", before + told))
    is_of_plans = words.has("plans-ahead", text[: found.start()])
    return words.has("done", told) and not is_to_come and not is_of_plans
