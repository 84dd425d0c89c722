"""C12: a heading of a report with nothing below it before the next one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.read.given_answers import Entry
from generator.read.headings import split_number
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_STYLES = (1, 2)  # 一、 and （一）; lists are numbered otherwise
_LONGEST = 24
_INSIDE = Pattern("[，,；;。：:！？]")
_DAY = Pattern(r"\s*20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?\s*")
_PAGE = Pattern(r"[\s.…·]*[0-9]{0,3}\s*$")
_EACH = 3  # one in three headings of a style may be empty: no contents


class _Line(NamedTuple):
    entry: Entry
    style: int  # 0: no heading


def empty_sections(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Headings that are mostly empty are a table of contents, or a list."""
    for _, entries in groupby(form.whole, key=lambda entry: entry.place.file):
        lines = [_Line(entry, _style(entry)) for entry in entries]
        titles = Counter(_title(line.entry) for line in lines)
        for style in _STYLES:
            own = [at for at, line in enumerate(lines) if line.style == style]
            empty = [at for at in own if _is_empty(lines, at)]
            if len(empty) * _EACH > len(own):
                continue
            for at in empty:
                text = lines[at].entry.text.strip()
                is_contents = titles[_title(lines[at].entry)] > 1
                if words.has("section-words", text) and not is_contents:
                    yield Finding("empty-section", lines[at].entry.place, text, name=text)


def _style(entry: Entry) -> int:
    if entry.place.table:
        return 0
    line = split_number(entry.text)
    is_heading = line.style in _STYLES and 0 < len(line.title) <= _LONGEST
    return line.style if is_heading and not _INSIDE.search(line.title) else 0


def _title(entry: Entry) -> str:
    """Return the words of a heading, as a table of contents repeats them."""
    return "".join(_PAGE.sub("", entry.text).split())


def _is_empty(lines: Sequence[_Line], at: int) -> bool:
    """Tell whether the next heading follows at once, or the closing lines with the day."""
    behind = lines[at + 1 : at + 3]
    if not behind:
        return True
    if behind[0].style:
        return behind[0].style <= lines[at].style
    texts = [half_width(line.entry.text) for line in behind if not line.entry.place.table]
    return len(texts) > 1 and len(texts[0]) <= _LONGEST and _DAY.fullmatch(texts[1]) is not None
