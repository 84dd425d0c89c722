"""A10: so many times as much: 由12万元增加到24万元，翻了一番；由200件增加到600件，增长2倍."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import places_of, plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.two_values import are_numbers, two_values

_LEAD = r"[一-鿿]{0,2}[)）]?[，,；;、（(](?:同比|实际|总体|基本|已|比上年|较上年)*"
_TIMES = Pattern(
    rf"{_LEAD}(?P<way>(?:增长|增加|提高|提升|扩大|上升|增)(?P<to>到|至|为)?了?|(?:是|为|达到|达)[^0-9，,。；;]{{1,8}}的)"
    r"(?P<times>[0-9]{1,4}(?:\.[0-9]{1,3})?)(?P<more>多|余)?倍(?P<above>多|以上)?"
)
_DOUBLED = Pattern(rf"{_LEAD}(?:实现|实现了)?(?:翻了?(?P<of>[一两二三四])番|翻番)")
_DOUBLINGS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4}


def multiples(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Look behind two values of one thing, where the words for times stand."""
    for one in said(form):
        if not words.has("in-times", one.text):
            continue
        for first, second in zip(one.facts, one.facts[1:], strict=False):
            two = two_values(one, first, second)
            if two is None or not are_numbers(first, second):
                continue
            old, new = in_base(two.old) or Decimal(0), in_base(two.new) or Decimal(0)
            if old > 0 and new > 0:
                ratio = Fraction(new) / Fraction(old)
                how = f"{shown(two.old)} → {shown(two.new)}"
                yield from _times(one, second, ratio, how)
                yield from _doubled(one, second, ratio, how, words)


def _times(one: Said, last: Fact, ratio: Fraction, how: str) -> Iterator[Finding]:
    found = _TIMES.match(one.text, last.end)
    if found is None:
        return
    is_growth = found["way"][0] not in "是为达" and not found["to"]
    exact = ratio - 1 if is_growth else ratio
    printed = Decimal(found["times"])
    places = places_of(printed)
    is_more = found["more"] or found["above"]
    near = {truncate(exact, places)} | (set() if is_more else {round_half_up(exact, places)})
    if printed not in near:
        right = f"{plain(round_half_up(exact, max(1, places)))}倍"
        yield Finding("change", last.place, f"{found['times']}倍", right, how)


def _doubled(
    one: Said, last: Fact, ratio: Fraction, how: str, words: Vocabulary
) -> Iterator[Finding]:
    """What was doubled may be a little less, as people say it, and any amount more."""
    found = _DOUBLED.match(one.text, last.end)
    if found is None:
        return
    wanted = 2 ** _DOUBLINGS[found["of"] or "一"]
    if ratio < wanted * words.percent("nearly-doubled"):
        right = f"{plain(round_half_up(ratio, 2))}倍"
        yield Finding("change", last.place, _said(found), right, how)


def _said(found: re.Match[str]) -> str:
    return f"翻{found['of']}番" if found["of"] else "翻番"
