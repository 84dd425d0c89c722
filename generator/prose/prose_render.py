"""Render text that quotes figures into spans; whatever cannot be rendered is a problem at its place."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.base.toml import KeyPath, TomlFile
from generator.language.cut import cut, holds_tags
from generator.language.program_run import Run
from generator.language.quoting_fault import BlankError, LanguageError, MissingError
from generator.language.statements import read_program
from generator.model.spans import Span, Spans, plain_text
from generator.model.units import Units
from generator.prose.figure_marks import join_marked, split_spans
from generator.prose.name_list import OF_TEMPLATES
from generator.prose.name_tree import UNKNOWN, Node, text_names
from generator.prose.prose_gap import DRAFT, leave_gaps
from generator.prose.prose_printing import Text, compile_text
from generator.prose.unknown_names import unknown_names

_DEEPEST_LOOP = 2
_CHOOSING = Pattern(r"\{\{[^}]*\b(?:if|and|or)\b")


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
    """Tell whether text holds anything but words."""
    return holds_tags(text)


def render(text: str, names: Mapping[str, Any], units: Units, *, is_shared: bool = False) -> Spans:
    """Render text; raises ``LanguageError``. What many dossiers share is compiled once."""
    spans, faults = _rendered(text, names, units, is_shared=is_shared)
    if faults:
        raise faults[0]
    return spans


def render_value(
    file: TomlFile, keys: KeyPath, text: str, names: Mapping[str, Any], units: Units
) -> Rendered:
    """Render a text of an input file."""
    spans, faults = _rendered(text, names, units, is_shared=False)
    faults = faults or _never_there(text, names)
    if not faults:
        return Rendered(spans)
    problems = []
    for fault in faults:
        place = file.text_place(keys, *line_and_column(text, fault.at))
        problems.append(_problem("C01" if isinstance(fault, BlankError) else "I20", fault, place))
    return Rendered((Span(leave_gaps(text)),), tuple(problems))


def render_file(shown: str, text: str, names: Mapping[str, Any], units: Units) -> Rendered:
    """Render a text template (a whole file)."""
    spans, faults = _rendered(text, names, units, is_shared=True)
    if not faults:
        return Rendered(spans)
    return Rendered((), _in_file(shown, text, faults))


def file_faults(shown: str, text: str) -> tuple[Problem, ...]:
    """Tell what is wrong with a text template before anybody prints it: names there never are, too."""
    return _in_file(shown, text, _faults(text, text_names()))


def template_faults(
    file: TomlFile, keys: KeyPath, text: str, names: Mapping[str, Node]
) -> tuple[Problem, ...]:
    """Tell what is wrong with a text of a pack before anybody prints it."""
    faults = _faults(text, names)
    places = (file.text_place(keys, *line_and_column(text, fault.at)) for fault in faults)
    return tuple(_problem("T01", *pair) for pair in zip(faults, places, strict=True))


def _faults(text: str, names: Mapping[str, Node]) -> Sequence[LanguageError]:
    if not holds_tags(text):
        return ()
    made = _shared(text)
    every = (*made.faults, *unknown_names(made.body, names))
    return sorted(every, key=lambda fault: fault.at)


def _in_file(shown: str, text: str, faults: Sequence[LanguageError]) -> tuple[Problem, ...]:
    places = (Place(shown, *line_and_column(text, fault.at)) for fault in faults)
    return tuple(_problem("T01", *pair) for pair in zip(faults, places, strict=True))


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Return where a character stands, counted from 1."""
    at = max(at, 0)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _rendered(
    text: str, names: Mapping[str, Any], units: Units, *, is_shared: bool
) -> tuple[Spans, Sequence[LanguageError]]:
    if not holds_tags(text):
        return split_spans(text), ()
    made = (_shared if is_shared else _own)(text)
    if made.faults:
        return (), made.faults
    run = Run(units, is_draft=bool(names.get(DRAFT)))
    return split_spans(made.compiled.run(names, run)), run.faults


def _never_there(text: str, names: Mapping[str, Any]) -> Sequence[LanguageError]:
    """Find names in parts of a text that were not reached this time, which there never are."""
    if "{%" not in text and not _CHOOSING.search(text):
        return ()
    return unknown_names(_own(text).body, {**dict.fromkeys(names, UNKNOWN), **text_names()})


def _read(text: str) -> Text:
    return compile_text(read_program(cut(text), _DEEPEST_LOOP))


_shared = lru_cache(maxsize=256)(_read)
_own = lru_cache(maxsize=64)(_read)  # of a dossier: looked at by rules, then printed


def _problem(code: str, fault: LanguageError, place: Place) -> Problem:
    hint = OF_TEMPLATES.get(fault.word, "") if isinstance(fault, MissingError) else ""
    return Problem(code, Severity.ERROR, fault.message, place, hint or fault.hint, fault.word)
