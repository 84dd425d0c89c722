"""A09: parts whose whole stands a clause or a sentence before: 支出504.8万元，支付率90%。其中：土建382.5万元，……."""

from collections.abc import Iterator
from itertools import takewhile

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.count_parts import OF_WHICH, are_of_one_kind
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.part_list import PartList, are_alone
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_OF_WHICH = Pattern(r"[。；;，,（(]\s*其中[:：，,]?")
_STOP = Pattern(r"[。；;，,]")
_OTHER_THAN_SUM = Pattern("上年|去年|同期|比|较|[一-鿿]均(?!为)|每")
_NO_SUM = ("", "%", "‰", "分")
_FEWEST = 2
_REACH_CEILING = 600  # signs
_JOINS = "，,；;（("  # an amount and 其中 right behind it


def parts_after_clause(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The whole is the last of its kind before 其中, however many rates and other counts follow it."""
    for one in said(form):
        for found in _OF_WHICH.finditer(one.text):
            parts = _parts(one, found.end(), words)
            wholes = _wholes(one, found.start(), parts) if parts else []
            if not wholes or _is_held_elsewhere(one, wholes[-1], found.start(), words):
                continue
            listed = PartList(parts, is_closed=False, end=parts[-1].end + 4)
            is_open = words.has("open-list", one.text[found.end() : listed.end])
            if is_open or any(in_base(whole) == listed.together for whole in wholes):
                continue
            if listed.is_near(wholes[-1], words):
                yield listed.told("listed-parts", wholes[-1])


def _parts(one: Said, start: int, words: Vocabulary) -> list[Fact]:
    """Return the quantities of one kind that a list gives, to the end of its sentence."""
    behind = one.between(start, start + _REACH_CEILING)
    if not behind or behind[0].unit in _NO_SUM:
        return []
    end = one.sentence_end(behind[0])
    own = [fact for fact in behind if fact.end <= end and fact.unit not in _NO_SUM]
    parts = [*takewhile(lambda fact: _goes_on(one, fact, behind[0]), own)]
    is_exact = not any(part.is_about or part.sign for part in parts)
    is_clear = is_exact and len(parts) >= _FEWEST and "其中" not in one.text[start:end]
    if not is_clear:
        return []
    is_money = words.are_comparable(parts[0].unit, "元")
    is_list = is_money or (are_alone(one, parts) and are_of_one_kind(parts))
    return parts if is_list else []


def _goes_on(one: Said, fact: Fact, first: Fact) -> bool:
    """Tell a further part of the list from 平均每场补助1万元 and 较上年90万元 behind it."""
    is_other = fact is not first and _OTHER_THAN_SUM.search(_STOP.split(one.before(fact))[-1])
    return fact.dimension == first.dimension and not is_other


def _wholes(one: Said, end: int, parts: list[Fact]) -> list[Fact]:
    """Return what may be the whole: of its kind, in the sentence before 其中, less than none of its parts.

    支出480万元，结余20万元。其中：土建300万元，……: what was left has no such parts.
    """
    greatest = max(in_base(part) or 0 for part in parts)
    before = one.between(max(0, end - _REACH_CEILING), end)
    if not before:
        return []
    start = one.start_of(before[-1])
    if one.text[before[-1].end : end].count("。") > 0:
        return []  # words without any number stand between
    return [
        fact
        for fact in one.between(start, end)
        if fact.dimension == parts[0].dimension
        and fact.unit
        and (in_base(fact) or 0) >= greatest
        and not fact.is_about
        and not fact.sign
        and not _OTHER_THAN_SUM.search(_STOP.split(one.before(fact))[-1])
    ]


def _is_held_elsewhere(one: Said, whole: Fact, end: int, words: Vocabulary) -> bool:
    """Tell a count with nothing but its own noun before 其中, and an amount with nothing at all."""
    if words.are_comparable(whole.unit, "元"):
        return one.text[whole.end : end + 1] in _JOINS
    return OF_WHICH.match(one.text, whole.end) is not None
