"""A list in a form whose rows each office names, as the form declares it."""

from typing import NamedTuple

from generator.base.json_shape import JsonObject


class FreeList(NamedTuple):
    """A list: what it is called, its columns in their order, and which of them counts the rows."""

    name: str
    columns: tuple[str, ...]
    serial: str = ""

    def as_data(self) -> JsonObject:
        """Declare it."""
        columns = [
            {"key": name, "kind": "serial" if name == self.serial else "text"}
            for name in self.columns
        ]
        return {"key": self.name, "column": columns}
