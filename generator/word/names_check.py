"""Hold the names that a template uses against those that there are, before anything is filled in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jinja2 import nodes

from generator.base.suggestion import suggest
from generator.word.fields import (
    NAMES,
    Called,
    Chosen,
    Field,
    Flag,
    Group,
    Many,
    Marks,
    Named,
    NamedChoice,
    NamedRows,
    Node,
    OwnRow,
    OwnRows,
)

_LOOP = Group("循环", {"first": Flag("第一次"), "last": Flag("最后一次")})


class WrongName(NamedTuple):
    """A name that there is not, or that cannot be used so, with the line of the template."""

    line: int
    message: str
    hint: str
    word: str


def check_names(tree: nodes.Template) -> list[WrongName]:
    """Find every wrong name of a parsed template."""
    checker = _Checker()
    checker.block(tree.body, dict(NAMES))
    return checker.found


Scope = Mapping[str, Node]


class _Checker:
    def __init__(self) -> None:
        self.found: list[WrongName] = []

    def block(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        for node in body:
            if isinstance(node, nodes.For):
                self._for(node, scope)
            elif isinstance(node, nodes.If):
                for branch in (node, *node.elif_):
                    self._value(branch.test, scope)
                    self.block(branch.body, scope)
                self.block(node.else_, scope)
            elif isinstance(node, nodes.Output):
                for child in node.nodes:
                    if not isinstance(child, nodes.TemplateData):
                        self._printed(child, scope)
            else:
                for expression in _expressions(node):
                    self._value(expression, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        over = self._value(node.iter, scope)
        if over is not None and not isinstance(over, Many | OwnRows):
            self._tell(node.lineno, "这里只能写成行的内容", _hint_of(node.iter), _path(node.iter))
        inner = dict(scope)
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = _one_of(over)
        inner["loop"] = _LOOP
        self.block(node.body, inner)
        self.block(node.else_, scope)

    def _printed(self, node: nodes.Expr, scope: Scope) -> None:
        while isinstance(node, nodes.Filter) and node.node is not None:
            node = node.node
        found = self._value(node, scope)
        if isinstance(found, Called):
            path = _path(node)
            self._tell(node.lineno, f"“{path}”后面要写栏目名", f'如 {path}("联系人")', path)
        if isinstance(found, Group | Many | Chosen | Flag | OwnRows | OwnRow):
            path = _path(node)
            names = found.names if isinstance(found, Group) else {}
            hint = f"请写到具体的一项，如 {path}.{next(iter(names))}" if names else ""
            self._tell(node.lineno, f"“{path}”不能直接印出", hint, path)

    def _value(self, node: nodes.Node, scope: Scope) -> Node | None:
        """Return what an expression stands for, as far as that is known."""
        if isinstance(node, nodes.Name):
            return self._name(node, node.name, scope, node.name)
        if isinstance(node, nodes.Getattr):
            owner = self._value(node.node, scope)
            return self._below(node, owner, node.attr)
        if isinstance(node, nodes.Call):
            return self._called(node, scope)
        if isinstance(node, nodes.Getitem):
            owner = self._value(node.node, scope)
            if isinstance(owner, Many | Chosen):
                return owner.one
            if isinstance(owner, OwnRows | OwnRow | Marks):
                return OwnRow("") if isinstance(owner, OwnRows) else Field("")
            if isinstance(node.arg, nodes.Const):
                return self._below(node, owner, str(node.arg.value))
            return None
        for expression in _expressions(node):
            self._value(expression, scope)
        return None

    def _called(self, node: nodes.Call, scope: Scope) -> Node | None:
        """Only what is of the form's own is called for by its name."""
        for expression in node.args:
            self._value(expression, scope)
        owner = self._value(node.node, scope)
        if isinstance(owner, NamedRows):
            return OwnRows("")
        if isinstance(owner, NamedChoice):
            return Marks("")
        return Field("") if isinstance(owner, Named) else None

    def _below(self, node: nodes.Expr, owner: Node | None, name: str) -> Node | None:
        if owner is None:
            return None
        if isinstance(owner, Chosen):
            return owner.one
        if isinstance(owner, OwnRow):
            return Field("")
        if isinstance(owner, OwnRows):
            return OwnRows("") if name == "rows" else OwnRow("")
        if isinstance(owner, Group):
            return self._name(node, name, owner.names, _path(node))
        if isinstance(owner, Field | Flag) and owner.title:
            self._tell(node.lineno, f"“{_path(node)}”下面没有别的项", "", name)
        elif isinstance(owner, Many):
            self._tell(node.lineno, f"“{_path(node)}”要在循环里逐行引用", "", name)
        return None

    def _name(self, node: nodes.Expr, name: str, known: Scope, path: str) -> Node | None:
        if name in known:
            return known[name]
        self._tell(node.lineno, f"模板引用了没有的字段“{path}”", suggest(name, list(known)), path)
        return None

    def _tell(self, line: int, message: str, hint: str, word: str) -> None:
        self.found.append(WrongName(line, message, hint, word))


def _one_of(over: Node | None) -> Node:
    """Return what one of several things is."""
    if isinstance(over, OwnRows):
        return OwnRow("")
    return over.one if isinstance(over, Many) else Flag("")


def _expressions(node: nodes.Node) -> Iterator[nodes.Node]:
    return node.iter_child_nodes()


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_path(node.node)}[{node.arg.value}]"
    return ""


def _hint_of(node: nodes.Node) -> str:
    return f"“{_path(node)}”不是成行的内容" if _path(node) else ""
