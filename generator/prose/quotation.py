"""Plain quotations — ``{{ funds.spent }}``, ``{{ indicator("…").actual }}`` — without a template engine.

Most texts hold nothing else, and the engine costs more to import than a whole check. Whatever is
not plain, or not right, is left to the sandbox, which also says what is wrong with it; a test holds
both to the same words.
"""

import re
from collections.abc import Mapping
from typing import Any

from generator.base.pattern import Pattern
from generator.figures.figure import ConversionError, Figure
from generator.model.units import Units
from generator.prose.error import ProseError
from generator.prose.lookup import MISSING, look_up
from generator.prose.marks import mark

_TAG = Pattern(r"\{\{(.*?)\}\}", re.DOTALL)
_WORDS = r"(?:\"([^\"\\\n]*)\"|'([^'\\\n]*)')"
_PATH = Pattern(
    rf"\s*([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*|\({_WORDS}\))*)\s*(?:\|\s*to\(\s*{_WORDS}\s*\)\s*)?",
    re.ASCII,
)
_STEP = Pattern(rf"\.(\w+)|\({_WORDS}\)")


def quote(text: str, names: Mapping[str, Any], units: Units) -> str | None:
    """Return the text with its quotations marked; ``None`` when the sandbox has to look at it."""
    if "{%" in text or "{#" in text:
        return None
    pieces: list[str] = []
    at = 0
    for tag in _TAG.finditer(text):
        said = _quoted(tag[1], names, units)
        if said is None:
            return None
        pieces += (text[at : tag.start()], said)
        at = tag.end()
    rest = text[at:]
    if "{{" in rest:
        return None
    # Like the engine, drop the line end that closes a text.
    return "".join(pieces) + rest.removesuffix("\n")


def _quoted(expression: str, names: Mapping[str, Any], units: Units) -> str | None:
    path = _PATH.fullmatch(expression)
    if path is None:
        return None
    value = names.get(path[1], MISSING)
    for step in _STEP.finditer(path[2]):
        value = _step(value, step)
    unit = path[5] if path[5] is not None else path[6]
    if unit is not None:
        value = _converted(value, unit, units)
    if isinstance(value, Figure):
        return mark(value)
    return value if isinstance(value, str) else None


def _step(value: Any, step: re.Match[str]) -> Any:
    if step[1] is not None:
        return look_up(value, step[1])
    if not callable(value):
        return MISSING
    try:
        return value(step[2] if step[2] is not None else step[3])
    except ProseError:
        return MISSING  # the sandbox will say it again, with its line


def _converted(value: Any, unit: str, units: Units) -> Any:
    try:
        return value.converted(unit, units) if isinstance(value, Figure) else MISSING
    except ConversionError:
        return MISSING
