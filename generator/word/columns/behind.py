"""The paragraph that has to stand behind a last table: so low that no page is made for it, whatever the font."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.word.columns.edit import Edit
from generator.word.columns.paragraph_properties import with_property
from generator.word.columns.scan import ScannedTable

_BEHIND: Final = re.compile(r"\s*<w:p(?: [^>]*?)?(?:/>|>(?P<inner>.*?)</w:p>)", re.DOTALL)
_LAST: Final = re.compile(r"\s*(?:<w:sectPr|</w:body>|$)")
_SECTION: Final = "<w:sectPr"
_SAYS: Final = ("<w:r>", "<w:r ", "<w:sdt>", "<w:hyperlink", "<w:fldSimple")
_LOW: Final = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_SPACING: Final = re.compile(r"<w:spacing [^>]*/>")
_AFTER_SPACING: Final = re.compile(
    r"<w:(?:ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment"
    r"|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)[ />]"
)


def behind_edits(text: str, tables: Sequence[ScannedTable]) -> Iterator[Edit]:
    """Make low what stands behind the last table of a section and says nothing."""
    for table in tables:
        found = _BEHIND.match(text, table.end)
        if found is None:
            continue
        inner = found["inner"] or ""
        is_last = _SECTION in inner or _LAST.match(text, found.end())
        if is_last and not any(sign in inner for sign in _SAYS):
            yield Edit(
                *found.span(), f"<w:p>{with_property(inner, _LOW, _SPACING, _AFTER_SPACING)}</w:p>"
            )
