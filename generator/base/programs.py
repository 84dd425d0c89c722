"""What regular expressions compile to, kept between runs.

To compile the hundred expressions of an audit takes a fifth of its time, to take them up a millisecond.
How Python does it is its own affair: what is kept is what comes out the same by its inner way as by
the one for everybody, and where that has changed nothing is kept.
"""

import re
from array import array
from typing import Any, Final

_KEPT_AS = b"what regular expressions compile to"
_MOST = 2_000  # words of a user make expressions as well: other words, others
_UNIT: Final = "I"  # of what an expression compiles to

Expression = tuple[str, int]  # its source, and its flags
Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


class Programs:
    """Takes up what was kept, compiles what was not, and remembers that."""

    def __init__(self) -> None:
        self._known: dict[Expression, Program] | None = None
        self._new: dict[Expression, Program] = {}

    def compiled(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """Return a compiled expression."""
        if self._known is None:
            self._known = _load()
        known = self._known.get((source, flags))
        taken_up = None if known is None else _taken_up(source, known)
        if taken_up is not None:
            return taken_up
        made = re.compile(source, flags)
        program = _program_of(made, source, flags)
        if program is not None:
            self._new[source, flags] = program
        return made

    def keep(self) -> None:
        """Keep what had to be compiled, beside what was known."""
        if not self._new:
            return
        from generator.base import cache  # noqa: PLC0415 - it is made of modules with expressions

        all_known = {**(self._known or {}), **self._new}
        cache.keep(_key(), self._new if len(all_known) > _MOST else all_known)
        self._known, self._new = all_known, {}


def _key() -> str:
    from generator.base import cache  # noqa: PLC0415 - see above

    return cache.cache_key((), _KEPT_AS)


def _load() -> dict[Expression, Program]:
    from generator.base import cache  # noqa: PLC0415 - see above

    return cache.load(_key(), dict) or {}


def _program_of(made: re.Pattern[str], source: str, flags: int) -> Program | None:
    """Return what an expression compiles to, where taking it up gives the very same."""
    inner: Any = vars(re).get("_compiler")
    try:
        parsed = inner._parser.parse(source, flags)
        codes = array(_UNIT, inner._code(parsed, flags)).tobytes()
    except Exception:  # whatever another Python does: it compiles each time
        return None
    names: list[str | None] = [None] * (made.groups + 1)
    for name, number in made.groupindex.items():
        names[number] = name
    program = (made.flags, codes, made.groups, dict(made.groupindex), tuple(names))
    return program if _taken_up(source, program) == made else None


def _taken_up(source: str, program: Program) -> re.Pattern[str] | None:
    inner: Any = vars(re).get("_compiler")
    try:
        flags, codes, *groups = program
        numbers = memoryview(codes).cast(_UNIT).tolist()
        made: re.Pattern[str] = inner._sre.compile(source, flags, numbers, *groups)
    except Exception:  # see above
        return None
    return made


PROGRAMS = Programs()
