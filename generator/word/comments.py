"""Comments on changed figures: each says why its figure changed."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from generator.word.headers import RELATIONS_FILE, targets
from generator.word.inline import TEXT
from generator.word.revisions import Pen, element, writable
from generator.word.xml import RELATIONS, SPACE, TYPES, Element, W, bytes_of, parse

_OWN: Final = "word/comments.xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_START, _END, _PARAGRAPH = f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}p"
_INITIALS = 2
_TYPES_FILE = "[Content_Types].xml"


def bookmarked_text(root: Element) -> dict[str, str]:
    """Return what stands inside every bookmark."""
    begun: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for part in root.iter(_START, _END, TEXT):
        if part.tag == TEXT:
            for name in begun.values():
                found[name].append(part.text or "")
        elif part.tag == _START:
            name = part.get(f"{W}name") or ""
            if name not in found:
                begun[part.get(f"{W}id") or ""] = name
                found[name] = []
        else:
            begun.pop(part.get(f"{W}id") or "", None)
    return {name: "".join(words) for name, words in found.items()}


def changed_figures(
    old: Mapping[str, str], new: Mapping[str, str], causes: Mapping[str, str]
) -> dict[str, str]:
    """Return the causes of the figures that read otherwise than before."""
    return {
        name: cause
        for name, cause in causes.items()
        if name in new and cause and old.get(name) != new[name]
    }


def add_comments(
    root: Element, parts: Mapping[str, bytes], causes: Mapping[str, str], pen: Pen
) -> dict[str, bytes]:
    """Comment on bookmarks of the text; returns the parts of the package that change with it."""
    starts = {mark.get(f"{W}name"): mark for mark in root.iter(_START)}
    ends = {mark.get(f"{W}id"): mark for mark in root.iter(_END)}
    name_of_part = _part(parts)
    listed = parse(parts[name_of_part]) if name_of_part in parts else element("comments")
    taken = {int(n) for c in listed if (n := c.get(f"{W}id") or "").isdecimal()}
    number = 0
    count = len(listed)
    for name, start in starts.items():
        if name not in causes:
            continue
        while number in taken:
            number += 1
        if _anchor(start, ends.get(start.get(f"{W}id")), str(number)):
            listed.append(_comment(str(number), causes[name], pen))
            taken.add(number)
    if len(listed) == count:
        return {}
    return {name_of_part: bytes_of(listed), **_declared(parts, name_of_part)}


def _part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the part with the comments, there or to be made."""
    names = targets(parts)
    ids = [r.get("Id") or "" for r in _relations(parts) if r.get("Type") == _KIND]
    return next((names[own] for own in ids if own in names), _OWN)


def _relations(parts: Mapping[str, bytes]) -> Element:
    if RELATIONS_FILE in parts:
        return parse(parts[RELATIONS_FILE])
    return etree.Element(f"{RELATIONS}Relationships", nsmap={None: RELATIONS[1:-1]})


def _anchor(start: Element, end: Element | None, number: str) -> bool:
    """Put a comment around a bookmark; one over several paragraphs gets it where it begins."""
    reference = element("r")
    reference.append(element("commentReference", id=number))
    holder = _paragraph_of(start)
    if end is not None and holder is not None and _paragraph_of(end) is holder:
        start.addprevious(element("commentRangeStart", id=number))
        finish = element("commentRangeEnd", id=number)
        end.addnext(finish)
        finish.addnext(reference)
        return True
    if holder is None:
        holder = next((s for s in start.itersiblings() if s.tag == _PARAGRAPH), None)
    if holder is None:
        return False
    holder.append(reference)
    return True


def _paragraph_of(mark: Element) -> Element | None:
    return next(mark.iterancestors(_PARAGRAPH), None)


def _comment(number: str, cause: str, pen: Pen) -> Element:
    initials = pen.author[:_INITIALS]
    comment = element("comment", id=number, author=pen.author, date=pen.date, initials=initials)
    for line in writable(cause).splitlines() or [""]:
        paragraph, run, text = element("p"), element("r"), element("t")
        text.text = line
        text.set(SPACE, "preserve")
        run.append(text)
        paragraph.append(run)
        comment.append(paragraph)
    return comment


def _declared(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Name the part of the comments in the lists of the package."""
    related, types = _relations(parts), parse(parts[_TYPES_FILE])
    if all(relation.get("Type") != _KIND for relation in related):
        ids = {relation.get("Id") for relation in related}
        own = next(made for n in range(len(ids) + 1) if (made := f"rIdComments{n}") not in ids)
        attributes = {"Id": own, "Type": _KIND, "Target": "comments.xml"}
        etree.SubElement(related, f"{RELATIONS}Relationship", attributes)
    if all(kind.get("PartName") != f"/{name}" for kind in types):
        attributes = {"PartName": f"/{name}", "ContentType": _TYPE}
        etree.SubElement(types, f"{TYPES}Override", attributes)
    return {RELATIONS_FILE: bytes_of(related), _TYPES_FILE: bytes_of(types)}
