"""W04: a body that the paper names nowhere else does what the unit itself has to do: 县残联会严格执行……制度."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PLACE = Pattern(r"^(?:[一-鿿]{1,6}?(?:省|市|县|区|旗|州|镇|乡|街道))+(?=[一-鿿]{2})")
_STOP = Pattern("[。；;\n]")
_SHORTEST = 3
_SHARED = 2


def other_bodies(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Bodies have duties of their own; to keep to the rules of money is the duty of who reports."""
    if not form.is_evaluation or not (form.units or form.title):
        return
    pattern = _subject(words.words("body-ending"), words.words("own-duty"))
    whole = "\n".join(entry.text for entry in form.everything)
    for entry in form.everything:
        if entry.place.table or len(entry.text) < _SHORTEST:
            continue
        for found in pattern.finditer(entry.text):
            name = _core(found["body"])
            matter = _STOP.split(entry.text[found.end() :], maxsplit=1)[0]
            if len(name) < _SHORTEST or words.has("bodies-over-all", name):
                continue
            if not words.has("own-matters", matter):
                continue  # 县公安局高度重视，抽调警力
            if whole.count(name) == 1 and not _is_own(name, form):
                yield Finding("other-body", entry.place, found["body"], found["duty"])


def _core(body: str) -> str:
    """Return the name of a body without its place."""
    return _PLACE.sub("", body)


def _is_own(name: str, form: PrintedForm) -> bool:
    """Tell a short name of the unit: 教体局 for 教育体育局; its signs stand in the long one in order."""
    owners = (*form.units, form.title)
    return any(_is_short_for(name[:-1], owner) for owner in owners)


def _is_short_for(short: str, long: str) -> bool:
    signs = iter(long)
    return all(sign in signs for sign in short) or _shares(short, long)


def _shares(short: str, long: str) -> bool:
    """Tell names that have a word of what they deal with in common: 应急局 and 应急管理局."""
    known = Counter(long[at : at + _SHARED] for at in range(len(long) - 1))
    return any(short[at : at + _SHARED] in known for at in range(len(short) - 1))


@lru_cache(maxsize=4)
def _subject(endings: tuple[str, ...], duties: tuple[str, ...]) -> Pattern:
    return Pattern(
        rf"(?:^|[，,。；;：:\n])\s*(?:[（(]?[{NUMERALS}0-9]{{1,2}}[）)、.．]\s*)?"
        rf"(?P<body>[一-鿿]{{2,14}}?(?:{'|'.join(endings)}))"
        rf"(?P<duty>(?:始终|一贯|能够|认真|切实|均|也)?(?:{'|'.join(duties)}))"
    )
