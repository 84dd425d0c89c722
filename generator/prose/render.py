"""Render text that quotes figures into spans; whatever cannot be rendered is a problem at its line."""

from collections.abc import Mapping
from types import TracebackType
from typing import Any, NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.suggestion import suggest
from generator.base.toml import KeyPath, TomlFile
from generator.model.blocks import Span, Spans, plain_text
from generator.model.units import Units
from generator.prose.error import ProseError
from generator.prose.gap import DRAFT, UNITS, leave_gaps
from generator.prose.marks import join_marked, split_spans
from generator.prose.quotation import quote
from generator.prose.shared import LONGEST_RESULT, fill_shared


class Rendered(NamedTuple):
    """The spans of a text, and what was wrong with it."""

    spans: Spans
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """Return the words."""
        return plain_text(self.spans)

    @property
    def marked(self) -> str:
        """Return the words with their figures marked, to be put into a larger text."""
        return join_marked(self.spans)


def quotes_figures(text: str) -> bool:
    """Tell whether text holds anything for the sandbox."""
    return "{{" in text or "{%" in text or "{#" in text


def render(text: str, names: Mapping[str, Any], units: Units, *, is_shared: bool = False) -> Spans:
    """Render text; raises ``ProseError``. What many dossiers share is compiled once."""
    if not quotes_figures(text):
        return split_spans(text)
    plainly = quote(text, names, units)
    if plainly is None and is_shared:
        plainly = fill_shared(text, names, units)
    if plainly is not None:
        return split_spans(plainly)
    # Jinja costs more to import than all of this takes, and few texts need it.
    from generator.prose.sandbox import (  # noqa: PLC0415 - see above
        compile_shared,
        compile_text,
        make_sandbox,
    )

    sandbox = make_sandbox(is_draft=bool(names.get(DRAFT)))
    template = (compile_shared if is_shared else compile_text)(sandbox, text)
    pieces: list[str] = []
    length = 0
    try:
        for piece in template.generate({**names, UNITS: units}):
            pieces.append(piece)
            length += len(piece)
            if length > LONGEST_RESULT:
                raise ProseError("展开后的文字太长")
    except ProseError as error:
        hint = error.hint or (suggest(error.word, list(names)) if error.word else "")
        raise ProseError(
            error.message, error.line or _template_line(error.__traceback__), error.word, hint
        ) from error
    except (TypeError, ValueError) as error:
        raise ProseError(
            "花括号里的写法不对", _template_line(error.__traceback__), hint=str(error)
        ) from error
    return split_spans("".join(pieces))


def render_value(
    file: TomlFile, keys: KeyPath, text: str, names: Mapping[str, Any], units: Units
) -> Rendered:
    """Render a text of an input file."""
    try:
        return Rendered(render(text, names, units))
    except ProseError as error:
        return Rendered((Span(leave_gaps(text)),), (_problem(error, file, keys, text),))


def render_file(shown: str, text: str, names: Mapping[str, Any], units: Units) -> Rendered:
    """Render a text template (a whole file)."""
    try:
        return Rendered(render(text, names, units, is_shared=True))
    except ProseError as error:
        place = Place(shown, max(error.line, 1), 1)
        return Rendered(
            (), (Problem("T01", Severity.ERROR, error.message, place, error.hint, error.word),)
        )


def _problem(error: ProseError, file: TomlFile, keys: KeyPath, text: str) -> Problem:
    line = max(error.line, 1)
    lines = text.splitlines()
    column = 1
    if error.word and line <= len(lines):
        column = lines[line - 1].find(error.word) + 1 or 1
    place = file.text_place(keys, line, column)
    return Problem("I20", Severity.ERROR, error.message, place, error.hint, error.word)


def _template_line(trace: TracebackType | None) -> int:
    """Return the line of the template in which a traceback ends."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
