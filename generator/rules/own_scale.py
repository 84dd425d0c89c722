"""The scale of grades that a paper itself declares: 90分（含）以上为优，75-90分为良，60分以下为差."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.base.signs import without_list_signs
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_NUMBER = r"[0-9]{2,3}(?:\.[0-9])?"
_INCLUDED = r"(?:[（(]含?[^（）()]{0,6}[)）])?"
_BAND = Pattern(
    rf"(?P<one>{_NUMBER})\s*分?{_INCLUDED}\s*"
    rf"(?:(?:[-—~～至]+|到)\s*(?P<other>{_NUMBER})\s*分?{_INCLUDED}|[及]?以上)"
    r"[^0-9，。；;,]{0,8}?(?P<grade>优秀?|良好?|中等?|一般|合格|较好)"
)
# 优：≥90分；良：80（含）—90分; 优（90分及以上）
_NAMED = Pattern(
    rf"(?<![一-鿿])(?P<grade>优秀?|良好?|中等?|一般|合格|较好)\s*[:：（(]\s*(?:≥|>|不低于|大于等于)?"
    rf"(?P<one>{_NUMBER})\s*分?{_INCLUDED}\s*(?:(?:[-—~～至]+|到)\s*(?P<other>{_NUMBER}))?"
)
_GRADES = 3  # 差 is what is left


def own_scale(form: PrintedForm, words: Vocabulary) -> tuple[Decimal, ...] | None:
    """Return the scores at which grades begin (``None``: the paper does not say, or not of all)."""
    for text in without_list_signs(entry.text for entry in form.entries):
        for pattern in (_NAMED, _BAND):
            lows: dict[int, Decimal] = {}
            for rank, low in _bands(pattern, half_width(text), words):
                lows.setdefault(rank, low)
            bounds = tuple(lows[rank] for rank in sorted(lows) if rank < _GRADES)
            if len(bounds) == _GRADES and list(bounds) == sorted(bounds, reverse=True):
                return bounds
    return None


def _bands(pattern: Pattern, text: str, words: Vocabulary) -> Iterator[tuple[int, Decimal]]:
    for found in pattern.finditer(text):
        for rank in range(_GRADES):
            if words.is_one(f"grade-{'abcd'[rank]}", found["grade"]):
                # Some write a band from its upper end: 100-90（含）.
                yield rank, min(Decimal(found["one"]), Decimal(found["other"] or found["one"]))
