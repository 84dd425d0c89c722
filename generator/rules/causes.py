"""Sentences that say why, and of what: a reason why money is left is none why a thing was not done."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.rules.rule_words import Vocabulary

_SENTENCE = Pattern("[。\n]")
_PART = Pattern("[；;]")
_CLAUSE = Pattern("[，,：:]")
_FOR = Pattern(r"(?:因(?![此而素地为])|由于|系|受)(?P<what>[^，,。；;]{2,30})$")
# 因连续干旱，草皮枯死; 设施因使用年限长而损坏. 因此, 因地制宜 and 因为 are other words.
_BEGINS_SO = Pattern(
    r"(?:^|[，,：:])[\s0-9.．、]*因(?![此而素地人为])[^，,。；;]{2,20}[，,]|因(?![此而素地人])[^，,。；;]{2,16}而"
)
# 未完成的1处因选址变更结转下年: what is left of it, and why, in one clause.
_LEFT_SO = Pattern(
    r"(?:^|[，,：:（(])(?:其中|另有|尚有|还有)?(?:尚未|未|没有|剩余|剩下|其余|缺|差|少)"
    r"[^，,。；;因]{1,14}(?:是|系)?因(?![此而素地人])[^，,。；;]{3,30}"
)
# 3名康复员因岗位调动未参训: the cause, and what was not done for it.
_UNDONE_SO = Pattern(
    r"因(?![此而素地人为])[^，,。；;]{2,16}?(?:未能?|没有|没能|不能|无法|放弃|退出|不再)[一-鿿]{1,8}"
)
# 1个中心因消防设计变更，2023年2月完工: so many of them, why, and what came of it.
_SOME_SO = Pattern(
    r"(?:^|[，,：:])[^，,。；;0-9]{0,8}[0-9]{1,4}[一-鿿]{1,8}因(?![此而素地人为])[^，,。；;]{2,20}[，,]"
)
_HINDERED = "因"
_LONGEST_CLAIM = 20


def sentences_of(text: str, words: Vocabulary) -> Iterator[str]:
    """Cut a text into sentences; one that begins with 主要是因为 goes on with the one before."""
    joined: list[str] = []
    for sentence in _SENTENCE.split(text):
        if joined and words.begins("goes-on-why", sentence.lstrip()):
            joined[-1] += f"，{sentence}"
        elif sentence.strip():
            joined.append(sentence)
    yield from joined


def parts_of(text: str, words: Vocabulary) -> Iterator[str]:
    """Cut sentences at semicolons as well: of several points each has its own reason."""
    for sentence in sentences_of(text, words):
        yield from _PART.split(sentence)


def causes_in(sentence: str, words: Vocabulary) -> list[str]:
    """Return the words that say why; 社会影响 and 政策调整 say nothing, nor do plans."""
    plain = words.without("no-cause", sentence)
    found = [word for word in words.words("because") if word in plain]
    if not found and (_hinders(plain, words) or _says_so(plain)):
        found = [_HINDERED]
    if words.has("plans-ahead", plain):
        found = [word for word in found if not words.is_one("because-of-money", word)]
    return found


def _hinders(sentence: str, words: Vocabulary) -> bool:
    """Tell “缺口3处因征地协调未完成”: in one clause what hindered, and that a thing was not done."""
    return any(
        (found := _FOR.search(clause)) is not None and words.has("left-undone", found["what"])
        for clause in _CLAUSE.split(sentence)
    )


def _says_so(sentence: str) -> bool:
    """Tell a clause that a cause begins, and one that says what is left and why."""
    return any(pattern.search(sentence) for pattern in (_BEGINS_SO, _LEFT_SO, _UNDONE_SO, _SOME_SO))


def says_why(sentence: str, words: Vocabulary) -> bool:
    """Tell whether a sentence gives a reason at all."""
    return bool(causes_in(sentence, words))


def is_of_funds(sentence: str, words: Vocabulary) -> bool:
    """Tell a reason why money was not spent; one that tells of work not done is of that as well."""
    if not words.has("left-unspent", sentence):
        return False
    return not any(
        words.has("left-undone", clause) and not words.has("left-unspent", clause)
        for clause in _CLAUSE.split(sentence)
    )


def is_no_reason(said: str, words: Vocabulary) -> bool:
    """Tell words beside lost points that say nothing, or only that all was done: 按照要求完成."""
    if words.is_one("no-reason", said):
        return True
    is_short = 0 < len(said) <= _LONGEST_CLAIM and words.has("tells-done", said)
    return is_short and not words.without("claims-done", said)
