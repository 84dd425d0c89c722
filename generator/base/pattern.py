"""Regular expressions that are compiled when they are first used."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.base.programs import PROGRAMS

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Pattern:
    """Looks like what ``re.compile`` returns. One with many Chinese characters takes milliseconds
    to compile, and most runs never come to use it.
    """

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self._flags = source, int(flags)

    def __reduce__(self) -> tuple[type["Pattern"], tuple[str, int]]:
        """What is compiled cannot be kept; the expression can."""
        return Pattern, (self.source, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Compile when the first method is asked for; afterwards all of them are simply there."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = PROGRAMS.compiled(self.source, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return self.__dict__[name]
