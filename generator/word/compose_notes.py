"""The footnotes and endnotes of files that are bound together: one part for all, no number twice."""

from collections.abc import Mapping
from typing import Final

from generator.word.xml import Element, W, bytes_of, parse

# By the kind of their relation: the note, and what refers to it.
NOTES: Final = {
    "footnotes": (f"{W}footnote", f"{W}footnoteReference"),
    "endnotes": (f"{W}endnote", f"{W}endnoteReference"),
}
NOTE_PARTS: Final = tuple(f"word/{kind}.xml" for kind in NOTES)


def join_notes(
    kind: str, parts: dict[str, bytes], package: Mapping[str, bytes], document: Element
) -> bool:
    """Put the notes of another file behind those that are there; tells whether there are any to join.

    Notes that refer to pictures or links keep a part of their own.
    """
    name = f"word/{kind}.xml"
    if name not in parts or name not in package or f"word/_rels/{kind}.xml.rels" in package:
        return False
    note, reference = NOTES[kind]
    root, other = parse(parts[name]), parse(package[name])
    shift = 1 + max((_number(own) for own in root.iter(note)), default=0)
    for own in other.findall(note):
        if own.get(f"{W}type") not in (None, "normal"):
            continue  # the lines above them are there already
        own.set(f"{W}id", str(_number(own) + shift))
        root.append(own)
    for mark in document.iter(reference):
        mark.set(f"{W}id", str(_number(mark) + shift))
    parts[name] = bytes_of(root)
    return True


def _number(element: Element) -> int:
    said = element.get(f"{W}id") or ""
    return int(said) if said.isascii() and said.lstrip("-").isdecimal() and len(said) < 10 else 0
