"""W07: a paragraph whose last sentence was not brought to its end."""

from collections.abc import Iterator
from itertools import zip_longest

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.read.day_line import is_period
from generator.rules.cut_ends import (
    is_cut,
    is_left_hanging,
    is_open_range,
    lacks_object,
    means_to_act,
)
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_ENDS_OPEN = Pattern(r"。[^。！？；：]{6,}[一-鿿，、]$")
_SHORTEST, _SHORTEST_SENTENCE = 24, 12
_IS_SENTENCE = Pattern("[，。；]|[0-9]")
_LAST_POINT = Pattern(
    rf"[{NUMERALS}]是(?P<before>[^；;。]{{6,}})[；;。][{NUMERALS}]是(?P<last>[一-鿿]{{3,16}})$"
)
_BARE_MARK = Pattern(
    rf"[，,；;。：:、](?:[{NUMERALS}]是|[（(][{NUMERALS}][）)]|第[{NUMERALS}])[，,：:、]?$"
)
_OPEN_OF = Pattern(r"[，,；;。：:][^，,；;。：:]{4,}的$")
_OPEN_END = Pattern(r"[^，,、]{4}[，,、]$|[（(《][^）)》]{0,30}$")
_BEGINS = Pattern(
    rf"[（(]?(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})[）)、.．]|附|备?注|第[{NUMERALS}]+[章节部]"
)
_SHORT = 24
_GOES_ON = Pattern(r"[0-9.]+(?:%|[一-鿿])")


def cut_paragraphs(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The last words ask for more; or a sentence ended with its full stop before, this one has none."""
    paragraphs = [entry for entry in form.everything if not entry.place.table]
    for entry, following in zip_longest(paragraphs, paragraphs[1:]):
        behind = following.text if following is not None else ""
        text = entry.text.rstrip()
        is_sentence = len(text) >= _SHORTEST_SENTENCE and _IS_SENTENCE.search(text)
        # A line that was broken by hand goes on with the number in the next one.
        is_cut_off = is_cut(text, "ends-cut", words) or lacks_object(text, words)
        is_cut_off = is_cut_off or _is_left_open(text, behind) or is_left_hanging(text)
        is_cut_off = is_cut_off or is_open_range(text) or means_to_act(text, words)
        goes_on = _GOES_ON.match(behind.lstrip()) and not is_period(behind)
        if is_sentence and is_cut_off and not goes_on:
            yield Finding("cut-sentence", entry.place, text[-12:])
        elif len(text) >= _SHORTEST and (_ENDS_OPEN.search(text) or _is_bare_point(text, words)):
            yield Finding("cut-paragraph", entry.place, text[-12:])


def _is_left_open(text: str, behind: str) -> bool:
    """Tell “……，三是” and “……，推行线上线下相结合的”: unless the line was broken and goes on below."""
    if not (_BARE_MARK.search(text) or _OPEN_OF.search(text) or _OPEN_END.search(text)):
        return False
    below = behind.strip()
    is_short = len(below) <= _SHORT and not _IS_SENTENCE.search(below[:-1])
    return not below or bool(_BEGINS.match(below)) or is_short or below.endswith(("日", "："))


def _is_bare_point(text: str, words: Vocabulary) -> bool:
    """Tell “一是……不及预期；二是征地拆迁工作”: a thing, of which nothing is said, where other points say it."""
    found = _LAST_POINT.search(text)
    if found is None or not words.ends("bare-thing", found["last"]):
        return False
    says_more = words.has("says-of-thing", found["last"]) or words.begins(
        "begins-task", found["last"]
    )
    is_list = words.begins("begins-task", found["before"])
    return not says_more and not is_list
