"""What a document asks for: a row lacks no value for which the block that it stands in has no column."""

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft
from generator.rules.finding import Finding

_BLANK = "indicator-blank"
_COLUMNS = ("target", "actual")


def is_asked(finding: Finding, draft: Draft) -> bool:
    """Tell whether the form has a place for what a finding misses: 决策 and 过程 have neither target nor actual."""
    if finding.id != _BLANK or finding.right not in _COLUMNS:
        return True
    at = finding.where if isinstance(finding.where, DocumentPlace) else finding.where.place.document
    if at is None:
        return True
    above = [
        band
        for band in draft.bands
        if (band.place.file, band.place.table) == (at.file, at.table) and band.place.row <= at.row
    ]
    roles = {column.role for column in above[-1].columns} if above else set(_COLUMNS)
    return finding.right in roles
