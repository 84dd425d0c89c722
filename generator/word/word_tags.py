"""Template tags in a Word file: found although Word cuts them into runs, each put into one piece."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
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
        if "{" in whole and (tags := list(TAG.finditer(whole))):
            yield from _joined(paragraph, nodes, whole, tags)


def _joined(
    paragraph: Element, nodes: list[Element], whole: str, tags: Sequence[re.Match[str]]
) -> Iterator[CutTag]:
    ends = list(accumulate(len(node.text or "") for node in nodes))
    texts: list[list[str]] = [[] for _ in nodes]
    at = 0
    for tag in tags:
        _spread(texts, ends, whole, at, tag.start())
        first, last = bisect_right(ends, tag.start()), bisect_right(ends, tag.end() - 1)
        if _holder(nodes[first]) is not _holder(nodes[last]):
            yield CutTag(paragraph, tag[0])
        texts[first].append(half_width_signs(tag[0]))
        nodes[first].set(SPACE, "preserve")
        at = tag.end()
    _spread(texts, ends, whole, at, len(whole))
    for node, text in zip(nodes, texts, strict=True):
        node.text = "".join(text)


def _spread(texts: list[list[str]], ends: list[int], whole: str, start: int, end: int) -> None:
    """Leave words where they stand."""
    while start < end:
        number = bisect_right(ends, start)
        stop = min(end, ends[number])
        texts[number].append(whole[start:stop])
        start = stop


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


def _home(node: Element, tag: str) -> Element | None:
    return next(node.iterancestors(tag), None)


def _holder(node: Element) -> Element | None:
    """Return the tracked change, link or control that a text node stands in."""
    return next(iter(node.iterancestors(*_SAME_HOME)), None)
