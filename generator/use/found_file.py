"""Files of what was found: written like our own, as data or by a Word template."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.base.problem import Place, Problem, Severity
from generator.base.visible import visible, visible_data
from generator.model.blocks import Cell, DocumentBlocks, Table
from generator.model.spans import Span
from generator.roundtrip.own_file import write_own
from generator.use.library import Library

Made = tuple[bytes | None, tuple[Problem, ...]]


def write_made(target: Path, made: Made) -> tuple[Problem, ...]:
    """Write the file whole, or not at all; a person's file is never written over."""
    data, problems = made
    if data is None:
        return problems
    fault = write_own(target, data)
    return problems if fault is None else (*problems, fault)


def as_json(data: Mapping[str, Any]) -> bytes:
    """Write data as people and programs read it."""
    return f"{json.dumps(visible_data(data), ensure_ascii=False, indent=2)}\n".encode()


def filled_template(library: Library, template_name: str, title: str, form: Table) -> Made:
    """Fill a Word template with what was found; the own folder's goes before ours."""
    from generator.word.word_render import BoundPart, Manner  # noqa: PLC0415 - Word libraries are slow to load

    template = library.template(template_name)
    if template is None:
        message, hint = f"没有 Word 模板“{template_name}”", "请把模板放进 templates/docx/"
        return None, (Problem("T03", Severity.ERROR, message, Place(template_name), hint),)
    id = template_name.removesuffix(".docx")
    blocks = DocumentBlocks(id, (Span(title),), form=form)
    # The dates are for the clerk to fill in; the same findings give the same bytes.
    day = datetime.date(1980, 1, 1)
    manner = Manner("", day, is_clean=True, style=library.workspace.entry.style)
    made = library.renderer.render([BoundPart(template, template_name, blocks)], manner)
    return made.data, made.problems


def word_cells(values: Mapping[str, str]) -> dict[str, Cell]:
    """Foreign words are written as they are shown: a sign that Word cannot hold would stop it all."""
    return {name: Cell((Span(visible(text)),) if text else ()) for name, text in values.items()}
