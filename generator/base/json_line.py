"""JSON on one line, as the standard library writes it without spaces: by orjson, which takes a third of the time.

What orjson does not write (half a surrogate, a number of more than 64 bits, very deep nesting) and
where it is missing, the standard library does; the bytes are the same.
"""

import json
from collections.abc import Callable
from typing import Any

try:
    import orjson
except ImportError:  # a platform without it: slower, and the same
    _dumps: Callable[..., bytes] | None = None
else:
    _dumps = orjson.dumps

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_line(value: Any) -> bytes:
    """Write a value; named tuples are lists."""
    if _dumps is not None:
        try:
            return _dumps(value, default=_as_list)
        except TypeError:
            pass
    return _encode(value).encode()


def _as_list(value: object) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return tuple(value)
    raise TypeError
