"""Values under [fields] and [tables] of an input: of any plain kind, for what they must be is declared elsewhere."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from generator.base.toml import KeyPath
from generator.model.shapes import LONGEST_TEXT, Fault

Plain = str | int | Decimal | bool | datetime.date
OwnValue = Plain | tuple[str, ...]
_PLAIN = (str, int, Decimal, bool, datetime.date)
Values = Mapping[str, OwnValue]


class OwnRows(NamedTuple):
    """The rows of a table: by their names, or one after the other (then named 1, 2 …)."""

    rows: Mapping[str, Values]
    is_list: bool = False

    def keys_of(self, row: str) -> KeyPath:
        """Return the end of the key path of a row."""
        return (int(row) - 1,) if self.is_list else (row,)


class ValueShape(NamedTuple):
    """Reads a text, a number, a date, true or false, or several texts."""

    def read(self, value: Any, keys: KeyPath, faults: list[Fault]) -> Any:
        """Take the value as it is; what it must be is asked when the form is known."""
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            faults.append(Fault("wrong", keys, f"太长，最多 {LONGEST_TEXT} 字", value))
        elif isinstance(value, datetime.datetime):
            return value.date()
        elif isinstance(value, _PLAIN):
            return value
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        else:
            faults.append(
                Fault("wrong", keys, "应为文字、数、日期、true 或 false，或几段文字", value)
            )
        return None


class RowsShape(NamedTuple):
    """Reads the rows of a table: tables by name, or a list of tables."""

    def read(self, value: Any, keys: KeyPath, faults: list[Fault]) -> OwnRows:
        """Read every cell of every row."""
        is_list = isinstance(value, list | tuple)
        if not is_list and not isinstance(value, Mapping):
            message = "应为几行：[表名] 下写“行名 = { 栏 = 值 }”，或逐行写 [[表名]]"
            faults.append(Fault("wrong", keys, message, value))
            return OwnRows({})
        if is_list:
            every = enumerate(value)
            return OwnRows(
                {str(n + 1): _cells(r, (*keys, n), faults) for n, r in every}, is_list=True
            )
        return OwnRows({n: _cells(row, (*keys, n), faults) for n, row in value.items()})


def _cells(row: Any, keys: KeyPath, faults: list[Fault]) -> Values:
    if not isinstance(row, Mapping):
        faults.append(Fault("wrong", keys, "应为一行，写成 { 栏 = 值 }", row))
        return {}
    shape = ValueShape()
    return {key: shape.read(value, (*keys, key), faults) for key, value in row.items()}


# What a model says of such a key.
Own = Annotated[Any, ValueShape()]
Rows = Annotated[Any, RowsShape()]
