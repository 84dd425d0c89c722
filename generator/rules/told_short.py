"""Sentences that say what a row fell short by, behind what it came of: 取样不便，满意度低于目标."""

from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.causes import parts_of
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_CLAUSE = Pattern("[，,：:]")
_PIECE = 3  # so much of a name hints at it
_SHORTEST = 6  # signs that say something


def is_told_short(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    """Tell whether a section on causes says of a row that it fell short, and before that what happened."""
    name = squeezed(row.name.text)
    return any(
        _is_short(clause, name, words) and len(before) >= _SHORTEST
        for text in form.reasons_given
        for part in parts_of(text, words)
        for before, clause in _clauses(squeezed(part))
    )


def _is_short(clause: str, name: str, words: Vocabulary) -> bool:
    pieces = (name[at : at + _PIECE] for at in range(len(name) - _PIECE + 1))
    return words.has("told-short", clause) and any(piece in clause for piece in pieces)


def _clauses(part: str) -> list[tuple[str, str]]:
    """Return the clauses of a sentence, each with all that stands before it."""
    clauses = _CLAUSE.split(part)
    return [("".join(clauses[:n]), clause) for n, clause in enumerate(clauses)]
