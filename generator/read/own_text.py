"""What a cell says of an item that the form declares: a number, a day, options that are ticked."""

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.chinese import half_width
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.model.own_form import OwnItem
from generator.model.own_typed import read_own
from generator.read.label_book import normal
from generator.read.money_words import MoneyWords
from generator.read.printed_values import number, one_line, squeezed, words

NOT_A_NUMBER = "不是数"
NOT_A_DAY = "不是日期"
NOT_AN_OPTION = "不是表上的选项"
_BETWEEN = Pattern(r"[、,，;；\s]+")
_TEXTS = ("text", "prose", "person", "phone")


class Read(NamedTuple):
    """A value as inputs write it (``None``: there is none), and why words are not one."""

    value: Any = None
    fault: str = ""


class Words(NamedTuple):
    """What is known of the words of cells: units of money, and how options are ticked."""

    money: MoneyWords
    ticked: Callable[[str], tuple[str, ...] | None]


def value_in(item: OwnItem, text: str, heading: str, money: str, known: Words) -> Read:
    """Read the words of a cell; ``heading`` may name the unit of an amount, ``money`` is the usual one."""
    if item.kind in _TEXTS:
        said = words(text)
        return Read(said if item.kind == "prose" or "\n" in said else one_line(text))
    if item.kind == "amount":
        return _amount(item, text, heading, money, known.money)
    if item.kind == "number":
        return _number(item, text)
    if item.kind == "date":
        return _day(item, text)
    return _options(item, text, known)


def _amount(item: OwnItem, text: str, heading: str, usual: str, money: MoneyWords) -> Read:
    wanted = item.unit or usual
    printed = money.unit_in(heading) or wanted
    value = money.amount(text, printed)
    if value is None:
        return Read(None, NOT_A_NUMBER)
    return Read(_as_typed(item, money.convert(value, printed, wanted)))


def _number(item: OwnItem, text: str) -> Read:
    said = squeezed(text)
    value = number(said.removesuffix(item.unit) if item.unit else said)
    return Read(None, NOT_A_NUMBER) if value is None else Read(_as_typed(item, value))


def _as_typed(item: OwnItem, value: Decimal) -> Decimal | int:
    """Return a number as a person types it: what the form pads with noughts is none of it."""
    bare = value if item.places is None else Decimal(plain(value))
    return int(bare) if bare.as_tuple().exponent == 0 else bare


def _day(item: OwnItem, text: str) -> Read:
    taken = read_own(item, one_line(half_width(text)).replace(" ", ""))
    is_day = isinstance(taken.value, datetime.date)
    return Read(taken.value) if is_day else Read(None, NOT_A_DAY)


def _options(item: OwnItem, text: str, known: Words) -> Read:
    """Take the options that are ticked, or that stand there alone."""
    ticked = _by_marks(item, text)
    ticked = known.ticked(text) if ticked is None else ticked
    said = _BETWEEN.split(one_line(text)) if ticked is None else ticked
    options = {normal(option): option for option in item.words}
    picked = [options[normal(one)] for one in said if normal(one) in options]
    if not picked and ticked is None and normal(text) in options:
        picked = [options[normal(text)]]  # an option with a comma in it
    if len(picked) < len([one for one in said if one.strip()]) or len(picked) > _most(item):
        return Read(None, NOT_AN_OPTION)
    if not picked:
        return Read()
    if item.kind == "yes-no":
        return Read(picked[0] == item.words[0])
    return Read([o for o in item.words if o in picked] if item.several else picked[0])


def _by_marks(item: OwnItem, text: str) -> tuple[str, ...] | None:
    """Find the options by the marks that the form itself declares (``None``: they are not there).

    A mark stands before its option, or behind; of two options that begin alike the longer is meant.
    """
    said = squeezed(text)
    for is_behind in (False, True):
        states = dict(_states(item, said, is_behind=is_behind))
        if len(states) == len(item.words):
            return tuple(option for option in item.words if states[option])
    return None


def _states(item: OwnItem, said: str, *, is_behind: bool) -> Iterator[tuple[str, bool]]:
    """Give the options beside whose words a mark stands, and whether it is the one of a tick."""
    rest = said
    for option in sorted(item.words, key=lambda word: -len(squeezed(word))):
        word = squeezed(option)
        for mark, is_ticked in ((item.ticked, True), (item.unticked, False)):
            sign = squeezed(mark)
            pair = f"{word}{sign}" if is_behind else f"{sign}{word}"
            if sign and pair in rest:
                rest = rest.replace(pair, "\n", 1)
                yield option, is_ticked
                break


def _most(item: OwnItem) -> int:
    return len(item.words) if item.several else 1
