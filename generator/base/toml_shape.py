"""The shape of what TOML holds: trees that are handed on as they were read, or are to be written."""

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal

Toml = (
    bool
    | int
    | str
    | Decimal
    | datetime.date
    | datetime.time
    | datetime.datetime
    | Mapping[str, "Toml"]
    | Sequence["Toml"]
)
TomlTable = Mapping[str, Toml]
