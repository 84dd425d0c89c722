"""Charts of a summary: bars that say in words what they show."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from generator.base.html import Html, tag

_ROW: Final = 26
_NAME: Final = 260
_BAR: Final = 420
_SAID: Final = 110
_LONGEST: Final = 17  # characters of a name beside a bar


class Bar(NamedTuple):
    """A bar: its name, its length as a share of the longest there may be, and what it stands for."""

    name: str
    share: Fraction
    said: str
    address: str = ""


def bars(title: str, shown: Sequence[Bar]) -> Html | None:
    """Draw bars below each other; every name leads on where it can."""
    if not shown:
        return None
    height = _ROW * len(shown)
    said = "；".join(f"{own.name} {own.said}" for own in shown)
    return tag(
        "figure",
        tag("figcaption", title),
        tag(
            "svg",
            [_bar(own, number) for number, own in enumerate(shown)],
            viewBox=f"0 0 {_NAME + _BAR + _SAID} {height}",
            role="img",
            aria_label=f"{title}：{said}",
        ),
        class_="chart",
    )


def _bar(own: Bar, number: int) -> Html:
    top, middle = number * _ROW, number * _ROW + _ROW // 2 + 5
    width = round(_BAR * float(min(max(own.share, Fraction(0)), Fraction(1))), 1)
    short = own.name if len(own.name) <= _LONGEST else f"{own.name[: _LONGEST - 1]}…"
    name = tag("text", short, tag("title", own.name), x=_NAME - 8, y=middle, text_anchor="end")
    drawn = (
        tag("a", name, href=own.address) if own.address else name,
        tag("rect", x=_NAME, y=top + 4, width=str(width), height=_ROW - 8),
        tag("text", own.said, x=str(_NAME + width + 6), y=middle),
    )
    return tag("g", drawn)
