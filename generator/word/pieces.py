"""What is written for every document: parts of a Word file, in pieces that one document fills each."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.prose.written import FILE, Fill
from generator.word.page import NotWordsError, indent, merge_state, text


class TemplateFaultError(Exception):
    """A template asked for something that is not there, in a place that can be named."""

    def __init__(self, owner: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.owner, self.message, self.hint = owner, message, hint


class MissingNameError(LookupError):
    """A name that is not there, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Piece(NamedTuple):
    """A stretch of a part that one document fills."""

    owner: int
    fill: Fill
    lines: tuple[int, ...]
    places: tuple[str, ...]

    def filled(self, names: Mapping[str, Any], write: Callable[[Any, int], str]) -> str:
        """Return the text of the stretch; raises ``TemplateFaultError``."""
        try:
            return self.fill(names, _name, _item, write, text, merge_state, indent)
        except (MissingNameError, NotWordsError) as error:
            line = _line(error, self.lines)
            number = line - 2
            place = f"{self.places[number]}：" if 0 <= number < len(self.places) else ""
            message = f"{place}{error or '这里引用的不是可以印出的一项'}"
            hint = error.hint if isinstance(error, MissingNameError) else ""
            raise TemplateFaultError(self.owner, message, hint) from error


class DynamicPart(NamedTuple):
    """A part that is written anew for every document."""

    name: str
    pieces: tuple[Piece, ...]
    properties: tuple[str, ...]


def _name(owner: Any, name: str) -> Any:
    try:
        return owner[name]
    except (KeyError, TypeError) as error:
        message = f"没有“{name}”这一项"
        raise MissingNameError(message) from error


def _item(owner: Any, key: Any) -> Any:
    try:
        return owner[key]
    except (KeyError, TypeError, IndexError) as error:
        message = f"没有第“{key}”项"
        raise MissingNameError(message) from error


def _line(error: BaseException, lines: tuple[int, ...]) -> int:
    """Return the line of the template at which the code stopped."""
    trace, found = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE and lines:
            found = lines[min(trace.tb_lineno - 1, len(lines) - 1)]
        elif trace.tb_frame.f_code.co_filename == FILE:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
