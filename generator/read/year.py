"""The year of a document: from its title, else from its file's name, its text, its dates, its neighbours.

This is the one place that settles it, for import and audit alike; whatever is not a title is said.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.read.day_line import day_of
from generator.read.draft import Draft
from generator.read.form_words import Vocabulary
from generator.read.printed_values import squeezed, without_days, years_in
from generator.read.scheme_evidence import is_of_spring

_IN_NAME = Pattern(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_YEAR = Pattern(r"(?:19|20)[0-9]{2}年")
_LONGEST_LINE = 40
_MOST_OF = 2  # how many times more often than the next one a year is named
_SURE_MONTHS = (11, 12)  # between summer and autumn a form may be of either year
_LAST_MONTH_OF_EVALUATION = 6  # forms of a year are filled in until the middle of the next


def find_year(document: ReadDocument, draft: Draft, phrases: Vocabulary) -> None:
    """Settle the year of a document whose title names none."""
    if draft.year is not None:
        return
    path = Path(document.shown)
    for name, what in ((path.stem, "文件名"), (path.parent.name, "文件夹名")):
        years = set(_IN_NAME.findall(name))
        if len(years) == 1:
            _take(draft, int(years.pop()), f"年度取自{what}“{name}”")
            return
    texts = [_without_years_on(text, phrases) for text in _texts(document)]
    day, what = _day_of(draft, phrases)
    if day is None:
        day, what = _day_of_seal(texts, phrases), "意见栏里盖章的日期"
    named = {year for text in texts for year in years_in(text)}
    if (year := _announced(texts)) is not None and len(named) > 1:
        _take(draft, year, "标题里没有年度；说到年度的几处都是 {} 年")
    elif len(named) == 1 and (day is None or _mostly(texts) is not None):
        _take(draft, named.pop(), "标题里没有年度；全文只提到 {} 年")
    elif (year := _mostly(texts)) is not None:
        _take(draft, year, "标题里没有年度；全文说得最多的是 {} 年")
    elif day is not None:
        is_before = day.month <= _LAST_MONTH_OF_EVALUATION and not is_of_spring(draft)
        doubt = "" if is_before or day.month in _SURE_MONTHS else "（也可能是上一年度）"
        _take(draft, day.year - is_before, f"年度由{what} {day.isoformat()} 推断{doubt}")


def settle_years(drafts: Sequence[Draft], known: int | None = None) -> None:
    """Give drafts without a year that of the others that were given with them, where these agree.

    ``known`` is that of the inputs which they go into.
    """
    years = {draft.year for draft in drafts if draft.year is not None}
    source = "年度取自同一批的其他材料" if years else "年度沿用已有的填报"
    year = known if not years else years.pop() if len(years) == 1 else None
    for draft in drafts:
        if draft.year is None and year is not None:
            _take(draft, year, source)


def _day_of(draft: Draft, phrases: Vocabulary) -> tuple[datetime.date | None, str]:
    """Return the day that signs a document, or on which its form was filled in, and what it is called."""
    if isinstance(day := draft.unit.get("date"), datetime.date):
        return day, "落款日期"
    for subject in draft.subjects:
        for name, text in (subject.get(("fields",)) or {}).items():
            if name in phrases.words("date-label") and (day := day_of(str(text))):
                return day, name
    return None, ""


def _day_of_seal(texts: Sequence[str], phrases: Vocabulary) -> datetime.date | None:
    """Return the last day that stands below a seal in a cell, as those who give an opinion write it."""
    days = []
    for lines in (text.split("\n") for text in texts if "\n" in text):
        sealed = [n for n, line in enumerate(lines) if _is_seal(line, phrases)]
        below = lines[sealed[0] + 1 :] if sealed else []
        days += [day for line in below if (day := day_of(line)) is not None]
    return max(days, default=None)


def _is_seal(line: str, phrases: Vocabulary) -> bool:
    return squeezed(line).strip("（）()：:").endswith(phrases.words("seal"))


def _take(draft: Draft, year: int, why: str) -> None:
    draft.year = year
    draft.remarks.append(f"{why.format(year)}，按 {year} 年度处理，请核对")


def _announced(texts: Sequence[str]) -> int | None:
    """Return the year of the short lines that say 年度, where these agree: 评价年度：2022年."""
    lines = (text for text in texts if len(text) <= _LONGEST_LINE and "年度" in text)
    found = {year for line in lines for year in years_in(without_days(line))}
    return found.pop() if len(found) == 1 else None


def _without_years_on(text: str, phrases: Vocabulary) -> str:
    """Leave out years from which something goes on: 2024年起."""
    found: list[str] = []
    at = 0
    for year in _YEAR.finditer(text):
        if text.startswith(phrases.words("years-on"), year.end()):
            found.append(text[at : year.start()])
            at = year.end()
    return "".join((*found, text[at:]))


def _mostly(texts: Sequence[str]) -> int | None:
    """Return the year that is named far more often than any other."""
    found = Counter(year for text in texts for year in years_in(without_days(text)))
    counted = found.most_common(2)
    if not counted:
        return None
    if len(counted) == 1 or counted[0][1] >= _MOST_OF * counted[1][1]:
        return counted[0][0]
    return None


def _texts(document: ReadDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, ReadParagraph):
            yield block.text
        else:
            cells = {
                id(cell): cell for row in block.grid for cell in row
            }  # one merged says it once
            yield from (cell.text for cell in cells.values())
