"""What a cell can be by its words alone: a label, a value, or nothing of either."""

import re

from generator.base.chinese import NUMERALS, half_width, has_chinese
from generator.base.pattern import Pattern
from generator.read.label_book import LabelBook, normal, unnumbered, without_number
from generator.read.printed_values import squeezed

_SENTENCE = Pattern(r"[。；;！!，,]")
_QUESTION = Pattern(r"[？?]$|^是否|吗$")
_LONGEST_TEXT = 120  # a question with its blanks
_SHORT, _LONGEST, _LONGEST_QUESTION = 8, 22, 60
_DATE = Pattern(r"(?:19|20)[0-9]{2}(?:年|[-./])(?:[0-9]{1,2}(?:月|[-./])?(?:[0-9]{1,2}日?)?)?")

_BEHIND_GOAL = (
    rf"目标\s*([0-9{NUMERALS}]{{1,3}}))\s*"
    r"(?:[:：]?\s*[（(]\s*(?P<points>[0-9]{1,3}(?:\.[0-9]+)?)?\s*分\s*[）)]\s*[:：]?(?P<text>.*)"
    r"|[:：](?P<said>.*))?"
)
_GOAL = Pattern(rf"\s*(年度(?:绩效)?{_BEHIND_GOAL}", re.DOTALL)
_HEAD_GOAL = Pattern(rf"\s*([一-鿿]{{0,6}}{_BEHIND_GOAL}", re.DOTALL)


def numbered_goal(text: str) -> re.Match[str] | None:
    """Match words that begin a numbered goal: 年度目标1（25分）：……."""
    return _GOAL.fullmatch(half_width(text).strip())


def headed_goal(text: str) -> re.Match[str] | None:
    """Match words that begin a numbered goal where they stand over its indicators: 目标一：……."""
    return _HEAD_GOAL.fullmatch(half_width(text).strip())


def is_question(text: str) -> bool:
    """Tell words that ask for yes or no, their number aside."""
    return _QUESTION.search(squeezed(without_number(text)).rstrip(":：")) is not None


def looks_like_label(text: str, book: LabelBook) -> bool:
    """Tell whether words may name a field or column: short, no figure, no sentence, no box."""
    return len(text) <= _LONGEST_TEXT and book.once(text, _looks_like_label)


def _looks_like_label(text: str, book: LabelBook) -> bool:
    plain = squeezed(text)
    bare = normal(text)
    phrases = book.phrases
    if not bare or phrases.says_nothing(text) or phrases.is_form_number(text):
        return False
    if book.money.is_figure(text):
        return False
    if book.role(text):
        return True
    if is_question(text):
        return len(plain) <= _LONGEST_QUESTION
    is_short = len(bare) <= _LONGEST and not _SENTENCE.search(bare) and len(bare) > 1
    is_plain = not _DATE.fullmatch(bare) and book.phrases.ticked(text) is None
    has_words = has_chinese(bare)
    return is_short and is_plain and has_words and not phrases.is_placeholder(text)


def label_points(text: str, book: LabelBook) -> float:
    """Weigh by its words how surely a cell is a label."""
    if not looks_like_label(text, book):
        return -1.0
    plain = squeezed(text)
    if re.match(r"[0-9]{3}(?![0-9]年)", plain):
        return -1.0  # the code of a body, a date
    points = 2.0 if plain.endswith((":", "：")) else 0.0
    points += 1.0 if len(normal(text)) <= _SHORT else 0.5
    points += 1.0 if is_question(text) else 0.0
    points -= 1.5 if book.phrases.is_body(normal(text)) else 0.0
    return points - (0.5 if re.search(r"[0-9]", unnumbered(text)) else 0.0)
