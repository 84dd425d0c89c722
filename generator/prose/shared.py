"""Texts that many dossiers share, rendered without a template engine.

Each is compiled once to plain Python, kept on disk, and costs no import of the engine afterwards.
Whatever a text does beyond that, and whatever goes wrong in it, is left to the sandbox, which also
says what is wrong; a test holds both to the same words.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any, NamedTuple

from generator.base import cache
from generator.figures.figure import ConversionError, Figure
from generator.model.units import Units
from generator.prose.error import ProseError
from generator.prose.lookup import MISSING, look_up
from generator.prose.marks import mark
from generator.prose.written import Fill, function_of

LONGEST_RESULT = 200_000
_TOO_RICH = b""
_LIBRARIES = ("jinja2",)


class UnsureError(LookupError):
    """The sandbox has to look at it."""


def fill_shared(text: str, names: Mapping[str, Any], units: Units) -> str | None:
    """Return a shared text with its quotations marked; ``None`` when the sandbox has to look at it."""
    fill = _compiled(text)
    if fill is None:
        return None

    def convert(value: Any, unit: Any) -> Figure:
        if not isinstance(value, Figure):
            raise UnsureError
        return value.converted(unit, units)

    try:
        return fill(names, _name, _item, _call, _text, _defined, convert, _Pieces())
    except (UnsureError, ProseError, ConversionError, TypeError, ValueError):
        return None


class _Pieces(list[str]):
    """What has been written; not without end."""

    def __init__(self) -> None:
        super().__init__()
        self._length = 0

    def take(self, pieces: tuple[str, ...]) -> None:
        """Add pieces."""
        self._length += sum(map(len, pieces))
        if self._length > LONGEST_RESULT:
            raise UnsureError
        self.extend(pieces)


@lru_cache(maxsize=256)
def _compiled(text: str) -> Fill | None:
    key = cache.cache_key(_LIBRARIES, b"shared text", text.encode())
    known = cache.load(key, _read)
    if known is not None:
        return known.fill
    from generator.prose.compile import compile_shared_text  # noqa: PLC0415 - only once a text

    made = compile_shared_text(text) or _TOO_RICH
    cache.keep(key, made)
    return _read(made).fill


class _Compiled(NamedTuple):
    """The function of a text; of one that only the sandbox can write there is none."""

    fill: Fill | None


def _read(kept: Any) -> _Compiled:
    if kept == _TOO_RICH:
        return _Compiled(None)
    if not isinstance(kept, CodeType):
        raise TypeError
    return _Compiled(function_of(kept))


def _name(owner: Any, name: str) -> Any:
    found = look_up(owner, name)
    if found is MISSING:
        raise UnsureError
    return found


def _item(owner: Any, key: Any) -> Any:
    if not isinstance(owner, Mapping) or not isinstance(key, str):
        raise UnsureError
    return _name(owner, key)


def _call(value: Any, *arguments: Any) -> Any:
    if not callable(value):
        raise UnsureError
    return value(*arguments)


def _defined(value: Callable[[], Any]) -> bool:
    """Tell whether a name is there; of one whose owner is missing neither is."""
    try:
        value()
    except UnsureError:
        return False
    return True


def _text(value: Any) -> str:
    if isinstance(value, Figure):
        return mark(value)
    if isinstance(value, str):
        return value
    raise UnsureError
