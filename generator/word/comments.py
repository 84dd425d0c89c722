"""Word comments: the part that holds them, and the marks in the text that they hang on."""

import datetime
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from generator.word.compose import CONTENT_TYPES, RELATIONS_FILE
from generator.word.xml import RELATIONS, SPACE, TYPES, Element, W, bytes_of, parse, writable

PART = "word/comments.xml"
AUTHOR = "jixiao"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PARAGRAPH: Final = f"{W}p"
_INITIALS = 2


class Comments:
    """The comments of a file, those that are there and those that are added."""

    def __init__(
        self, parts: Mapping[str, bytes], day: datetime.date | None, author: str = AUTHOR
    ) -> None:
        self._parts, self._day, self._author = parts, day, writable(author)
        self._relations = _parsed(parts, RELATIONS_FILE, f"{RELATIONS}Relationships")
        self._name = _part_of(self._relations)
        self._root = _parsed(parts, self._name, f"{W}comments")
        numbers = (comment.get(f"{W}id") or "" for comment in self._root.iter(f"{W}comment"))
        self._next = _behind(numbers)
        self._changed = False

    @property
    def name(self) -> str:
        """Name the part that holds them."""
        return self._name

    def add(self, paragraph: Element, text: str) -> None:
        """Hang a comment on a whole paragraph."""
        _enclose(paragraph, self._comment(text))

    def adopt(self, comment: Element) -> str:
        """Take in a comment of another file; returns its number here."""
        number = str(self._next)
        self._next += 1
        self._changed = True
        twin = deepcopy(comment)
        twin.tail = None
        twin.set(f"{W}id", number)
        self._root.append(twin)
        return number

    def hang(self, comment: Element, paragraph: Element) -> None:
        """Hang a comment of another file on a whole paragraph."""
        _enclose(paragraph, self.adopt(comment))

    def add_around(self, start: Element, end: Element | None, text: str) -> None:
        """Hang a comment on what two marks enclose; over several paragraphs, where it begins."""
        holder = next(start.iterancestors(_PARAGRAPH), None)
        if end is not None and holder is not None and holder in end.iterancestors(_PARAGRAPH):
            number = self._comment(text)
            start.addprevious(_mark("commentRangeStart", number))
            finish = _mark("commentRangeEnd", number)
            end.addnext(finish)
            finish.addnext(_reference(number))
            return
        if holder is None:
            holder = next((s for s in start.itersiblings() if s.tag == _PARAGRAPH), None)
        if holder is not None:
            holder.append(_reference(self._comment(text)))

    def forget(self, texts: Iterable[str], root: Element) -> bool:
        """Take out comments of ours that say just this; one that somebody answered or changed stays."""
        unwanted = set(texts)
        gone: set[str] = set()
        for comment in list(self._root):
            said = "\n".join(
                "".join(node.text or "" for node in line.iter(f"{W}t"))
                for line in comment.iter(_PARAGRAPH)
            )
            if comment.get(f"{W}author") == self._author and said in unwanted:
                gone.add(comment.get(f"{W}id") or "")
                self._root.remove(comment)
        if not gone:
            return False
        self._changed = True
        marks = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
        for mark in [m for m in root.iter(*marks) if (m.get(f"{W}id") or "") in gone]:
            holder = mark.getparent()
            holder.remove(mark)
            if holder.tag == f"{W}r" and all(c.tag == f"{W}rPr" for c in holder):
                holder.getparent().remove(holder)
        return True

    def parts(self, now: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
        """Return the parts that change, when anything was added or taken out.

        ``now`` are the parts of the file where others changed since.
        """
        if not self._changed:
            return {}
        parts = self._parts if now is None else now
        types = parse(parts[CONTENT_TYPES])
        if now is not None:
            self._relations = _parsed(now, RELATIONS_FILE, f"{RELATIONS}Relationships")
        if not any(t.get("PartName") == f"/{self._name}" for t in types):
            named = {"PartName": f"/{self._name}", "ContentType": _TYPE}
            etree.SubElement(types, f"{TYPES}Override", named)
        if not any(r.get("Type") == _KIND for r in self._relations):
            taken = {r.get("Id") for r in self._relations}
            own = next(n for i in range(len(taken) + 1) if (n := f"rIdComments{i}") not in taken)
            attributes = {"Id": own, "Type": _KIND, "Target": "comments.xml"}
            etree.SubElement(self._relations, f"{RELATIONS}Relationship", attributes)
        return {
            self._name: bytes_of(self._root),
            CONTENT_TYPES: bytes_of(types),
            RELATIONS_FILE: bytes_of(self._relations),
        }

    def _comment(self, text: str) -> str:
        """Write a comment and return its number."""
        number = str(self._next)
        self._next += 1
        self._changed = True
        comment = etree.SubElement(
            self._root,
            f"{W}comment",
            {
                f"{W}id": number,
                f"{W}author": self._author,
                **({} if self._day is None else {f"{W}date": f"{self._day.isoformat()}T00:00:00Z"}),
                f"{W}initials": self._author[:_INITIALS],
            },
        )
        for line in writable(text).split("\n"):
            run = etree.SubElement(etree.SubElement(comment, _PARAGRAPH), f"{W}r")
            node = etree.SubElement(run, f"{W}t", {SPACE: "preserve"})
            node.text = line
        return number


def _enclose(paragraph: Element, number: str) -> None:
    at = 1 if paragraph.find(f"{W}pPr") is not None else 0
    paragraph.insert(at, _mark("commentRangeStart", number))
    paragraph.append(_mark("commentRangeEnd", number))
    paragraph.append(_reference(number))


def _parsed(parts: Mapping[str, bytes], name: str, tag: str) -> Element:
    if name in parts:
        return parse(parts[name])
    namespace = tag[1 : tag.index("}")]
    return etree.Element(tag, nsmap={"w" if tag.startswith(W) else None: namespace})


def _part_of(relations: Element) -> str:
    """Return the name of the part with the comments, there or to be made."""
    for relation in relations:
        if relation.get("Type") == _KIND:
            target = str(relation.get("Target") or "")
            return target.lstrip("/") if target.startswith("/") else f"word/{target}"
    return PART


def _behind(numbers: Iterable[str]) -> int:
    return max((int(n) for n in numbers if n.isascii() and n.isdecimal()), default=-1) + 1


def _mark(name: str, number: str) -> Element:
    return etree.Element(f"{W}{name}", {f"{W}id": number}, {"w": W[1:-1]})


def _reference(number: str) -> Element:
    run = etree.Element(f"{W}r", None, {"w": W[1:-1]})
    run.append(_mark("commentReference", number))
    return run
