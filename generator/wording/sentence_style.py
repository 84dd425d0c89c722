"""Kinds about whole sentences: cut off, repeated, brackets without partner, 一是 without 二是."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Passages

Hits = Iterator[tuple[int, Hit]]

_ORDINAL = Pattern(
    rf"(?<![一-鿿])(?:(?P<is>[{NUMERALS}]{{1,3}})(?=是)|(?P<first>第[{NUMERALS}]{{1,3}})(?=，))"
)
_ENUMERATED = Pattern(rf"(?:^|[；;，,。\s])[0-9a-zA-Z{NUMERALS}]{{1,2}}$")
_PAIRS = {"》": "《", "）": "（", ")": "(", "”": "“", "】": "【", "〕": "〔", "」": "「"}
_SAME = str.maketrans("()", "（）")


class Cut:
    """A text that ends with a mark or word after which something must follow."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give the ends that are none."""
        del context
        for number, passage in enumerate(passages):
            text = passage.plain.rstrip()
            if len(text) < max(2, self._rule.shortest) or text.endswith(self._rule.except_ or "\0"):
                continue
            for ending in self._rule.words:
                if text.endswith(ending):
                    start = len(text) - len(ending)
                    yield number, Hit(start, len(text), f"{text[-8:]}")
                    break


class Repetition:
    """A paragraph stands twice in one document, word for word."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give the second and later copies."""
        del context
        first: dict[str, int] = {}
        for number, passage in enumerate(passages):
            text = "".join(passage.text.split())
            if len(text) < self._rule.shortest:
                continue
            if text in first:
                shown = text if len(text) <= 24 else f"{text[:23]}…"
                yield number, Hit(0, len(passage.text), shown, other=first[text])
            else:
                first[text] = number


class Brackets:
    """A bracket or quotation mark without its partner."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each lonely mark; of two widths one may close the other, that is another fault."""
        del context
        for number, passage in enumerate(passages):
            open_marks: list[tuple[str, int]] = []
            text = passage.plain.translate(_SAME)
            for at, mark in enumerate(text):
                if mark in _PAIRS.values():
                    open_marks.append((mark, at))
                elif mark in _PAIRS:
                    partner = next(
                        (
                            n
                            for n in range(len(open_marks) - 1, -1, -1)
                            if open_marks[n][0] == _PAIRS[mark]
                        ),
                        None,
                    )
                    if partner is not None:
                        del open_marks[partner]
                    elif not (mark == "）" and _ENUMERATED.search(text[:at])):
                        yield number, Hit(at, at + 1, _around(passage.text, at))
            for _, at in open_marks:
                yield number, Hit(at, at + 1, _around(passage.text, at))


class Counterpart:
    """一是 without 二是, a gap between them, 第一 without 第二; pairs such as 一方面 are data."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each break in a chain; a chain may run over the passages of one group."""
        del context
        chains: dict[tuple[str, str], tuple[int, int, Hit]] = {}
        for number, passage in enumerate(passages):
            for found in _ORDINAL.finditer(passage.plain):
                kind = "is" if found["is"] else "first"
                value = to_number((found["is"] or found["first"]).removeprefix("第"))
                if value is None:
                    continue
                hit = Hit(found.start(), found.end() + 1, found[0] + ("是" if kind == "is" else ""))
                key = (passage.group or str(number), kind)
                before = chains.get(key)
                is_broken = before is None or before[0] != 1
                since = before[2].end if before and before[1] == number else 0
                if is_broken and value == 2 and "一是" in passage.plain[since : found.start()]:
                    before = (value - 1, number, hit)  # 指标一是…：the first one hides in a word
                yield from _break(before, value, number, hit)
                chains[key] = (value, number, hit)
            yield from self._pairs(number, passage.plain)
        for value, number, hit in chains.values():
            if value == 1:
                yield number, hit

    def _pairs(self, number: int, text: str) -> Hits:
        for opening, closing in self._rule.swap.items():
            at = text.find(opening)
            if at >= 0 and closing not in text[at + len(opening) :] and text.count(opening) == 1:
                yield number, Hit(at, at + len(opening), opening, closing)


def _break(before: tuple[int, int, Hit] | None, value: int, number: int, hit: Hit) -> Hits:
    last = before[0] if before else 0
    if value == 1:
        if before and last == 1:
            yield before[1], before[2]
    elif value != last + 1:
        yield number, hit


def _around(text: str, at: int) -> str:
    return text[max(0, at - 5) : at + 6].replace("\n", " ")
