"""Tracked changes of properties: how paragraphs, runs, tables and sections looked before."""

from generator.word.xml import Element, W

_CHANGES = tuple(
    f"{W}{name}Change" for name in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sectPr")
)
_FORGOTTEN = tuple(
    f"{W}{name}" for name in ("numberingChange", "tblGridChange", "cellIns", "cellDel")
)
_OUTSIDE = frozenset(  # what a change of properties does not speak of
    f"{W}{name}"
    for name in (
        *("rPr", "sectPr", "ins", "del", "moveFrom", "moveTo"),
        *("headerReference", "footerReference"),
    )
)
_BEHIND = frozenset(f"{W}{name}" for name in ("rPr", "sectPr"))  # of a paragraph's properties
_MERGED = {"rest": "restart", "cont": "continue"}


def resolve_properties(root: Element, *, accepts: bool) -> None:
    """Keep the properties as they are, or go back to those that are remembered."""
    for merge in list(root.iter(f"{W}cellMerge")):
        _merge(merge, accepts=accepts)
    for change in list(root.iter(*_CHANGES)):
        holder = change.getparent()
        if holder is None:
            continue
        holder.remove(change)
        if not accepts and len(change):
            _restore(holder, change[0])
    for mark in list(root.iter(*_FORGOTTEN)):
        mark.getparent().remove(mark)
    for properties in list(root.iter(f"{W}trPr")):
        if not len(properties):
            properties.getparent().remove(properties)


def _restore(holder: Element, before: Element) -> None:
    kept = [child for child in holder if child.tag in _OUTSIDE]
    behind = [child for child in kept if child.tag in _BEHIND]
    first = [child for child in kept if child not in behind]
    remembered = list(before)
    for child in list(holder):
        holder.remove(child)
    if holder.tag == f"{W}trPr":
        first, behind = [], kept
    holder.extend((*first, *remembered, *behind))


def _merge(merge: Element, *, accepts: bool) -> None:
    """Cells that were merged or parted: the state before or after becomes the state."""
    holder = merge.getparent()
    state = _MERGED.get(merge.get(f"{W}{'vMerge' if accepts else 'vMergeOrig'}") or "")
    own = holder.find(f"{W}vMerge")
    if state is None:
        if own is not None:
            holder.remove(own)
        holder.remove(merge)
        return
    if own is None:
        own = holder.makeelement(f"{W}vMerge", {}, None)
        merge.addprevious(own)
    own.set(f"{W}val", state)
    holder.remove(merge)
