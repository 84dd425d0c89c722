"""X02: a day or month behind the signature, told of as of something done."""

import datetime
import re
from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.signing import is_day

_DAY = Pattern(
    r"(?P<until>截[至止]到?|(?<![一-鿿0-9])至)?(?P<year>20[0-9]{2})年(?P<month>[0-9]{1,2})月"
    r"(?:(?P<day>[0-9]{1,2})日(?:[至到—~-]+(?:(?P<to_month>[0-9]{1,2})月)?(?P<to_day>[0-9]{1,2})日)?"
    r"|(?P<end>[底末])(?!前))?"
)
# 截至5月底，已……: what follows the comma is of that day.
_OF_MONTH = Pattern(r"^(?:[底末](?!前)|初|[上中下]旬|份|止|为止)?[，,]?")
# A year, or a day that has none of its own, nor is the last of several days.
_DAYS = Pattern(
    r"(?P<year>20[0-9]{2})年(?:[0-9]{1,2}月)?|(?<![0-9至到—~-])[0-9]{1,2}月[0-9]{1,2}日"
)
_SENTENCES = Pattern("([。；;\n])")
_HAS_BEEN = Pattern("已(?:经|全部|陆续)?(?:于|在)?$")
_FIRST_OF_END = 26  # a month is at its end from here on
_END_BEFORE = Pattern("(?P<end>月[底末])前")
_CLAUSES = Pattern("([，,。；;、\n])")
_CLAUSE = Pattern("[，,。；;\n]")
_SENTENCE = Pattern("[。；;\n]")


def done_after_signing(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What is still to come has words that say so, in its sentence or at the head of its paragraph."""
    if not form.signed:
        return
    signed = datetime.date.fromisoformat(form.signed.text)
    results = {text.place for text in (form.achieved, *(row.actual for row in form.rows))}
    for entry in form.everything:
        if "月" not in entry.text or entry.place == form.signed.place:
            continue
        text = _with_years(half_width(entry.text), signed.year, words)
        if entry.place in results:
            text = _without_bounds(text, words)
        for found in _DAY.finditer(text):
            days = (_first_day(found, signed), _last_day(found))
            is_behind = any(day is not None and day > signed for day in days)
            if is_behind and _is_told_as_done(text, found, words):
                said = text[found.start("year") : found.end()]
                yield Finding("after-signing", entry.place, said, form.signed.text)


def _with_years(text: str, year: int, words: Vocabulary) -> str:
    """Write the year before 5月6日 where those who evaluate did something on that day: the one told last."""
    if not words.has("evaluators", text):
        return text
    return "".join(
        _with_year(sentence, year) if words.has("evaluators", sentence) else sentence
        for sentence in _SENTENCES.split(text)
    )


def _with_year(sentence: str, year: int) -> str:
    found, at = [], 0
    for day in _DAYS.finditer(sentence):
        if day["year"]:
            year = int(day["year"])
            continue
        found += [sentence[at : day.start()], f"{year}年"]
        at = day.start()
    return "".join([*found, sentence[at:]])


def _without_bounds(text: str, words: Vocabulary) -> str:
    """Write 底 for 底前 in a result that claims it of all: 全部标段于5月底前完工 has been done."""
    return "".join(
        _END_BEFORE.sub(r"\g<end>", clause) if words.has("of-all", clause) else clause
        for clause in _CLAUSES.split(text)
    )


def _first_day(found: re.Match[str], signed: datetime.date) -> datetime.date | None:
    """Return a day, or the first one of a month without a day; its end is behind all its days."""
    day = f"{found['year']}-{int(found['month']):02d}-{int(found['day'] or 1):02d}"
    first = datetime.date.fromisoformat(day) if is_day(day) else None
    is_same_month = first is not None and (first.year, first.month) == (signed.year, signed.month)
    if first is not None and found["end"] and is_same_month and signed.day < _FIRST_OF_END:
        return signed + datetime.timedelta(days=1)
    return first


def _last_day(found: re.Match[str]) -> datetime.date | None:
    """Return the last of several days: of 4月12日至20日, the 20th."""
    month = int(found["to_month"] or found["month"])
    day = f"{found['year']}-{month:02d}-{int(found['to_day'] or 0):02d}"
    return datetime.date.fromisoformat(day) if is_day(day) else None


def _is_told_as_done(text: str, found: re.Match[str], words: Vocabulary) -> bool:
    before = _SENTENCE.split(text[: found.start()])[-1]
    behind = _SENTENCE.split(text[found.end() :], maxsplit=1)[0]
    # Words right behind the day, or where a comma follows it, in the next clause.
    clauses = _CLAUSE.split(_OF_MONTH.sub("", behind))
    told = "".join(clauses[:2]) if found["until"] else clauses[0] or "".join(clauses[:2])
    # 补植推迟，已于5月完成: what has been done is no longer put off.
    has_been = _HAS_BEEN.search(before)
    is_to_come = words.has(
        "still-to-come", words.without("no-plan", told if has_been else before + told)
    )
    # 2024年5月完工后支付: what will be done once that is done, unless it says that it has been.
    is_to_come |= words.has("done-then", told) and not words.has("already", told)
    is_of_plans = not has_been and words.has("plans-ahead", text[: found.start()])
    is_day_of_it = words.ends("day-of-evaluation", before.rstrip("为是：:于 "))
    is_done = (
        words.has("done", told) or is_day_of_it or (found["until"] and words.has("already", told))
    )
    # 报告已于5月10日在门户网站公开: a plan has no 已.
    is_done = is_done or (has_been is not None and words.has("made-known", told))
    return bool(is_done) and not is_to_come and not is_of_plans
