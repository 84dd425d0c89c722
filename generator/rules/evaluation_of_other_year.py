"""X02: “2021年度自评结果将作为2025年预算的参考” in the paper of 2023: its own evaluation, of another year."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.texts_with_years import texts_with_years

_SENTENCE, _CLAUSE = Pattern("[。；;\n]"), Pattern("[，,]")
_YEAR = Pattern(r"20[0-9]{2}(?=年)")
_OF = r"(?P<year>20[0-9]{2})年度?[^，,。；;《0-9年]{0,16}?(?:自评|自评价|绩效评价)"
_TO_BE_USED = Pattern(rf"{_OF}(?:的)?(?:结果|结论|得分|报告)(?P<use>[^。；;]*)")
_AT_WORK = Pattern(
    rf"{_OF}工作(?=由|组织|采取|采用|成立|分为|分|主要|从|自|于|严格|坚持|通过|以|共|已|全面|顺利|有序|开展)"
)
_WILL = Pattern(
    "^[^，,]{0,4}(?:将|拟|准备|计划)|^(?:已?作为|用于|应用于|运用于)(?P<next>20[0-9]{2})年"
)
# 自评结果已经院务会审议通过: the paper at hand was approved, and no older one.
_APPROVED = Pattern(
    "^[^，,]{0,4}(?:已|经)[^，,。；;]{0,16}(?:审议|审定|审核|审查|研究|讨论|复核|确认)"
)
# 评价范围为2021年1月1日至2021年12月31日, 评价期间为2021年度: one whole year.
_ALL_YEAR = r"(?P<year>20[0-9]{2})年1月(?:1日)?起?[至到—–~～-]{1,2}(?:(?P=year)年)?12月(?:31日)?"
_PERIOD = Pattern(
    r"(?:评价|自评)的?(?:范围|时段|期间|期限|基准期|时间范围|对象)[^，,。；;0-9年]{0,8}"
    rf"(?:{_ALL_YEAR}|(?P<whole>20[0-9]{{2}})年度(?![至到、和及—-]))"
)
_EVALUATED = Pattern(rf"对{_ALL_YEAR}[^，,。；;]{{0,20}}(?:评价|自评)")
_OLDEST = 6  # an older year is one of something else


def evaluation_of_other_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What will be done with a result is said of the one at hand; so is how it was come by."""
    for own, place, text in texts_with_years(form):
        for sentence in _SENTENCE.split(text):
            if (year := _told(sentence, own, words)) is not None:
                yield Finding("other-year", place, f"{year}年", f"{own}年")


def _told(sentence: str, own: int, words: Vocabulary) -> int | None:
    """Return the year that a sentence takes for that of the paper (``None``: none)."""
    named = {int(year) for year in _YEAR.findall(sentence)}
    before = range(own - _OLDEST, own)
    if own not in named and not words.has("left-of-year-before", sentence):
        year = _evaluated(sentence)
        if year in before:
            return year
    for pattern in (_TO_BE_USED, _AT_WORK):
        found = pattern.search(sentence)
        if found is None or own in named or int(found["year"]) not in before:
            continue
        clause = _CLAUSE.split(sentence[: found.start()])[-1]
        if words.has("cites-others", clause) or words.has("of-past-evaluation", sentence):
            continue
        if pattern is _TO_BE_USED and not _is_ahead(found["use"], own):
            continue
        return int(found["year"])
    return None


def _evaluated(sentence: str) -> int:
    """Return the year that a sentence says was evaluated from its first day to its last (0: none)."""
    found = _PERIOD.search(sentence)
    if found is not None:
        return int(found["year"] or found["whole"])
    found = _EVALUATED.search(sentence)
    return int(found["year"]) if found is not None else 0


def _is_ahead(use: str, own: int) -> bool:
    """Tell what is still to be done with a result, was done for a year to come, or just approved it."""
    if _APPROVED.match(use):
        return True
    found = _WILL.search(use)
    return found is not None and (found["next"] is None or int(found["next"]) > own)
