"""The goals of a department in a budget text: its duties, each with goals and indicators, its safeguards."""

import re

from generator.base.chinese import NUMERALS
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.draft import SubjectDraft
from generator.read.form_words import Vocabulary
from generator.read.headings import split_number
from generator.read.printed_values import words

# What a line below a duty begins with, by the words of the data.
_KEYS = {"duty": "responsibility", "duty-target": "target", "duty-goal": "goal"}
_INDICATORS = "duty-indicators"
_BEHIND = Pattern(r"(?:是|为|[:：])?(.*)", re.DOTALL)
_ITEM = Pattern(
    rf"[{NUMERALS}]是([^，,；;]{{1,60}})[，,]绩效标准[为是](.+?)(?=[；;][{NUMERALS}]是|[。\s]*$)",
    re.DOTALL,
)
_TOP, _BELOW = 1, 2


def read_duties(
    text: str, place: DocumentPlace, subject: SubjectDraft, phrases: Vocabulary
) -> None:
    """Read 分项绩效目标: under each numbered duty what it is responsible for, its goals, its indicators."""
    number = -1
    for line in text.split("\n"):
        split = split_number(line)
        if split.style == _TOP and len(split.title) <= 40:
            number += 1
            subject.put(("duty", number, "name"), split.title, place)
            continue
        use, said = _begun(line.strip(), phrases)
        if number < 0 or not use:
            if number >= 0:
                subject.leave(place, line, "职责里没有认出的一段")
            continue
        if key := _KEYS.get(use):
            subject.put(("duty", number, key), words(said), place)
            continue
        items = _ITEM.findall(said)
        for index, (name, standard) in enumerate(items):
            keys = ("duty", number, "indicator", index)
            subject.put((*keys, "name"), name.strip(), place)
            subject.put((*keys, "standard"), standard.strip(" 。"), place)
        if not items:
            subject.leave(place, line, "没有认出绩效指标和绩效标准")


def _begun(line: str, phrases: Vocabulary) -> tuple[str, str]:
    """Return what a line tells of a duty, and the rest of it (empty: nothing that is known)."""
    for use in (*_KEYS, _INDICATORS):
        for word in phrases.words(use):
            if line.startswith(word) and (found := _BEHIND.fullmatch(line.removeprefix(word))):
                return use, found[1]
    return "", ""


def read_safeguards(text: str, place: DocumentPlace, subject: SubjectDraft) -> None:
    """Read 工作保障措施: headings, and below them measures with a run-in title."""
    number = item = -1
    for line in text.split("\n"):
        split = split_number(line)
        if split.style == _TOP:
            number, item = number + 1, -1
            subject.put(("safeguard", number, "title"), split.title, place)
        elif split.style == _BELOW and number >= 0:
            item += 1
            title, _, rest = split.title.partition("。")
            keys = ("safeguard", number, "item", item)
            subject.put((*keys, "title"), title, place)
            if rest.strip():
                subject.put((*keys, "text"), words(rest), place)
        elif number >= 0 and len(line) > 1:
            subject.leave(place, line, "保障措施里没有认出的一段")
