"""A change made in a program that is loaded already: the code of its functions, the values of its constants."""

import ast
import gc
import importlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType, FunctionType

from tools.mutants.reach import Name

_OF_FUNCTION = 0x2  # new locals, which neither a module nor a class has (CO_NEWLOCALS)
_AT_ONCE = ("<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>")  # run where a module is loaded


class LoadedFunctions:
    """The functions of a program by the files they come from; looked for again when more is loaded.

    A process that is forked from here need not look through everything, which would copy it.
    """

    def __init__(self, root: Path) -> None:
        """Look for nothing yet."""
        self._root = root
        self._modules = 0
        self._of_file: dict[str, list[FunctionType]] = {}

    def of(self, path: Path) -> list[FunctionType]:
        """Return the functions of a file below the root; a module that nobody has asked for is loaded."""
        importlib.import_module(".".join(path.relative_to(self._root).with_suffix("").parts))
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            self._of_file = {}
            for function in _functions():
                name = function.__code__.co_filename
                self._of_file.setdefault(name, []).append(function)
        return self._of_file.get(str(path), [])


def patch(
    path: Path,
    before: str,
    after: str,
    bindings: Iterable[Name],
    functions: Iterable[FunctionType] | None = None,
) -> bool:
    """Make what is loaded do as the changed text says; say whether all of it could be reached.

    Bindings are the names that hold a constant of the module, in it and where it is imported;
    functions those of the file, where they are known.
    """
    name, old = str(path), compile(before, str(path), "exec")
    changed = list(_pairs(old, compile(after, name, "exec")))
    at_once = [c for c in old.co_consts if isinstance(c, CodeType) and c.co_name in _AT_ONCE]
    if any(one in at_once for one, _ in changed):
        return False
    wanted = {one: other for one, other in changed if one.co_flags & _OF_FUNCTION}
    for function in _functions() if functions is None else functions:
        code = function.__code__
        if code.co_filename == name and code in wanted:
            function.__code__ = wanted[code]
    rest = [one for one, _ in changed if not one.co_flags & _OF_FUNCTION and _differs(one, changed)]
    return all(one == old for one in rest) and (not rest or _rebind(before, after, bindings))


def _functions() -> list[FunctionType]:
    gc.unfreeze()  # what is frozen is not given
    found = [f for f in gc.get_objects() if isinstance(f, FunctionType)]
    gc.freeze()
    return found


def _pairs(one: CodeType, other: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Give the codes that differ, with what they have become."""
    if one == other:
        return
    yield one, other
    for left, right in zip(one.co_consts, other.co_consts, strict=False):
        if isinstance(left, CodeType) and isinstance(right, CodeType):
            yield from _pairs(left, right)


def _differs(one: CodeType, changed: Iterable[tuple[CodeType, CodeType]]) -> bool:
    """Tell a code that differs itself from one that only holds another that does."""
    other = next(right for left, right in changed if left is one)

    def own(code: CodeType) -> tuple[object, ...]:
        plain = [repr(c) for c in code.co_consts if not isinstance(c, CodeType)]
        return (code.co_code, code.co_names, plain)

    return own(one) != own(other)


def _rebind(before: str, after: str, bindings: Iterable[Name]) -> bool:
    """Work the changed assignment out anew, and give its value to every name that holds it."""
    held = list(bindings)
    if not held:
        return False
    own = sys.modules.get(held[0].module)
    if own is None:
        return True  # it will be loaded as it stands
    values = dict(vars(own))
    for old, new in zip(ast.parse(before).body, ast.parse(after).body, strict=True):
        if ast.dump(old) != ast.dump(new):
            exec(compile(ast.Module([new], []), "<changed>", "exec"), values)  # noqa: S102 - our own
    for name in held:
        module = sys.modules.get(name.module)
        if module is not None:
            setattr(module, name.held_as, values[name.constant])
    return True
