"""X02: years of rows and sentences that are not the form's own: targets, the evaluation, the work."""

import re
from collections.abc import Iterator

from generator.base.chinese import NUMERALS, half_width
from generator.base.document_place import DocumentPlace
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_value import Text
from generator.rules.rule_words import Vocabulary
from generator.rules.texts_with_years import texts_with_years

_CLAUSE = Pattern("[，,。；;\n]")
_SENTENCE = Pattern("[。；;\n]")
_NO_COMPARING = Pattern("较[好为快大高多]")
_YEAR = Pattern(r"20[0-9]{2}年")
_UNTIL = Pattern(r"截[至止](?P<year>20[0-9]{2})年(?:年?[底末]|12月(?:[底末]|31日)?)")
_HINDERED = Pattern(
    r"(?:受|因|由于|因为)到?(?P<year>20[0-9]{2})年[^，,。；;]{0,16}?(?:影响(?!的)|偏多|偏少|反复|过多)"
)
_ON_DAY = Pattern("(?P<year>20[0-9]{2})年[0-9]{1,2}月(?:[0-9]{1,2}日|底|初)?")
_OWN_YEAR = Pattern(
    r"(?P<year>20[0-9]{2})年度?[^，,。；;《0-9]{0,24}?(?:绩效自评(?:工作|情况|报告)|绩效评价(?:工作|情况|报告)|自评报告|(?:自评|评价)(?:得分|等级|等次|结论)|(?:开展|进行|组织)了(?:全面|认真)?(?:的)?(?:绩效)?自评)"
)
_AIMS = Pattern(
    r"(?P<year>20[0-9]{2})年度?(?:的|各项|总体|年度|预期|既定|设定的|项目){0,3}"
    r"(?:绩效目标|绩效指标|目标任务|工作目标|目标|工作任务|任务|指标)[^，,。；;0-9]{0,8}?(?:完成|实现|达成|达到)"
)
_LAYS_GROUND = Pattern("[为给](?:本年|今年|当年)[^，,。；;]{0,8}(?:打下|奠定|提供|积累|创造)")
_HEAD = Pattern(r"[（(](?P<year>20[0-9]{2})年度?[）)]")
_LATE = 7  # evaluations of a year are long done by then
_EARLY = 1  # months before it was due, but for the year
_OLDEST, _NEWEST = 1, 6  # years before: an older one is a year of something else
_THAN = Pattern("较(?![好为快大高多])|比(?![例率重])")
_WORK = Pattern(
    rf"^\s*(?:[（(]?[0-9{NUMERALS}]{{1,2}}(?:[）)、.．]|是)\s*)*"
    r"(?P<year>20[0-9]{2})年(?!\s*[0-9]{1,2}\s*月)"
)


def targets_of_other_years(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A target was due in a year before the form's."""
    for row in form.rows:
        measure = row.target.measure
        if measure.kind is not MeasureKind.DATE or measure.deadline is None or form.year is None:
            continue
        due = measure.deadline.year
        if due is not None and due < form.year and not words.has("carried-over", row.name.text):
            left, right = row.target.text, f"{form.year}年"
            yield Finding("other-year", row.target.place, left, right, "", row.name.text)


def done_a_year_before(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What was due late in the form's year was done in just those months of the year before."""
    for row in form.rows if form.year is not None else ():
        due, done = _ends(row.target), _ends(row.actual)
        if due is None or done is None or due[0] != form.year or done[0] != form.year - 1:
            continue
        said = f"{row.name.text}{row.actual.text}{row.reason.text}"
        if done[1] >= due[1] - _EARLY and not words.has("carried-over", said):
            left, right = row.actual.text, f"{form.year}年"
            yield Finding("other-year", row.actual.place, left, right, "", row.name.text)


def dates_of_next_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """All that was due and all that was done lies late in the year after the form's: its head may be an old one."""
    del words
    if form.year is None or not form.is_evaluation:
        return
    dated = [row for row in form.rows if _ends(row.target) and _ends(row.actual)]
    ends = [end for row in dated for end in (_ends(row.target), _ends(row.actual))]
    if dated and all(
        year == form.year + 1 and month >= _LATE for year, month in filter(None, ends)
    ):
        place, left = dated[0].target.place, dated[0].target.text
        yield Finding("year-before-dates", place, left, f"{form.year}年", "", dated[0].name.text)


def _ends(text: Text) -> tuple[int, int] | None:
    """Return the year and the month that a date says (``None``: it does not)."""
    measure = text.measure
    due = measure.deadline if measure.kind is MeasureKind.DATE else None
    return (due.year, due.month) if due and due.year and due.month else None


def head_of_other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“（2022年度）” alone in brackets above a form of 2023, or in the title above the rest of it."""
    if words.has("goes-on-below", form.title):
        return  # the rest of a form, read by itself, is no measure for what stands above it
    for entry in form.entries if form.year is not None and form.is_evaluation else ():
        text = half_width(entry.text).strip()
        is_rest = not entry.place.table and words.has("goes-on-below", text)
        found = _HEAD.search(text) if is_rest else _HEAD.fullmatch(text)
        if found is not None and int(found["year"]) != form.year:
            left, right = f"{found['year']}年度", f"{form.year}年度"
            yield Finding("head-of-other-year", entry.place, left, right)


def own_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence calls this very self-evaluation one of another year."""
    for own, place, text in texts_with_years(form):
        for found in _OWN_YEAR.finditer(text):
            year = int(found["year"])
            before = _CLAUSE.split(text[: found.start()])[-1]
            is_basis = words.has("cites-others", before + text[found.end() : found.end() + 12])
            if year == own - 1 and not is_basis:
                yield Finding("other-year", place, f"{year}年", f"{own}年")


def aims_of_other_years(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“2021年度绩效目标基本完成” in the paper of 2023: a sentence left from an older paper."""
    for own, place, text in texts_with_years(form):
        for sentence in _SENTENCE.split(text):
            found = _AIMS.search(sentence)
            if found is None or not _OLDEST <= own - int(found["year"]) <= _NEWEST:
                continue
            is_alone = {*_YEAR.findall(sentence)} == {f"{found['year']}年"}
            clause = _NO_COMPARING.sub("", _CLAUSE.split(sentence[: found.start()])[-1] + found[0])
            is_of_before = words.has("of-year-before", clause) or _THAN.search(clause)
            is_basis = words.has("cites-others", sentence[: found.start()])
            # 2021年度绩效目标完成较好，为本年工作打下基础: told of the year before, rightly.
            is_beside = _LAYS_GROUND.search(sentence) is not None
            if is_alone and not is_of_before and not is_basis and not is_beside:
                yield Finding("other-year", place, f"{found['year']}年", f"{own}年")


def work_of_other_years(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence tells of the work of the year before as of what this year wanted."""
    if form.year is None or not form.is_evaluation:
        return
    before = str(form.year - 1)
    for entry in form.everything:
        text = half_width(entry.text)
        for sentence in _SENTENCE.split(text) if before in text else ():
            found = _WORK.match(sentence)
            if found is None or found["year"] != before or len(_YEAR.findall(sentence)) > 1:
                continue
            plain = _NO_COMPARING.sub("", sentence)
            is_own = words.has("own-aims", plain) and words.has("done", plain)
            is_own = is_own and not _LAYS_GROUND.search(plain)
            is_basis = words.has("cites-others", plain) or words.has("carried-over", plain)
            if is_own and not is_basis:
                yield Finding("other-year", entry.place, f"{before}年", f"{form.year}年")


def spent_until_other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“截至2021年底支出186万元，执行率93%” in the paper of 2022: its year's execution, by another year's end."""
    for text, place, found in _of_year_before(form, _UNTIL):
        is_own = words.has("rate-head", text) or (
            words.has("own-aims", text) and words.has("done", text)
        )
        is_of_before = words.has("of-year-before", text) or _THAN.search(text)
        if is_own and not is_of_before:
            yield Finding("other-year", place, f"{found['year']}年", f"{form.year}年")


def in_time_in_other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“于2021年10月18日全部交付，按期完成” in the paper of 2022: in time, but for the year."""
    for text, place, found in _of_year_before(form, _ON_DAY):
        is_own = words.has("in-time", text) and words.has("done", text)
        is_of_before = words.has("of-year-before", text)
        if is_own and not is_of_before and not words.has("carried-over", text[found.end() :]):
            yield Finding("other-year", place, f"{found['year']}年", f"{form.year}年")


def hindered_in_other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“受2021年疫情影响” in the paper of 2022: perhaps the reason of the year before."""
    for text, place, found in _of_year_before(form, _HINDERED):
        if not words.has("of-year-before", text):
            left, right = f"{found['year']}年", f"{form.year}年"
            yield Finding("other-year-doubtful", place, left, right)


def _of_year_before(
    form: PrintedForm, pattern: Pattern
) -> Iterator[tuple[str, DocumentPlace, re.Match[str]]]:
    """Give the sentences that name no year but the one before, as a pattern wants it."""
    before = str((form.year or 0) - 1)
    if form.year is None or not form.is_evaluation:
        return
    for entry in form.everything:
        for sentence in _SENTENCE.split(half_width(entry.text)) if before in entry.text else ():
            found = pattern.search(sentence)
            is_alone = {*_YEAR.findall(sentence)} == {f"{before}年"}
            if found is not None and found["year"] == before and is_alone:
                yield sentence, entry.place, found
