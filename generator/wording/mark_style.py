"""Kinds for GB/T 15834 and 15835: width of marks, spaces, 顿号, 万 for 万元, ranges, leftovers."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS, half_width, has_chinese, is_chinese
from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import BLANK, CHINESE, Context, Hit, Passages, hit_of, matches
from generator.wording.word_index import is_inside

Hits = Iterator[tuple[int, Hit]]

_WIDE_RUN = Pattern("[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+％?)?")
_HALF_MARK = Pattern("[,;:?!.]")
# What stands beside a mark of a Chinese sentence, if no Chinese character does.
_BEFORE, _BEHIND = frozenset(f"》”’）】〕%{BLANK}"), frozenset(f"《“‘（【〔{BLANK}")
_PAUSES, _DIGITS = frozenset(",;"), frozenset("0123456789")
_BRACKETS = Pattern(r"\(([^()（）]*)\)")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_SAYS, _WIDE_GAP = Pattern("[，。；]"), Pattern("[ 　]{2,}")
_WIDEST = 3  # spaces that nobody types by mistake in a line that is no sentence
_NUMERAL_BEFORE = Pattern(rf"(?:^|[\n（(])[{NUMERALS}]+$")


class Width:
    """Half-width marks between Chinese characters; full-width digits, letters and percent signs."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each mark with the one that belongs there."""
        del context
        for number, passage in enumerate(passages):
            text = passage.plain
            if text.isascii() or not has_chinese(text):
                continue
            for hit in (*self._in_line(text), *_round(text), *_wide(text)):
                if not is_inside(text, hit.start, hit.end, self._rule.except_):
                    yield number, hit

    def _in_line(self, text: str) -> Iterator[Hit]:
        for found in _HALF_MARK.finditer(text):
            mark = found[0]
            if not _is_in_chinese(text, found.start()):
                continue
            if mark == "." and _NUMERAL_BEFORE.search(text[: found.start()]):
                continue  # 一. is a heading number
            yield Hit(found.start(), found.end(), mark, _FULL[mark], mark != ".")


def _is_in_chinese(text: str, at: int) -> bool:
    """Tell whether a half-width mark stands where Chinese words want a full one."""
    before, mark, behind = text[at - 1 : at], text[at], text[at + 1 : at + 2]
    is_end = text[at + 1 :] in ("", "\n")
    if mark in _PAUSES and (behind in ("《", "“", "（") or (is_chinese(behind) and behind != "〇")):
        return True
    closes = is_chinese(before) or before in _BEFORE
    opens = is_chinese(behind) or behind in _BEHIND or (mark in _PAUSES and behind in _DIGITS)
    return closes and (opens or is_end)


def _round(text: str) -> Iterator[Hit]:
    """Give half-width brackets that hold Chinese or stand right behind it."""
    for found in _BRACKETS.finditer(text):
        before = text[found.start() - 1 : found.start()] if found.start() else ""
        if has_chinese(found[1]) or is_chinese(before):
            yield Hit(found.start(), found.start() + 1, "(", "（", is_certain=True)
            yield Hit(found.end() - 1, found.end(), ")", "）", is_certain=True)


def _wide(text: str) -> Iterator[Hit]:
    for found in _WIDE_RUN.finditer(text):
        yield Hit(found.start(), found.end(), found[0], half_width(found[0]), is_certain=True)


class Spaces:
    """A space between two Chinese characters, or after a Chinese mark."""

    _BETWEEN = Pattern(rf"(?<={CHINESE})[ 　]+(?={CHINESE})")
    _AFTER_MARK = Pattern(r"(?<=[，。；：、！？])[ 　]+(?=\S)|(?<=\S)[ 　]+(?=[，。；：、！？])")

    _ARTICLE = Pattern(f"第[{NUMERALS}百0-9]{{1,5}}[条章节编款]$|第[{NUMERALS}]+部分$")

    _LABEL = Pattern(r"[^\s:：，。；、]{2,10}[:：]")

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each run of spaces, with the characters beside it; bodies may be set apart by one."""
        del context
        for number, passage in enumerate(passages):
            text = passage.plain
            if " " not in text and "　" not in text:
                continue
            for pattern, is_certain in ((self._BETWEEN, False), (self._AFTER_MARK, True)):
                for found in pattern.finditer(text):
                    start, end = found.span()
                    around = text[max(0, start - 1) : end + 1]
                    is_set_apart = text.endswith(self._rule.words or "\0", 0, start)
                    if is_set_apart or self._ARTICLE.search(text, max(0, start - 8), start):
                        continue
                    is_wide = end - start > 1 or self._is_of_entries(text, start)
                    if is_wide and self._LABEL.match(text, end):
                        continue  # the next entry of a line to be filled in
                    if end - start > 1 and self._is_layout(text, end - start):
                        continue
                    if not is_inside(text, start, end, self._rule.except_):
                        yield number, Hit(start, end, around, "", is_certain)

    def _is_layout(self, text: str, width: int) -> bool:
        """Tell a gap that sets things apart on a line: 部门：某卫生院    公开13表    单位：元."""
        if _SAYS.search(text):
            return False
        pieces = (piece for piece in _WIDE_GAP.split(text.strip()))
        return width >= _WIDEST or any(self._LABEL.match(piece) for piece in pieces)

    def _is_of_entries(self, text: str, end: int) -> bool:
        """Tell a line whose entry before has its label as well: 填表人：某某　联系电话：……."""
        before = text[:end].rsplit(maxsplit=1)[-1]
        return self._LABEL.match(before) is not None


class Pause:
    """顿号 between two titles or two quotations that stand side by side."""

    _FOUND = Pattern("(?<=[》”])、(?=[《“])")

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each 顿号 that can go."""
        del context
        for number, found in matches(passages, self._FOUND):
            start, end = found.span()
            around = found.string[start - 1 : end + 1]
            yield number, Hit(start, end, around, "", self._rule.certain)


class StraightQuotes:
    """Words between the straight quotes of a keyboard."""

    _FOUND = Pattern("(?P<mark>[\"'])(?P<words>[^\"'\n]*[一-鿿][^\"'\n]*)(?P=mark)")

    def __init__(self, rule: WordingRule) -> None:
        del rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with the quotes of Chinese."""
        del context
        for number, found in matches(passages, self._FOUND):
            yield number, hit_of(found, f"“{found['words']}”")


class Money:
    """万 where 万元 is meant: a number in a clause about money."""

    _NUMBER = Pattern(
        r"[0-9]余?(?P<unit>[万亿])(?![一-鿿0-9])|[0-9]余?(?P<of>[万亿])(?=[用的，已均])"
    )
    _CLAUSE = Pattern(r"[，。；：、\n（]")

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each bare 万 behind a word for money in the same clause."""
        del context
        for number, passage in enumerate(passages):
            text = passage.plain
            if "万" not in text and "亿" not in text:
                continue
            for found in self._NUMBER.finditer(text):
                at = found.end() - 1
                clause = self._CLAUSE.split(text[max(0, at - 30) : at])[-1]
                if any(word in clause for word in self._rule.words) and not any(
                    word in clause for word in self._rule.except_
                ):
                    yield number, Hit(at, at + 1, clause[-8:] + text[at], f"{text[at]}元")


class Range:
    """A range whose first number has lost its percent sign: 63~68% for 63%~68%."""

    _FOUND = Pattern(
        r"(?<![0-9.])(?P<low>[0-9]+(?:\.[0-9]+)?)(?P<dash>[-~～—–至]{1,2})(?P<high>[0-9]+(?:\.[0-9]+)?)[%％]"
    )

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each such range."""
        del context
        for number, passage in enumerate(passages):
            if "%" not in passage.plain and "％" not in passage.plain:
                continue
            for found in self._FOUND.finditer(passage.plain):
                wanted = f"{found['low']}%{found['dash']}{found['high']}%"
                yield number, Hit(found.start(), found.end(), found[0], wanted, self._rule.certain)


class Leftover:
    """What a conversion leaves behind: tags, entities, field codes, page numbers, lost characters."""

    _FOUND = Pattern(
        r"</?(?:p|br|div|span|td|tr|table|b|i|u|font|o:p|strong|em|a|img|h[1-6])(?:\s[^<>]*)?/?>"
        r"|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|emsp|ensp|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,6});"
        r"|\\\* ?MERGEFORMAT|\b(?:HYPERLINK|PAGEREF|NUMPAGES|TOC|TC) (?:\\[a-z]|\"|“|_)"
        r"|错误！未(?:找到引用源|定义书签)。?"
        "|[\ufffd\ue000-\uf8ff\u200b\u200c\u200d\u2060\ufeff\u00ad]"
    )
    _PAGE = Pattern(
        r"^\s*(?:[-—–－]{1,2}\s*[0-9]{1,3}\s*[-—–－]{1,2}|第\s*[0-9]{1,3}\s*页(?:[，,]?\s*共\s*[0-9]{1,3}\s*页)?)\s*$"
    )

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each leftover; a line that is only a page number is one."""
        del context
        for number, passage in enumerate(passages):
            text = passage.plain
            for pattern in (self._FOUND, self._PAGE):
                for found in pattern.finditer(text):
                    word = found[0] if found[0].isprintable() else f"U+{ord(found[0][0]):04X}"
                    if not is_inside(text, found.start(), found.end(), self._rule.except_):
                        yield number, Hit(found.start(), found.end(), word.strip())
