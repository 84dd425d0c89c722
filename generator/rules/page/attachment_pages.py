"""The list of attachments below a report, and the pages that they begin on."""

from collections.abc import Iterator

from generator.base.chinese import NUMERALS
from generator.model.laid_out import LaidTable
from generator.rules.finding import Finding
from generator.rules.page.line_roles import Line, Role, note_pattern
from generator.rules.page.page_facts import Pages, has_leading_space
from generator.rules.page.page_parts import Part

_THIRD = 2  # line of a page, counted from 0, on which the title of an attachment stands


def notes(pages: Pages) -> Iterator[Finding]:
    """The list: a line apart, two characters in, a full colon, no mark behind a name."""
    element, words = pages.element("attachment-note"), pages.yard.house.words
    pattern = note_pattern(pages.yard.house)
    for part in pages.reports if element is not None else ():
        lines = part.lines
        for at, line in enumerate(lines):
            if line.role is not Role.ATTACHMENTS or element is None:
                continue
            where, text = line.paragraph.place, line.paragraph.text.strip()
            basis, found = pages.basis(element.clause), pattern.match(line.paragraph.text)
            if text[-1:] in words.ends and text[-1:] != words.colon:
                yield Finding("note-mark", where, text[-1:], basis=basis)
            if found is None:
                continue
            if found["colon"] == words.half_colon:
                yield Finding("note-colon", where, words.half_colon, words.colon, basis=basis)
            if found["number"]:
                yield Finding("note-number", where, found[0].strip(), basis=basis)
            if at and lines[at - 1].role is not Role.BLANK and not line.paragraph.setting.before:
                yield Finding("note-apart", where, basis=basis)
            first = line.paragraph.indent("left") + line.paragraph.indent("first")
            is_off = abs(first - float(element.first or 0)) > pages.yard.house.limits.indent_near
            if is_off and not has_leading_space(line.paragraph):
                right = str(element.first)
                yield Finding(
                    "first-line", where, f"{first:.1f}", right, name=element.name, basis=basis
                )


def labels(pages: Pages) -> Iterator[Finding]:
    """An attachment begins a page; its label stands at the edge, without a colon, the title on the third line."""
    element = pages.element("attachment-label")
    for number, part in enumerate(pages.parts):
        label = next(part.of(Role.LABEL), None)
        if label is None or element is None or not (part.is_report or part.is_form):
            continue
        basis, where = pages.basis(element.clause), label.paragraph.place
        text, near = label.paragraph.text.strip(), float(pages.yard.house.limits.indent_near)
        if number and not part.begins_page:
            yield Finding("label-page", where, text, basis=basis)
        side = label.paragraph.setting.side
        first = label.paragraph.indent("left") + label.paragraph.indent("first")
        if side in ("center", "right") or abs(first) > near or has_leading_space(label.paragraph):
            yield Finding("label-edge", where, text, basis=basis)
        marks = (pages.yard.house.words.colon, pages.yard.house.words.half_colon)
        if text.endswith(marks):
            yield Finding("label-colon", where, text, basis=basis)
        if any(letter in NUMERALS for letter in text):
            yield Finding("label-number", where, text, basis=basis)
        if not _is_on_third(part, label):
            yield Finding("label-title", where, basis=basis)


def _is_on_third(part: Part, label: Line) -> bool:
    """Tell whether the title stands two lines below the label, by an empty line or a distance."""
    blocks = list(part.blocks)
    at = next(n for n, block in enumerate(blocks) if block is label)
    for below, block in enumerate(blocks[at + 1 :], 1):
        if isinstance(block, LaidTable):
            return True
        if block.role is not Role.BLANK:
            space = block.paragraph.setting.before + label.paragraph.setting.after
            return below == _THIRD or space * _THIRD >= label.paragraph.line_height
    return True
