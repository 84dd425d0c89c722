"""A10: “满意度83%，超过目标值85%”: what a sentence says of a target, against the two values beside it."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, said, shown
from generator.rules.vocabulary import Vocabulary

_REACHES = Pattern(r"[，,]?(?:已|均|也|并)?(?:达到|超过|超出|高于|优于)了?(?:[^0-9，,。；;]{0,10})")
_AIM = Pattern("目标|计划|指标值|预期|要求|任务")
_BEHIND = 8


def said_reached(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence that says that a target was reached is wrong, whatever the reason."""
    for one in said(form):
        for actual, target in pairwise(one.facts):
            if _are_of_one(actual, target) and _is_said(one, actual, target):
                name = actual.name or target.name
                short = (in_base(actual) or Decimal(0)) < (in_base(target) or Decimal(0))
                if short and not words.has("less-is-better", name):
                    left, right = shown(actual), shown(target._replace(sign=""))
                    yield Finding("said-reached", target.place, left, right, "", name)


def _are_of_one(actual: Fact, target: Fact) -> bool:
    return actual.unit == target.unit != "" and not actual.sign and not target.is_about


def _is_said(one: Said, actual: Fact, target: Fact) -> bool:
    """Tell whether only the claim stands between the two, and the second is called a target."""
    between = one.text[actual.end : target.start]
    behind = one.text[target.end : target.end + _BEHIND]
    behind = behind.partition("，")[0].partition("。")[0].partition("；")[0]
    is_claim = _REACHES.fullmatch(between) is not None
    is_aim = _AIM.search(between) or (behind[:1] == "的" and _AIM.search(behind))
    return is_claim and is_aim is not None
