"""Properties of paragraphs in a text."""

import re
from typing import Final

_PROPERTIES: Final = re.compile(r"<w:pPr>(.*?)</w:pPr>", re.DOTALL)
INDENT: Final = re.compile(r"<w:ind [^>]*/>")
BEHIND: Final = "textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr"
AFTER_INDENT: Final = re.compile(
    f"<w:(?:contextualSpacing|mirrorIndents|suppressOverlap|jc|{BEHIND}|pPrChange)[ />]"
)

_SPACING: Final = re.compile(r"<w:spacing [^>]*/>")
_BELOW: Final = re.compile(r' w:after(?:Lines|Autospacing)?="[^"]*"')
_AFTER_SPACING: Final = re.compile(
    f"<w:(?:ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|{BEHIND}|pPrChange)[ />]"
)

_KEPT: Final = re.compile(r"<w:keepNext/>")
_AFTER_KEPT: Final = re.compile(r"<w:(?!pStyle)\w")
_WHOLE: Final = re.compile(r"<w:keepLines/>")
_AFTER_WHOLE: Final = re.compile(r"<w:(?!pStyle|keepNext)\w")


def kept_with_next(paragraph: str) -> str:
    """Let a paragraph stay on one page with the next one."""
    return with_property(paragraph, "<w:keepNext/>", _KEPT, _AFTER_KEPT)


def kept_whole(paragraph: str) -> str:
    """Let no page end cut a paragraph."""
    return with_property(paragraph, "<w:keepLines/>", _WHOLE, _AFTER_WHOLE)


def spaced_below(paragraph: str, distance: int) -> str:
    """Leave room below a paragraph, in twips; the rest of its spacing stays."""
    properties = _PROPERTIES.search(paragraph)
    own = _SPACING.search(properties[1].partition("<w:rPr>")[0]) if properties else None
    rest = _BELOW.sub("", own[0])[len("<w:spacing") : -len("/>")] if own else ""
    mark = f'<w:spacing{rest} w:after="{distance}"/>'
    old = re.compile(re.escape(own[0])) if own else _SPACING
    return with_property(paragraph, mark, old, _AFTER_SPACING)


def with_property(paragraph: str, mark: str, old: re.Pattern[str], later: re.Pattern[str]) -> str:
    """Give a paragraph a property, in the place that the schema has for it."""
    properties = _PROPERTIES.search(paragraph)
    if properties is None:
        return f"<w:pPr>{mark}</w:pPr>{paragraph}"
    inner = old.sub("", properties[1])
    behind = later.search(inner)
    at = behind.start() if behind else len(inner)
    made = f"<w:pPr>{inner[:at]}{mark}{inner[at:]}</w:pPr>"
    return f"{paragraph[: properties.start()]}{made}{paragraph[properties.end() :]}"
