"""Compile the tags of a template to a Python function, once: quoting, choosing, repeating.

The function is plain string building; it needs no template engine when it runs, and can be kept on
disk. A template that does more than this is left to Jinja itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import CodeType

from jinja2 import nodes

FILE = "<template>"
# Filters that write properties, and those that only ask for them.
_PROPERTIES = {"vmerge": "merge", "indented": "indent"}
_MARKS = ("merge", "indent")
_OPERATORS = {"eq": "==", "ne": "!=", "in": "in", "notin": "not in"}


class TooRichError(Exception):
    """The template uses something that is not compiled here."""


@dataclass(frozen=True, slots=True)
class CompiledText:
    """The code of a template part, and for each of its lines the line of the template."""

    code: CodeType
    lines: tuple[int, ...]


def compile_tree(tree: nodes.Template, literals: Callable[[str], str]) -> CompiledText:
    """Compile a parsed template; raises ``TooRichError``."""
    writer = _Writer(literals)
    writer.block(tree.body, {})
    head = "def render(c, name, item, write, text, merge, indent):"
    lines = (head, " out = []", " a = out.append", *writer.lines, " return ''.join(out)")
    code = compile("\n".join(lines), FILE, "exec")
    return CompiledText(code, (0, 0, 0, *writer.origins, 0))


class _Writer:
    """Writes Python, remembering where each line came from."""

    def __init__(self, literals: Callable[[str], str]) -> None:
        self.lines: list[str] = []
        self.origins: list[int] = []
        self._literals = literals
        self._depth = 1
        self._locals = 0

    def block(self, body: Sequence[nodes.Node], scope: dict[str, str]) -> None:
        """Write some nodes one step deeper."""
        if not body:
            self._line("pass", 0)
        for node in body:
            self._node(node, scope)

    def _line(self, code: str, line: int) -> None:
        self.lines.append(" " * self._depth + code)
        self.origins.append(line)

    def _node(self, node: nodes.Node, scope: dict[str, str]) -> None:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                self._output(child, scope)
        elif isinstance(node, nodes.If):
            self._if(node, scope)
        elif isinstance(node, nodes.For):
            self._for(node, scope)
        else:
            raise TooRichError(type(node).__name__)

    def _output(self, node: nodes.Expr, scope: dict[str, str]) -> None:
        if isinstance(node, nodes.TemplateData):
            if data := self._literals(node.data):
                self._line(f"a({data!r})", node.lineno)
            return
        if isinstance(node, nodes.Filter) and node.name == "anchored" and node.node is not None:
            (number,) = node.args
            printed, after = self._value(node.node, scope), self._value(number, scope)
            self._line(f"a(write({printed}, {after}))", node.lineno)
        elif isinstance(node, nodes.Filter) and node.name in _PROPERTIES and node.node is not None:
            made = f"{_PROPERTIES[node.name]}({self._value(node.node, scope)})"
            self._line(f"a({made})", node.lineno)
        else:
            self._line(f"a(text({self._value(node, scope)}))", node.lineno)

    def _if(self, node: nodes.If, scope: dict[str, str]) -> None:
        self._line(f"if {self._value(node.test, scope)}:", node.lineno)
        self._deeper(node.body, scope)
        for other in node.elif_:
            self._line(f"elif {self._value(other.test, scope)}:", other.lineno)
            self._deeper(other.body, scope)
        if node.else_:
            self._line("else:", node.lineno)
            self._deeper(node.else_, scope)

    def _for(self, node: nodes.For, scope: dict[str, str]) -> None:
        if not isinstance(node.target, nodes.Name) or node.test is not None or node.recursive:
            raise TooRichError("for")
        self._locals += 1
        n = self._locals
        self._line(f"l{n} = list({self._value(node.iter, scope)})", node.lineno)
        self._line(f"for i{n}, v{n} in enumerate(l{n}):", node.lineno)
        inner = {**scope, node.target.name: f"v{n}", "loop": str(n)}
        self._deeper(node.body, inner)
        if node.else_:
            self._line(f"if not l{n}:", node.lineno)
            self._deeper(node.else_, scope)

    def _deeper(self, body: Sequence[nodes.Node], scope: dict[str, str]) -> None:
        self._depth += 1
        self.block(body, scope)
        self._depth -= 1

    def _value(self, node: nodes.Node, scope: dict[str, str]) -> str:
        if isinstance(node, nodes.Const) and isinstance(node.value, str | int):
            return repr(node.value)
        if isinstance(node, nodes.Name) and node.name != "loop":
            return scope.get(node.name) or f"name(c, {node.name!r})"
        if isinstance(node, nodes.Getattr):
            return self._attribute(node, scope)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            return f"item({self._value(node.node, scope)}, {node.arg.value!r})"
        if isinstance(node, nodes.Filter) and node.name in _MARKS and node.node is not None:
            return self._value(node.node, scope)
        return self._condition(node, scope)

    def _attribute(self, node: nodes.Getattr, scope: dict[str, str]) -> str:
        owner = node.node
        if isinstance(owner, nodes.Name) and owner.name == "loop" and "loop" in scope:
            n = scope["loop"]
            known = {"first": f"i{n} == 0", "last": f"i{n} == len(l{n}) - 1"}
            if node.attr in known:
                return f"({known[node.attr]})"
        return f"name({self._value(owner, scope)}, {node.attr!r})"

    def _condition(self, node: nodes.Node, scope: dict[str, str]) -> str:
        if isinstance(node, nodes.Not):
            return f"(not {self._value(node.node, scope)})"
        if isinstance(node, nodes.And | nodes.Or):
            word = "and" if isinstance(node, nodes.And) else "or"
            return f"({self._value(node.left, scope)} {word} {self._value(node.right, scope)})"
        if isinstance(node, nodes.Compare) and all(o.op in _OPERATORS for o in node.ops):
            tail = "".join(f" {_OPERATORS[o.op]} {self._value(o.expr, scope)}" for o in node.ops)
            return f"({self._value(node.expr, scope)}{tail})"
        raise TooRichError(type(node).__name__)
