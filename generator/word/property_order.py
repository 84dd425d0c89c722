"""Properties in the order of the schema: where one is put that an element does not have yet."""

from collections.abc import Sequence
from typing import Final

from generator.word.xml import Element, W

# In the order of the schema, as far as it matters here: what stands behind what is put.
OF_PARAGRAPH: Final = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
    *("cnfStyle", "rPr", "sectPr", "pPrChange"),
)
OF_RUN: Final = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath", "rPrChange"),
)
OF_TABLE: Final = (
    *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize"),
    *("tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd"),
    *("tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange"),
)


def holder(element: Element, name: str) -> Element:
    """Return the properties of an element, which stand first in it."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = element.makeelement(f"{W}{name}", {})
        element.insert(0, found)
    return found


def child_of(properties: Element, name: str, order: Sequence[str]) -> Element:
    """Return a property, put in its place where there is none."""
    found = properties.find(f"{W}{name}")
    if found is not None:
        return found
    made = properties.makeelement(f"{W}{name}", {})
    later = {f"{W}{own}" for own in order[order.index(name) + 1 :]}
    following = next((child for child in properties if child.tag in later), None)
    if following is None:
        properties.append(made)
    else:
        following.addprevious(made)
    return made
