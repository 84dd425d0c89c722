"""The new version of a Word file with tracked changes against the old one.

Accepting all gives the new text, rejecting all the old one. What cannot be compared word by word
(pictures, charts, fields, notes) is taken from the new version, and told.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from generator.base.problem import Problem, Severity
from generator.word.comments import Comments
from generator.word.package import DOCUMENT, PackageError, join_plain, read_parts
from generator.word.redline.carried import Carrier
from generator.word.redline.figure_changes import bookmarked_text, changed_figures, comment_on
from generator.word.redline.opaque import has_other_notes, has_other_pictures
from generator.word.redline.resolve import accept_all, is_story, reject_all, resolve
from generator.word.redline.revisions import Pen, element
from generator.word.redline.running_headers import header_pairs
from generator.word.redline.simple_fields import write_out_fields
from generator.word.redline.tracked_story import Redliner, TooLongError
from generator.word.xml import Element, W, XmlError, bytes_of, parse

__all__ = ["Redlined", "accept_all", "redline", "reject_all"]

_STYLES, _LISTS = "word/styles.xml", "word/numbering.xml"
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Redlined(NamedTuple):
    """The file with tracked changes, or why there is none; notes on what could not be marked."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()
    marked: int = 0  # changes that are tracked


class _FaultError(ValueError):
    """A file that cannot be compared."""


@dataclass(slots=True)
class _Version:
    """One of the two files: its parts, and those of its texts that were looked at."""

    parts: dict[str, bytes]
    roots: dict[str, Element] = field(default_factory=dict)
    tracked: set[str] = field(default_factory=set)  # texts that came with changes of their own

    def root(self, name: str) -> Element:
        """Return a text, with the changes that were tracked in it taken as accepted."""
        if name not in self.roots:
            self.roots[name] = parse(self.parts[name])
            if resolve(self.roots[name], accepts=True):
                self.tracked.add(name)
            write_out_fields(self.roots[name])
        return self.roots[name]


def redline(
    old: bytes,
    new: bytes,
    *,
    author: str,
    day: datetime.date | None = None,
    causes: Mapping[str, str] = _NOTHING,
    origins: Mapping[str, str] = _NOTHING,
) -> Redlined:
    """Compare two versions; ``causes`` says why figures changed, by the names of their bookmarks.

    ``origins`` says of figures that are not known to have changed where they come from: it is told
    where the old version shows them with another value.
    """
    try:
        before, after = _opened(old, "旧稿"), _opened(new, "新稿")
        return _compared(before, after, new, _Order(author, day, causes, origins))
    except _FaultError as fault:
        return Redlined(None, (_fault(str(fault)),))
    except XmlError:
        return Redlined(None, (_fault("新稿：文件已损坏"),))
    except (TooLongError, RecursionError):
        return Redlined(None, (_fault("新旧两稿太长或嵌套太深，不能比较"),))


class _Order(NamedTuple):
    """Who marks changes, on which day, and what is known of their causes."""

    author: str
    day: datetime.date | None
    causes: Mapping[str, str]
    origins: Mapping[str, str]


def _opened(data: bytes, shown: str) -> _Version:
    try:
        version = _Version(read_parts(data))
        for name in version.parts:
            if is_story(name):
                version.root(name)
    except PackageError as error:
        raise _FaultError(f"{shown}：{error}") from error
    except XmlError as error:
        raise _FaultError(f"{shown}：文件已损坏") from error
    if version.root(DOCUMENT).find(f"{W}body") is None:
        raise _FaultError(f"{shown}：不能作为 Word 文件读取，里面没有正文")
    return version


def _compared(before: _Version, after: _Version, new: bytes, order: _Order) -> Redlined:
    pen = Pen(order.author, order.day, _numbers(after))
    styles = frozenset(_known(after.parts, _STYLES, "style", "styleId"))
    lists = frozenset((*_known(after.parts, _LISTS, "num", "numId"), "0"))
    redliner = Redliner(Carrier(pen, styles, lists))
    notes = [*_untracked(before, after)]
    old_root, root = before.root(DOCUMENT), after.root(DOCUMENT)
    shown = bookmarked_text(old_root)
    known = {name: order.origins[name] for name in shown.keys() & order.origins.keys()}
    why = changed_figures(shown, bookmarked_text(root), {**known, **order.causes})
    changed = set(after.tracked)
    pairs = header_pairs((before.parts, old_root), (after.parts, root))
    texts = [(old_root.find(f"{W}body"), root.find(f"{W}body"), DOCUMENT)]
    for mine, yours in pairs.found:
        texts.append((before.root(mine) if mine else _nothing(), after.root(yours), yours))
    for base, text, name in texts:
        made = pen.made
        redliner.story(base, text)
        if pen.made > made:
            changed.add(name)
    if pairs.is_partial:
        notes.append("新旧两稿的分节或页眉页脚不同，没有对上的按新稿")
    if redliner.fields:
        notes.append("目录等域按新稿，没有标修订")
    if pen.unmarked and not any("图片" in note for note in notes):
        notes.append("有的公式、图片或脚注标记不能标修订，按新稿")
    problems = tuple(Problem("O18", Severity.NOTE, note) for note in notes)
    if not changed:
        return Redlined(new, problems)
    comments = Comments(after.parts, order.day, order.author)
    if DOCUMENT in changed:
        comment_on(root, why, comments)
    written = {name: bytes_of(after.root(name)) for name in sorted(changed)}
    data = join_plain({**after.parts, **comments.parts(), **written})
    return Redlined(data, problems, pen.made)


def _untracked(before: _Version, after: _Version) -> Iterator[str]:
    """Tell what differs and cannot be tracked."""
    if after.tracked:
        yield "新稿里原有的修订都作为已接受"
    if before.tracked:
        yield "旧稿里原有的修订都作为已接受"
    if has_other_pictures(
        (before.parts, before.root(DOCUMENT)), (after.parts, after.root(DOCUMENT))
    ):
        yield "图片、图表、文本框或公式有改动，按新稿放入，不能逐字标修订"
    if has_other_notes(before.parts, after.parts):
        yield "脚注、尾注有改动，按新稿，没有标修订"


def _nothing() -> Element:
    """Return a header in which nothing stands."""
    empty = element("hdr")
    empty.append(element("p"))
    return empty


def _numbers(version: _Version) -> set[int]:
    """Return the numbers that marks of a file bear."""
    found = (
        number
        for root in version.roots.values()
        for mark in root.iter()
        if (number := mark.get(f"{W}id")) is not None
    )
    return {int(number) for number in found if number.isascii() and number.isdecimal()}


def _known(parts: Mapping[str, bytes], part: str, tag: str, key: str) -> Iterator[str]:
    if part not in parts:
        return
    for found in parse(parts[part]).iter(f"{W}{tag}"):
        yield found.get(f"{W}{key}") or ""


def _fault(message: str) -> Problem:
    hint = "请换一份完整的 .docx，或者不带 --redline 重新生成"
    return Problem("O17", Severity.ERROR, message, hint=hint)
