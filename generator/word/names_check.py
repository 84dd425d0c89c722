"""Hold the names that a template uses against those that there are, before anything is filled in."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.base.suggestion import suggest
from generator.language.expression import Tree, path_text
from generator.language.filter_list import SIGNATURES
from generator.language.quoted_values import SIDES
from generator.language.quoting_fault import LanguageError
from generator.language.statements import walk
from generator.word.field_nodes import (
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
from generator.word.names_hints import how_to_print, of_loop, of_texts
from generator.word.numbered import INDENT, MERGE
from generator.word.template_fields import NAMES

_WORDS = Field("")
_ANSWER = Flag("")
_LAST = ("merge", "indent")
_OF_BLOCKS = ("p", "tr", "tc")
_CALLED: Mapping[type, Node] = {Named: _WORDS, NamedRows: OwnRows(""), NamedChoice: Marks("")}

Scope = Mapping[str, Node]


def check_names(body: Sequence[Tree], holders: Mapping[int, str]) -> list[LanguageError]:
    """Find every wrong name of a template; ``holders`` tells which tags stand for whole runs."""
    checker = _Checker(holders, frozenset(t[2] for t in walk(tuple(body)) if t[0] == "for"))
    checker.block(body, NAMES)
    return checker.found


class _Checker:
    def __init__(self, holders: Mapping[int, str], of_loops: frozenset[str]) -> None:
        self.found: list[LanguageError] = []
        self._holders, self._of_loops = holders, of_loops

    def block(self, body: Sequence[Tree], scope: Scope) -> None:
        for tree in body:
            if tree[0] == "print":
                self._print(tree, scope)
            elif tree[0] == "if":
                for test, own in tree[2]:
                    self._value(test, scope)
                    self.block(own, scope)
                self.block(tree[3], scope)
            elif tree[0] == "for":
                self._for(tree, scope)

    def _for(self, tree: Tree, scope: Scope) -> None:
        _, _, name, over, body, other = tree
        if not name:  # what is wrong with the loop is told, and nobody knows what it goes through
            return
        rows = self._value(over, scope)
        if rows is not None and not isinstance(rows, Many | OwnRows):
            path = path_text(over)
            hint = f"“{path}”不是成行的内容" if path else ""
            self._tell(over, "这里只能写成行的内容", hint, path)
        self.block(body, {**scope, name: _one_of(rows)})
        self.block(other, scope)

    def _print(self, tree: Tree, scope: Scope) -> None:
        """See that what is printed has words, and XML a place of its own."""
        _, at, value, manner = tree
        for kind, own in self._printed(value, scope):
            self._see_printable(kind, own)
            if manner in (MERGE, INDENT) or not isinstance(kind, Field):
                continue
            holder = self._holders.get(at, "")
            is_run = holder == "r"
            path = path_text(own)
            if holder in _OF_BLOCKS:  # the words would take the place of the paragraph, row or cell
                hint = f"写作 {{{{ {path or '……'} }}}}"
                self._tell(own, f"这里印的是文字，不能写 {holder}", hint, path)
                continue
            if kind.is_xml and not is_run:
                self._tell(own, f"“{path}”要独占一段文字", f"写作 {{{{r {path} }}}}", path)
            elif is_run and not kind.is_xml:
                self._tell(own, "这里印的是文字，不用写 r", f"写作 {{{{ {path or '……'} }}}}", path)

    def _printed(self, value: Tree, scope: Scope) -> list[tuple[Node | None, Tree]]:
        """Return everything that a tag may print."""
        kind = value[0]
        if kind == "choice":
            self._value(value[2], scope)
            return [*self._printed(value[3], scope), *self._printed(value[4], scope)]
        if kind in ("and", "or"):
            return [*self._printed(value[2], scope), *self._printed(value[3], scope)]
        return [(self._value(value, scope, is_printed=True), value)]

    def _see_printable(self, kind: Node | None, tree: Tree) -> bool:
        """Tell of what has no words of its own; returns whether that was so."""
        path = path_text(tree)
        shown = f"“{path}”" if path else "这里引用的"
        if isinstance(kind, Called):
            self._tell(tree, f"{shown}后面要写栏目名", f'如 {path}("联系人")', path)
        elif isinstance(kind, Group | Many | Chosen | Flag | OwnRows | OwnRow):
            self._tell(tree, f"{shown}不能直接印出", how_to_print(kind, path), path)
        else:
            return False
        return True

    def _value(self, tree: Tree, scope: Scope, *, is_printed: bool = False) -> Node | None:
        """Return what an expression stands for, as far as that is known."""
        kind = tree[0]
        if kind == "words":
            return _WORDS
        if kind in ("whole", "truth", "loop"):
            return _ANSWER
        if kind == "name":
            return self._name(tree, tree[2], scope)
        if kind == "side":
            return self._below(tree, self._value(tree[2], scope), tree[3])
        if kind == "item":
            return self._item(tree, self._value(tree[2], scope), tree[3])
        if kind == "call":
            return self._called(tree, scope)
        if kind == "filter":
            return self._filtered(tree, scope, is_last=is_printed)
        for part in _parts(tree):
            self._value(part, scope)
        return _ANSWER if kind in ("not", "compare", "defined") else None

    def _called(self, tree: Tree, scope: Scope) -> Node | None:
        """Only what is of the form's own is called for by its name."""
        for argument in tree[3]:
            self._value(argument, scope)
        owner = self._value(tree[2], scope)
        if isinstance(owner, Called):
            return _CALLED[type(owner)]
        if owner is not None:
            path = path_text(tree[2])
            self._tell(tree, f"“{path}”后面不能写括号", "", path)
        return None

    def _filtered(self, tree: Tree, scope: Scope, *, is_last: bool) -> Node | None:
        _, at, inner, name, arguments = tree
        for argument in arguments:
            self._value(argument, scope)
        found = self._value(inner, scope)
        if name in _LAST and not is_last:
            self._found(at, f"“|{name}”要写在最后", f"如 {SIGNATURES[name].example}", name)
        is_many = isinstance(found, Many | OwnRows)
        if name == "join":
            return self._joined(tree, found)
        if found is None or is_many == SIGNATURES[name].is_of_rows:
            return found
        if SIGNATURES[name].is_of_rows:
            self._found(at, f"“|{name}”前面要是成行的内容", "如 rows.indicators", name)
            return None
        return None if self._see_printable(found, inner) else found

    def _joined(self, tree: Tree, rows: Node | None) -> Node | None:
        _, at, _, name, arguments = tree
        if rows is not None and not isinstance(rows, Many | OwnRows):
            self._found(at, f"“|{name}”前面要是成行的内容", "如 rows.uses", name)
        elif isinstance(rows, Many) and len(arguments) > 1 and arguments[1][0] == "words":
            self._below(arguments[1], rows.one, arguments[1][2])
        elif isinstance(rows, Many) and isinstance(rows.one, Group):
            self._found(at, "要写明连每行的哪一项", SIGNATURES[name].example, name)
        return _WORDS

    def _item(self, tree: Tree, owner: Node | None, key: str | int) -> Node | None:
        if isinstance(owner, Many | Chosen):
            return owner.one
        if isinstance(owner, Called) and isinstance(key, str):
            return _CALLED[type(owner)]
        if isinstance(owner, OwnRows | OwnRow | Marks):
            return OwnRow("") if isinstance(owner, OwnRows) else _WORDS
        return self._below(tree, owner, str(key))

    def _below(self, tree: Tree, owner: Node | None, name: str) -> Node | None:
        path = path_text(tree)
        if isinstance(owner, Chosen):
            return owner.one
        if isinstance(owner, OwnRow):
            return _WORDS
        if isinstance(owner, OwnRows):
            return owner if name == "rows" else OwnRow("")
        if isinstance(owner, Group):
            return self._name(tree, name, owner.names)
        if isinstance(owner, Field):
            hint = f"只要数写作 |{name}" if name in SIDES[:1] + SIDES[2:3] else ""
            self._tell(tree, f"“{path}”下面没有别的项", hint, name)
        elif isinstance(owner, Flag) and owner.title:
            self._tell(tree, f"“{path}”下面没有别的项", "", name)
        elif isinstance(owner, Many):
            self._tell(tree, f"“{path}”要在循环里逐行引用", "", name)
        elif isinstance(owner, Called):
            self._tell(tree, f"“{path}”要写栏目名", '如 field("联系人")', name)
        return None

    def _name(self, tree: Tree, name: str, known: Scope) -> Node | None:
        if name in known:
            return known[name]
        path = path_text(tree) or name
        hint = suggest(name, list(known))
        if tree[0] == "name":
            hint = of_loop(name) if name in self._of_loops else of_texts(name) or hint
        self._tell(tree, f"模板引用了没有的字段“{path}”", hint, path)
        return None

    def _tell(self, tree: Tree, message: str, hint: str, word: str) -> None:
        self._found(tree[1], message, hint, word)

    def _found(self, at: int, message: str, hint: str, word: str) -> None:
        self.found.append(LanguageError(message, at, word, hint))


def _one_of(rows: Node | None) -> Node:
    """Return what one of several things is."""
    if isinstance(rows, OwnRows):
        return OwnRow("")
    return rows.one if isinstance(rows, Many) else Flag("")


def _parts(tree: Tree) -> list[Any]:
    if tree[0] == "compare":
        return [tree[2], *(right for _, right in tree[3])]
    return [part for part in tree[2:] if isinstance(part, tuple)]
