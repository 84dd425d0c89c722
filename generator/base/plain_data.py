"""Values as bytes and back again: words, numbers, lists, and values of our own classes; never code.

What is read names no function and no class but those listed here, so there is nothing to execute.
"""

import io
import pickle
from typing import Any, Final

_OURS = "generator."
_OTHERS: Final = frozenset(
    {
        ("builtins", "dict"),
        ("builtins", "frozenset"),
        ("builtins", "int"),
        ("builtins", "list"),
        ("builtins", "set"),
        ("collections", "defaultdict"),
        ("datetime", "date"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
    }
)


def to_bytes(value: Any) -> bytes:
    """Write a value."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def plain_from(content: memoryview) -> Any:
    """Read words, numbers, lists and tables of them; raises for anything else."""
    return _Plain(_stream(content)).load()


def values_from(content: memoryview) -> Any:
    """Read values of our own classes as well; raises for anything else."""
    return _Values(_stream(content)).load()


def _stream(content: memoryview) -> io.BytesIO:
    """Open what is seen of some bytes up to their end; of megabytes each copy takes milliseconds."""
    whole = content.obj if isinstance(content.obj, bytes) else bytes(content)
    stream = io.BytesIO(whole)
    stream.seek(len(whole) - len(content))
    return stream


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Refuse whatever is not plain."""
        message = f"{module}.{name} is no plain data"
        raise pickle.UnpicklingError(message)


class _Values(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return a class of values; functions and whatever else has a name are refused."""
        if (module, name) in _OTHERS or (module.startswith(_OURS) and "." not in name):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        message = f"{module}.{name} is no class of values"
        raise pickle.UnpicklingError(message)
