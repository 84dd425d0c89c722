"""A text as a tree: words, what is printed, what is chosen, what is repeated; and all its faults.

``text`` · ``print`` · ``if`` (branches, else) · ``for`` (name, over, body, else): plain tuples, too.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from generator.language.cut import BLOCK, PRINT, TEXT, Piece
from generator.language.examples import A_LOOP
from generator.language.expression import ExpressionReader, Tree, read_expression
from generator.language.instead import block_fault
from generator.language.quoting_fault import LanguageError
from generator.language.tag_tokens import NAME, Token

DEEPEST_BLOCK: Final = 12
_NEVER: Tree = ("truth", 0, False)
_CLOSES = {"endif": "if", "endfor": "for"}


class Program(NamedTuple):
    """What a text does, and what is wrong with it."""

    body: tuple[Tree, ...]
    faults: tuple[LanguageError, ...]


def read_program(pieces: Iterable[Piece], deepest_loop: int) -> Program:
    """Read pieces; every tag that is wrong is a fault, and the others are read all the same."""
    reader = _Reader(deepest_loop)
    for piece in pieces:
        reader.take(piece)
    return reader.finish()


class _Open:
    """A choice or a loop that has not been closed yet."""

    def __init__(self, kind: str, at: int, head: Tree) -> None:
        self.kind, self.at, self.head = kind, at, head
        self.branches: list[tuple[Tree, tuple[Tree, ...]]] = []
        self.body: list[Tree] = []
        self.first: tuple[Tree, ...] | None = None  # what stands before {% else %}
        self.is_told = False  # something is wrong with its tags, and said

    def turn(self, head: Tree | None) -> None:
        """Begin the next branch (``None``: what is done otherwise)."""
        if self.kind == "if":
            self.branches.append((self.head, tuple(self.body)))
        if head is None:
            self.first = tuple(self.body)
        else:
            self.head = head
        self.body = []

    def closed(self) -> Tree:
        """Return what it is."""
        other = tuple(self.body) if self.first is not None else ()
        if self.kind == "if":
            if self.first is None:
                self.branches.append((self.head, tuple(self.body)))
            return ("if", self.at, tuple(self.branches), other)
        body = tuple(self.body) if self.first is None else self.first
        return ("for", self.at, *self.head, body, other)


class _Reader:
    def __init__(self, deepest_loop: int) -> None:
        self._deepest_loop = deepest_loop
        self._faults: list[LanguageError] = []
        self._body: list[Tree] = []
        self._open: list[_Open] = []
        self._unknown: list[str] = []  # tags that there are not; what closes them is not told again
        self._too_deep = 0  # tags opened below what is read; they are told once, and left out

    def take(self, piece: Piece) -> None:
        """Take the next piece."""
        if self._too_deep:
            self._pass(piece)
            return
        try:
            if piece.fault is not None:
                self._open_unread(piece)
                raise piece.fault
            if piece.kind == TEXT:
                self._add(("text", piece.start, piece.words))
            elif piece.kind == PRINT:
                tree = read_expression(piece.tokens)
                self._see_loops(tree)
                self._add(("print", piece.start, tree, piece.manner))
            else:
                self._block(piece)
        except LanguageError as error:
            self._faults.append(error.placed(piece.start))
            if piece.kind == BLOCK:
                for own in self._open:
                    own.is_told = True

    def _pass(self, piece: Piece) -> None:
        """Go past what stands in tags that are nested too deep, up to what closes the first of them."""
        word = piece.tokens[0].text if piece.kind == BLOCK and piece.tokens else ""
        self._too_deep += (word in _CLOSES.values()) - (word in _CLOSES)

    def _open_unread(self, piece: Piece) -> None:
        """Open what a tag opens that cannot be read, so that what closes it is not told as well."""
        if piece.kind == BLOCK and piece.words in _CLOSES.values():
            head: Tree = ("", _NEVER) if piece.words == "for" else _NEVER
            self._begin(piece.words, piece.start, head)

    def finish(self) -> Program:
        """Return the program; what is still open is told."""
        while self._open:
            own = self._open.pop()
            word = f"{{% end{own.kind} %}}"
            hint = f"请在后面补上 {word}"
            if not own.is_told:
                fault = LanguageError(f"{{% {own.kind} %}} 没有 {word}", own.at, own.kind, hint)
                self._faults.append(fault)
            self._add(own.closed())
        return Program(tuple(self._body), tuple(self._faults))

    def _add(self, tree: Tree) -> None:
        (self._open[-1].body if self._open else self._body).append(tree)

    def _block(self, piece: Piece) -> None:
        token = piece.tokens[0]
        word = token.text if token.kind == NAME else ""
        rest = piece.tokens[1:]
        if word == "if":
            self._begin("if", piece.start, _NEVER)
            self._open[-1].head = self._test(rest)
        elif word == "for":
            self._begin("for", piece.start, ("", _NEVER))
            self._open[-1].head = self._loop(rest)
        elif word == "elif":
            own = self._of(word, token, ("if",))
            own.turn(_NEVER)
            own.head = self._test(rest)
        elif word == "else":
            own = self._of(word, token, ("if", "for"))
            own.turn(None)
            _see_end(rest)
        elif word in _CLOSES:
            own = self._of(word, token, (_CLOSES[word],), is_end=True)
            self._open.remove(own)
            self._add(own.closed())
            _see_end(rest)
        elif word.startswith("end") and word.removeprefix("end") in self._unknown:
            self._unknown.remove(word.removeprefix("end"))
        else:
            self._unknown.append(word)
            raise block_fault(word, token.at)

    def _begin(self, kind: str, at: int, head: Tree) -> None:
        message = ""
        if len(self._open) == DEEPEST_BLOCK:
            message = "嵌套太深"
        elif kind == "for" and sum(o.kind == kind for o in self._open) == self._deepest_loop:
            message = f"{{% for %}} 最多套{self._deepest_loop}层"
        if message:
            self._too_deep = 1
            raise LanguageError(message, at, kind, "请分开写")
        self._open.append(_Open(kind, at, head))

    def _of(
        self, word: str, token: Token, kinds: tuple[str, ...], *, is_end: bool = False
    ) -> _Open:
        own = self._open[-1] if self._open else None
        if own is None or own.kind not in kinds or (own.first is not None and not is_end):
            begun = "、".join(f"{{% {kind} %}}" for kind in kinds)
            hint = f"{{% {own.kind} %}} 还没有结束" if own is not None else "请检查是否成对"
            message = f"{{% {word} %}} 前面没有它的 {begun}"
            raise LanguageError(message, token.at, word, hint)
        return own

    def _test(self, tokens: Sequence[Token]) -> Tree:
        tree = read_expression(tokens)
        self._see_loops(tree)
        return tree

    def _loop(self, tokens: Sequence[Token]) -> Tree:
        reader = ExpressionReader(tokens)
        name = reader.take()
        if name.kind != NAME or name.text in ("loop", "in", "if", "not"):
            raise LanguageError("{% for %} 后面要写名称", name.at, name.text, _FOR)
        if not reader.skip("in", NAME):
            found = reader.next
            raise LanguageError("{% for %} 里少了 in", found.at, found.text, _FOR)
        over = reader.either()
        if reader.next.text in ("if", "recursive"):
            hint = '挑选写作 |of("……")，或循环里的 {% if %}'
            raise LanguageError("{% for %} 里不能再写条件", reader.next.at, reader.next.text, hint)
        reader.finish()
        self._see_loops(over, len(self._open) - 1)
        return (name.text, over)

    def _see_loops(self, tree: Tree, most: int | None = None) -> None:
        """See that what is asked of a loop is asked inside of one."""
        if any(own.kind == "for" for own in self._open[:most]):
            return
        for inner in walk(tree):
            if inner[0] == "loop":
                message = f"loop.{inner[2]} 只能写在 {{% for %}} 里"
                raise LanguageError(message, inner[1], "loop")


_FOR = f"如 {A_LOOP}"


def walk(tree: Tree) -> Iterable[Tree]:
    """Go through an expression and all that belongs to it."""
    stack = [tree]
    while stack:
        own = stack.pop()
        if own and isinstance(own[0], str):
            yield own
            stack += [part for part in own[2:] if isinstance(part, tuple)]
            if own[0] == "compare":
                stack += [right for _, right in own[3]]
        else:
            stack += [part for part in own if isinstance(part, tuple)]


def _see_end(tokens: Sequence[Token]) -> None:
    if len(tokens) > 1:
        raise LanguageError(f"这里多出“{tokens[0].text}”", tokens[0].at, tokens[0].text)
