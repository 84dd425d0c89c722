"""Options with boxes in a text: where each box stands, whose it is, and whether it is ticked."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.chinese import NUMERALS
from generator.read.form_words import Vocabulary, any_of, is_han
from generator.read.printed_values import labelled_parts

_LONGEST_OPTION, _LONGEST_LABEL, _FEWEST = 25, 40, 2
_OPENING = "（(：:？? \t\u3000\n"
_NUMBER = r"(?:[0-9]{1,2}[.、．)）]|[（(][0-9]{1,2}[）)]|[①-⑳])?"
_WORD = re.compile(
    rf"[\s、，,;；。]*{_NUMBER}\s*([^：:（()）\n\u3000，,;；。]*?)(?=$|\s{{2,}}|[：:（()）\n\u3000，,;；。])"
)
_NEXT = re.compile(r"(.+?)[\s\u3000；;。]+([^\s：:]{2,20}[：:])\s*", re.DOTALL)
_LABELLED = re.compile(r"[\s\u3000；;。]*([^\s：:]{2,40})[：:]\s*(.*)", re.DOTALL)

# Where a line says other things before: 自评总得分：98分，自评等次：优□.
_LAST_LABEL = re.compile(
    r".*[\s\u3000；;。，,]([^\s：:，,；;。]{2,40})[：:]\s*([^：:]*)", re.DOTALL
)


class Box(NamedTuple):
    """A box in a text: its sign, the option that it belongs to, and what is typed behind that."""

    start: int
    end: int
    mark: str
    option: str
    is_ticked: bool
    rest: str = ""


class OptionGroup(NamedTuple):
    """The options of one label; a text may have the label in front of them, or elsewhere."""

    label: str
    boxes: tuple[Box, ...]

    @property
    def is_choice(self) -> bool:
        """Tell options to choose from: several, each of another name."""
        named = {box.option for box in self.boxes}
        return len(self.boxes) >= _FEWEST and len(named) == len(self.boxes) and "" not in named


class OptionReader:
    """Finds boxes by the signs that the labels know."""

    def __init__(self, phrases: Vocabulary) -> None:
        self._answers = phrases.words("answer")
        self._several = phrases.words("several")
        self._pairs = {word[0]: word[1:] for word in phrases.words("ticked-box")}
        boxes, ticks = (
            any_of(tuple(w for w in phrases.words(use) if not is_han(w))) for use in ("box", "tick")
        )
        self._tick = re.compile(ticks)
        self._mark = re.compile(
            rf"[（(]\s*(?:{ticks})?\s*[）)]|(?:{boxes})\s*(?:{ticks})|(?:{boxes})|(?:{ticks})"
        )

    def groups(self, text: str) -> tuple[OptionGroup, ...]:
        """Return the options of a text, label by label; nothing where its signs are no boxes."""
        marks = [found for found in self._mark.finditer(text) if not _is_of_number(text, found)]
        if not any(self._is_sign(found[0]) for found in marks):
            marks = marks if self._are_answers(text, marks) else []
        elif not any(found[0][0] in "（(" and self._tick.search(found[0]) for found in marks):
            marks = [found for found in marks if found[0][0] not in "（("]
        if not marks or any(a.end() == b.start() for a, b in itertools.pairwise(marks)):
            return ()
        edges = [0, *(edge for found in marks for edge in found.span()), len(text)]
        words = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        is_behind = bool(words[0].strip()) and not words[-1].strip("）)。 \t\n\u3000")
        return tuple(_behind(words, marks, self) if is_behind else _before(words, marks, self))

    def has_several(self, text: str) -> bool:
        """Tell a label that lets more than one option be ticked."""
        return any(word in text for word in self._several)

    @property
    def usual_tick(self) -> str:
        """Return the sign that is typed where there is no box."""
        return self._pairs.get("（", "")

    def marks_of(self, boxes: Sequence[Box]) -> tuple[str, str]:
        """Return the signs of a box that is ticked and of one that is not, as the form writes them."""
        ticked = next((box.mark for box in boxes if box.is_ticked), "")
        blank = next((box.mark for box in boxes if not box.is_ticked), "")
        if not ticked:
            usual = next(iter(self._pairs.values()), "")
            empty = blank.strip("（() ）\u3000")
            sign = self._pairs.get(empty, usual) if empty else self._pairs.get("（", usual)
            ticked = sign if blank[:1] not in "（(" else f"{blank[0]}{sign}{blank[-1]}"
        if not blank:
            bare = self._tick.sub("", ticked)
            known = next((box for box, tick in self._pairs.items() if tick == ticked), "")
            blank = known or (f"{bare[0]}\u3000{bare[-1]}" if len(bare) > 1 else bare)
        return ticked, blank

    def box(self, found: re.Match[str], word: str) -> Box:
        """Make a box of a sign and the words of its option."""
        said = _WORD.match(word)
        option = "" if said is None else " ".join(said[1].split())
        rest = "" if said is None else word[said.end() :].strip("）)。；; \t\n\u3000：:_＿")
        option = option if len(option) <= _LONGEST_OPTION else ""
        return Box(*found.span(), found[0], option, self._tick.search(found[0]) is not None, rest)

    def _is_sign(self, mark: str) -> bool:
        return mark[0] not in "（(" or self._tick.search(mark) is not None

    def _are_answers(self, text: str, marks: Sequence[re.Match[str]]) -> bool:
        """Tell empty brackets that stand behind yes and no: 是（ ）否（ ）."""
        before = (text[: found.start()].split() or [""] for found in marks)
        return bool(marks) and all(
            words[-1].endswith(self._answers) if self._answers else False for words in before
        )


def _is_of_number(text: str, found: re.Match[str]) -> bool:
    """Tell a nought that is written as a circle."""
    around = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
    return any(sign in f"{NUMERALS}0123456789〇" for sign in around) and found[0] in "〇○"


def _label(text: str) -> str:
    last = text.strip(_OPENING).split("\n")[-1].strip(_OPENING)
    if "：" in last or ":" in last:  # something else of the form stands before it in the line
        last = labelled_parts(f"{last}：")[-1].strip(_OPENING)
    return last if len(last) <= _LONGEST_LABEL else ""


def _before(
    words: Sequence[str], marks: Sequence[re.Match[str]], reader: OptionReader
) -> Iterator[OptionGroup]:
    """Boxes stand before their options; a label between two of them begins another group."""
    label = _label(words[0])
    boxes: list[Box] = []
    for found, word in zip(marks, words[1:], strict=True):
        following = _NEXT.fullmatch(word)
        boxes.append(reader.box(found, following[1] if following else word))
        if following:
            yield OptionGroup(label, tuple(boxes))
            label, boxes = _label(following[2]), []
    if boxes:
        yield OptionGroup(label, tuple(boxes))


def _behind(
    words: Sequence[str], marks: Sequence[re.Match[str]], reader: OptionReader
) -> Iterator[OptionGroup]:
    """Boxes stand behind their options; the first of a group may have a label before it."""
    label = ""
    boxes: list[Box] = []
    for found, word in zip(marks, words, strict=False):
        labelled = _LABELLED.fullmatch(word)
        if labelled and ("：" in labelled[2] or ":" in labelled[2]):
            labelled = _LAST_LABEL.fullmatch(word) or labelled
        if labelled:
            if boxes:
                yield OptionGroup(label, tuple(boxes))
            label, boxes = _label(labelled[1]), []
        boxes.append(reader.box(found, labelled[2] if labelled else word))
    if boxes:
        yield OptionGroup(label, tuple(boxes))
