"""Writes values into the XML of a document: escaped, with anchors around them when wanted."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from generator.language.fault import LanguageError
from generator.language.words import Joined, Words
from generator.word.anchors import Anchor, document_prefix, fingerprint
from generator.word.values import Markup

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
HANGING = ("。", "，", "、", "；", "：", "！", "？")
_CHARACTER = 320  # twentieths of a point: 3号 is 16 pt
_MERGES = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}


class RawNumberError(TypeError):
    """A number without a source was about to reach the page: a fault of the program."""


Writer = Callable[[Any, int], str]


class Page:
    """Writes one file. It numbers its anchors across all parts and remembers them."""

    def __init__(self, *, has_anchors: bool) -> None:
        self.has_anchors = has_anchors
        self.anchors: dict[str, list[Anchor]] = {}
        self._names: dict[str, int] = {}
        self._count = 0

    def writer(self, document_id: str, properties: Sequence[str]) -> Writer:
        """Return what writes the anchored values of a document in runs of given properties."""
        prefix = document_prefix(document_id)
        anchors = self.anchors.setdefault(document_id, [])

        def write(value: Any, number: int) -> str:
            return self._anchored(value, properties[number], prefix, anchors)

        return write

    def _anchored(self, value: Any, properties: str, prefix: str, anchors: list[Anchor]) -> str:
        """Write a value as runs with its anchor around them, and one around each figure within."""
        if not isinstance(value, Words) or not value.key:
            if isinstance(value, Joined):
                parts = (self._anchored(own, properties, prefix, anchors) for own in value.parts)
                return "".join(parts)
            return value if isinstance(value, Markup) else run(text(value), properties)
        spans, key = value.spans, value.key
        name = f"{prefix}_{fingerprint(key)}"
        if len(spans) == 1 and (figure := spans[0].figure):
            return self._wrap(
                name, run(text(value), properties), Anchor(name, key, figure), anchors
            )
        said, last = _without_last_mark(value)
        if len(spans) > 1 and any(span.figure for span in spans):
            runs = "".join(self._spans(value, properties, prefix, anchors))
        else:
            runs = run(text(said), properties)
        wrapped = self._wrap(name, runs, Anchor(name, key), anchors)
        return wrapped + run(last, properties) if last else wrapped

    def _spans(
        self, value: Words, properties: str, prefix: str, anchors: list[Anchor]
    ) -> Iterator[str]:
        """Write span by span; the figures among them are anchored on their own."""
        is_cut = bool(_without_last_mark(value)[1])
        final = len(value.spans) - 1
        for number, span in enumerate(value.spans):
            words = span.text[:-1] if is_cut and number == final else span.text
            own_run = run(text(words), properties)
            if span.figure:
                name = f"{prefix}_{fingerprint(f'{value.key}>{span.figure}')}"
                own = Anchor(name, value.key, span.figure, is_whole=False)
                yield self._wrap(name, own_run, own, anchors)
            elif words:
                yield own_run

    def _wrap(self, name: str, runs: str, anchor: Anchor, anchors: list[Anchor]) -> str:
        times = self._names.get(name, 0) + 1
        self._names[name] = times
        if times > 1:
            name = f"{name}_{times}"
        self._count += 1
        anchors.append(anchor if times == 1 else anchor._replace(name=name))
        return (
            f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>{runs}'
            f'<w:bookmarkEnd w:id="{self._count}"/>'
        )


def text(value: Any) -> str:
    """Return a value as it stands inside ``w:t``; nearly all hold nothing that must change."""
    if not isinstance(value, str):
        return _nothing(value)
    if "&" in value or "<" in value or ">" in value:
        if isinstance(value, Markup):
            return value
        value = escape(value)
    if "\n" in value:
        value = value.replace("\n", _BREAK)
    if "\t" in value:
        value = value.replace("\t", _TAB)
    return str(value)


def _nothing(value: Any) -> str:
    """Print what is no text: nothing for nothing, and nothing else at all."""
    if value is None:
        return ""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        message = f"a raw number reached the page: {value!r}"
        raise RawNumberError(message)
    raise LanguageError("这里引用的不是可以印出的一项", hint="请写到具体的一项，如 form.name")


def escape(words: str) -> str:
    """Write words so that XML takes them as words. (The library's own costs twenty modules.)"""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def merge_state(value: Any) -> str:
    """Return the merge state of a cell as Word writes it."""
    return _MERGES.get(value.merge, "") if isinstance(value, Words) else ""


def indent(value: Any) -> str:
    """Return the right indent that words ask for, in hundredths of a character and in twentieths."""
    if not isinstance(value, Words) or not value.right:
        return ""
    return f'<w:ind w:rightChars="{value.right}" w:right="{value.right * _CHARACTER // 100}"/>'


def _without_last_mark(value: Words) -> tuple[str, str]:
    """Part words from a last mark that may hang over the edge of the text.

    LibreOffice breaks the line once more when a bookmark ends right behind a hanging mark.
    """
    spans = value.spans
    if spans and not spans[-1].figure and value and value[-1] in HANGING:
        return value[:-1], value[-1]
    return value, ""


def run(written: str, properties: str) -> str:
    """Write a run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{written}</w:t></w:r>'
