"""A03: the points that a sentence gives to classes, and the full marks that it parts: 满分100分，其中决策20分……."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.base.chinese import half_width
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_POINTS = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
# 产出（数量10分、质量20分）30分: how a class parts its own points.
_NESTED = Pattern(r"(?<![分0-9:：])[（(][^（()）]{0,40}分[^（()）]{1,40}分[^（()）]{0,40}[)）]")
_INSIDE = Pattern(r"[（(][^（()）]{1,80}[)）]")
_ONE = rf"[一-鿿“”]{{2,14}}?(?:分值|权重|满分)?[为占计是:：]{{0,2}}(?:{_POINTS})分"
_PART = Pattern(
    rf"(?P<name>[一-鿿“”]{{2,14}}?)(?:分值|权重|满分)?[为占计是:：]{{0,2}}(?P<points>{_POINTS})分"
)
# 项目决策（20分）、项目管理（25分）
_BRACKETED = Pattern(rf"[一-鿿“”]{{2,14}}[（(](?P<points>{_POINTS})分[)）]")
_FEWEST = 3


def full_points(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What is given to all classes comes to the whole that the sentence gives them."""
    for entry in form.everything:
        if "分" not in entry.text:
            continue
        for whole, parts in lists_of_points(entry.text, words):
            together = sum(parts, Decimal(0))
            if together != whole:
                how = "+".join(plain(part) for part in parts)
                yield Finding("full-points", entry.place, plain(whole), plain(together), how)


def lists_of_points(text: str, words: Vocabulary) -> Iterator[tuple[Decimal, list[Decimal]]]:
    """Give the full marks that a text parts, and the points of the classes; scores are no points."""
    plain_text = _NESTED.sub("", half_width(text))
    for found in _parted(words.words("full-marks"), words.words("parts-full-marks")).finditer(
        plain_text
    ):
        # A class may say in brackets how it is parted itself.
        listed = [*_PART.finditer(_INSIDE.sub("", found["list"]))]
        listed = listed or [*_BRACKETED.finditer(found["list"])]
        if len(listed) < _FEWEST or words.has("reached-points", found["list"]):
            continue
        yield Decimal(found["whole"]), [Decimal(one["points"]) for one in listed]


@lru_cache(maxsize=4)
def _parted(wholes: tuple[str, ...], leads: tuple[str, ...]) -> Pattern:
    inside = r"(?:[（(][^（()）]{1,80}[)）])?"
    one = rf"(?:{_ONE}{inside}|[一-鿿“”]{{2,14}}[（(]{_POINTS}分[)）])"
    return Pattern(
        rf"(?:{'|'.join(wholes)})(?:值|共计|合计|共)?[为是:：]?\s*(?P<whole>{_POINTS})分"
        rf"(?:[，,；;:：（(。]|(?=由|分))\s*(?:{'|'.join(leads)})?[:：，,]?\s*"
        rf"(?P<list>{one}(?:[、，,；;和及]+\s*{one})+)"
        r"(?![^，,、；;。）)]*分)"
    )
