"""Word comments: the part that holds them, and the marks in the text that they hang on."""

import datetime
from collections.abc import Mapping

from lxml import etree

from generator.word.compose import CONTENT_TYPES, RELATIONS_FILE
from generator.word.xml import RELATIONS, SPACE, TYPES, Element, W, bytes_of, parse

PART = "word/comments.xml"
AUTHOR = "jixiao"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Comments:
    """The comments of a file, those that are there and those that are added."""

    def __init__(self, parts: Mapping[str, bytes], day: datetime.date) -> None:
        self._parts, self._day = parts, day
        own = parts.get(PART)
        self._root = parse(own) if own else etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        ids = [int(c.get(f"{W}id") or 0) for c in self._root.iter(f"{W}comment")]
        self._next = max(ids, default=-1) + 1
        self._added = False

    def add(self, paragraph: Element, text: str) -> None:
        """Hang a comment on a whole paragraph."""
        number = str(self._next)
        self._next += 1
        self._added = True
        comment = etree.SubElement(
            self._root,
            f"{W}comment",
            {
                f"{W}id": number,
                f"{W}author": AUTHOR,
                f"{W}date": f"{self._day.isoformat()}T00:00:00Z",
                f"{W}initials": "jx",
            },
        )
        for line in text.split("\n"):
            run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
            node = etree.SubElement(run, f"{W}t", {SPACE: "preserve"})
            node.text = line
        at = 1 if paragraph.find(f"{W}pPr") is not None else 0
        paragraph.insert(at, paragraph.makeelement(f"{W}commentRangeStart", {f"{W}id": number}))
        etree.SubElement(paragraph, f"{W}commentRangeEnd", {f"{W}id": number})
        reference = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": number})

    def parts(self) -> dict[str, bytes]:
        """Return the parts that change, when anything was added."""
        if not self._added:
            return {}
        changed = {PART: bytes_of(self._root)}
        types, relations = parse(self._parts[CONTENT_TYPES]), parse(self._parts[RELATIONS_FILE])
        if not any(t.get("PartName") == f"/{PART}" for t in types):
            named = {"PartName": f"/{PART}", "ContentType": _TYPE}
            etree.SubElement(types, f"{TYPES}Override", named)
            changed[CONTENT_TYPES] = bytes_of(types)
        if not any(r.get("Type") == _KIND for r in relations):
            attributes = {"Id": "rIdJixiaoComments", "Type": _KIND, "Target": "comments.xml"}
            etree.SubElement(relations, f"{RELATIONS}Relationship", attributes)
            changed[RELATIONS_FILE] = bytes_of(relations)
        return changed
