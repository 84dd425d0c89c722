"""Read from the styles of a template how words in its tables look."""

import re
from collections.abc import Mapping
from typing import Final

from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.xml import Element, W, XmlError, parse

_SINGLE: Final = 240
_NORMAL_SIZE: Final = 20  # half points, where no style says anything
_OFF: Final = ("0", "false", "off")
_TWIPS: Final = re.compile(r"-?\d{1,5}")
_SIDES: Final = ("top", "left", "bottom", "right")


def looks_of(styles: bytes | None) -> Looks:
    """Read the styles of a template."""
    plain = ParagraphLook(_NORMAL_SIZE, _SINGLE, "auto", "")
    try:
        root = parse(styles) if styles else None
    except XmlError:
        root = None
    if root is None:
        return Looks({"": plain}, {"": (0, 108, 0, 108)})
    known = {style.get(f"{W}styleId") or "": style for style in root.iter(f"{W}style")}
    base = _changed(plain, root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), None)
    base = _changed(base, None, root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
    paragraphs = {"": base}
    cells: dict[str, tuple[int, ...]] = {"": (0, 108, 0, 108)}
    lines: dict[str, int] = {}
    for name, style in known.items():
        chain = _chain(style, known)
        if style.get(f"{W}type") == "paragraph":
            look = base
            for own in chain:
                look = _changed(look, own.find(f"{W}rPr"), own.find(f"{W}pPr"))
            paragraphs[name] = look
            if style.get(f"{W}default") in ("1", "true"):
                paragraphs[""] = look
        elif style.get(f"{W}type") == "table":
            space, look = cells[""], base
            for own in chain:
                space = margins(own.find(f"{W}tblPr/{W}tblCellMar"), space)
                look = _changed(look, None, own.find(f"{W}pPr"))
            cells[name] = space
            if look.rule == "auto" and look.line != base.line:
                lines[name] = look.line
    return Looks(paragraphs, cells, lines, base.line)


def margins(element: Element | None, before: tuple[int, ...]) -> tuple[int, ...]:
    """Return the space within cells where an element may say otherwise."""
    if element is None:
        return before
    found = list(before)
    for number, side in enumerate(_SIDES):
        own = element.find(f"{W}{side}")
        if own is not None:
            found[number] = _whole(own.get(f"{W}w"), before[number])
    return tuple(found)


def _chain(style: Element, known: Mapping[str, Element]) -> list[Element]:
    """Return a style with those that it rests on, the last of them first."""
    chain = [style]
    while (based := chain[0].find(f"{W}basedOn")) is not None:
        below = known.get(based.get(f"{W}val") or "")
        if below is None or below in chain:
            break
        chain.insert(0, below)
    return chain


def _changed(look: ParagraphLook, run: Element | None, own: Element | None) -> ParagraphLook:
    size = run.find(f"{W}sz") if run is not None else None
    if size is not None:
        look = look._replace(size=_whole(size.get(f"{W}val"), look.size))
    between = run.find(f"{W}spacing") if run is not None else None
    if between is not None:
        look = look._replace(between=_twips(between.get(f"{W}val"), look.between))
    spacing = own.find(f"{W}spacing") if own is not None else None
    if spacing is not None and spacing.get(f"{W}line") is not None:
        line = _whole(spacing.get(f"{W}line"), look.line)
        look = look._replace(line=line, rule=spacing.get(f"{W}lineRule") or "auto")
    if own is None:
        return look
    if spacing is not None:
        around = (_whole(spacing.get(f"{W}{edge}"), 0) for edge in ("before", "after"))
        look = look._replace(around=sum(around))
    look = _indented(look, own.find(f"{W}ind"))
    look = look._replace(
        keeps=_is_on(own.find(f"{W}keepNext"), look.keeps),
        starts=_is_on(own.find(f"{W}pageBreakBefore"), look.starts),
    )
    side = own.find(f"{W}jc")
    return look if side is None else look._replace(side=side.get(f"{W}val") or "")


def _indented(look: ParagraphLook, own: Element | None) -> ParagraphLook:
    if own is None:
        return look
    hanging = own.get(f"{W}hanging")
    first = _twips(own.get(f"{W}firstLine"), look.first)
    if hanging is not None:
        first = -_whole(hanging, -look.first)
    sides = [own.get(f"{W}{side}") for side in ("left", "right")]
    beside = look.beside
    if any(side is not None for side in sides):
        beside = sum(_twips(side, 0) for side in sides)
    return look._replace(first=first, beside=beside)


def _is_on(element: Element | None, otherwise: bool) -> bool:  # noqa: FBT001 - what held before
    return otherwise if element is None else element.get(f"{W}val") not in _OFF


def _twips(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and _TWIPS.fullmatch(text) else otherwise


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() else otherwise
