"""Boxes to tick as plain words: content controls, symbols and form fields of a cell or paragraph."""

from generator.word.reading.markup import Element, child, descend, local, w
from generator.word.reading.printed_runs import box_of_field, symbol
from generator.word.set_words import paragraphs_of
from generator.word.xml import SPACE

_SYMBOL_FONTS = ("Wingdings", "Symbol", "Webdings")


def write_boxes(holder: Element) -> None:
    """Write every box as a sign in a run of its own look, so that a tag can take its place."""
    for paragraph in paragraphs_of(holder):
        for control in list(paragraph.iter(w("sdt"))):
            _unwrap(control)
        for sign in list(paragraph.iter(w("sym"))):
            _write(sign, symbol(sign))
        _write_fields(paragraph)


def _unwrap(control: Element) -> None:
    """Take a content control of a box away from around its sign; its state is the sign's."""
    properties, inside = child(control, "sdtPr"), child(control, "sdtContent")
    is_box = properties is not None and any(local(one) == "checkbox" for one in properties)
    if not is_box or inside is None:
        return
    for element in list(inside):
        control.addprevious(element)
    control.getparent().remove(control)


def _write(sign: Element, text: str) -> None:
    run = sign.getparent()
    words = sign.makeelement(w("t"), {SPACE: "preserve"}, None)
    words.text = text
    sign.addprevious(words)
    run.remove(sign)
    fonts = descend(run, "rPr/rFonts")
    if fonts is not None and any(value.startswith(_SYMBOL_FONTS) for value in fonts.values()):
        fonts.getparent().remove(fonts)


def _write_fields(paragraph: Element) -> None:
    """Put the sign of each form field in the place of all of its runs."""
    sign, depth = "", 0
    for mark in list(paragraph.iter(w("fldChar"), w("instrText"))):
        kind = mark.get(w("fldCharType"), "") if local(mark) == "fldChar" else "instruction"
        begun = box_of_field(mark) if kind == "begin" else ""
        if not sign and begun:
            sign, depth = begun, 1
            _write(mark, begun)
            continue
        if not sign:
            continue
        depth += (kind == "begin") - (kind == "end")
        mark.getparent().remove(mark)
        if not depth:
            sign = ""
