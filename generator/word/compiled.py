"""Compile the tags of a template to a Python function, once.

A template that does more than quoting, choosing and repeating is left to Jinja itself.
"""

from collections.abc import Callable

from jinja2 import nodes

from generator.prose.writer import Scope, Writer
from generator.prose.written import WrittenCode

# Filters that write properties, and those that only ask for them.
_PROPERTIES = {"vmerge": "merge", "indented": "indent"}
_MARKS = ("merge", "indent")
_HEAD = "def render(c, name, item, write, text, merge, indent):"
_START = ("out = []", "e = out.extend")


def compile_tree(tree: nodes.Template, literals: Callable[[str], str]) -> WrittenCode:
    """Compile a parsed template; raises ``TooRichError``."""
    return _PartWriter(literals).function(tree, _HEAD, _START)


class _PartWriter(Writer):
    """Writes a part of a Word file: values with their anchors, cells with their properties."""

    def printed(self, node: nodes.Expr, scope: Scope) -> None:
        """Write an anchored value, a property, or plain words."""
        if isinstance(node, nodes.Filter) and node.name == "anchored" and node.node is not None:
            (number,) = node.args
            printed, after = self.value(node.node, scope), self.value(number, scope)
            self.piece(f"write({printed}, {after})", node.lineno)
        elif isinstance(node, nodes.Filter) and node.name in _PROPERTIES and node.node is not None:
            made = f"{_PROPERTIES[node.name]}({self.value(node.node, scope)})"
            self.piece(made, node.lineno)
        else:
            super().printed(node, scope)

    def special(self, node: nodes.Node, scope: Scope) -> str:
        """Write ``field("…")``: a field that the unit named itself."""
        if isinstance(node, nodes.Call) and not (node.kwargs or node.dyn_args or node.dyn_kwargs):
            names = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
            if len(names) == len(node.args) == 1 and isinstance(names[0], str):
                return f"item({self.value(node.node, scope)}, {names[0]!r})"
        return super().special(node, scope)

    def filtered(self, node: nodes.Filter, scope: Scope) -> str:
        """Write the value behind a filter that only marks it."""
        if node.name in _MARKS and node.node is not None:
            return self.value(node.node, scope)
        return super().filtered(node, scope)
