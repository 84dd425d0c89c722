"""Writes values into the XML of a document: escaped, with anchors around them when wanted."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any, Final, NamedTuple

from generator.language.quoting_fault import LanguageError
from generator.language.tag_words import Joined, Words
from generator.model.spans import Span, Spans
from generator.word.anchors import Anchor, document_prefix, fingerprint
from generator.word.ready_xml import Markup

RUN_CLOSING = "</w:t></w:r>"
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
HANGING = frozenset("。，、；：！？")
_CHARACTER = 320  # twentieths of a point: 3号 is 16 pt
_NO_WORDS: Final = Span("")
_new_anchor: Final = partial(tuple.__new__, Anchor)  # half the price of a call, thousands of times
_MERGES = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}


class RawNumberError(TypeError):
    """A number without a source was about to reach the page: a fault of the program."""


Writer = Callable[[Any, int], str]


class Page:
    """Writes one file. It numbers its anchors across all parts and remembers them."""

    def __init__(self, *, has_anchors: bool) -> None:
        self.has_anchors = has_anchors
        self.anchors: dict[str, list[Anchor]] = {}
        self._names: dict[str, int] = {}
        self._numbers = count(1)

    def writer(self, document_id: str, openings: Sequence[str]) -> Writer:
        """Return what writes the anchored values of a document in runs that open in given ways."""
        anchors = self.anchors.setdefault(document_id, [])
        own = _Own(document_prefix(document_id), anchors.append, self._names, self._numbers)
        return partial(_anchored, own, openings)


class _Own(NamedTuple):
    """What the anchors of a document have in common: how names begin, and where they are remembered."""

    prefix: str
    add: Callable[[Anchor], None]
    names: dict[str, int]
    numbers: Iterator[int]


def _anchored(own: _Own, openings: Sequence[str], value: Any, number: int) -> str:
    """Write a value as runs with its anchor around them, and one around each figure within."""
    opening = openings[number]
    if not isinstance(value, Words) or not value.key:
        if isinstance(value, Joined):
            return "".join([_anchored(own, openings, part, number) for part in value.parts])
        return value if isinstance(value, Markup) else f"{opening}{text(value)}{RUN_CLOSING}"
    spans, key = value.spans, value.key
    if len(spans) <= 1:
        said, figure, _ = spans[0] if spans else _NO_WORDS
        if figure or said[-1:] not in HANGING:
            return _wrapped(f"{opening}{text(said)}{RUN_CLOSING}", key, key, figure, own)
    # LibreOffice breaks the line once more when a bookmark ends right behind a hanging mark.
    is_cut = not spans[-1].figure and value[-1:] in HANGING
    said = value[:-1] if is_cut else value
    if len(spans) > 1 and any(span.figure for span in spans):
        runs = _spans(spans, len(said), key, opening, own)
    else:
        runs = f"{opening}{text(said)}{RUN_CLOSING}"
    wrapped = _wrapped(runs, key, key, "", own)
    return f"{wrapped}{opening}{value[-1]}{RUN_CLOSING}" if is_cut else wrapped


def _spans(spans: Spans, length: int, key: str, opening: str, own: _Own) -> str:
    """Write span by span up to a length; the figures among them are anchored on their own."""
    runs: list[str] = []
    for said, figure, _ in spans:
        words = said[:length]
        length -= len(words)
        if figure:
            run = f"{opening}{text(words)}{RUN_CLOSING}"
            runs.append(_wrapped(run, f"{key}>{figure}", key, figure, own))
        elif words:
            runs.append(f"{opening}{text(words)}{RUN_CLOSING}")
    return "".join(runs)


def _wrapped(runs: str, named: str, key: str, figure: str, own: _Own) -> str:
    """Put runs between the two ends of an anchor, and remember it."""
    prefix, add, names, numbers = own
    name = f"{prefix}_{fingerprint(named)}"
    times = names[name] = names.get(name, 0) + 1
    if times > 1:
        name = f"{name}_{times}"
    add(_new_anchor((name, key, figure, named is key)))
    number = next(numbers)
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
    )


def run_opening(properties: str) -> str:
    """Return what a run of given properties begins with."""
    return f'<w:r>{properties}<w:t xml:space="preserve">'


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
    words: str = value
    return words


def is_plain(words: str) -> bool:
    """Tell whether words can stand inside ``w:t`` as they are."""
    return not ("&" in words or "<" in words or ">" in words or "\n" in words or "\t" in words)


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


def attribute(words: str) -> str:
    """Write words as an attribute, with its quotes. (The library's own loads all that speaks to a network.)"""
    said = escape(words).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' not in said:
        return f'"{said}"'
    if "'" not in said:
        return f"'{said}'"
    return '"' + said.replace('"', "&quot;") + '"'


def merge_state(value: Any) -> str:
    """Return the merge state of a cell as Word writes it."""
    return _MERGES[value.merge] if isinstance(value, Words) else ""


def indent(value: Any) -> str:
    """Return the right indent that words ask for, in hundredths of a character and in twentieths."""
    if not isinstance(value, Words) or not value.right:
        return ""
    return f'<w:ind w:rightChars="{value.right}" w:right="{value.right * _CHARACTER // 100}"/>'
