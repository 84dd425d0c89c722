"""Two values of one thing as a sentence tells them: 从12起到9起, 较上年的89%, 上年80件，本年96件."""

from decimal import Decimal
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.form_sentences import Said

_FROM = Pattern(r"[从由][^，。；]{0,16}$")
_THAN = Pattern(
    r"(?:比|较|相比)[^，。；]{0,10}(?:年|期|季度|月|末|底|前|初)(?:[^，。；0-9]{0,10})的?$"
)
_TO = Pattern(r"(?:到|至|为)(?:了|本年的?|今年的?|20[0-9]{2}年底?的?)?$")
# 2021年68万人次，2022年71.4万人次，同比增长5%
_YEAR = Pattern(
    r"(?:^|[，,。；;、（(])[^0-9，,。；;]{0,6}(?P<year>20[0-9]{2}年|上年|去年|本年|今年|当年)度?(?P<of>[^0-9]*)$"
)
_OF_YEAR = Pattern("^(?:上年|去年|本年|今年|当年)度?(?:同期)?")
_YEAR_BEFORE, _LEADS = ("上年", "去年"), "为是有达到共计约仅 "
_YEARS = {"上年": 0, "去年": 0, "本年": 1, "今年": 1, "当年": 1}
# 132件，去年同期120件: nothing is named again, so it is the same thing.
_BEFORE = Pattern(r"[，,（(](?:上年|去年)度?(?:同期)?(?:为|是|有|仅|只有|共)*$")
# 2021年、2022年办理公证分别为400件、460件
_TWO_YEARS = Pattern(
    r"(?P<one>20[0-9]{2})年?度?[、和与至](?P<other>20[0-9]{2})年度?[^0-9，,。；;]{0,16}(?:分别为|分别是|分别达|分别)$"
)
_AND = Pattern("[、和与]")


class TwoValues(NamedTuple):
    """The older and the newer value of one thing."""

    old: Fact
    new: Fact
    is_plain: bool = True  # else only what follows says that they are of one thing


def two_values(one: Said, first: Fact, second: Fact) -> TwoValues | None:
    """Tell whether two quantities that follow each other are values of one thing, and which is older."""
    if first.unit != second.unit:
        return None
    if _FROM.search(one.before(first)) and _TO.search(one.before(second)):
        return TwoValues(first, second)
    if _THAN.search(one.before(second)):
        return TwoValues(second, first)
    if one.start_of(first) != one.start_of(second):
        return None
    if _BEFORE.fullmatch(one.before(second)):
        return TwoValues(second, first, is_plain=False)
    years = _in_turn(one, first, second) or _years(one, first, second)
    if years is None:
        return None
    return TwoValues(*((first, second) if years[0] < years[1] else (second, first)), is_plain=False)


def _in_turn(one: Said, first: Fact, second: Fact) -> tuple[int, int] | None:
    found = _TWO_YEARS.search(one.before(first))
    if found is None or not _AND.fullmatch(one.before(second)) or found["one"] == found["other"]:
        return None
    return int(found["one"]), int(found["other"])


def _years(one: Said, first: Fact, second: Fact) -> tuple[int, int] | None:
    """Return the years that two values of one thing are of, where each says its own."""
    found = [_YEAR.search(one.before(fact)) for fact in (first, second)]
    if (turn := _beside_the_year_before(one, first, second)) is not None:
        return turn
    if found[0] is None or found[1] is None:
        return None
    years = [match["year"] for match in found if match]
    if (years[0] in _YEARS) != (years[1] in _YEARS) or years[0] == years[1]:
        return None
    is_one = _named(first) == _named(second) or not found[1]["of"].strip("为是达到共 ")
    was, became = (_YEARS[year] if year in _YEARS else int(year[:4]) for year in years)
    return (was, became) if is_one and was != became else None


def _beside_the_year_before(one: Said, first: Fact, second: Fact) -> tuple[int, int] | None:
    """Tell 支出21.6万元，上年支出24万元: one is of the year before, the other of this one or of none named."""
    heads = [one.before(fact) for fact in (first, second)]
    found = [_YEAR.search(head) for head in heads]
    is_before = [match is not None and match["year"] in _YEAR_BEFORE for match in found]
    if is_before[0] == is_before[1]:
        return None
    other = found[is_before.index(False)]
    later, named = found[1], found[1]["of"].strip(_LEADS) if found[1] is not None else ""
    # The first may name no year; the second says which it is of, and what it is a value of.
    if later is None or (other is not None and other["year"] in ("本年", "今年", "当年")):
        return None
    if not heads[0].rstrip(_LEADS).endswith(named):
        return None
    return (1, 0) if is_before[1] else (0, 1)


def _named(fact: Fact) -> str:
    return _OF_YEAR.sub("", fact.name)


def are_numbers(*facts: Fact) -> bool:
    """Tell whether all are exact numbers."""
    return all(isinstance(fact.value, Decimal) and not fact.is_about for fact in facts)
