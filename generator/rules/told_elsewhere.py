"""What other forms of a paper tell of the money of a project: 良种繁育调减10万元 in the sheet of the department."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.read.draft import Draft, SubjectDraft
from generator.read.printed_values import squeezed
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import Funds
from generator.rules.rule_words import Vocabulary

_SENTENCE = Pattern(r"[。；;\n]")
_NUMBER = Pattern(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")
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


def told_elsewhere(
    form: PrintedForm, subject: SubjectDraft, told: Sequence[Telling]
) -> tuple[str, ...]:
    """Return the sentences of other forms that name a project, or by how much its money was changed."""
    name, changes = squeezed(form.name.text), {*_changes(form.funds)}
    pieces = [name[at : at + _PIECE] for at in range(len(name) - _PIECE + 1)]
    return tuple(
        sentence
        for one in told
        if one.subject is not subject
        for sentence in one.sentences
        if any(piece in sentence for piece in pieces) or not changes.isdisjoint(_amounts(sentence))
    )


def _changes(funds: Funds) -> Iterator[Decimal]:
    """Give by how much the whole and its sources were changed in the year."""
    for row in funds.rows:
        if row.initial and row.budget and row.initial.value != row.budget.value:
            yield abs(row.budget.value - row.initial.value)


def _amounts(sentence: str) -> Iterator[Decimal]:
    return (Decimal(found[0]) for found in _NUMBER.finditer(half_width(sentence)))


def _of_money(subject: SubjectDraft, words: Vocabulary) -> Iterator[str]:
    own = (subject.get(("funds", key)) for key in _OWN_CELLS)
    for text in (*own, *(subject.get(("fields",)) or {}).values()):
        for sentence in _SENTENCE.split(str(text or "")):
            if words.has("budget-changed", sentence) or words.has("left-unspent", sentence):
                yield sentence
