"""Percentages listed one behind the other, each of which is of a part of its own: 分别占50%、35%和15%."""

from itertools import pairwise

from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.form_sentences import Said

_AND = Pattern(r"[、，,]?(?:和|及|以及|与)?")
_OPENS = Pattern(r"(?:占|比例|比重)[^,，。；;0-9]{0,20}$")
_RUN_CEILING = 200  # signs


def run_of_rates(one: Said, first: Fact) -> list[Fact]:
    """Return a rate and those that follow it with nothing but a comma or 和 between them."""
    behind = one.between(first.start, first.start + _RUN_CEILING)
    run = [*behind[:1]]
    for last, fact in pairwise(behind):
        if fact.unit != "%" or not _AND.fullmatch(one.text[last.end : fact.start]):
            break
        run.append(fact)
    return run


def is_in_turn(one: Said, rate: Fact) -> bool:
    """Tell the first of several shares, each of which is of a part of its own."""
    before = one.before(rate)
    return bool(_OPENS.search(before)) and ("分别" in before or len(run_of_rates(one, rate)) > 1)
