"""Kinds for days in sentences: 2023年4月27日 and no dots, no short years; 3月—5月 and no hyphen between."""

import datetime
from collections.abc import Iterator
from re import Match

from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Hits, Passage, Passages, hit_of

_NUMBERS = Pattern(
    r"(?<![0-9A-Za-z./\-—_=])(?P<year>20[0-9]{2})(?P<mark>[-./])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9A-Za-z./\-—_])"
)
_NOUGHTS = Pattern(
    r"(?P<year>20[0-9]{2})年(?P<month>0?[1-9]|1[0-2])月(?:(?P<day>[0-9]{1,2})(?P<end>[日号]))?"
)
_SHORT = Pattern(
    r"(?<![0-9第〇零一-十近约共满])(?P<year>1[5-9]|2[0-9])年(?=(?:1[0-2]|[1-9])月(?:[0-9]{1,2}日|底|初|份|末))"
)
_CENTURY = "20"
# A wave may stand between lengths of time (3年～5年), never between days, months or years.
_SPAN = Pattern(
    r"(?:(?<=[0-9])(?P<unit>[年月日])[-－–]{1,2}"
    r"|(?:(?<=(?<![0-9])20[0-9]{2})年|(?<=[0-9])月|(?<=月[0-9])日|(?<=月[0-9]{2})日)[~～∼]{1,2})"
    r"(?=[0-9]{1,4}[年月日])"
)
_DASH = "—"


class DateForm:
    """A day that is not written with 年, 月 and 日; one in a code, a name of a file or a table is left."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with the way in which offices write it."""
        del context
        for number, passage in enumerate(passages):
            if "20" in passage.plain or "年" in passage.plain:
                for hit in self._of(passage):
                    yield number, hit

    def _of(self, passage: Passage) -> Iterator[Hit]:
        for found in _NUMBERS.finditer(passage.plain):
            if _is_day(found):
                yield hit_of(found, _written(found), is_certain=self._rule.certain)
        for found in _NOUGHTS.finditer(passage.plain):
            wanted = _written(found)
            if found[0] != wanted:
                yield hit_of(found, wanted, is_certain=self._rule.certain)
        for found in _SHORT.finditer(passage.plain):
            yield hit_of(found, f"{_CENTURY}{found[0]}")


class Span:
    """From one day, month or year to another with a hyphen or a wave between: 3月-5月, 3月~5月."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with the stroke that stands between times."""
        del context
        for number, passage in enumerate(passages):
            for found in _SPAN.finditer(passage.plain):
                wanted = f"{found[0][0]}{_DASH}"
                yield number, hit_of(found, wanted, is_certain=self._rule.certain)


def _written(found: Match[str]) -> str:
    day = f"{int(found['day'])}日" if found["day"] else ""
    return f"{found['year']}年{int(found['month'])}月{day}"


def _is_day(found: Match[str]) -> bool:
    try:
        datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return False
    return True
