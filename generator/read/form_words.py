"""The fixed words of forms by their use: what says nothing, begins a note, asks for so many words."""

import re
from functools import cached_property

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.labels import Labels
from generator.read.instructions import Instructions
from generator.read.printed_values import harmless, squeezed

_MARKS = "-—–―_/\\…·.。、:：*"


class Vocabulary:
    """Answers what the words of a cell say of it."""

    def __init__(self, labels: Labels) -> None:
        """Gather the words of each use."""
        self._words: dict[str, tuple[str, ...]] = {}
        for entry in labels.phrase:
            plain = tuple(squeezed(word) for word in entry.words)
            self._words[entry.use] = (*self._words.get(entry.use, ()), *plain)

    def words(self, use: str) -> tuple[str, ...]:
        """Return the words of a use."""
        return self._words.get(use, ())

    def says_nothing(self, text: str) -> bool:
        """Tell whether a cell is blank, holds marks only, or a word that says as much."""
        plain = squeezed(harmless(text)).strip(_MARKS)
        return not plain or plain in self._nothing

    def is_blank(self, text: str) -> bool:
        """Tell whether a cell holds no word and no figure: blank, a dash, or what inputs cannot hold."""
        return not squeezed(harmless(text)).strip(_MARKS)

    def begins(self, use: str, text: str) -> bool:
        """Tell whether a text begins with a word of a use."""
        return squeezed(text).startswith(self.words(use))

    def is_note(self, text: str) -> bool:
        """Tell whether words begin a note below a table."""
        plain = squeezed(text)
        return plain.startswith(self._notes) and any(
            plain.startswith(w) and plain[len(w) : len(w) + 1] in _AFTER for w in self._notes
        )

    def is_placeholder(self, text: str) -> bool:
        """Tell whether a cell still waits to be filled: 指标1：, 目标2, ××."""
        plain = squeezed(text)
        return bool(plain) and self._placeholder.fullmatch(plain) is not None

    def is_instruction(self, text: str) -> bool:
        """Tell whether a cell says what is to be written there, and no more."""
        return self._instructions.answer(text).is_asking

    def answer(self, text: str) -> str:
        """Return what a cell says without the instruction that was left in beside it."""
        return self._instructions.answer(text).text

    def is_form_note(self, text: str) -> bool:
        """Tell whether a note says how the form is filled in or counted, and nothing of the unit."""
        _, said = self.note(text)
        return self.says_nothing(said) or self._instructions.is_of_the_form(said)

    def note(self, text: str) -> tuple[str, str]:
        """Part a note from the word that it begins with: 备注：因征地延期."""
        for word in sorted(self._notes, key=len, reverse=True):
            found = re.match(rf"\s*{re.escape(word)}\s*[：:.、]?\s*", text)
            if found:
                return word, text[found.end() :]
        return "", text

    def is_form_number(self, text: str) -> bool:
        """Tell whether words are the number of a form or annex: 附件2, 公开14表."""
        return self._form_number.fullmatch(squeezed(text)) is not None

    def is_page_number(self, text: str) -> bool:
        """Tell whether words are the number of a page."""
        plain = squeezed(text)
        return bool(plain) and self._page_number.fullmatch(plain) is not None

    def is_body(self, text: str) -> bool:
        """Tell whether words are the name of an office or the like rather than of a field."""
        return squeezed(text).endswith(self.words("body"))

    def is_part(self, text: str) -> bool:
        """Tell whether a row or column is a part of the one before: 其中……."""
        return squeezed(text).lstrip("0123456789.、①②③④⑤⑥⑦⑧⑨").startswith(self.words("breakdown"))

    def is_part_of_year(self, text: str) -> bool:
        """Tell whether a heading speaks of a part of the year: 一季度支出, 1-9月执行数; 1-12月 is all of it."""
        plain = squeezed(text)
        if any(word in plain for word in self.words("part-of-year")):
            return True
        return any(found not in _WHOLE_YEAR for found in _MONTHS.findall(plain))

    def is_share_of_whole(self, text: str) -> bool:
        """Tell whether a heading speaks of the share of a part in the whole of its column: 支出占比, 占总支出比例."""
        plain = squeezed(text)
        is_of_budget = any(word in plain for word in self.words("share-of-budget"))
        return not is_of_budget and any(word in plain for word in self.words("share-of-whole"))

    def is_change(self, text: str) -> bool:
        """Tell whether a heading speaks of how much was changed, which may be less than nothing: 预算调整数."""
        plain = _BRACKETS.sub("", squeezed(text))
        return plain.endswith(self.words("change"))

    def is_of_years(self, text: str) -> bool:
        """Tell whether a label speaks of several years: 中期目标, 实施期目标."""
        plain = squeezed(text)
        return any(word in plain for word in self.words("of-years")) or (
            len(set(_A_YEAR.findall(plain))) > 1
        )

    def is_of_the_year(self, text: str) -> bool:
        """Tell whether a label speaks of the one year."""
        plain = squeezed(text)
        named = any(word in plain for word in self.words("of-the-year"))
        return not self.is_of_years(text) and (named or bool(_A_YEAR.search(plain)))

    def without_seal(self, text: str) -> str:
        """Leave out （盖章） and the like."""
        return self._seal.sub("", text)

    def ticked(self, text: str) -> tuple[str, ...] | None:
        """Return the options that are ticked; ``None`` where a text has no boxes."""
        plain = self._in_brackets(text)
        if not self._mark.search(plain):
            return None
        words = [_option(word) for word in self._mark.split(plain)[::2]]
        marks = self._mark.findall(plain)
        # Boxes stand before the words of some forms and behind those of others.
        named = words[1:] if not words[0] else words[:-1]
        # A box that was printed and the tick that was typed behind it are one.
        is_ticked = (any(tick in mark for tick in self.words("tick")) for mark in marks)
        if not any(named):  # a tick by itself is an answer, a box by itself is none
            return None if any(is_ticked) else ()
        chosen = [word for word, ticked in zip(named, is_ticked, strict=True) if ticked]
        return tuple(word for word in chosen if word)

    def _in_brackets(self, text: str) -> str:
        """Write （√） and （ ） as boxes."""
        plain = re.sub(rf"[（(]\s*({self._ticks})\s*[）)]", r"\1", text)
        boxes = self.words("box")
        return re.sub(r"[（(]\s*[）)]", boxes[0], plain) if plain != text and boxes else plain

    @cached_property
    def _nothing(self) -> frozenset[str]:
        return frozenset(self.words("nothing"))

    @cached_property
    def _notes(self) -> tuple[str, ...]:
        return tuple(word.rstrip(":：") for word in self.words("note"))

    @cached_property
    def _instructions(self) -> Instructions:
        return Instructions(self.words, self._limit)

    @cached_property
    def _ticks(self) -> str:
        return "|".join(map(re.escape, self.words("tick"))) or "(?!)"

    @cached_property
    def _mark(self) -> Pattern:
        signs = [w for use in ("box", "tick") for w in self.words(use) if not is_han(w)]
        one = "|".join(map(re.escape, signs)) or "(?!)"
        return Pattern(rf"((?:{one})(?:\s*(?:{one}))*)")

    @cached_property
    def _limit(self) -> Pattern:
        return Pattern(
            rf"[0-9]{{2,4}}个?(?:{any_of(self.words('length-limit'))})[^）)]{{0,8}}[）)]?"
            r"|(?:不超过|限)[0-9]{2,4}个?字"
        )

    @cached_property
    def _placeholder(self) -> Pattern:
        number = rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,2}}|[nN①-⑳])?"
        return Pattern(rf"(?:{any_of(self.words('placeholder'))}){number}[:：.、…—-]*|[…。.]{{2,}}")

    @cached_property
    def _form_number(self) -> Pattern:
        number = rf"[0-9{NUMERALS}A-Za-z-]{{0,4}}"
        words = any_of(self.words("form-number"))
        return Pattern(rf"(?:{words}){number}(?:{words})?{number}[:：]?")

    @cached_property
    def _page_number(self) -> Pattern:
        return Pattern(rf"(?:[0-9]{{1,4}}|{any_of(self.words('page-number'))})+")

    @cached_property
    def _seal(self) -> Pattern:
        return Pattern(rf"[（(]\s*(?:{any_of(self.words('seal'))})\s*[）)]")


_A_YEAR = Pattern(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_MONTHS = Pattern(r"(?:([0-9]{1,2})月?[-—–~～至到]|截[至止])([0-9]{1,2})月")
_BRACKETS = Pattern(r"[（(][^（）()]*[)）]$|[（）()+＋\-－、/]")  # a unit, and signs between words
_WHOLE_YEAR = (("1", "12"), ("01", "12"), ("", "12"))
_AFTER = (*"：:.、1234567890（(", "")


def any_of(words: tuple[str, ...]) -> str:
    """Return a pattern of words, longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def is_han(word: str) -> bool:
    """Tell a word that begins with a Chinese character."""
    return "一" <= word <= "鿿"


def _option(word: str) -> str:
    """Return an option without its number and the marks around it."""
    plain = re.sub(r"^[\s、，,;；]*(?:[0-9]{1,2}[.、．)）]|[（(][0-9]{1,2}[）)]|[①-⑳])?", "", word)
    return " ".join(plain.split()).strip(" 、，,;；：:")
