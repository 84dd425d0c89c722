"""Values of a draft by their keys, each with its place."""

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.base.toml import KeyPath
from generator.rules.printed_value import Amount, Text
from generator.rules.where import NOWHERE

if TYPE_CHECKING:
    from generator.read.draft import SubjectDraft


def text_at(subject: "SubjectDraft", keys: KeyPath) -> Text:
    """Return words (empty: none were read)."""
    value = subject.get(keys)
    return Text("" if value is None else str(value), subject.places.get(keys, NOWHERE))


def amount_at(subject: "SubjectDraft", keys: KeyPath) -> Amount | None:
    """Return a number (``None``: none was read)."""
    value = subject.get(keys)
    return Amount(value, subject.places.get(keys, NOWHERE)) if isinstance(value, Decimal) else None
