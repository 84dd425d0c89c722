"""Template tags in a Word file: found although Word cuts them into runs, each put into one piece."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.word.xml import SPACE, Element, W

TAG = Pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WIDTH = str.maketrans("（）｜，．　“”‘’＝＂＇［］", "()|,. \"\"''=\"'[]")
_QUOTES = "\"'“”‘’＂＇"
_SAME_HOME = (f"{W}ins", f"{W}del", f"{W}hyperlink", f"{W}sdt", f"{W}moveTo", f"{W}moveFrom")


class CutTag(NamedTuple):
    """A tag that begins inside a tracked change, link or control and ends outside of it."""

    paragraph: Element
    text: str


def paragraph_texts(paragraph: Element) -> list[Element]:
    """Return the text nodes of a paragraph, without those of paragraphs inside it (text boxes)."""
    return [node for node in paragraph.iter(f"{W}t") if _home(node, f"{W}p") is paragraph]


def join_tags(root: Element) -> Iterator[CutTag]:
    """Put every tag into the text node in which it begins, in half-width signs; tell of cut ones."""
    for paragraph in root.iter(f"{W}p"):
        nodes = paragraph_texts(paragraph)
        whole = "".join(node.text or "" for node in nodes)
        if "{" not in whole:
            continue
        for found in reversed(list(TAG.finditer(whole))):
            first, last = _node_at(nodes, found.start()), _node_at(nodes, found.end() - 1)
            if _holder(nodes[first[0]]) is not _holder(nodes[last[0]]):
                yield CutTag(paragraph, found[0])
            _put(nodes, first, last, half_width_signs(found[0]))


def half_width_signs(tag: str) -> str:
    """Turn what an input method typed into the signs that are meant; quoted words stay as they are."""
    made: list[str] = []
    within = ""
    for sign in tag:
        plain = sign.translate(_WIDTH)
        if within:
            is_end = sign in _QUOTES and plain == within
            made.append(plain if is_end else sign)
            within = "" if is_end else within
        else:
            made.append(plain)
            within = plain if sign in _QUOTES else ""
    return "".join(made)


def _put(nodes: list[Element], first: tuple[int, int], last: tuple[int, int], tag: str) -> None:
    """Write a tag into its first node and take it out of the others."""
    (start, offset), (end, stop) = first, last
    head = (nodes[start].text or "")[:offset]
    tail = (nodes[end].text or "")[stop + 1 :]
    for node in nodes[start + 1 : end + 1]:
        node.text = ""
    if start == end:
        nodes[start].text = head + tag + tail
    else:
        nodes[start].text = head + tag
        nodes[end].text = tail
    nodes[start].set(SPACE, "preserve")


def _node_at(nodes: list[Element], at: int) -> tuple[int, int]:
    """Return the text node that holds a character, and the character's place in it."""
    for index, node in enumerate(nodes):
        length = len(node.text or "")
        if at < length:
            return index, at
        at -= length
    raise IndexError(at)


def _home(node: Element, tag: str) -> Element | None:
    return next(node.iterancestors(tag), None)


def _holder(node: Element) -> Element | None:
    """Return the tracked change, link or control that a text node stands in."""
    return next(iter(node.iterancestors(*_SAME_HOME)), None)
