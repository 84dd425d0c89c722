"""The marks of bookmarks as other programs leave them, put in order before a file is changed."""

from generator.word.xml import Element, W

START, END = f"{W}bookmarkStart", f"{W}bookmarkEnd"


def mend_marks(root: Element) -> None:
    """Take out halves without the other half, and close first what was opened last.

    LibreOffice begins the bookmark of an empty cell twice, and where two bookmarks end at one place
    it may end the outer one first.
    """
    opened = _drop_halves(root)
    for end in root.iter(END):
        before = end.getprevious()
        if before is not None and before.tag == END:
            continue  # not the first of a row of ends
        row = [end]
        while (following := row[-1].getnext()) is not None and following.tag == END:
            row.append(following)
        ordered = sorted(row, key=lambda mark: -opened[mark.get(f"{W}id")])
        for number, mark in zip([mark.get(f"{W}id") for mark in ordered], row, strict=True):
            mark.set(f"{W}id", number)


def remove_between(start: Element, end: Element, elements: list[Element]) -> None:
    """Take out elements between two marks, but no half of a bookmark that reaches beyond them."""
    ids = [e.get(f"{W}id") for e in elements if e.tag in (START, END)]
    for element in elements:
        if element.tag in (START, END) and ids.count(element.get(f"{W}id")) == 1:
            place = start if element.tag == END else end
            if element.tag == END:
                place.addprevious(element)
            else:
                place.addnext(element)
            continue
        element.getparent().remove(element)


def _drop_halves(root: Element) -> dict[str | None, int]:
    """Return when each bookmark that is left begins."""
    ends = {mark.get(f"{W}id") for mark in root.iter(END)}
    opened: dict[str | None, int] = {}
    for number, start in enumerate(list(root.iter(START))):
        own = start.get(f"{W}id")
        if own in ends and own not in opened:
            opened[own] = number
        else:
            start.getparent().remove(start)
    closed: set[str | None] = set()
    for end in list(root.iter(END)):
        own = end.get(f"{W}id")
        if own in opened and own not in closed:
            closed.add(own)
        else:
            end.getparent().remove(end)
    return opened
