"""Figures that read otherwise in two versions, and why."""

from collections.abc import Mapping

from generator.word.comments import Comments
from generator.word.redline.inline import TEXT
from generator.word.xml import Element, W

_START, _END = f"{W}bookmarkStart", f"{W}bookmarkEnd"


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


def comment_on(root: Element, causes: Mapping[str, str], comments: Comments) -> None:
    """Hang the causes on the bookmarks of their figures."""
    starts = {mark.get(f"{W}name"): mark for mark in root.iter(_START)}
    ends = {mark.get(f"{W}id"): mark for mark in root.iter(_END)}
    for name, start in starts.items():
        if name in causes:
            comments.add_around(start, ends.get(start.get(f"{W}id")), causes[name])
