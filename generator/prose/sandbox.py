"""The sandbox: quoting figures, choosing and repeating — and nothing else.

Text comes from strangers. Only the nodes listed here are allowed, which leaves no arithmetic, no
attribute outside our own values, no import, no macro, and no way to loop without end.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import test_defined

from generator.base.suggestion import suggest
from generator.figures.figure import ConversionError, Figure
from generator.prose.error import ProseError
from generator.prose.gap import GAP, UNITS
from generator.prose.lookup import MISSING, look_up
from generator.prose.marks import mark

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Call,
    nodes.Const,
    nodes.Filter,
    nodes.Test,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Keyword,
)
_DEEPEST_LOOP = 2


class UnknownName(StrictUndefined):
    """A name that text quotes and nobody wrote: printing it is a problem, asking for it is not."""

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        known = self._undefined_obj if isinstance(self._undefined_obj, Mapping) else {}
        name = str(self._undefined_name)
        raise ProseError(f"没有“{name}”这项数据", word=name, hint=suggest(name, known))

    __iter__ = __str__ = __len__ = _fail_with_undefined_error
    __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __call__ = _fail_with_undefined_error


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with our values only: names are looked up in mappings, never on Python objects."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up ``a.b`` as text may."""
        found = look_up(obj, attribute)
        if found is not MISSING:
            return found
        if isinstance(obj, LoopContext) and attribute in ("first", "last"):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look up ``a["b"]`` in mappings only."""
        if isinstance(obj, Mapping) and isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=str(argument))


def _finalize(value: Any) -> str:
    """Let only words and figures reach the page: a raw number has no source."""
    if isinstance(value, Figure):
        return mark(value)
    if isinstance(value, str):
        return value
    if isinstance(value, Undefined):
        return str(value)  # a gap in a draft; else it says which name is unknown
    message = "这里不是可以印出的数据，请写到具体的一项，如 funds.spent"
    raise ProseError(message)


@pass_context
def _to(context: Context, figure: Any, unit: str) -> Figure:
    """``{{ funds.spent | to("元") }}``: the same figure in another unit."""
    if not isinstance(figure, Figure):
        raise ProseError("只有数据才能换算单位")
    try:
        return figure.converted(unit, context[UNITS])
    except ConversionError as error:
        raise ProseError(str(error), word=unit) from error


class LeftOpen(Undefined):
    """A missing value in a draft: it is printed as a gap that nobody can overlook."""

    def __str__(self) -> str:
        return GAP


@cache
def make_sandbox(*, is_draft: bool) -> Sandbox:
    """Make the environment once per process; it holds no data of any dossier."""
    sandbox = Sandbox(
        undefined=LeftOpen if is_draft else UnknownName,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    sandbox.globals.clear()
    sandbox.filters = {"to": _to}
    sandbox.tests = {"defined": test_defined}
    return sandbox


def parse_text(sandbox: Sandbox, text: str) -> nodes.Template:
    """Parse text that does no more than quoting, choosing and repeating."""
    try:
        tree = sandbox.parse(text)
        _check_nodes(tree)
    except TemplateSyntaxError as error:
        raise _fault(error) from error
    except RecursionError as error:
        raise ProseError("花括号里的写法嵌套太深") from error
    return tree


def compile_text(sandbox: Sandbox, text: str) -> Template:
    """Compile text for the sandbox."""
    tree = parse_text(sandbox, text)
    try:
        return sandbox.from_string(tree)
    except TemplateSyntaxError as error:
        raise _fault(error) from error
    except RecursionError as error:
        raise ProseError("花括号里的写法嵌套太深") from error


def _fault(error: TemplateSyntaxError) -> ProseError:
    hint = f"应为 {{{{ 名称 }}}}（{error.message}）"
    return ProseError("花括号里的写法不对", error.lineno, hint=hint)


@lru_cache(maxsize=256)
def compile_shared(sandbox: Sandbox, text: str) -> Template:
    """Compile a text that many dossiers share, once per process."""
    return compile_text(sandbox, text)


def _check_nodes(tree: nodes.Template) -> None:
    stack: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while stack:
        node, loops = stack.pop()
        loops += isinstance(node, nodes.For)
        if not isinstance(node, _ALLOWED) or loops > _DEEPEST_LOOP:
            kind = type(node).__name__
            hint = "正文里只能引用数据、判断和列举，不能计算；需要的数请写进输入文件"
            raise ProseError(f"正文里不能使用这种写法（{kind}）", node.lineno or 1, hint=hint)
        stack += [(child, loops) for child in node.iter_child_nodes()]
