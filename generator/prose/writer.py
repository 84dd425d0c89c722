"""Writes the Python of a parsed template: quoting, choosing, repeating, as plain string building.

The code needs no template engine when it runs, and can be kept on disk. Whoever prints values in a
way of their own says so in a subclass; what is not known here raises ``TooRichError``.
"""

from collections.abc import Callable, Sequence

from jinja2 import nodes

from generator.prose.written import FILE, WrittenCode

_MOST_PIECES = 200
_OPERATORS = {"eq": "==", "ne": "!=", "in": "in", "notin": "not in"}

Scope = dict[str, str]


class TooRichError(Exception):
    """The template uses something that is not written here."""


class Writer:
    """Writes the body of a function, remembering where each line came from."""

    def __init__(self, literals: Callable[[str], str] = str) -> None:
        self._lines: list[str] = []
        self._origins: list[int] = []
        self._pieces: list[tuple[str, int]] = []
        self._literals = literals
        self._depth = 1
        self._locals = 0

    def function(self, tree: nodes.Template, head: str, start: Sequence[str]) -> WrittenCode:
        """Write a function: its head, what it begins with, and the template; it returns ``out``."""
        self.block(tree.body, {})
        lines = (head, *(f" {line}" for line in start), *self._lines, " return ''.join(out)")
        code = compile("\n".join(lines), FILE, "exec")
        return WrittenCode(code, (*(0 for _ in (head, *start)), *self._origins, 0))

    def block(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        """Write some nodes one step deeper."""
        if not body:
            self.line("pass", 0)
        for node in body:
            self._node(node, scope)
        self._flush()

    def line(self, code: str, origin: int) -> None:
        """Write one line."""
        self._flush()
        self._add(code, origin)

    def piece(self, code: str, origin: int) -> None:
        """Write what is to be printed. Pieces behind each other cost one call together."""
        self._pieces.append((code, origin))
        if len(self._pieces) == _MOST_PIECES:
            self._flush()

    def _flush(self) -> None:
        if self._pieces:
            self._add("e((", 0)
            for code, origin in self._pieces:
                self._add(f" {code},", origin)
            self._add("))", 0)
            self._pieces = []

    def _add(self, code: str, origin: int) -> None:
        self._lines.append(" " * self._depth + code)
        self._origins.append(origin)

    def printed(self, node: nodes.Expr, scope: Scope) -> None:
        """Write what prints a value."""
        self.piece(f"text({self.value(node, scope)})", node.lineno)

    def filtered(self, node: nodes.Filter, scope: Scope) -> str:
        """Write a filter; there are none but those of a subclass."""
        del scope
        raise TooRichError(node.name)

    def special(self, node: nodes.Node, scope: Scope) -> str:
        """Write an expression that only a subclass knows."""
        del scope
        raise TooRichError(type(node).__name__)

    def value(self, node: nodes.Node, scope: Scope) -> str:
        """Write an expression."""
        if isinstance(node, nodes.Const) and isinstance(node.value, str | int):
            return repr(node.value)
        if isinstance(node, nodes.Name) and node.name != "loop":
            return scope.get(node.name) or f"name(c, {node.name!r})"
        if isinstance(node, nodes.Getattr):
            return self._attribute(node, scope)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            return f"item({self.value(node.node, scope)}, {node.arg.value!r})"
        if isinstance(node, nodes.Filter):
            return self.filtered(node, scope)
        return self._condition(node, scope)

    def _node(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                self._output(child, scope)
        elif isinstance(node, nodes.If):
            self._if(node, scope)
        elif isinstance(node, nodes.For):
            self._for(node, scope)
        else:
            raise TooRichError(type(node).__name__)

    def _output(self, node: nodes.Expr, scope: Scope) -> None:
        if not isinstance(node, nodes.TemplateData):
            self.printed(node, scope)
        elif data := self._literals(node.data):
            self.piece(repr(data), node.lineno)

    def _if(self, node: nodes.If, scope: Scope) -> None:
        self.line(f"if {self.value(node.test, scope)}:", node.lineno)
        self._deeper(node.body, scope)
        for other in node.elif_:
            self.line(f"elif {self.value(other.test, scope)}:", other.lineno)
            self._deeper(other.body, scope)
        if node.else_:
            self.line("else:", node.lineno)
            self._deeper(node.else_, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        if not isinstance(node.target, nodes.Name) or node.test is not None or node.recursive:
            raise TooRichError("for")
        self._locals += 1
        n = self._locals
        self.line(f"l{n} = list({self.value(node.iter, scope)})", node.lineno)
        self.line(f"for i{n}, v{n} in enumerate(l{n}):", node.lineno)
        inner = {**scope, node.target.name: f"v{n}", "loop": str(n)}
        self._deeper(node.body, inner)
        if node.else_:
            self.line(f"if not l{n}:", node.lineno)
            self._deeper(node.else_, scope)

    def _deeper(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        self._depth += 1
        self.block(body, scope)
        self._depth -= 1

    def _attribute(self, node: nodes.Getattr, scope: Scope) -> str:
        owner = node.node
        if isinstance(owner, nodes.Name) and owner.name == "loop" and "loop" in scope:
            n = scope["loop"]
            known = {"first": f"i{n} == 0", "last": f"i{n} == len(l{n}) - 1"}
            if node.attr in known:
                return f"({known[node.attr]})"
        return f"name({self.value(owner, scope)}, {node.attr!r})"

    def _condition(self, node: nodes.Node, scope: Scope) -> str:
        if isinstance(node, nodes.Not):
            return f"(not {self.value(node.node, scope)})"
        if isinstance(node, nodes.And | nodes.Or):
            word = "and" if isinstance(node, nodes.And) else "or"
            return f"({self.value(node.left, scope)} {word} {self.value(node.right, scope)})"
        if isinstance(node, nodes.Compare) and all(o.op in _OPERATORS for o in node.ops):
            tail = "".join(f" {_OPERATORS[o.op]} {self.value(o.expr, scope)}" for o in node.ops)
            return f"({self.value(node.expr, scope)}{tail})"
        return self.special(node, scope)
