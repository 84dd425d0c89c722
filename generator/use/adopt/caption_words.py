"""How surely the words of a cell are a caption, by themselves: above nothing for one, below for a value."""

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.read.cell_kinds import is_question, looks_like_label
from generator.read.label_book import LabelBook, bare_label, unnumbered
from generator.read.printed_values import squeezed

SURE = 3.0
_PART, _OPEN, _ENDS, _NAMED = 2.0, 2.0, 1.8, 2.0
_BLANK, _FIGURE, _LONG = -3.0, -6.0, -3.0
_BODY, _NUMBERS, _SHORT = -1.5, -1.0, 0.5
_SERIAL = Pattern(f"[{NUMERALS}]{{1,3}}")
_IN_UNIT = Pattern(r"[（(][^（()）]+[）)]$")
_LONGEST = 8
_PARTS = frozenset(("fund-source", "basic", "projects", "year"))


def weigh(text: str, book: LabelBook) -> float:
    """Weigh words: those that name something against those that say something."""
    plain, bare, phrases = squeezed(text), bare_label(text), book.phrases
    if not plain:
        return _BLANK
    if bare in phrases.words("caption") or _SERIAL.fullmatch(plain):
        return _NAMED if len(plain) > 1 else _SHORT
    if book.money.is_figure(text) or phrases.ticked(text) is not None or phrases.says_nothing(text):
        return _FIGURE
    if (said := said_with_label(text, book)) is not None:
        return -_SHORT if looks_like_label(said[0], book) else _LONG
    role = book.role(text)
    if role and role != "own":
        return _PART if role in _PARTS else SURE
    if book.columns.role(text) or phrases.is_part(text):
        return _PART
    if not looks_like_label(text, book) or bare in (
        *phrases.words("answer"), *phrases.words("grade-word")
    ):  # fmt: skip
        return _LONG
    return _of_unknown(text, bare, book) + (_OPEN if plain.endswith((":", "：")) else 0.0)


def said_with_label(text: str, book: LabelBook) -> tuple[str, str] | None:
    """Part words into a label and what stands behind its colon; nothing for words of one kind."""
    plain = "".join(text.split()).replace("：", ":")
    for word in book.phrases.words("breakdown"):
        plain = plain.removeprefix(f"{word}:")
    head, colon, said = plain.partition(":")
    return (head, said) if colon and head and said else None


def _of_unknown(text: str, bare: str, book: LabelBook) -> float:
    """Weigh short words that no label is known by."""
    phrases = book.phrases
    weight = _SHORT if len(bare) <= _LONGEST else 0.0
    if (
        unnumbered(text).endswith(phrases.words("caption-end"))
        or is_question(text)
        or (_IN_UNIT.search(text.strip()) is not None and book.money.unit_in(text))
    ):
        weight += _ENDS
    elif phrases.is_body(bare):
        weight += _BODY
    if any(sign.isdigit() for sign in unnumbered(text)):
        weight += _NUMBERS
    return weight
