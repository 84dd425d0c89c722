"""Short forms and their full ones: （以下简称“…”）, and the kind of rule that holds texts to them."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Passages
from generator.wording.word_index import WordIndex, is_inside

Hits = Iterator[tuple[int, Hit]]

_DEFINED = Pattern(
    r"(?P<before>[^，。；：！？（）\n]{2,40})（(?:以下|下文|后文)?统?简称(?:为|作)?[:：]?"
    r"[“《]?(?P<short>[^“”《》（）]{2,15})[”》]?）"
)
_TITLE = Pattern("《[^《》]+》$")
_ALSO = Pattern("[、或]")


class Abbreviation(NamedTuple):
    """A short form with its full one, and where in a text the full one begins and all of it ends."""

    full: str
    short: str
    start: int
    end: int


def abbreviations(text: str) -> Iterator[Abbreviation]:
    """Give the short forms that a text introduces."""
    for found in _DEFINED.finditer(text):
        for short in _ALSO.split(found["short"]):
            full = _full(found["before"], short.strip("“”"))
            if full:
                at = found.end("before") - len(full)
                yield Abbreviation(full, short.strip("“”"), at, found.end())


def _full(before: str, short: str) -> str:
    """Return what is abbreviated: a title, or the shortest end with all characters of the short form."""
    if title := _TITLE.search(before):
        return title[0]
    at = len(before)
    for sign in reversed(short):
        at = before.rfind(sign, 0, at)
        if at < 0:
            return ""
    return before[at:] if len(before) - at > len(short) else before


class ShortEarly:
    """A short form stands before its full one, or without it.

    ``swap`` says which short forms stand for what; a document's own are read from its words.
    """

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each short form, once, whose full form comes later or never."""
        del context
        known = {short: (full, len(passages), 0) for short, full in self._rule.swap.items()}
        for number, one in _introduced(passages):
            known.setdefault(one.short, (one.full, number, one.start))
        if known:
            yield from self._early(passages, known)

    def _early(self, passages: Passages, known: dict[str, tuple[str, int, int]]) -> Hits:
        index = WordIndex([*known, *(full for full, _, _ in known.values())])
        full_seen: set[str] = set()
        told: set[str] = set()
        for number, passage in index.likely(passages):
            for at, word in index.find(passage):
                if word not in known or word in told:
                    full_seen.add(word)
                    continue
                full, where, start = known[word]
                is_early = (number, at) < (where, start) and full not in full_seen
                end = at + len(word)
                if is_early and not is_inside(passage.plain, at, end, self._rule.except_):
                    told.add(word)
                    yield number, Hit(at, end, word, full)


class ShortAgain:
    """One thing has two short forms in a document."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each second short form with the first."""
        del context
        first: list[Abbreviation] = []
        for number, one in _introduced(passages):
            same = next((o for o in first if _is_one(o.full, one.full)), None)
            if same is None:
                first.append(one)
            elif same.short != one.short and one.short not in self._rule.except_:
                yield number, Hit(one.start, one.end, one.short, same.short)


class FullAgain:
    """A full form stands again, where its short one was introduced and has taken its place."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each full form, once, that stands in a sentence behind its short one."""
        del context
        known: dict[str, tuple[int, Abbreviation]] = {}
        for number, one in _introduced(passages):
            known.setdefault(one.full, (number, one))
        for number, one in known.values():
            if not _TITLE.search(one.full):
                yield from self._again(passages, number, one)

    def _again(self, passages: Passages, introduced: int, one: Abbreviation) -> Hits:
        is_replaced, at = False, one.end
        for number, passage in enumerate(passages[introduced:], introduced):
            if one.full == passage.plain.strip():
                continue  # who signs has all of it
            if not is_replaced:
                # The full form may end as the short one does: 市审计局 in 桐山市审计局.
                others = passage.plain.replace(one.full, " " * len(one.full))
                at = others.find(one.short, at)
                is_replaced = at >= 0
            again = passage.plain.find(one.full, at) if is_replaced else -1
            end = again + len(one.full)
            if again >= 0 and not is_inside(passage.plain, again, end, self._rule.except_):
                yield number, Hit(again, end, one.full, one.short)
                return
            at = 0


def _introduced(passages: Passages) -> Iterator[tuple[int, Abbreviation]]:
    for number, passage in enumerate(passages):
        if "简称" in passage.plain:
            for one in abbreviations(passage.plain):
                yield number, one


def _is_one(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)
