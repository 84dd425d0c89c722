"""A09: a whole and its parts: “546场次，其中甲212场次，乙178场次，其他156场次”, “640万元（中央300万元……）”."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import NamedTuple

from generator.base.number import places_of, plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, said, shown
from generator.rules.vocabulary import Vocabulary

# What is counted may stand behind its number: 15个项目，其中…….
_ALSO = r"(?:[（(][一-鿿]{1,2}[)）])?"  # 台（套）
_OF_WHICH = Pattern(_ALSO + r"[一-鿿]{0,8}[，,（(]?其中[:：]?")
_IN_BRACKETS = Pattern(_ALSO + r"[一-鿿]{0,6}[（(](?P<inside>[^（()）]{4,300})[)）]")
_BEHIND_COLON = Pattern(_ALSO + r"[一-鿿]{0,6}[:：](?P<inside>[^。；]{4,300})")
_NEXT = Pattern(_ALSO + "[，,、；;]")
_PERCENT = "%"
_PAIR = 2
_NOT = ("不", "非", "未")


class _List(NamedTuple):
    """Parts that are listed for a whole, and whether a bracket or a colon says that these are all."""

    parts: list[Fact]
    is_closed: bool
    end: int


def count_parts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Parts that nearly come to their whole were meant to come to it."""
    for one in said(form):
        for whole in one.facts:
            if whole.unit in (_PERCENT, "", "分") or not isinstance(whole.value, Decimal):
                continue
            listed = _listed(one, whole, words)
            if listed is None or len(listed.parts) < _PAIR or whole.value <= 0:
                continue
            is_open = words.has("open-list", one.text[whole.end : listed.end])
            if is_open or whole.is_about or any(p.is_about or p.sign for p in listed.parts):
                continue
            if _is_near(whole, listed, words) and (id := _how_sure(whole, listed)):
                how = "+".join(shown(part) for part in listed.parts)
                right = f"{plain(_together(listed.parts) / whole.size[1])}{whole.unit}"
                yield Finding(id, whole.place, shown(whole), right, how, whole.name)


def _listed(one: Said, whole: Fact, words: Vocabulary) -> _List | None:
    is_money = words.are_comparable(whole.unit, "元")
    # Amounts behind 其中 are added up where all texts are looked through.
    if (found := _OF_WHICH.match(one.text, whole.end)) and not is_money:
        own = _counted(one.between(found.end(), one.sentence_end(whole)))
        parts = [*takewhile(lambda fact: fact.unit == whole.unit, own)]
        return _List(parts, is_closed=False, end=(parts[-1].end if parts else found.end()) + 4)
    for pattern in (_IN_BRACKETS, _BEHIND_COLON):
        if (found := pattern.match(one.text, whole.end)) and "其中" not in found[0]:
            inside = _counted(one.between(found.start("inside"), found.end()))
            if all(f.dimension == whole.dimension for f in inside) and _are_alone(one, inside):
                return _List(inside, is_closed=True, end=found.end())
    return None


def _counted(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.unit != _PERCENT]


def _are_alone(one: Said, parts: list[Fact]) -> bool:
    """Tell whether each part has its own clause, by its name: no amounts in between."""
    between = [one.text[a.end : b.start] for a, b in pairwise(parts)]
    names = {part.name for part in parts}
    return len(names) == len(parts) and all(_NEXT.match(text) for text in between)


def _is_near(whole: Fact, listed: _List, words: Vocabulary) -> bool:
    """Tell a slip: neither equal, nor by rounding, nor so far off that much is not listed."""
    together, value = Fraction(_together(listed.parts)), Fraction(in_base(whole) or 1)
    is_sure = listed.is_closed and len(listed.parts) > _PAIR
    least = words.percent("parts-of-closed" if is_sure else "parts-nearly-whole")
    slack = sum(map(_last_place, (whole, *listed.parts)), Fraction(0)) / 2
    share = together / value
    return abs(together - value) > slack and least <= share <= 2 - least


def _last_place(fact: Fact) -> Fraction:
    """Return what one in the last printed place is worth; whole numbers of things are exact."""
    places = places_of(fact.value) if isinstance(fact.value, Decimal) else 0
    return Fraction(fact.size[1]) / 10**places if places else Fraction(0)


def _how_sure(whole: Fact, listed: _List) -> str:
    """Two parts seldom are all of it (120人，其中女性50人，党员30人), but two kinds of one thing are."""
    parts = listed.parts
    if listed.is_closed:
        return "listed-parts"
    if len(parts) > _PAIR:
        return "count-parts"
    one, other = parts[0].name, parts[1].name
    if _are_counterparts(one, other):
        return "listed-parts"
    end = _common_end(one, other)
    return "count-parts" if len(end) > 1 or (end and whole.name.endswith(end)) else ""


def _are_counterparts(one: str, other: str) -> bool:
    """Tell names that one character parts: 男性 and 女性, 合格 and 不合格."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return any(long.replace(sign, "", 1) == short for sign in _NOT)


def _common_end(one: str, other: str) -> str:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one[::-1], other[::-1], strict=False))
    return "".join(a for a, _ in pairs)[::-1]


def _together(parts: list[Fact]) -> Decimal:
    return sum((in_base(part) or Decimal(0) for part in parts), Decimal(0))
