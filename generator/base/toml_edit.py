"""Whole texts of TOML turned into others, as next year's are made of last year's; single values are patched (``toml_patch``)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import tomlkit
from tomlkit.container import Container
from tomlkit.items import (
    AoT,
    Array,
    Comment,
    InlineTable,
    Item,
    Key,
    Null,
    SingleKey,
    String,
    Table,
    Whitespace,
)

from generator.base.toml_literal import literal

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Drop:
    """The key goes, with its comments."""


class Put(NamedTuple):
    """The value is replaced; a blank one loses the comments about the old one."""

    value: Any


@dataclass(frozen=True, slots=True)
class Enter:
    """The key holds tables: ask again for what is in them."""


Change = Drop | Put | Enter | None
Decide = Callable[[Path, Any], Change]
IsComment = Callable[[str], bool]
_Entry = tuple[Key | None, Item]


class TomlText:
    """A TOML document in hand: changed as it is told, else left as written."""

    def __init__(self, text: str) -> None:
        """Take a text that is valid TOML."""
        self._document = tomlkit.parse(text.replace("\r\n", "\n"))

    def __str__(self) -> str:
        """Return the document as text."""
        return self._document.as_string()

    def data(self) -> dict[str, Any]:
        """Return what the document says."""
        return self._document.unwrap()

    def apply(self, decide: Decide, stays: IsComment = lambda _: False) -> None:
        """Ask for every key what becomes of it; a comment that ``stays`` outlives its value."""
        changed = _apply(self._document, _Task(decide, stays), ())
        self._drop_comments_above(changed, stays)
        self._tidy()

    def drop_comments(self, is_unwanted: IsComment) -> None:
        """Remove the comments that are not wanted, on their own line or behind a value."""
        for body, index in _spots(self._document):
            item = body[index][1]
            if isinstance(item, Whitespace | Null) or not is_unwanted(item.trivia.comment):
                continue
            if isinstance(item, Comment):
                body[index] = (None, Null())
            else:
                item.trivia.comment_ws = item.trivia.comment = ""
        self._tidy()

    def set_after(self, key: str, value: Any, before: str) -> None:
        """Set a key of the top level; a new one goes below the key ``before``."""
        body = self._document.body
        names = [k.key if k is not None else "" for k, _ in body]
        if key in names:
            index = names.index(key)
            old = body[index]
            body[index] = (old[0], _like(old[1], _item(value)))
            return
        index = names.index(before) if before in names else -1
        item = _item(value)
        item.trivia.trail = "\n"
        body.insert(index + 1, (_key_below(body[index][0] if index >= 0 else None, key), item))

    def open_with(self, lines: tuple[str, ...]) -> None:
        """Write comment lines at the top, below the line that names the schema."""
        body = self._document.body
        at = int(bool(body) and isinstance(body[0][1], Comment) and _is_schema(body[0][1]))
        body[at:at] = [(None, tomlkit.comment(line)) for line in lines]

    def _drop_comments_above(self, changed: Sequence[Item], stays: IsComment) -> None:
        """Remove the comment lines right above what was changed; those that open the file stay."""
        marks = {id(item) for item in changed}
        spots = list(_spots(self._document))
        for number, spot in enumerate(spots):
            if id(_at(spot)) not in marks:
                continue
            first = number
            is_gone = isinstance(_at(spot), Null)
            while first and _is_about(_at(spots[first - 1]), stays, is_gone=is_gone):
                first -= 1
            for above, place in spots[first:number] if first else ():
                above[place] = (None, Null())

    def _tidy(self) -> None:
        """Where a comment or table went, leave one blank line and not two."""
        was_blank, was_removed = False, False
        for body, index in list(_spots(self._document)):
            item = body[index][1]
            if isinstance(item, Null):
                was_removed = True
            elif isinstance(item, Whitespace):
                if was_blank and was_removed:
                    body[index] = (None, Null())
                was_blank = True
            else:
                was_blank = was_removed = False


class _Task(NamedTuple):
    """What is to be done to every key."""

    decide: Decide
    stays: IsComment


def _apply(container: Container, task: _Task, path: Path) -> list[Item]:
    """Change a table and what is below it; return what stands where something went."""
    changed: list[Item] = []
    kept: list[_Entry] = []
    for key, item in container.body:
        if key is None or isinstance(item, Null):
            kept.append((key, item))
            continue
        below = (*path, key.key)
        change = task.decide(below, item.unwrap())
        if isinstance(change, Drop):
            gone = Null()
            changed.append(gone)
            kept += [(None, gone), *_tail(item)]
        elif isinstance(change, Put):
            new = _put(item, change.value, task.stays)
            changed += [new] if change.value == "" else []
            kept.append((key, new))
        elif isinstance(change, Enter) and isinstance(item, Table | AoT):
            changed += _enter(item, task, below)
            kept.append((key, item))
        else:
            is_entered = isinstance(change, Enter)
            kept.append((key, _enter_braces(item, task.decide, below) if is_entered else item))
    container.body[:] = kept
    return changed


def _enter(item: Table | AoT, task: _Task, path: Path) -> list[Item]:
    if isinstance(item, Table):
        return _apply(item.value, task, path)
    changed: list[Item] = []
    for number, table in enumerate(item.body):
        changed += _apply(table.value, task, (*path, number))
    return changed


def _tail(item: Item) -> list[_Entry]:
    """Return what a person wrote after a table and a blank line: it belongs to what follows."""
    table = item.body[-1] if isinstance(item, AoT) and item.body else item
    if not isinstance(table, Table) or not table.value.body:
        return []
    entries = table.value.body
    key, last = entries[-1]
    if key is not None:
        return _tail(last)
    loose = len(entries)
    while loose and entries[loose - 1][0] is None:
        loose -= 1
    blanks = [n for n in range(loose, len(entries)) if isinstance(entries[n][1], Whitespace)]
    return entries[blanks[0] :] if blanks else []


def _enter_braces(item: Item, decide: Decide, path: Path) -> Item:
    """Change tables in braces; rows of them keep their lines and comments."""
    if isinstance(item, Array):
        for number, element in enumerate(list(item)):
            if isinstance(element, InlineTable):
                item[number] = _item(_changed(element.unwrap(), decide, (*path, number)))
    elif isinstance(item, InlineTable):
        return _like(item, _item(_changed(item.unwrap(), decide, path)))
    return item


def _changed(value: Any, decide: Decide, path: Path) -> Any:
    """Apply the changes to plain values: what stands in braces is written anew."""
    if isinstance(value, list):
        return [_changed(item, decide, (*path, number)) for number, item in enumerate(value)]
    if not isinstance(value, Mapping):
        return value
    kept: dict[str, Any] = {}
    for key, item in value.items():
        below = (*path, key)
        change = decide(below, item)
        if isinstance(change, Drop):
            continue
        if isinstance(change, Put):
            kept[key] = change.value
        else:
            kept[key] = _changed(item, decide, below) if isinstance(change, Enter) else item
    return kept


def _put(item: Item, value: Any, stays: IsComment) -> Item:
    """Replace a value; a text keeps its kind of quotes."""
    if isinstance(item, String) and isinstance(value, str) and value:
        text = item.as_string()
        quotes = text[:3] if text[:3] in ('"""', "'''") else ""
        new: Item = tomlkit.string(value, multiline=True) if quotes else tomlkit.item(value)
        return _like(item, new, keep_comment=True)
    return _like(item, _item(value), keep_comment=bool(value) or stays(item.trivia.comment))


def _item(value: Any) -> Item:
    """Make an item that is written as we write values elsewhere."""
    return tomlkit.value(literal(value))


def _like(old: Item, new: Item, *, keep_comment: bool = False) -> Item:
    new.trivia.indent, new.trivia.trail = old.trivia.indent, old.trivia.trail
    if keep_comment:
        new.trivia.comment_ws, new.trivia.comment = old.trivia.comment_ws, old.trivia.comment
    return new


def _spots(container: Container) -> Iterator[tuple[list[_Entry], int]]:
    """Go through every entry of the document as it is written, tables before what is in them."""
    body = container.body
    for index in range(len(body)):
        yield body, index
        item = body[index][1]
        tables = item.body if isinstance(item, AoT) else [item]
        for table in tables:
            if isinstance(table, Table):
                yield from _spots(table.value)


def _key_below(neighbour: Key | None, name: str) -> Key:
    """Make a key whose equals sign stands below that of its neighbour."""
    if neighbour is None:
        return SingleKey(name, sep=" = ")
    width = max(len(neighbour.as_string()), len(name) + 1)
    return SingleKey(name, sep=neighbour.sep.lstrip(), original=name.ljust(width))


def _at(spot: tuple[list[_Entry], int]) -> Item:
    body, index = spot
    return body[index][1]


def _is_about(item: Item, stays: IsComment, *, is_gone: bool) -> bool:
    """Tell whether a comment above a value that changed goes with the old value."""
    return isinstance(item, Comment) and (is_gone or not stays(item.trivia.comment))


def _is_schema(comment: Item) -> bool:
    return comment.trivia.comment.startswith("#:")


__all__ = ["Change", "Decide", "Drop", "Enter", "Path", "Put", "TomlText"]
