"""What other forms of a paper tell of the money of a project: 良种繁育调减10万元 in the sheet of the department."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.draft import Draft, SubjectDraft
from generator.read.printed_values import squeezed
from generator.rules.rule_words import Vocabulary

_SENTENCE = Pattern(r"[。；;\n]")
_PIECE = 4  # signs of the name of a project by which a sentence names it
_OWN_CELLS = ("adjustment", "explanation")


class Telling(NamedTuple):
    """A form, and its sentences that tell why money was changed, or not spent."""

    subject: SubjectDraft
    sentences: tuple[str, ...]


def tellings(draft: Draft, words: Vocabulary) -> tuple[Telling, ...]:
    """Return what each form of a paper tells; where there is one form, nobody else does."""
    subjects = draft.subjects if len(draft.subjects) > 1 else []
    return tuple(Telling(s, tuple(_of_money(s, words))) for s in subjects)


def told_elsewhere(name: str, subject: SubjectDraft, told: Sequence[Telling]) -> Iterator[str]:
    """Give the sentences of other forms that name a project, be it by a piece of its name."""
    plain = squeezed(name)
    pieces = [plain[at : at + _PIECE] for at in range(len(plain) - _PIECE + 1)]
    for one in told:
        if one.subject is not subject:
            yield from (s for s in one.sentences if any(piece in s for piece in pieces))


def _of_money(subject: SubjectDraft, words: Vocabulary) -> Iterator[str]:
    own = (subject.get(("funds", key)) for key in _OWN_CELLS)
    for text in (*own, *(subject.get(("fields",)) or {}).values()):
        for sentence in _SENTENCE.split(str(text or "")):
            if words.has("budget-changed", sentence) or words.has("left-unspent", sentence):
                yield sentence
