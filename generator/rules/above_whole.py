"""A09: a part that is more than the whole that its paragraph gives before it, over sentences."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_TEN_THOUSAND = Decimal(10_000)
_WAN = "万元"
_OF = Pattern(
    r"^\s*(?:在|上述|该|其中|全部)?(?P<name>[一-鿿“”]{2,12}?)(?:资金|经费)?(?:之)?中[，,:：]?"
)
_CLAUSE = Pattern("[，,。；;（(]")
_NOT = ("未", "没有", "未能", "尚未")


def above_whole(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence that begins with 项目支出中 tells of parts; so does one whose amount is in 元, most likely."""
    for one in said(form):
        money = [f for f in one.facts if words.are_comparable(f.unit, "元") and not f.is_about]
        for fact in money:
            before = [f for f in money if one.start_of(f) < one.start_of(fact)]
            whole = _named_whole(one, fact, before) or _in_yuan(one, fact, before, words)
            if whole is not None and _worth(fact) > _worth(whole):
                yield Finding("above-whole", fact.place, shown(fact), shown(whole), "", fact.name)


def _named_whole(one: Said, fact: Fact, before: list[Fact]) -> Fact | None:
    """Return the amount that the beginning of a sentence names as that of which it tells parts."""
    led = _OF.match(one.text[one.start_of(fact) : fact.start])
    if led is None:
        return None
    name = led["name"].strip("“”")
    named = [f for f in before if name in f.name and not _is_denied(one, f, name)]
    return named[-1] if named else None


def _is_denied(one: Said, fact: Fact, name: str) -> bool:
    """Tell 未支出的65万元, which is just what 支出中 does not speak of."""
    before, found, _ = _CLAUSE.split(one.before(fact))[-1].rpartition(name)
    return bool(found) and before.endswith(_NOT)


def _in_yuan(one: Said, fact: Fact, before: list[Fact], words: Vocabulary) -> Fact | None:
    """Return the greatest amount before one whose digits are those of 元, and which it would exceed."""
    clause = _CLAUSE.split(one.before(fact))[-1]
    is_part = words.has("spends", clause) and not words.has("money-of-others", one.sentence(fact))
    if fact.unit != _WAN or not is_part or not isinstance(fact.value, Decimal) or not before:
        return None
    greatest = max(before, key=_worth)
    # 860000 that were 元 are 86万元: less than the whole, and there are no such 万元.
    is_yuan = fact.value >= _TEN_THOUSAND and fact.value <= _worth(greatest)
    return greatest if is_yuan else None


def _worth(fact: Fact) -> Decimal:
    return in_base(fact) or Decimal(0)
