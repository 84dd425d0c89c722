"""Templates that do more than quote, choose and repeat are filled by Jinja itself, in a sandbox."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import StrictUndefined, TemplateError, Undefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup as Safe

from generator.word import prepare
from generator.word.page import indent, merge_state, text
from generator.word.pieces import DynamicPart, MissingNameError, Piece

_WRITE = "the writer of this document"


def engine_parts(parts: Sequence[prepare.SourcePart]) -> tuple[DynamicPart, ...]:
    """Turn prepared sources into parts that Jinja fills."""
    engine = _engine()
    return tuple(
        DynamicPart(
            part.name,
            tuple(Piece(p.owner, _fill(engine, p.source), (), p.places) for p in part.pieces),
            part.properties,
        )
        for part in parts
    )


def _engine() -> ImmutableSandboxedEnvironment:
    engine = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_finalize
    )
    engine.globals.clear()
    engine.filters.update(
        merge=lambda cell: cell,
        indent=lambda words: words,
        indented=lambda words: Safe(indent(words)),  # noqa: S704 - numbers only
        vmerge=lambda cell: Safe(merge_state(cell)),  # noqa: S704 - one of two constants
        anchored=_anchored,
    )
    return engine


def _finalize(value: Any) -> Safe:
    if isinstance(value, Safe):
        return value
    if isinstance(value, Undefined):
        str(value)  # says which name is missing
    return Safe(text(value))  # noqa: S704 - escaped there


@pass_context
def _anchored(context: Context, value: Any, number: int) -> Safe:
    written: str = context[_WRITE](value, number)
    return Safe(written)  # noqa: S704 - written by the page, which escapes


def _fill(engine: ImmutableSandboxedEnvironment, source: str) -> Callable[..., str]:
    template = engine.from_string(source)

    def fill(names: Mapping[str, Any], *helpers: Any) -> str:
        try:
            written = template.render({**names, _WRITE: helpers[2]})
        except TemplateError as error:
            raise MissingNameError(error.message or "") from error
        return prepare.plain_literal(written)

    return fill
