"""Compile a text that many dossiers share to a Python function."""

from types import CodeType

from jinja2 import nodes

from generator.prose.error import ProseError
from generator.prose.sandbox import make_sandbox, parse_text
from generator.prose.writer import Scope, TooRichError, Writer

_HEAD = "def render(c, name, item, call, text, defined, convert, out):"
_START = ("e = out.take",)


def compile_shared_text(text: str) -> CodeType | None:
    """Return the code of a text (``None``: only the sandbox can render it, or say what is wrong)."""
    try:
        tree = parse_text(make_sandbox(is_draft=False), text)
        return _TextWriter().function(tree, _HEAD, _START).code
    except (ProseError, TooRichError):
        return None


class _TextWriter(Writer):
    """Writes text: names are looked up as the sandbox does."""

    def filtered(self, node: nodes.Filter, scope: Scope) -> str:
        """Write ``| to("元")``."""
        if node.name == "to" and node.node is not None and len(node.args) == 1 and not node.kwargs:
            value, unit = self.value(node.node, scope), self.value(node.args[0], scope)
            return f"convert({value}, {unit})"
        return super().filtered(node, scope)

    def special(self, node: nodes.Node, scope: Scope) -> str:
        """Write a lookup by name, a question whether there is something, a choice."""
        if isinstance(node, nodes.Call) and not (node.kwargs or node.dyn_args or node.dyn_kwargs):
            parts = (node.node, *node.args)
            return f"call({', '.join(self.value(part, scope) for part in parts)})"
        if isinstance(node, nodes.Test) and node.name == "defined" and _is_path(node.node):
            return f"defined(lambda: {self.value(node.node, scope)})"
        if isinstance(node, nodes.CondExpr) and node.expr2 is not None:
            test, one = self.value(node.test, scope), self.value(node.expr1, scope)
            return f"({one} if {test} else {self.value(node.expr2, scope)})"
        return super().special(node, scope)


def _is_path(node: nodes.Node) -> bool:
    """Tell a name, or a name of a name: of these alone a missing one is not there, and no fault."""
    while isinstance(node, nodes.Getattr):
        node = node.node
    return isinstance(node, nodes.Name)
