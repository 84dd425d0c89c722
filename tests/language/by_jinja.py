"""Jinja itself with our values and our filters: what the language is held against."""

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.figures.figure import Figure
from generator.language.filter_list import SIGNATURES
from generator.language.filters import apply_filter
from generator.language.program_run import Run
from generator.language.quoted_values import SIDES
from generator.language.tag_words import Joined
from generator.prose.figure_marks import mark


class Loose(StrictUndefined):
    """As strict as Jinja's, but what is below a name that is missing is missing, too."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self


class Engine(ImmutableSandboxedEnvironment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, Figure) and attribute in SIDES:
            return getattr(obj, attribute)
        if isinstance(obj, LoopContext) and attribute in ("first", "last"):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, list) and isinstance(argument, int):
            return super().getitem(obj, argument)
        return self.getattr(obj, argument)


def shown(value: Any) -> str:
    if isinstance(value, Figure):
        return mark(value)
    if isinstance(value, Joined):
        return "".join(map(shown, value.parts))
    return str(value)


def by_jinja(text: str, names: Mapping[str, Any], run: Run) -> str:
    engine = Engine(undefined=Loose, finalize=shown, trim_blocks=True, lstrip_blocks=True)
    for name in SIGNATURES:
        engine.filters[name] = lambda value, *own, name=name: apply_filter(name, value, own, run)
    return engine.from_string(text).render(names)
