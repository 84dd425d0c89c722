"""How texts print what they quote: words as they are, figures with marks, a gap where one is left open."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.figures.figure import Figure
from generator.language.compiled import Compiled
from generator.language.expression import Tree
from generator.language.filter_list import SIGNATURES
from generator.language.gap import GAP
from generator.language.quoted_values import LEFT_OPEN, how_to_print
from generator.language.quoting_fault import LanguageError
from generator.language.statements import Program, walk
from generator.language.stretch import Show
from generator.language.tag_words import Joined
from generator.prose.figure_marks import mark


class Text(NamedTuple):
    """A text that was read: what writes it, what is wrong with it, and what it does."""

    compiled: Compiled
    faults: Sequence[LanguageError]
    body: Sequence[Tree] = ()


def compile_text(program: Program) -> Text:
    """Make a program print as texts do."""
    faults = [*program.faults, *_of_word_files(program.body)]
    return Text(Compiled(() if faults else program.body, _PROSE), faults, program.body)


class _Prose:
    is_plain = None  # most of what a text quotes are figures

    def shown(self, manner: int) -> Show:
        """Return what gives the words of a value; texts know one manner."""
        del manner
        return printed


_PROSE = _Prose()


def printed(value: Any) -> str:
    """Return words and figures as a text carries them; a raw number has no source."""
    if isinstance(value, Figure):
        return mark(value)
    if isinstance(value, Joined):
        return "".join(map(printed, value.parts))
    if isinstance(value, str):
        return value
    if value is LEFT_OPEN:
        return GAP
    raise LanguageError("这里不是可以印出的数据，请写到具体的一项", hint=how_to_print(value))


def _of_word_files(body: Sequence[Tree]) -> list[LanguageError]:
    """Find filters that a text cannot have."""
    return [
        LanguageError(f"“|{tree[3]}”只能用在 Word 模板里", tree[1], tree[3], "请删去")
        for tree in walk(tuple(body))
        if tree[0] == "filter" and SIGNATURES[tree[3]].is_of_word
    ]
