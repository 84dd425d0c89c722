"""A finding: which rule, what against what, where, and how that was worked out."""

from typing import NamedTuple

from generator.rules.where import Where


class Finding(NamedTuple):
    """What a rule found; its words, code and severity are data under ``id``."""

    id: str
    where: Where
    left: str = ""  # what stands there
    right: str = ""  # what it was held against
    how: str = ""  # how that was worked out
    name: str = ""  # of what
    quote: str = ""  # the words that stand there
    basis: str = ""  # where a paper says so; else that of the code
