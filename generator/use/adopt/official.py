"""What a form says to every office alike: notes of its own, and places for a seal."""

from collections.abc import Sequence

from generator.base.pattern import Pattern
from generator.read.form_words import Vocabulary
from generator.read.label_book import without_number
from generator.read.printed_values import squeezed

_AMOUNT = Pattern(r"[0-9]+(?:\.[0-9]+)?(?:万元|元|个|人|家|万)")


def is_official_note(
    text: str, phrases: Vocabulary, names: Sequence[str], *, is_note: bool = False
) -> bool:
    """Tell a note that stands on the form of every office: it names none, and no amount of one.

    ``is_note`` tells that a reader took it for one, as the further lines of a numbered note are.
    """
    plain = squeezed(text)
    if not plain or any(squeezed(name) in plain for name in names):
        return False
    if phrases.is_form_note(text) or phrases.is_instruction(text):
        return True
    word, said = phrases.note(text)
    if is_note and without_number(text) != text.strip():
        return not _AMOUNT.search(squeezed(without_number(text)))
    return bool(word) and bool(said.strip()) and not _AMOUNT.search(squeezed(said))


def is_seal(text: str, phrases: Vocabulary) -> bool:
    """Tell a place for a seal, which is nobody's name: （单位公章）."""
    plain = squeezed(text).strip("（）()")
    return any(plain.endswith(word) for word in phrases.words("seal")) and (
        squeezed(text)[:1] in "（(" or len(plain) <= 4
    )
