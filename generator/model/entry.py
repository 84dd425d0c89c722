"""What every table read from TOML has in common: frozen, nothing unknown, Chinese explanations."""

import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool
from pydantic_core import PydanticCustomError

from generator.base.chinese import parse_date

LONGEST_TEXT = 50_000
LARGEST_AMOUNT = Decimal(10) ** 15


def _hyphenated(name: str) -> str:
    """Return the TOML key of a field: ``actual_text`` is written ``actual-text``."""
    return name.rstrip("_").replace("_", "-")


class Entry(BaseModel):
    """A table of an input or a pack."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=_hyphenated,
        defer_build=True,
    )


def _decimal(value: Any) -> Any:
    """Take numbers as TOML wrote them; a number in quotes is a slip that we name."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    raise PydanticCustomError("number", "应为不带引号的数字")


def _quantity(value: Any) -> Any:
    """Let ``actual = 47`` stand for ``actual = "47"``."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    return value


def _day(value: Any) -> Any:
    """Take a TOML date or a date in Chinese."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and (day := parse_date(value)):
        return day
    raise PydanticCustomError("day", '不是存在的日期，请写成 2023-04-27 或 "2023年4月27日"')


Text = Annotated[str, Field(max_length=LONGEST_TEXT)]
Flag = StrictBool
Whole = Annotated[int, Field(strict=True, ge=0, le=9999)]
Number = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT)]
Amount = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0, le=LARGEST_AMOUNT)]
Quantity = Annotated[str, BeforeValidator(_quantity), Field(max_length=LONGEST_TEXT)]
Day = Annotated[datetime.date, BeforeValidator(_day)]
