"""Cells: what the ends of their lines cut, single characters, long words in the middle, small letters."""

from collections.abc import Iterator

from generator.model.laid_out import LaidCell
from generator.rules.finding import Finding
from generator.rules.page.page_facts import Pages


def broken(pages: Pages) -> Iterator[Finding]:
    """Numbers with their units, points in brackets, short labels are not parted by the end of a line."""
    for own in pages.set_cells:
        for token in own.broken:
            yield Finding("cell-broken", own.cell.place, name=f"“{token}”")
        for token in own.labels:
            yield Finding("label-broken", own.cell.place, name=f"“{token}”")


def lone(pages: Pages) -> Iterator[Finding]:
    """No last line of a cell holds a single character."""
    for own in pages.set_cells:
        if own.lone:
            yield Finding("cell-lone", own.cell.place)


def centred(pages: Pages) -> Iterator[Finding]:
    """Words over several lines begin at the left."""
    limits = pages.yard.house.limits
    for own in pages.set_cells:
        is_long = own.longest >= limits.long_lines and len(own.cell.text) > limits.label
        sides = {p.setting.side for p in own.cell.paragraphs if not p.is_blank}
        if is_long and sides == {"center"}:
            yield Finding("cell-centred", own.cell.place)


def small(pages: Pages) -> Iterator[Finding]:
    """Letters of a table can be read."""
    least = float(pages.yard.house.limits.smallest)
    for own in pages.set_cells:
        size = _smallest(own.cell)
        if size and size < least * 2:
            named = pages.yard.letter.named
            yield Finding("cell-small", own.cell.place, named(size), named(least * 2))


def _smallest(cell: LaidCell) -> int:
    runs = (run for paragraph in cell.paragraphs for run in paragraph.runs if run.text.strip())
    return min((run.letters.size for run in runs), default=0)
