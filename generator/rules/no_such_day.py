"""X02: a day that no calendar has: 2023年2月30日."""

import calendar
from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_DAY = Pattern(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
)
_MONTHS = 12


def no_such_day(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Every day that is printed in full is in the calendar."""
    del words
    for entry in form.everything:
        if "年" not in entry.text:  # nearly all cells are values
            continue
        for found in _DAY.finditer("".join(half_width(entry.text).split())):
            if not _exists(*(int(found[key]) for key in ("year", "month", "day"))):
                yield Finding("no-such-day", entry.place, found[0])


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= calendar.monthrange(year, month)[1]
