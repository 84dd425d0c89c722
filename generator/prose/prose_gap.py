"""How a draft shows what is missing, and the names in a context that no text can spell."""

import re

from generator.base.pattern import Pattern
from generator.language.gap import GAP

DRAFT = "is a draft"


_TAG = Pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def leave_gaps(text: str) -> str:
    """Return text that could not be rendered with a gap for every quotation."""
    return _TAG.sub(GAP, text)


__all__ = ["DRAFT", "GAP", "leave_gaps"]
