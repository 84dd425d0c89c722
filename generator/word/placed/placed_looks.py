"""How placed blocks look: by the styles of the template where it has them, else by themselves."""

import re
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

_SECTION: Final = re.compile(r"<w:sectPr[ >].*?</w:sectPr>", re.DOTALL)
_SIZE: Final = re.compile(r'<w:pgSz [^>]*?w:w="(\d+)"')
_SIDES: Final = tuple(re.compile(rf'<w:pgMar [^>]*?w:{side}="(\d+)"') for side in ("left", "right"))
_USUAL_ROOM: Final = 8845  # twips: 156 mm
_SERIF, _HINT = "仿宋_GB2312", '<w:rFonts w:hint="eastAsia"/>'


class PlacedLooks(NamedTuple):
    """The styles that a template has, and the fonts that stand for others."""

    styles: Collection[str]
    fonts: Mapping[str, str]

    def room(self, text: str, at: int) -> int:
        """Return how wide the text is, in twips, on the page of a place."""
        section = _SECTION.search(text, at)
        size = _SIZE.search(section[0]) if section else None
        sides = [side.search(section[0]) for side in _SIDES] if section else []
        if size is None or not all(sides):
            return _USUAL_ROOM
        return int(size[1]) - sum(int(side[1]) for side in sides if side is not None)

    def paragraph(self, style: str, plainly: str, more: str = "", keep: str = "") -> str:
        """Write the properties of a paragraph: a style, or what it would say."""
        named = f'<w:pStyle w:val="{style}"/>' if style in self.styles else ""
        return f"<w:pPr>{named}{keep}{more if named else plainly}</w:pPr>"

    def run(self, style: str, half_points: int) -> str:
        """Write the properties of a run in a paragraph of a style."""
        if style in self.styles:
            return f"<w:rPr>{_HINT}</w:rPr>"
        font = self.fonts.get(_SERIF, _SERIF)
        fonts = (
            f'<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
            f'w:eastAsia="{font}" w:cs="Times New Roman"/>'
        )
        return f'<w:rPr>{fonts}<w:sz w:val="{half_points}"/></w:rPr>'
