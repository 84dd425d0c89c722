"""Numbers that a text itself relates: shares, counts with their lists, sums with their parts, bands."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, takewhile

from generator.base.chinese import NUMERALS, to_number
from generator.base.number import plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.model.units import Units
from generator.model.whole_amounts import WholeAmounts
from generator.rules.dossier.announced import announced_in
from generator.rules.dossier.declared_bands import bands_in
from generator.rules.dossier.kinds_counted import kinds_in
from generator.rules.dossier.places_counted import places_in
from generator.rules.dossier.slip import Slip
from generator.rules.dossier.titles_counted import titles_in

# 306人，其中第一、二种形态处理275人，占89.8%: a whole, a part of the same unit, their share.
_SHARE = Pattern(
    r"(?P<whole>\d+(?:\.\d+)?)(?P<unit>[一-鿿]{1,3})[，,](?P<between>[^。；0-9]{0,30}?)"
    r"(?P<part>\d+(?:\.\d+)?)(?P=unit)[，,]占(?:比)?(?P<percent>\d+(?:\.\d+)?)[%％]"
)
# 设有3个部门：甲、乙、丙。
_LIST = Pattern(
    rf"(?P<count>\d{{1,2}}|[{NUMERALS[1:]}]{{1,3}})"
    r"(?:(?P<unit>[个项家类])(?P<what>[一-鿿（）]{0,12})(?:[：:]|，?分别(?:为|是))"
    # Of what else is counted, a colon may lead to anything.
    r"|(?P<other>[份座所条处台辆部套期场批名])[一-鿿（）]{0,12}，?分别(?:为|是))"
    r"(?P<items>[^。；：:，,]+)[。；]"
)
# 分别为3场、4场、5场: parts of a number, no things.
_NOT_ONE_BY_ONE = Pattern("[等和0-9]")
_ABOUT = Pattern(r"[余多约近]|以上|以下|左右")
_REST = Pattern("[剩结]余|余额|余下|未(?:执行|支出|使用|支付)")
_SPENT = Pattern("(?:支出|使用|执行|支付)[^0-9，。；]{0,4}$")
_SENTENCE = Pattern("[。；;]")
_DIFFERENCES = tuple(
    word + end
    for word in ("减少", "增加", "下降", "压减", "节约", "节余", "增长", "降低", "超出")
    for end in ("", "了")
)
_EACH = Pattern("(?:[一-鿿]均(?!为)|每)[^0-9，,。；;]{0,10}$")
_HELD_AGAINST = Pattern("(?:预算|计划|控制数|上年|去年|同期)(?:数|安排|支出|金额|总额)?(?:为|是)?$")
_BACK_CEILING = 16
_TWO_NUMBERS = Pattern(r"\d\D{1,40}\d")
_ASIDE = Pattern(r"[（(][^（()）]*[）)]")  # 种植300万元（1.2万株）
_FULL_LIST = Fraction(9, 10)


def slips_in(
    line: str, wholes: WholeAmounts, units: Units, following: Sequence[str] = ()
) -> Iterator[Slip]:
    """Find all of them in one line of text; a list may go on in the lines that follow."""
    if "占" in line:
        yield from percentages_in(line)
    if "、" in line:
        yield from counts_in(line)
        yield from places_in(line)
        yield from kinds_in(line)
    if "》" in line:
        yield from titles_in(line)
    yield from announced_in(line, following)
    if "其中" in line:
        yield from sums_in(line, wholes, units)
    if _TWO_NUMBERS.search(line):
        yield from bands_in(line)


def percentages_in(line: str) -> Iterator[Slip]:
    """A10: a share printed beside its two figures is right at its own precision."""
    for found in _SHARE.finditer(line):
        whole, part = Fraction(found["whole"]), Fraction(found["part"])
        printed = Decimal(found["percent"])
        if whole == 0 or part > whole:
            continue
        if _REST.search(found["between"]) and _SPENT.search(line[: found.start()]):
            continue  # what is left is a part of the budget, and not of what was spent
        if "其中" in _SENTENCE.split(line[: found.start()])[-1]:
            continue  # 7座，其中甲6座，乙2座，占…: the first of the two is a part as well
        places = len(found["percent"].partition(".")[2])
        expected = round_half_up(part / whole * 100, places)
        if printed == expected:
            continue
        cut = "，印出的数是截去的结果" if printed == truncate(part / whole * 100, places) else ""
        how = f"{found['part']} ÷ {found['whole']}{cut}"
        left, right = f"{plain(printed)}%", f"{plain(expected)}%"
        yield Slip("share-of-two", found.start("percent"), f"{found['percent']}%", left, right, how)


def counts_in(line: str) -> Iterator[Slip]:
    """A11: a count is followed by that many things."""
    for found in _LIST.finditer(line):
        said = found["count"]
        count = int(said) if said.isdigit() else to_number(said)
        items = found["items"].split("、")
        is_plain = len(items) > 1 and not _NOT_ONE_BY_ONE.search(found["items"])
        if count is None or not is_plain or count == len(items):
            continue
        unit = found["unit"] or found["other"]
        left, right = f"{said}{unit}", f"{len(items)} {unit}"
        yield Slip("items-counted", found.start(), found[0][:40], left, right)


@lru_cache(maxsize=8)
def _sums(units: Units) -> tuple[Pattern, Pattern]:
    """Return the patterns of 支出312.6万元，其中：甲84万元，乙75.6万元…… and of each amount in it."""
    value, unit = r"\d{1,12}(?:\.\d{1,6})?", "|".join(map(re.escape, units.money))
    whole = Pattern(
        rf"(?P<total>{value})(?P<unit>{unit})[，,；;（(]?\s*其中[：:，,]?"
        r"(?P<parts>(?:[^。；;（(）)]|[（(][^（()）]{0,60}[）)]){4,600})"
    )
    # 4.52万平方米 is no amount of money, 300万用于绿化 is one.
    measures = "|".join(map(re.escape, sorted(units.plain.difference(units.money))))
    money = rf"(?P<unit>{unit})(?:(?<=元)|(?!{measures}))"
    return whole, Pattern(rf"(?P<name>[^\d，,、]{{0,24}})(?P<value>{value}){money}")


def sums_in(line: str, wholes: WholeAmounts, units: Units) -> Iterator[Slip]:
    """A09: the parts behind 其中 add up; a list that is plainly not whole is left alone.

    An amount of all the money behind a part is no part: the list has ended before it.
    """
    breakdown, amount = _sums(units)
    for found in breakdown.finditer(line):
        listed = list(amount.finditer(_ASIDE.sub("", found["parts"])))
        others = takewhile(lambda part: not _ends_list(part["name"], wholes), listed[1:])
        parts = [part for part in (*listed[:1], *others) if not _EACH.search(part["name"])]
        if len(parts) < 2 or _ABOUT.search(found["parts"]) or "其中" in found["parts"]:
            continue
        if line.endswith(_DIFFERENCES, 0, found.start()):
            continue  # 支出41.3万元，比预算减少8.7万元，其中：……: the parts are of the first
        if _EACH.search(line, max(0, found.start() - _BACK_CEILING), found.start()):
            continue  # 支出95万元，人均支出1.9万元，其中：……: the parts are of the first
        total = Fraction(found["total"]) * units.factor(found["unit"])
        amounts = [Fraction(part["value"]) * units.factor(part["unit"]) for part in parts]
        together = sum(amounts, Fraction(0))
        unit = 1 / units.factor(found["unit"])
        slack = _last_place(found["total"], units.factor(found["unit"])) + sum(
            _last_place(part["value"], units.factor(part["unit"])) for part in parts
        )
        if abs(together - total) <= slack / 2 or together < total * _FULL_LIST:
            continue
        if _is_just(together, _SENTENCE.split(line[: found.start()])[-1], units):
            continue  # 总投资80万元，一期20万元，其中：……: the parts are of the first
        if _REST.search(line, max(0, found.start() - _BACK_CEILING), found.start()) and (
            max(amounts) > total
        ):
            continue  # 支出480万元，结余20万元，其中：……: the parts are of the first
        if any(abs(first - total) <= slack / 2 for first in list(accumulate(amounts))[1:]):
            continue  # the first of them are the parts, and the sentence goes on about others
        shown = plain(round_half_up(together * unit, 6))
        said = f"{found['total']}{found['unit']}"
        id = "parts-short" if together < total else "parts-beyond"
        yield Slip(id, found.start("total"), said, said, f"{shown}{found['unit']}")


def _is_just(together: Fraction, before: str, units: Units) -> bool:
    """Tell whether an amount that stands before another one is just what the parts come to."""
    amounts = _sums(units)[1].finditer(before)
    return any(Fraction(a["value"]) * units.factor(a["unit"]) == together for a in amounts)


def _ends_list(name: str, wholes: WholeAmounts) -> bool:
    """Tell a whole of another kind behind the parts: 预算38.5万元, which they are held against."""
    return wholes.is_one(name) or _HELD_AGAINST.search(name) is not None


def _last_place(number: str, factor: Fraction) -> Fraction:
    """Return the worth of one unit in the last place of a number."""
    return factor / Fraction(10 ** len(number.partition(".")[2]))
