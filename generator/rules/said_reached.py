"""A10: “满意度83%，超过目标值85%”: what a sentence says of a target, against the two values beside it."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_CLAIM = Pattern(
    r"[，,]?(?:已|均|也|并)?(?P<word>(?P<above>超过|超出|高于)|(?P<below>低于|少于|短于|小于)"
    r"|(?P<unmet>未达到|未达|没有达到|未能达到|达不到|不及)|达到|优于|好于)了?"
    r"(?P<of>[^0-9，,。；;]{0,10})"
)
_AIM = Pattern("目标|计划|指标值|预期|要求|任务|标准")
_OF = Pattern("(?:以内|以上|以下|以外)?的")
_BEHIND = 8
_NOT = ("未", "没", "达不", "不")


def said_reached(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence that says that a target was reached is wrong, whatever the reason."""
    for one in said(form):
        for actual, target in pairwise(one.facts):
            if not _are_of_one(actual, target) or not _is_said(one, actual, target):
                continue
            name = actual.name or target.name
            wants_more = _wants_more(one, actual, target, name, words)
            difference = (in_base(actual) or Decimal(0)) - (in_base(target) or Decimal(0))
            left, right = shown(actual), shown(target._replace(sign=""))
            if wants_more is True and difference < 0:
                yield Finding("said-reached", target.place, left, right, "", name)
            elif wants_more is False and difference >= 0:
                claim = _said_so(one, actual, target, words)
                if not claim or (difference == 0 and not claim.startswith(_NOT)):
                    continue
                yield Finding("said-better", target.place, left, right, claim, name)


def _said_so(one: Said, actual: Fact, target: Fact, words: Vocabulary) -> str:
    """Return the word of the claim, 低于, 未达到; empty where it speaks of another thing than the target."""
    claim = _CLAIM.fullmatch(one.text[actual.end : target.start])
    if claim is None:
        return ""
    behind = claim["of"]
    for word in words.words("calls-target") if claim["unmet"] else ():
        behind = behind.replace(word, "")
    return "" if claim["unmet"] and behind.strip("≥>=为是") else str(claim["word"])


def _wants_more(one: Said, actual: Fact, target: Fact, name: str, words: Vocabulary) -> bool | None:
    """Tell which way the claim goes (``None``: neither its word nor the name says)."""
    claim = _CLAIM.fullmatch(one.text[actual.end : target.start])
    if claim is None or claim["below"]:
        return None if claim is None else False
    if claim["unmet"]:
        return False if _is_plainly_more(actual, name, words) else None
    if claim["above"]:
        return None if words.has("less-is-better", name) else True
    if words.has("sooner-is-better", name):
        return None if words.has("lowering", name) else False
    return True if _is_plainly_more(actual, name, words) else None


def _is_plainly_more(actual: Fact, name: str, words: Vocabulary) -> bool:
    """Tell a thing of which more is better, as far as its name and its unit say."""
    return not words.is_one("time-units", actual.unit) and not words.has("less-is-better", name)


def _are_of_one(actual: Fact, target: Fact) -> bool:
    return actual.unit == target.unit != "" and not actual.sign and not target.is_about


def _is_said(one: Said, actual: Fact, target: Fact) -> bool:
    """Tell whether only the claim stands between the two, and the second is called a target."""
    between = one.text[actual.end : target.start]
    behind = one.text[target.end : target.end + _BEHIND]
    behind = behind.partition("，")[0].partition("。")[0].partition("；")[0]
    claim = _CLAIM.fullmatch(between)
    if claim is None:
        return False
    # What a number merely comes to, 增加120人，达到520人, is no aim; what it exceeds is none to be named.
    is_aim = _AIM.search(between) or (_OF.match(behind) and _AIM.search(behind))
    return bool(is_aim) or bool(claim["above"] and not behind)
