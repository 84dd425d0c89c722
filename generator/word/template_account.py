"""The account of a template: whether its loops print, and whether every row of the data is printed.

A loop that is empty because the data is empty is in order, and so is a kind of rows that a form does
not have. What a filter or a condition leaves out, and no other loop prints, is told at its cell.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.suggestion import nearest
from generator.language.row_filters import goal_of
from generator.language.tag_words import Words
from generator.word.context import ABSENT
from generator.word.named_items import NumberedItem, missing_items
from generator.word.template_loops import Loop
from generator.word.word_printing import Fault, Piece

NOTHING, LEFT_OUT, NEVER = "T08", "T09", "T10"
_MOST_NAMED = 3
_ROW = (dict, Mapping)  # nearly all are the first, which is asked in no time
_TOGETHER = {"goals": frozenset(("form.expected", "form.achieved"))}  # prints all rows of a list
_ABSENT = {
    "projects": "只有合并了几个项目的文书才有；单个项目请写 form、rows",
    "": "这种文书没有这些行；请换一个模板，或删去这一段",
}


class Filled(NamedTuple):
    """A stretch of a template, what it was filled with, and the rows that its loops went through."""

    piece: Piece
    names: Mapping[str, Any]
    passed: Mapping[int, Sequence[Sequence[Any]]]


def account(filled: Sequence[Filled], printed: Mapping[int, frozenset[str]]) -> Iterator[Fault]:
    """Tell what was left out; ``printed`` are the keys that each document has anchors for."""
    owners: dict[int, list[Filled]] = {}
    for own in filled:
        owners.setdefault(own.piece.owner, []).append(own)
    for owner, pieces in owners.items():
        for own in pieces:
            for loop in own.piece.loops:
                yield from _of_loop(loop, own)
            for item, meant in missing_items(own.piece.named_items, own.names):
                message = f"没有“{item.name}”这一项，{item.owner}[…] 印出来是空的"
                hint = f"是不是想写：{'、'.join(meant)}"
                yield own.piece.fault(NEVER, item.at, message, hint)
        keys = printed.get(owner, frozenset())
        done = frozenset(key.rpartition(".")[0] for key in keys)
        yield from _left_out(pieces, done)
        yield from _behind_the_last(pieces, done, keys)


def _of_loop(loop: Loop, own: Filled) -> Iterator[Fault]:
    rows = [row for part in own.passed.get(loop.at, ()) for row in part]
    if loop.at in own.passed and not rows and (why := _why_empty(loop, own.names)):
        yield own.piece.fault(NOTHING, loop.at, *why)
    said: dict[str, set[str]] = {}  # most conditions of a loop are about one side
    for asked in loop.asked:
        if asked.side not in said:
            said[asked.side] = {*_said(rows, asked.side)}
        known = said[asked.side]
        if asked.words not in known and (meant := _meant(asked.words, known)):
            told = f'条件“{asked.side} == "{asked.words}"”没有一行满足'
            yield own.piece.fault(NEVER, asked.at, told, f"这一列里有：{'、'.join(meant)}")


def _said(rows: Sequence[Any], side: str) -> Iterator[str]:
    """Give the words that stand on a side of rows."""
    for row in rows:
        cell = row.get(side) if isinstance(row, _ROW) else None
        if cell and isinstance(cell, Words):
            yield cell


def _why_empty(loop: Loop, names: Mapping[str, Any]) -> tuple[str, str] | None:
    """Say why a loop is empty although there is something (``None``: the data is empty)."""
    path = ".".join(loop.path)
    if len(loop.path) == 1 and names.get(path) is ABSENT:
        return f"“{path}”在这份文书里没有一行", _ABSENT.get(path, _ABSENT[""])
    if loop.is_filtered and (all_rows := _rows_at(names, loop.path)):
        classes = sorted(
            {str(row[c]) for row in all_rows for c in ("level1", "level2") if _has(row, c)}
        )
        hint = f"各行的类别有：{'、'.join(classes[:6])}" if classes else ""
        goals = sorted({goal_of(row) for row in all_rows} - {0}) if classes else ()
        if goals:
            hint = f"{hint}；分属目标 {'、'.join(map(str, goals))}"
        return f"“{path}”有 {len(all_rows)} 行，这里一行也没有挑出", hint
    return None


def _meant(words: str, said: set[str]) -> list[str]:
    """Return what somebody who compared with some words probably meant."""
    alike = sorted(own for own in said if own and (words in own or own in words))
    return alike[:_MOST_NAMED] or nearest(words, sorted(said))


def _left_out(pieces: Sequence[Filled], done: frozenset[str]) -> Iterator[Fault]:
    """Tell of rows that no loop printed, of the kinds that the template goes through."""
    first: dict[str, tuple[Filled, Loop]] = {}
    for own in pieces:
        for loop in own.piece.loops:
            if len(loop.path) > 1 and own.passed.get(loop.at):
                first.setdefault(loop.kind, (own, loop))
    for kind, (own, loop) in first.items():
        rows = [*_tables(own.names, kind, loop)]
        missing = [row for row in rows if (key := _key(row)) and key not in done]
        if missing and len(missing) < len(rows):
            named = "、".join(filter(None, (_name(row) for row in missing[:_MOST_NAMED])))
            more = f"等 {len(missing)} 行" if len(missing) > _MOST_NAMED else ""
            message = f"“{'.'.join(loop.path)}”里有的行哪里也没有印出：{named}{more}"
            hint = "请检查挑选的类别、目标和条件，或另加一段印出这些行"
            yield own.piece.fault(LEFT_OUT, loop.at, message, hint)


def _behind_the_last(
    pieces: Sequence[Filled], done: frozenset[str], printed: frozenset[str]
) -> Iterator[Fault]:
    """Tell of rows behind the last that a template takes by its number, where nothing prints them."""
    last: dict[str, tuple[Filled, NumberedItem]] = {}
    for own in pieces:
        for item in own.piece.numbered_items:
            if item.owner not in last or item.number > last[item.owner][1].number:
                last[item.owner] = (own, item)
    for owner, (own, item) in last.items():
        behind = _rows_at(own.names, owner.split("."))[item.number + 1 :]
        missing = [row for row in behind if (key := _key(row)) and key not in done]
        if missing and not _TOGETHER.get(owner, frozenset()) & printed:
            named = "、".join(filter(None, (_name(row) for row in missing[:_MOST_NAMED])))
            message = f"“{owner}”有 {len(missing)} 行哪里也没有印出：{named}"
            hint = f"表样只印到第 {item.number + 1} 行；请在模板里加行，或改成循环"
            yield own.piece.fault(LEFT_OUT, item.at, message, hint)


def _tables(names: Mapping[str, Any], kind: str, loop: Loop) -> Iterator[Mapping[str, Any]]:
    """Give the rows of a kind of a document, those of its projects as well."""
    if loop.path[0] == "project":
        for project in names["projects"]:
            yield from project.get(kind) or ()
    elif isinstance(rows := names.get("rows"), Mapping):
        yield from rows.get(kind) or ()


def _rows_at(names: Mapping[str, Any], path: Sequence[str]) -> Sequence[Any]:
    value: Any = names
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, list) else ()


def _has(row: Any, side: str) -> bool:
    said = row.get(side) if isinstance(row, _ROW) else None
    return isinstance(said, str) and bool(said)


def _key(row: Mapping[str, Any]) -> str:
    """Return the key of a row: what its cells are called before the last dot."""
    own = next((cell for cell in row.values() if isinstance(cell, Words)), None)
    if own is None:
        return ""
    key = (own.below or own).key
    return key.rpartition(".")[0]


def _name(row: Mapping[str, Any]) -> str:
    return next((str(row[name]) for name in ("name", "label", "item") if _has(row, name)), "")
