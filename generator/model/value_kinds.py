"""The kinds of values that fields hold."""

import datetime
from decimal import Decimal
from typing import Annotated

from generator.model.shapes import LONGEST_TEXT, Bounds

LARGEST_AMOUNT = 10**15

Text = Annotated[str, Bounds(longest=LONGEST_TEXT)]
Flag = bool
Whole = Annotated[int, Bounds(ge=0, le=9999)]
Number = Annotated[Decimal, Bounds(ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT)]
Amount = Annotated[Decimal, Bounds(ge=0, le=LARGEST_AMOUNT)]
Quantity = Annotated[str, Bounds(longest=LONGEST_TEXT, is_quantity=True)]
Day = datetime.date
