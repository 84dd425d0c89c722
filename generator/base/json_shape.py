"""The shape of what is written as JSON: checked from the value that says it down to every leaf."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

# Decimals are written as they print: no figure goes through a binary fraction.
Json = None | bool | int | float | str | Decimal | Mapping[str, "Json"] | Sequence["Json"]
JsonObject = Mapping[str, Json]
