"""Which tests are near a file: those named like it, then by the steps of imports that lie between."""

import ast
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

# Whole documents and whole commands: they come by nearly everything, and take long.
_WHOLE = 9


class Near:
    """The imports of a tree, looked at once."""

    def __init__(self, tree: Path) -> None:
        """Read what every module and every file of tests imports."""
        modules = [*_modules(tree, "generator"), *_modules(tree, "tests")]
        self._imported = {name: frozenset(_imports(path)) for name, path in modules}
        self._tests = [
            _TestFile(
                path.relative_to(tree).as_posix(),
                name,
                path.read_text(encoding="utf-8"),
                path.with_name(f"{path.stem.removeprefix('test_')}.toml").exists(),
            )
            for name, path in modules
            if path.name.startswith("test_")
        ]

    def tests_of(self, file: str) -> list[str]:
        """Order the files of tests by how near they are; those that never come by are left out."""
        if file.endswith(".toml"):
            return self._tests_of_data(Path(file))
        module = file.removesuffix(".py").replace("/", ".")
        steps = self._steps_to(module)
        room, stem = file.split("/")[1], Path(file).stem
        ranked = []
        for test in self._tests:
            distance = steps.get(test.name)
            if distance is None:
                continue
            is_like = test.path.split("/")[1] == room and stem in Path(test.path).stem
            has_cases = test.room == room and test.has_cases
            rank = (not is_like, not has_cases, min(distance, _WHOLE), test.room != room)
            ranked.append((*rank, test.path))
        return [path for *_, path in sorted(ranked)]

    def tests_of_rooms(self, files: Iterable[str]) -> list[str]:
        """List the files of tests of the rooms that some modules are in.

        Those named like one come first, then those with cases as data: these come by most lines.
        """
        known = [Path(file) for file in files]
        rooms = {file.parts[1] for file in known if file.suffix == ".py"}
        own = [test for test in self._tests if test.room in rooms]

        def is_like(test: _TestFile) -> bool:
            stem = Path(test.path).stem
            return any(f.parts[1] == test.room and f.stem in stem for f in known)

        def rank(test: _TestFile) -> tuple[bool, bool, str]:
            return (not is_like(test), not test.has_cases, test.path)

        return [test.path for test in sorted(own, key=rank)]

    def _tests_of_data(self, file: Path) -> list[str]:
        """Data is read by the tests of the room that bears its name.

        First come those that name it, then those that have cases of their own as data.
        """
        room = file.parts[1]
        own = [test for test in self._tests if test.room == room or file.stem in test.text]
        rest = [test for test in self._tests if test.room in {"", "score"} and test not in own]
        own.sort(key=lambda test: (file.stem not in test.text, not test.has_cases, test.path))
        return [test.path for test in (*own, *rest)]

    def _steps_to(self, module: str) -> Mapping[str, int]:
        """Say of every module how many imports lie between it and this one."""
        used_by: dict[str, list[str]] = {}
        for name, imported in self._imported.items():
            for other in imported | _fixtures_of(name):
                used_by.setdefault(other, []).append(name)
        steps, waiting = {module: 0}, deque([module])
        while waiting:
            name = waiting.popleft()
            for user in used_by.get(name, ()):
                if user not in steps:
                    steps[user] = steps[name] + 1
                    waiting.append(user)
        return steps


class _TestFile(NamedTuple):
    path: str  # from the root, with /
    name: str  # as it is imported
    text: str
    has_cases: bool = False  # in a data file of its name beside it

    @property
    def room(self) -> str:
        """Name the folder below ``tests``; what lies directly in it has none."""
        parts = self.path.split("/")
        return parts[1] if len(parts) > 2 else ""  # tests/room/test_it.py


def _modules(tree: Path, package: str) -> Iterator[tuple[str, Path]]:
    for path in sorted((tree / package).rglob("*.py")):
        parts = path.relative_to(tree).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), path


def _fixtures_of(name: str) -> frozenset[str]:
    """Name the modules whose fixtures a file of tests has without importing them."""
    parts = name.split(".")
    if parts[0] != "tests":
        return frozenset()
    return frozenset(".".join([*parts[:length], "conftest"]) for length in range(1, len(parts)))


def _imports(path: Path) -> Iterator[str]:
    """Give every name that may be a module; what is none is met by nobody."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value  # commands are loaded by name
