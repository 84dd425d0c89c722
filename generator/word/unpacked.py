"""The parts of a template laid out as text files, so that a change of it can be read in a diff."""

import hashlib
from collections.abc import Mapping

from lxml import etree

from generator.word.package import read_parts
from generator.word.xml import XmlError, parse

OTHERS = "other-parts.txt"


def unpacked(data: bytes) -> Mapping[str, str]:
    """Return the XML parts pretty-printed by name, and a list of the others; raises ``PackageError``."""
    files: dict[str, str] = {}
    others: list[str] = []
    for name, part in sorted(read_parts(data).items()):
        if name.endswith((".xml", ".rels")):
            try:
                files[name] = _pretty(part)
                continue
            except XmlError:
                pass
        others.append(f"{hashlib.sha256(part).hexdigest()}  {name}\n")
    return {**files, OTHERS: "".join(others)} if others else files


def _pretty(part: bytes) -> str:
    root = parse(part)
    etree.indent(root, space=" ")
    text: str = etree.tostring(root, encoding="unicode")
    return f"{text}\n"
