"""Signs that stand between and before numbers: of multiplication, and of the items of a list."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern

# Whatever hand, keyboard or input method takes for 乘: 20分×执行率, 20分*执行率, 20分乘以执行率.
TIMES = r"(?:[*×xXＸｘ＊✕✖╳∗⨯·•]|乘以?)"

_AT_START = Pattern(
    r"(?:^|[：:。；;\n])[\s　]*(?P<number>[0-9]{1,2})(?P<point>[.．])(?P<behind>[0-9]*)"
)
_AS_VALUE = Pattern("0[0-9]")  # 1.05 is no first item that begins with 05
_POINT = "、"  # as long as the point, and never a part of a number


class _Sign(NamedTuple):
    """What may be the number of an item, in which of the texts, and where its point stands."""

    text: int
    number: int
    at: int
    is_sure: bool


def without_list_signs(texts: Iterable[str]) -> list[str]:
    """Part the numbers of items from numbers right behind them: “2.90（含）—100分” tells of 90.

    A number of two parts begins an item where the one before it was item 1, or the one behind it is
    item 2. Every text stays as long as it is.
    """
    known = list(texts)
    signs = [sign for number, text in enumerate(known) for sign in _signs(number, text)]
    if all(sign.is_sure for sign in signs):
        return known
    for sign in _numbers_of_items(signs):
        text = known[sign.text]
        known[sign.text] = text[: sign.at] + _POINT + text[sign.at + 1 :]
    return known


def _signs(number: int, text: str) -> Iterator[_Sign]:
    if "." not in text and "．" not in text:
        return
    for found in _AT_START.finditer(text):
        if not _AS_VALUE.match(found["behind"]):
            yield _Sign(number, int(found["number"]), found.start("point"), not found["behind"])


def _numbers_of_items(signs: Sequence[_Sign]) -> Iterator[_Sign]:
    """Give the signs that are read as a part of a number, and are none."""
    before: _Sign | None = None
    for sign, behind in zip(signs, (*signs[1:], None), strict=True):
        goes_on = before is not None and _is_next(before, sign)
        begins = sign.number == 1 and behind is not None and _is_next(sign, behind)
        if not sign.is_sure and (goes_on or begins):
            yield sign
        before = sign if sign.is_sure or goes_on or begins else None


def _is_next(one: _Sign, other: _Sign) -> bool:
    return other.number == one.number + 1 and other.text - one.text <= 1
