"""Which names of bodies are held against each other: of hundreds of units most are alike, and are many.

Within a unit two spellings are one body. Between units a name that one file prints beside one that
many print is a slip of the pen; two that are both usual are two bodies.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.model.apart import Apart
from generator.read.draft import Draft
from generator.read.label_book import normal
from generator.use.audit.agreement import names_in
from generator.use.audit.units_of_files import UnitFiles
from generator.wording.near_names import near_names

_FEW_UNITS = 3  # of so few, all are compared
_USUAL, _RARE = 3, 1  # files that print a name


def held_together(
    drafts: Sequence[Draft], units: Sequence[UnitFiles], apart: Apart
) -> Iterator[Sequence[Draft]]:
    """Give the drafts whose names are compared, group by group."""
    if len(units) <= _FEW_UNITS:
        yield drafts
        return
    for unit in units:
        yield [*unit.drafts]
    printed: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for name in {normal(name) for name, _ in names_in(draft)}:
            printed[name].append(draft)
    for one, other, _ in near_names(printed, apart):
        rare, usual = sorted((printed[one], printed[other]), key=len)
        if len(rare) <= _RARE and len(usual) >= _USUAL:
            yield usual[0], rare[0]
