"""A finding: which rule, what against what, where, and how that was worked out."""

from typing import NamedTuple

from generator.base.document_place import DocumentPlace


class Finding(NamedTuple):
    """What a rule found; its words, code and severity are data under ``id``."""

    id: str
    where: DocumentPlace
    left: str = ""  # what stands there
    right: str = ""  # what it was held against
    how: str = ""  # how that was worked out
    name: str = ""  # of what


def gathered(findings: list[Finding], most: int = 3) -> list[Finding]:
    """Say once what would be said in nearly every row, at the first of them."""
    if len(findings) <= most:
        return findings
    first = findings[0]
    return [first._replace(how=f"共 {len(findings)} 处")]
