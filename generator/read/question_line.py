"""A question and its answer in one line without a colon: 是否公示？ ☑是 □否, 是否公示（是√ 否）."""

import re

from generator.base.pattern import Pattern
from generator.read.cell_kinds import is_question
from generator.read.form_words import Vocabulary
from generator.read.printed_values import squeezed

_LONGEST = 100
_COLON = Pattern("[:：]")
_ASKED = Pattern(r"(.*[？?])\s*(.+)", re.DOTALL)
_IN_BRACKETS = Pattern(r"(.*?)\s*[（(](.+)[）)]", re.DOTALL)
_BEHIND_GAP = Pattern(r"(.*?)[\s\u3000]+(.+)", re.DOTALL)


def question_and_answer(text: str, phrases: Vocabulary) -> tuple[str, str] | None:
    """Part a question from the options of which one is ticked, or from a tick or word that answers."""
    plain = text.strip()
    if len(plain) > _LONGEST or _COLON.search(plain):
        return None
    for shape in (_ASKED, _IN_BRACKETS, _BEHIND_GAP):
        found = shape.fullmatch(plain)
        if found and is_question(found[1]) and _answers(found[2], phrases):
            return found[1].strip(), found[2].strip()
    return None


def _answers(text: str, phrases: Vocabulary) -> bool:
    plain = squeezed(text)
    is_word = any(plain in phrases.words(use) for use in ("answer", "tick", "cross"))
    return is_word or bool(phrases.ticked(text))
