"""The scoring kinds as formulas: what ``score/kinds`` works out, worked out in a cell.

Products come before quotients, so that the double of a cell rounds as the exact number does.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from generator.base.number import plain
from generator.model.scoring import Method


class Terms(NamedTuple):
    """What a case is made of, each a cell, a number or a formula in brackets."""

    weight: str
    target: str
    actual: str
    is_met: str
    pass_line: str = ""


def score_formula(method: Method, terms: Terms) -> str:
    """Write the score by a method, not rounded (``""``: it is not computed)."""
    written = FORMULAS.get(method.kind)
    return "" if written is None else written(method, terms)


def by_number(methods: tuple[Method, ...], number: str, terms: Terms) -> str:
    """Write the score by the method whose number stands in a cell; a blank where none computes."""
    formula = '""'
    for n, method in reversed(tuple(enumerate(methods, 1))):
        own = terms if method.pass_line else terms._replace(pass_line="")
        if "satisfaction" in method.when and method.kind == "steps":
            own = own._replace(target="100")  # a rate out of a hundred, whatever was promised
        if written := score_formula(method, own):
            formula = f"IF({number}={n},{written},{formula})"
    return formula


def rounded(formula: str, places: int) -> str:
    """Round as the scheme does: half up, once."""
    return f"ROUND({formula},{places})"


def _ratio(method: Method, own: Terms) -> str:
    del method
    share = f"MIN({own.weight}*{own.actual}/{own.target},{own.weight})"
    if own.pass_line:
        share = f"IF({own.actual}*100<N({own.pass_line})*{own.target},0,{share})"
    blank = f"OR({own.target}<=0,{own.actual}<=0)"
    return f"IF({own.is_met},{own.weight},IF({blank},0,{share}))"


def _inverse_ratio(method: Method, own: Terms) -> str:
    del method
    share = f"MIN({own.weight}*{own.target}/{own.actual},{own.weight})"
    blank = f"OR({own.target}<=0,{own.actual}<=0)"
    return f"IF({own.is_met},{own.weight},IF({blank},0,{share}))"


def _overrun(method: Method, own: Terms) -> str:
    del method
    share = f"MIN({own.weight}*(2*{own.target}-{own.actual})/{own.target},{own.weight})"
    return f"IF({own.is_met},{own.weight},IF({own.target}<=0,0,MAX({share},0)))"


def _all_or_none(method: Method, own: Terms) -> str:
    del method
    return f"IF({own.is_met},{own.weight},0)"


def _steps(method: Method, own: Terms) -> str:
    formula = "0"
    of = plain(method.of) if method.of else own.weight
    for step in sorted(method.steps, key=lambda one: one.from_):
        reached = f"{own.actual}*100>={_number(step.from_)}*{own.target}"
        formula = f"IF({reached},{_number(step.points)}*{own.weight}/{of},{formula})"
    return f"IF({own.target}<=0,IF({own.is_met},{own.weight},0),{formula})"


def _number(value: Decimal) -> str:
    return plain(value)


FORMULAS: Mapping[str, Callable[[Method, Terms], str]] = MappingProxyType(
    {
        "ratio": _ratio,
        "inverse-ratio": _inverse_ratio,
        "overrun": _overrun,
        "all-or-none": _all_or_none,
        "steps": _steps,
    }
)
