"""What the parts of a package refer to: a list of relations lies beside each part that has any."""

import posixpath
from collections.abc import Mapping

from generator.word.package import DOCUMENT
from generator.word.xml import XmlError, parse


def relations_of(part: str) -> str:
    """Name the part that says what a part refers to."""
    folder, base = posixpath.split(part)
    return f"{folder}/_rels/{base}.rels"


def targets(parts: Mapping[str, bytes], part: str = DOCUMENT) -> dict[str, str]:
    """Return the parts that a part refers to, by the id of the relation."""
    relations, folder = relations_of(part), posixpath.dirname(part)
    if relations not in parts:
        return {}
    try:
        root = parse(parts[relations])
    except XmlError:
        return {}
    return {
        relation.get("Id") or "": _named(relation.get("Target") or "", folder)
        for relation in root
        if isinstance(relation.tag, str) and relation.get("TargetMode") != "External"
    }


def _named(target: str, folder: str) -> str:
    """Name a part by a path from the top of the package, or from a folder."""
    path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(path)
