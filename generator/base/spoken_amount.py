"""An amount of money as it is said: 3800000 万元 is 380 亿元."""

from decimal import Decimal

from generator.base.number import plain

_SIZES = (("万亿元", Decimal(10) ** 12), ("亿元", Decimal(10) ** 8), ("万元", Decimal(10) ** 4))


def spoken_amount(yuan: Decimal) -> str:
    """Say an amount in the largest unit of which there is a whole one."""
    for word, size in _SIZES:
        if abs(yuan) >= size:
            return f"{plain(yuan / size)} {word}"
    return f"{plain(yuan)} 元"
