"""What stands in a tag, as plain tuples: a kind, where it stands, and what belongs to it.

``name`` · ``side`` (of an owner) · ``item`` (by a constant) · ``call`` (by words) · ``filter`` ·
``words`` · ``whole`` · ``truth`` · ``loop`` · ``not`` · ``and`` · ``or`` · ``choice`` ·
``compare`` · ``defined``. The tuples hold nothing but words, whole numbers and one another.
"""

from collections.abc import Sequence
from typing import Any, Final

from generator.language.examples import A_TAG
from generator.language.filter_arguments import see_arguments
from generator.language.filter_list import SIGNATURES, misuse
from generator.language.instead import filter_fault, sign_fault, test_fault
from generator.language.quoting_fault import LanguageError
from generator.language.tag_tokens import END, NAME, SIGN, WHOLE, WORDS, Token

Tree = tuple[Any, ...]

DEEPEST: Final = 12
LOOP_SIDES = ("first", "last")
_TRUTHS = {"true": True, "True": True, "false": False, "False": False}
_KEYWORDS = frozenset(("if", "else", "and", "or", "not", "in", "is", "none", "None"))


def read_expression(tokens: Sequence[Token]) -> Tree:
    """Read all of some tokens, the last of which is the end; raises ``LanguageError``."""
    reader = ExpressionReader(tokens)
    tree = reader.expression()
    reader.finish()
    return tree


class ExpressionReader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    @property
    def next(self) -> Token:
        """Return the token that comes next."""
        return self._tokens[self._at]

    def take(self) -> Token:
        """Take the next token."""
        token = self.next
        if token.kind != END:
            self._at += 1
        return token

    def skip(self, text: str, kind: str = SIGN) -> bool:
        """Take the next token if it is this one."""
        found = self.next.kind == kind and self.next.text == text
        self._at += found
        return found

    def expect(self, text: str) -> None:
        """Take a sign that has to be there."""
        if not self.skip(text):
            raise self._unexpected(f"这里应当是“{text}”")

    def finish(self) -> None:
        """See that nothing is left."""
        if self.next.kind == SIGN:
            raise sign_fault(self.next.text, self.next.at)
        if self.next.kind != END:
            raise self._unexpected("这里多出", self.next.text)

    def expression(self) -> Tree:
        """Read a value, or one of two by a condition."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise LanguageError("嵌套太深", self.next.at, hint="请分开写")
        value = self.either()
        at = self.next.at
        if self.skip("if", NAME):
            test = self.either()
            if not self.skip("else", NAME):
                raise self._unexpected("这里还要写 else，说明不是时印什么")
            value = ("choice", at, test, value, self.expression())
        self._depth -= 1
        return value

    def either(self) -> Tree:
        """Read a value without a condition behind it."""
        value = self._both()
        while self.next.kind == NAME and self.next.text == "or":
            at = self.take().at
            value = ("or", at, value, self._both())
        return value

    def _both(self) -> Tree:
        value = self._negated()
        while self.next.kind == NAME and self.next.text == "and":
            at = self.take().at
            value = ("and", at, value, self._negated())
        return value

    def _negated(self) -> Tree:
        signs = []
        while self.next.kind == NAME and self.next.text == "not":
            signs.append(self.take().at)
        value = self._compared()
        for at in reversed(signs):
            value = ("not", at, value)
        return value

    def _compared(self) -> Tree:
        value = self._filtered()
        pairs: list[tuple[str, Tree]] = []
        at = self.next.at
        while (operator := self._operator()) is not None:
            pairs.append((operator, self._filtered()))
        return ("compare", at, value, tuple(pairs)) if pairs else value

    def _operator(self) -> str | None:
        token = self.next
        if token.kind == SIGN and token.text in ("==", "!="):
            return self.take().text
        if token.kind == NAME and token.text == "in":
            return self.take().text
        if token.kind == NAME and token.text == "not":
            self.take()
            if not self.skip("in", NAME):
                raise self._unexpected("这里应当是 not in")
            return "not in"
        return None

    def _filtered(self) -> Tree:
        value = self._path()
        while True:
            if self.skip("|"):
                value = self._filter(value)
            elif self.skip("is", NAME):
                value = self._test(value)
            else:
                return value

    def _filter(self, value: Tree) -> Tree:
        token = self.take()
        if token.kind != NAME:
            raise self._unexpected("“|”后面要写名称", at=token.at)
        if token.text not in SIGNATURES:
            raise filter_fault(token.text, token.at, SIGNATURES)
        arguments = self._arguments() if self.skip("(") else ()
        if fault := misuse(token.text, len(arguments)):
            raise LanguageError(fault, token.at, token.text, SIGNATURES[token.text].written)
        see_arguments(token.text, arguments, token.at)
        return ("filter", token.at, value, token.text, arguments)

    def _test(self, value: Tree) -> Tree:
        is_negated = self.skip("not", NAME)
        token = self.take()
        if token.text != "defined":
            raise test_fault(token.text, token.at)
        if not is_path(value):
            message = "is defined 前面要写一个名称"
            raise LanguageError(message, token.at, token.text, "如 score.grade is defined")
        asked = ("defined", token.at, value)
        return ("not", token.at, asked) if is_negated else asked

    def _path(self) -> Tree:
        value = self._first()
        while True:
            at = self.next.at
            if self.skip("."):
                value = self._side(value)
            elif self.skip("["):
                value = ("item", at, value, self._key())
            elif self.skip("("):
                value = ("call", at, value, self._arguments())
            else:
                return value

    def _side(self, owner: Tree) -> Tree:
        token = self.take()
        if token.kind != NAME:
            raise self._unexpected("“.”后面要写名称", at=token.at)
        if owner[0] == "name" and owner[2] == "loop":
            if token.text not in LOOP_SIDES:
                message = f"没有 loop.{token.text}"
                raise LanguageError(message, token.at, token.text, "只有 loop.first、loop.last")
            return ("loop", token.at, token.text)
        return ("side", token.at, owner, token.text)

    def _key(self) -> str | int:
        token = self.take()
        if token.kind not in (WORDS, WHOLE):
            message = "方括号里要写名称或第几个"
            hint = '如 sources["……"]、steps[0]'
            raise LanguageError(message, token.at, token.text, hint)
        self.expect("]")
        return token.text if token.kind == WORDS else int(token.text)

    def _arguments(self) -> tuple[Tree, ...]:
        if self.skip(")"):
            return ()
        found = [self.expression()]
        while self.skip(","):
            found.append(self.expression())
        self.expect(")")
        return tuple(found)

    def _first(self) -> Tree:
        token = self.take()
        if token.kind == WORDS:
            return ("words", token.at, token.text)
        if token.kind == WHOLE:
            return ("whole", token.at, int(token.text))
        if token.kind == NAME and token.text in _TRUTHS:
            return ("truth", token.at, _TRUTHS[token.text])
        if token.kind == NAME and token.text not in _KEYWORDS:
            return ("name", token.at, token.text)
        if token.kind == SIGN and token.text == "(":
            inner = self.expression()
            self.expect(")")
            return inner
        if token.kind == SIGN:
            raise sign_fault(token.text, token.at)
        if token.kind == END:
            raise LanguageError("这里少了要引用的名称", token.at, hint=f"如 {A_TAG}")
        raise LanguageError(f"“{token.text}”不能写在这里", token.at, token.text)

    def _unexpected(self, message: str, word: str = "", at: int | None = None) -> LanguageError:
        token = self.next
        if token.kind == SIGN and not word and at is None:
            fault = sign_fault(token.text, token.at)
            return LanguageError(message, token.at, token.text, fault.hint)
        told = f"{message}“{word}”" if word else message
        return LanguageError(told, token.at if at is None else at, word or token.text)


def is_path(tree: Tree) -> bool:
    """Tell a name, and what is reached from one by names."""
    while tree[0] in ("side", "item", "call"):
        tree = tree[2]
    return bool(tree[0] == "name")


def path_text(tree: Tree) -> str:
    """Write a path as it is written in a tag (empty: it is none)."""
    kind = tree[0]
    if kind == "name":
        return str(tree[2])
    if kind not in ("side", "item", "call"):
        return ""
    owner = path_text(tree[2])
    if kind == "side":
        return f"{owner}.{tree[3]}"
    if kind == "item":
        return f"{owner}[{tree[3]!r}]" if isinstance(tree[3], int) else f'{owner}["{tree[3]}"]'
    said = ", ".join(f'"{a[2]}"' if a[0] == "words" else path_text(a) for a in tree[3])
    return f"{owner}({said})"
