"""A TOML file laid over others: what all of them say together, and which of them says it where."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from generator.base.positions import KeyPath
from generator.base.problem import Place
from generator.base.toml import TomlFile


@dataclass(frozen=True)
class LayeredToml(TomlFile):
    """Data that several files say; path, name and text are those of the uppermost.

    ``origins`` tells, for a key path and all below it, the file and the path that it came from.
    """

    origins: Mapping[KeyPath, tuple[TomlFile, KeyPath]] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """Return the digest of all files that were laid over each other."""
        files = {file.path: file.digest for file, _ in self.origins.values()}
        if len(files) == 1:
            return next(iter(files.values()))
        return hashlib.sha256("".join(sorted(files.values())).encode()).hexdigest()

    def origin(self, keys: KeyPath) -> tuple[TomlFile, KeyPath]:
        """Return the file that says what lies at a path, and its path there."""
        for length in range(len(keys), -1, -1):
            if (found := self.origins.get(keys[:length])) is not None:
                file, before = found
                return file, (*before, *keys[length:])
        return self, keys

    def place(self, keys: KeyPath, on: Literal["key", "value"] = "value") -> Place:
        """Return the place of a key or value in the file that says it."""
        file, at = self.origin(keys)
        return super().place(keys, on) if file is self else file.place(at, on)

    def text_place(self, keys: KeyPath, line: int, column: int = 1) -> Place:
        """Return the place of a line and column inside a string value."""
        file, at = self.origin(keys)
        if file is self:
            return super().text_place(keys, line, column)
        return file.text_place(at, line, column)

    def offsets(self, keys: KeyPath) -> Sequence[int] | None:
        """Return where each character of a string value stands in the file that says it."""
        file, at = self.origin(keys)
        return super().offsets(keys) if file is self else file.offsets(at)

    def number_span(self, keys: KeyPath) -> tuple[int, int] | None:
        """Return where a number stands in the file that says it."""
        file, at = self.origin(keys)
        return super().number_span(keys) if file is self else file.number_span(at)

    def offset_place(self, keys: KeyPath, offset: int) -> Place:
        """Return the place of an offset in the text of the file that says what lies at a path."""
        file, at = self.origin(keys)
        if file is self:
            return super().offset_place(keys, offset)
        return file.offset_place(at, offset)


def origin_of(file: TomlFile, keys: KeyPath) -> tuple[TomlFile, KeyPath]:
    """Return the file that says what lies at a path, and its path there."""
    return file.origin(keys) if isinstance(file, LayeredToml) else (file, keys)


def origins_below(file: TomlFile, keys: KeyPath) -> Mapping[KeyPath, tuple[TomlFile, KeyPath]]:
    """Return the origins of a path and of all below it, by what is left of the path."""
    below: dict[KeyPath, tuple[TomlFile, KeyPath]] = {(): origin_of(file, keys)}
    if isinstance(file, LayeredToml):
        depth = len(keys)
        below |= {k[depth:]: o for k, o in file.origins.items() if k[:depth] == keys}
    return below
