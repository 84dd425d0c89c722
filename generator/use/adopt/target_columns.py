"""What columns of targets print: the first one, the adjusted one beside it, without what others say."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from generator.model.foreign_document import ReadTable
from generator.read.columns import BandRead

ALWAYS_ADJUSTED = "adjusted-said-always"  # a role of no column, but of the form
_SIGNS = frozenset(("sign", "direction"))
# What a column of targets prints, by whether sign and unit have columns of their own.
_TARGETS: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {
        (True, True): "target_value",
        (True, False): "target_amount",
        (False, True): "target_signed",
        (False, False): "target",
    }
)


def says_targets_again(table: ReadTable, band: BandRead) -> bool:
    """Tell a form whose column of adjusted targets says those as well that were not changed."""
    starts = {c.role: c.strip.start for c in reversed(band.columns)}
    if not {"target", "adjusted"} <= starts.keys():
        return False
    said = [
        tuple(_said(table, row, starts[role]) for role in ("target", "adjusted"))
        for row in range(band.first, min(band.span[1], len(table.grid)))
    ]
    return any(first and first == now for first, now in said)


def target_tag(role: str, roles: Collection[str]) -> str:
    """Choose the tag of a target beside which another may stand: the adjusted one is in force."""
    usual = _TARGETS[not _SIGNS.isdisjoint(roles), "measure-unit" in roles]
    if "adjusted" not in roles or (role == "adjusted" and ALWAYS_ADJUSTED in roles):
        return usual
    return f"initial_{usual}" if role == "target" else f"adjusted_{usual}"


def _said(table: ReadTable, row: int, column: int) -> str:
    cell = table.at(row, column)
    return "" if cell is None else cell.text.strip()
