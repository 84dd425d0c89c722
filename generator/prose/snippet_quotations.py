"""How texts take a sentence by name: ``{{ snippet("…") }}``, written and found, and a name that is none."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.base.pattern import Pattern
from generator.base.suggestion import suggest
from generator.language.quoting_fault import LanguageError
from generator.model.snippet import Snippet

SNIPPET: Final = "snippet"
THIS: Final = "this"
_TAKEN = Pattern(SNIPPET + r"\(\s*([\"'])([^\"'{}\n]*)\1\s*\)")


def quotation_of(said: str, quote: str = '"') -> str:
    """Write how a text takes a sentence."""
    return f"{{{{ {SNIPPET}({quote}{said}{quote}) }}}}"


def taken(text: str) -> Iterator[tuple[int, str]]:
    """Give the sentences that a text takes: where each is asked for, and its name."""
    for found in _TAKEN.finditer(text):
        yield found.start() + len(SNIPPET), found[2]


def is_of_row(snippet: Snippet) -> bool:
    """Tell a sentence that is said of one indicator."""
    return f"{THIS}." in snippet.text


def unknown(name: str, known: Mapping[str, Snippet]) -> LanguageError:
    """Tell of a sentence that there is not."""
    hint = suggest(name, known) or "有哪些，见 jixiao templates fields --prose"
    return LanguageError(f"没有常用句“{name}”", word=name, hint=hint)
