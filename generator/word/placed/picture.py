"""Pictures as Word has them: in the line, no wider than the text, with their caption below."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.model.blocks import Image, Picture
from generator.model.spans import plain_text
from generator.word.placed.placed_looks import PlacedLooks
from generator.word.placed.text_table import WriteWords, caption_xml
from generator.word.value_xml import attribute
from generator.word.xml import RELATIONS, TYPES, bytes_of, parse

_EMU, _TWIP = 36_000, 635  # in a millimetre, in a twip
_TALLEST: Final = 190 * _EMU  # with its caption on one page
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLE: Final = "图表"
_PLAIN: Final = (
    '<w:spacing w:before="120" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
)
_ID: Final = 8000


class Drawing(NamedTuple):
    """Which of the pictures of a file one is, and which of its images it shows."""

    number: int
    image: int


def picture_xml(
    picture: Picture, drawing: Drawing, write: WriteWords, looks: PlacedLooks, room: int
) -> str:
    """Write a picture with its caption."""
    image, number = picture.image, drawing.number
    width, height = image.width * _EMU, image.height * _EMU
    scale = min(1.0, room * _TWIP / width, _TALLEST / height)
    cx, cy = max(1, round(width * scale)), max(1, round(height * scale))
    said = attribute(plain_text(picture.caption))
    run = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_A}/wordprocessingDrawing" distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="{_ID + number}" name="picture{number}" descr={said}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_A}/main"><a:graphicData uri="{_A}/picture">'
        f'<pic:pic xmlns:pic="{_A}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="picture{number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip xmlns:r="{_OFFICE}" r:embed="rIdPicture{drawing.image}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" '
        f'cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    properties = looks.paragraph(_STYLE, _PLAIN, keep="<w:keepNext/>")
    caption = caption_xml(picture.caption, picture.key, write, looks, keep=False)
    return f"<w:p>{properties}{run}</w:p>{caption}"


def picture_parts(
    images: Sequence[Image], types: bytes, relations: bytes
) -> tuple[dict[str, bytes], bytes, bytes]:
    """Return the parts of all pictures, and the lists of the package with them."""
    listed, related = parse(types), parse(relations)
    known = {kind.get("Extension") for kind in listed}
    parts: dict[str, bytes] = {}
    for number, image in enumerate(images, 1):
        name = f"media/placed{number}.{image.kind}"
        parts[f"word/{name}"] = image.data
        if image.kind not in known:
            known.add(image.kind)
            default = {"Extension": image.kind, "ContentType": f"image/{image.kind}"}
            listed.insert(0, listed.makeelement(f"{TYPES}Default", default))
        relation = {"Id": f"rIdPicture{number}", "Type": f"{_OFFICE}/image", "Target": name}
        related.append(related.makeelement(f"{RELATIONS}Relationship", relation))
    return parts, bytes_of(listed), bytes_of(related)
