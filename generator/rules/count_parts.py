"""A09: a whole and its parts: “546场次，其中甲212场次，乙178场次，其他156场次”, “640万元（中央300万元……）”."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.part_list import BEHIND_NUMBER, PartList, are_alone, is_compared
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

OF_WHICH = Pattern(BEHIND_NUMBER + r"[一-鿿]{0,8}[，,（(]?其中[:：]?")
_IN_BRACKETS = Pattern(BEHIND_NUMBER + r"[一-鿿]{0,6}[（(](?P<inside>[^（()）]{4,300})[)）]")
_BEHIND_COLON = Pattern(BEHIND_NUMBER + r"[一-鿿]{0,6}[:：](?P<inside>[^。；]{4,300})")
_OVERLAPS = Pattern("以上|以下|同时|兼|又|也")  # a thing may be of both kinds
_PERCENT = "%"
_PAIR = 2
_NO_END = "\n"  # no name ends so
_NOT = ("不", "非", "未")


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
            is_near = listed.is_near(whole, words) or _is_one_too_many(one, whole, listed)
            if is_near and (id := _how_sure(whole, listed)):
                inside = one.text[whole.end : listed.end]
                yield listed.told(
                    "listed-parts" if _is_slip(whole, listed, inside, words) else id, whole
                )


def _is_one_too_many(one: Said, whole: Fact, listed: PartList) -> bool:
    """Tell 7座，其中A级6座，AA级2座: classes that part the things, and one more than there are."""
    values = [f.value for f in (whole, *listed.parts)]
    are_whole = all(isinstance(v, Decimal) and v == v.to_integral_value() for v in values)
    is_one = listed.together - (in_base(whole) or Decimal(0)) == whole.size[1]
    inside = one.text[whole.end : listed.end]
    return are_whole and is_one and not _OVERLAPS.search(inside)


def _is_slip(whole: Fact, listed: PartList, inside: str, words: Vocabulary) -> bool:
    """Tell three parts and more that part the things, and miss their whole by next to nothing."""
    share = Fraction(listed.together) / Fraction(in_base(whole) or 1)
    least = words.percent("parts-surely-whole")
    is_all = len(listed.parts) > _PAIR and least <= share <= 2 - least
    return is_all and not words.has("shares-overlap", inside)


def _listed(one: Said, whole: Fact, words: Vocabulary) -> PartList | None:
    is_money = words.are_comparable(whole.unit, "元")
    # Amounts behind 其中 are added up where all texts are looked through.
    if (found := OF_WHICH.match(one.text, whole.end)) and not is_money:
        inside = one.between(found.end(), one.sentence_end(whole))
        own = [f for f in _counted(inside) if not is_compared(one, f, words)]
        parts = [*takewhile(lambda fact: fact.unit == whole.unit, own)]
        return PartList(parts, is_closed=False, end=(parts[-1].end if parts else found.end()) + 4)
    for pattern in (_IN_BRACKETS, _BEHIND_COLON):
        if (found := pattern.match(one.text, whole.end)) and "其中" not in found[0]:
            own = _counted(one.between(found.start("inside"), found.end()))
            listed = [f for f in own if not is_compared(one, f, words)]
            if all(f.dimension == whole.dimension for f in listed) and are_alone(one, listed):
                return PartList(listed, is_closed=True, end=found.end())
    return None


def _counted(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.unit != _PERCENT]


def _how_sure(whole: Fact, listed: PartList) -> str:
    """Two parts seldom are all of it (120人，其中女性50人，党员30人), but two kinds of one thing are."""
    parts = listed.parts
    if listed.is_closed:
        return "listed-parts"
    if len(parts) > _PAIR:
        return "count-parts"
    one, other = parts[0].name, parts[1].name
    if _are_counterparts(one, other):
        return "listed-parts"
    is_kind = are_of_one_kind(parts) or whole.name.endswith(_common_end(one, other) or _NO_END)
    return "count-parts" if is_kind else ""


def are_of_one_kind(parts: Sequence[Fact]) -> bool:
    """Tell more than two parts, or two with names that end alike: 支出型救助 and 急难型救助."""
    if len(parts) > _PAIR:
        return True
    one, other = parts[0].name, parts[1].name
    return _are_counterparts(one, other) or len(_common_end(one, other)) > 1


def _are_counterparts(one: str, other: str) -> bool:
    """Tell names that one character parts: 男性 and 女性, 合格 and 不合格."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return any(long.replace(sign, "", 1) == short for sign in _NOT)


def _common_end(one: str, other: str) -> str:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one[::-1], other[::-1], strict=False))
    return "".join(a for a, _ in pairs)[::-1]
