"""X02: a day that no calendar has: 2023年2月30日."""

from collections.abc import Iterator

from generator.base.day_slips import impossible_days
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_MAY_HOLD_DAY = Pattern(r"年|[12１２][0-9０-９]{3}\s*[-./．－]")


def no_such_day(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Every day that is printed in full is in the calendar."""
    del words
    for entry in form.everything:
        if _MAY_HOLD_DAY.search(entry.text) is None:  # nearly all cells are values
            continue
        for one in impossible_days("".join(entry.text.split())):
            if one.has_year:
                yield Finding("no-such-day", entry.place, one.said)
