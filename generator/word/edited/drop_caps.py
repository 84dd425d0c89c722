"""Drop caps: Word keeps the first letter of a paragraph in a framed one before it; both are one text."""

from typing import Final

from generator.word.package import DOCUMENT, join_plain, read_parts
from generator.word.xml import W, bytes_of, parse

_FRAME: Final = f"{W}pPr/{W}framePr"


def without_drop_caps(data: bytes) -> bytes:
    """Return a file with such letters back in their paragraphs, for somebody who only reads it."""
    parts = read_parts(data)
    if DOCUMENT not in parts or b"dropCap" not in parts[DOCUMENT]:
        return data
    root = parse(parts[DOCUMENT])
    for paragraph in list(root.iter(f"{W}p")):
        frame, after = paragraph.find(_FRAME), paragraph.getnext()
        kind = None if frame is None else frame.get(f"{W}dropCap")
        if kind not in ("drop", "margin") or after is None or after.tag != f"{W}p":
            continue
        # The anchors of the paragraph begin before its first letter.
        leading = 0
        for child in after:
            if child.tag not in (f"{W}pPr", f"{W}bookmarkStart"):
                break
            leading += 1
        for child in [c for c in paragraph if c.tag != f"{W}pPr"]:
            after.insert(leading, child)
            leading += 1
        paragraph.getparent().remove(paragraph)
    return join_plain({**parts, DOCUMENT: bytes_of(root)})
