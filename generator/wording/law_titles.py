"""Kind for titles of laws and documents: what stands in 《》 is spelt as it was issued."""

import re
from collections import Counter

from generator.base.distance import common_ends, edit_distance
from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.passage import Context, Hit, Hits, IsAlike, Passages, hit_of, matches

_TITLE = Pattern("《(?P<title>[^《》\ufffc]{4,60})》")
_BEHIND = Pattern("[（(][^（）()]*[)）]$")  # （试行）, （2018年修正）
_STATE = "中华人民共和国"
_MOST_EDITS, _PER_EDIT = 2, 4  # one character in so many may differ
_WORD = 2
_LONG = 6  # characters of a title that has enough left in common with one that was issued


class BareTitle:
    """The full title of a law without the marks of titles around it."""

    def __init__(self, rule: WordingRule) -> None:
        titles = "|".join(sorted(map(re.escape, rule.words), key=len, reverse=True))
        # What goes on is another law; what a longer title holds lies within its marks.
        self._found = Pattern(rf"(?<![《〈]){_STATE}(?:{titles or '(?!)'})(?![》〉（(]|实施|若干)")

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with its marks."""
        del context
        for number, found in matches(passages, self._found):
            before = found.string[: found.start()]
            if before.count("《") == before.count("》"):
                yield number, hit_of(found, f"《{found[0]}》")


class IssuedTitle:
    """A title that nearly is one that was issued; one that is issued, or far from all, is left.

    ``forms`` are words that are put into short titles, or left out, by mistake: 政府采购管理法.
    """

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule
        self._known = frozenset(_bare("".join(w.split())) for w in (*rule.words, *rule.except_))
        self._issued = {_bare("".join(word.split())): word for word in rule.words}
        self._by_letters = {_letters(bare): issued for bare, issued in self._issued.items()}
        self._fillers = tuple(word for words in rule.forms for word in words)
        self._shorter = {
            bare.replace(filler, "", 1): issued
            for bare, issued in self._issued.items()
            for filler in self._fillers
            if filler in bare
        }

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give each with the title as it was issued; what stands in brackets behind it is kept."""
        for number, passage in enumerate(passages):
            for found in _TITLE.finditer(passage.plain) if "《" in passage.plain else ():
                title = "".join(found["title"].split())
                if _bare(title) not in self._known and (
                    near := self._near(_bare(title), context.is_alike)
                ):
                    behind = _BEHIND.search(title)
                    wanted = _as_long(near, title) + (behind[0] if behind else "")
                    yield number, Hit(*found.span("title"), found["title"], wanted)

    def _near(self, title: str, is_alike: IsAlike | None) -> str:
        letters = frozenset(title)
        if len(title) > _WORD and (turned := self._by_letters.get(_letters(title))):
            return turned  # 预算法条例实施
        for bare, issued in self._issued.items():
            if is_alike is not None and (
                _is_mistyped(bare, title, is_alike)
                or _is_mistyped_and_turned(bare, title, is_alike)
            ):
                return issued
            most = min(_MOST_EDITS, len(bare) // _PER_EDIT)
            if abs(len(bare) - len(title)) > most or len(letters.difference(bare)) > most:
                continue
            if edit_distance(bare, title) <= most and not _is_another(bare, title):
                return issued
        shorter = (title.replace(filler, "", 1) for filler in self._fillers if filler in title)
        filled = next((self._issued[one] for one in shorter if one in self._issued), "")
        return filled or self._shorter.get(title, "")


def _letters(title: str) -> str:
    return "".join(sorted(title))


def _is_mistyped(issued: str, title: str, is_alike: IsAlike) -> bool:
    """Tell a title in which up to two characters are such as are easily written for those that were issued."""
    if len(issued) != len(title):
        return False
    wrong = [(one, other) for one, other in zip(title, issued, strict=True) if one != other]
    return 0 < len(wrong) <= _MOST_EDITS and all(is_alike(*pair) for pair in wrong)


def _is_mistyped_and_turned(issued: str, title: str, is_alike: IsAlike) -> bool:
    """Tell a long title in another order in which one character is easily written for the issued one."""
    if len(issued) != len(title) or len(title) < _LONG or len({*title} - {*issued}) != 1:
        return False
    other, wanted = Counter(title) - Counter(issued), Counter(issued) - Counter(title)
    return other.total() == 1 and is_alike(*other, *wanted)


def _is_another(issued: str, title: str) -> bool:
    """Tell a title that has another word of two characters in one place, or ends otherwise: it is another's."""
    start, end = common_ends(issued, title)
    if not end and len(issued) != len(title):
        return True  # 老年人权益保障条例
    words = issued[start : len(issued) - end], title[start : len(title) - end]
    return all(len(word) == _WORD for word in words) and set(words[0]).isdisjoint(words[1])


def _as_long(issued: str, title: str) -> str:
    """Write the name of the state before a law only where it is written."""
    name = _BEHIND.sub("", issued)
    return name if title.startswith(_STATE) else name.removeprefix(_STATE)


def _bare(title: str) -> str:
    return _BEHIND.sub("", title.removeprefix(_STATE))
