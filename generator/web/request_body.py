"""What a request brings: JSON or the bytes of a file, never more than is allowed."""

import json
from typing import Any, Final, NamedTuple

from starlette.requests import Request

from generator.base.json_shape import JsonObject
from generator.base.toml import KeyPath
from generator.web.guard import LARGEST_BODY

LARGEST_WISH: Final = 1024 * 1024
LONGEST_KEYS: Final = 2000
_LONGEST_PATH = 12


class BadRequestError(ValueError):
    """A request that no page of ours sends."""


class Wishes(NamedTuple):
    """A table of a request."""

    data: JsonObject

    def text(self, name: str, default: str = "") -> str:
        """Return words."""
        value = self.data.get(name, default)
        if not isinstance(value, str):
            raise BadRequestError(name)
        return value

    def keys(self, name: str) -> KeyPath:
        """Return a path of keys."""
        return _keys(self.data.get(name))

    def tables(self, name: str) -> "list[Wishes]":
        """Return a list of tables."""
        value = self.data.get(name)
        if not isinstance(value, list) or not all(isinstance(own, dict) for own in value):
            raise BadRequestError(name)
        return [Wishes(own) for own in value]

    def words(self, name: str) -> dict[str, str]:
        """Return a table of words."""
        value = self.data.get(name)
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise BadRequestError(name)
        return value


def keys_in(text: str) -> KeyPath:
    """Read a path of keys that an address holds as JSON; raises ``BadRequestError``."""
    try:
        return _keys(json.loads(text[:LONGEST_KEYS]))
    except (ValueError, RecursionError) as error:
        raise BadRequestError("keys") from error


def _keys(value: Any) -> KeyPath:
    if not isinstance(value, list) or not 0 < len(value) <= _LONGEST_PATH:
        raise BadRequestError("keys")
    for key in value:
        is_number = isinstance(key, int) and not isinstance(key, bool) and key >= 0
        if not (isinstance(key, str) or is_number):
            raise BadRequestError("keys")
    return tuple(value)


async def read_bytes(request: Request, most: int = LARGEST_BODY) -> bytes:
    """Read a body of at most some bytes; raises ``BadRequestError`` for more."""
    chunks: list[bytes] = []
    length = 0
    async for chunk in request.stream():
        length += len(chunk)
        if length > most:
            raise BadRequestError("too long")
        chunks.append(chunk)
    return b"".join(chunks)


async def read_wishes(request: Request) -> Wishes:
    """Read a body of JSON; raises ``BadRequestError``."""
    try:
        data = json.loads(await read_bytes(request, LARGEST_WISH))
        json.dumps(data, ensure_ascii=False).encode("utf-8")  # half of a sign is no text
    except (ValueError, RecursionError) as error:
        raise BadRequestError("json") from error
    if not isinstance(data, dict):
        raise BadRequestError("json")
    return Wishes(data)
