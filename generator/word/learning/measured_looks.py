"""How paragraphs, rows, tables and pages of a file look: what holds for them, wherever it is set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator.word.edited.edited_story import Block, Grid, Passage
from generator.word.edited.file import WordFile
from generator.word.xml import Element, W, XmlError, parse

Look = Mapping[str, str]

STYLES: Final = "word/styles.xml"
EAST, LATIN, SIZE, BOLD = "east", "latin", "size", "bold"
BEFORE, AFTER, LINE, SIDE, PAGE = "before", "after", "line", "side", "page"
HEIGHT: Final = "height"
PAPER: Final = ("w", "h", "orient")
MARGINS: Final = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_SIDES: Final = {"start": "left", "end": "right"}
_OFF: Final = ("0", "false", "off")
_PLAIN: Final[Look] = {
    EAST: "",
    LATIN: "",
    SIZE: "20",
    BOLD: "",
    BEFORE: "0",
    AFTER: "0",
    LINE: "240 auto",
    SIDE: "left",
    PAGE: "",
}
_OF_RUNS: Final = (EAST, LATIN, SIZE, BOLD)


class LookReader:
    """Reads the looks of one file."""

    def __init__(self, file: WordFile) -> None:
        try:
            root = parse(file.parts[STYLES]) if STYLES in file.parts else None
        except XmlError:
            root = None
        styles = () if root is None else tuple(root.iter(f"{W}style"))
        self._styles = {style.get(f"{W}styleId") or "": style for style in styles}
        self._usual = next((s for s in styles if _is_usual(s)), None)
        self._base = dict(_PLAIN)
        if root is not None:
            self._base |= _of_runs(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
            self._base |= _of_paragraphs(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))

    def paragraph(self, element: Element) -> Look:
        """Return how a paragraph looks; how its words do as far as all do alike."""
        own = element.find(f"{W}pPr")
        style = own.find(f"{W}pStyle") if own is not None else None
        look = dict(self._base)
        for one in self._chain(None if style is None else style.get(f"{W}val")):
            look |= _of_paragraphs(one.find(f"{W}pPr")) | _of_runs(one.find(f"{W}rPr"))
        look |= _of_paragraphs(own)
        runs = [self._run(run, look) for run in element.iter(f"{W}r") if _says(run)]
        for name in _OF_RUNS:
            values = {run[name] for run in runs}
            if len(values) == 1:
                look[name] = values.pop()
            elif values:
                del look[name]  # some words look so and some otherwise
        return look

    def _run(self, run: Element, look: Look) -> Look:
        own = run.find(f"{W}rPr")
        found = dict(look)
        style = own.find(f"{W}rStyle") if own is not None else None
        if style is not None:
            for one in self._chain(style.get(f"{W}val")):
                found |= _of_runs(one.find(f"{W}rPr"))
        return found | _of_runs(own)

    def _chain(self, name: str | None) -> Sequence[Element]:
        """Return a style with those that it rests on, the last of them first."""
        style = self._usual if name is None else self._styles.get(name)
        chain: list[Element] = []
        while style is not None and style not in chain:
            chain.insert(0, style)
            based = style.find(f"{W}basedOn")
            style = None if based is None else self._styles.get(based.get(f"{W}val") or "")
        return chain


def height_of(row: Element) -> str:
    """Return how high a row is made (empty: as high as its words)."""
    height = row.find(f"{W}trPr/{W}trHeight")
    value = "0" if height is None else height.get(f"{W}val") or "0"
    rule = "" if height is None else height.get(f"{W}hRule") or "atLeast"
    return "" if value == "0" or rule == "auto" else f"{value} {rule}"


def widths_of(table: Element) -> tuple[int, ...]:
    """Return the widths of the columns."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    return tuple(_whole(column.get(f"{W}w")) for column in columns)


def page_of(section: Element) -> Look:
    """Return the paper of a section and its margins."""
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    found = {name: "" if paper is None else paper.get(f"{W}{name}") or "" for name in PAPER}
    found["orient"] = found["orient"] or "portrait"
    return found | {n: "" if margins is None else margins.get(f"{W}{n}") or "" for n in MARGINS}


def new_pages(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Give the paragraphs that somebody let begin on a new page by a break before them."""
    is_broken = False
    for block in blocks:
        if isinstance(block, Grid):
            is_broken = False
            continue
        before, after = _breaks(block.element)
        if not block.text.strip():
            is_broken = is_broken or before or after
            continue
        if is_broken or before:
            yield block
        is_broken = after


def _breaks(paragraph: Element) -> tuple[bool, bool]:
    """Tell whether a page ends within a paragraph: before its words, behind them."""
    before = after = is_said = False
    for node in paragraph.iter(f"{W}t", f"{W}br"):
        if node.tag == f"{W}t":
            is_said = is_said or bool((node.text or "").strip())
            after = after and not (node.text or "").strip()
        elif node.get(f"{W}type") == "page":
            before, after = before or not is_said, is_said
    return before, after


def _of_runs(properties: Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    if properties is None:
        return found
    fonts, size, bold = (properties.find(f"{W}{name}") for name in ("rFonts", "sz", "b"))
    for name, attribute in ((EAST, "eastAsia"), (LATIN, "ascii")):
        if fonts is not None:
            own, theme = fonts.get(f"{W}{attribute}"), fonts.get(f"{W}{attribute}Theme")
            value = f"theme {theme}" if theme else own
            found |= {name: value} if value else {}
    if size is not None:
        found[SIZE] = size.get(f"{W}val") or ""
    if bold is not None:
        found[BOLD] = "" if (bold.get(f"{W}val") or "1") in _OFF else "1"
    return found


def _of_paragraphs(properties: Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    if properties is None:
        return found
    spacing, side, page = (
        properties.find(f"{W}{name}") for name in ("spacing", "jc", "pageBreakBefore")
    )
    if spacing is not None:
        for name in (BEFORE, AFTER):
            value = spacing.get(f"{W}{name}")
            found |= {name: value} if value is not None else {}
        if (line := spacing.get(f"{W}line")) is not None:
            found[LINE] = f"{line} {spacing.get(f'{W}lineRule') or 'auto'}"
    if side is not None:
        value = side.get(f"{W}val") or "left"
        found[SIDE] = _SIDES.get(value, value)
    if page is not None:
        found[PAGE] = "" if (page.get(f"{W}val") or "1") in _OFF else "1"
    return found


def _says(run: Element) -> bool:
    return any((node.text or "").strip() for node in run.iter(f"{W}t"))


def _is_usual(style: Element) -> bool:
    is_default = style.get(f"{W}default") in ("1", "true", "on")
    return is_default and style.get(f"{W}type") == "paragraph"


def _whole(text: str | None) -> int:
    try:
        return round(float(text or "0"))
    except ValueError:
        return 0
