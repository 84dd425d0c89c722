"""Sentences that texts take by name: ``snippet("执行进度偏低")`` prints one with the own figures.

What is said of an indicator is taken with its name behind it: ``snippet("超额完成/购书册数")``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from generator.language.quoting_fault import BlankError, LanguageError
from generator.model.snippet import Snippet
from generator.model.units import Units
from generator.prose.figure_marks import join_marked
from generator.prose.prose_render import render
from generator.prose.snippet_quotations import SNIPPET, THIS, quotation_of, unknown

Names = Mapping[str, Any]
Known = Callable[[], Mapping[str, Snippet]]


class SnippetNames:
    """Looks sentences up, and prints them with the names of one owner."""

    def __init__(self, known: Known, names: Names, units: Units) -> None:
        self._known, self._units = known, units
        # No sentence takes another one: nothing goes round in circles.
        self._names = {name: own for name, own in names.items() if name != SNIPPET}

    def over(self, names: Names) -> "SnippetNames":
        """Return the same for other names."""
        return SnippetNames(self._known, names, self._units)

    def __call__(self, said: str) -> str:
        """Return the words, their figures marked; raises ``LanguageError``."""
        name, _, row = said.partition("/")
        known = self._known()
        if name not in known:
            raise unknown(name, known)
        names = {**self._names, THIS: self._indicator(row)} if row else self._names
        try:
            return join_marked(render(known[name].text, names, self._units, is_shared=True))
        except LanguageError as error:
            raise _inside(name, error) from None

    def _indicator(self, row: str) -> Any:
        if "indicator" not in self._names:
            raise LanguageError("这里没有指标", word=row, hint="名称后面不写 /指标名称")
        return self._names["indicator"](row)


def with_snippets(names: Mapping[str, Names], known: Known, units: Units) -> dict[str, Names]:
    """Let the texts of every owner take sentences; they are read when the first is asked for."""
    return {
        owner: {**own, SNIPPET: SnippetNames(known, own, units)} for owner, own in names.items()
    }


def renamed(names: Names, changes: Names) -> dict[str, Any]:
    """Return names with others in the place of some, for the sentences, too."""
    found = {**names, **changes}
    own = found.get(SNIPPET)
    return {**found, SNIPPET: own.over(found)} if isinstance(own, SnippetNames) else found


def _inside(name: str, error: LanguageError) -> LanguageError:
    """Tell what a sentence lacks where it is taken; what is blank stays a blank."""
    message, hint = f"常用句“{name}”：{error.message}", error.hint
    if error.word == THIS:
        hint = f"请写明指标，如 {quotation_of(f'{name}/指标名称')}"
    kind = BlankError if isinstance(error, BlankError) else LanguageError
    return kind(message, word=name, hint=hint)
