"""Words and printed values that follow each other, written in one go. Nearly all are cells of one row."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from generator.language.cut import AS_IT_IS
from generator.language.expression import Tree
from generator.language.filters import merge
from generator.language.paths import RUN, Get, Scope, State
from generator.language.quoting_fault import LanguageError, TooLongError
from generator.language.tag_words import CONTINUE

Write = Callable[[State, list[str]], None]
Show = Callable[[Any], str]
IsPlain = Callable[[str], bool]


class Cell(NamedTuple):
    """A side of a row that a loop goes through, and whether it is merged with those below it."""

    place: int
    side: str
    is_merged: bool = False


class Print(NamedTuple):
    """Something that is printed: what gives it, in which manner, and where it stands."""

    get: Get
    cell: Cell | None
    manner: int
    show: Show
    at: int


def cell_of(tree: Tree, scope: Scope) -> Cell | None:
    """Return the cell that a tree prints (``None``: it is something else)."""
    if tree[0] == "side" and tree[2][0] == "name" and tree[2][2] in scope:
        return Cell(scope[tree[2][2]], tree[3])
    if tree[0] == "filter" and tree[3] == "merge":
        inner = cell_of(tree[2], scope)
        return None if inner is None else inner._replace(is_merged=True)
    return None


def words_asked(test: Tree, scope: Scope) -> tuple[int, str, str]:
    """Return the cell whose words are compared with which words (nowhere: it is another question)."""
    if test[0] == "compare" and len(test[3]) == 1:
        cell, (operator, right) = cell_of(test[2], scope), test[3][0]
        if cell is not None and not cell.is_merged and operator == "==" and right[0] == "words":
            return cell.place, cell.side, right[2]
    return 0, "", ""


def printing(steps: Sequence[Write | str | Print], is_plain: IsPlain | None) -> list[Write]:
    """Join words and values that follow each other.

    ``is_plain`` tells words that are printed as they are, where a value of words is nothing but that.
    """
    made: list[Write] = []
    pieces: list[str | Print] = []
    for step in steps:
        if isinstance(step, str | Print):
            pieces.append(step)
            continue
        if pieces:
            made.append(_stretch(pieces, is_plain))
            pieces = []
        made.append(step)
    if pieces:
        made.append(_stretch(pieces, is_plain))
    return made


def _stretch(pieces: Sequence[str | Print], is_plain: IsPlain | None) -> Write:
    if len(pieces) == 1 and isinstance(pieces[0], str):
        words = pieces[0]
        return lambda _, out: out.append(words)
    pairs: list[tuple[str, Print]] = []
    before = ""
    for piece in pieces:
        if isinstance(piece, str):
            before += piece
        else:
            pairs.append((before, piece))
            before = ""
    one_by_one = _one_by_one(pairs, before)
    cells = [piece.cell for _, piece in pairs if piece.cell is not None]
    if len(cells) == len(pairs) and len({cell.place for cell in cells}) == 1:
        if len(cells) == 1 and not cells[0].is_merged:
            return _of_one_cell(pairs[0], cells[0], before, one_by_one)
        return _of_one_row(pairs, before, one_by_one, is_plain)
    return one_by_one


def _one_by_one(pairs: Sequence[tuple[str, Print]], after: str) -> Write:
    def write(state: State, out: list[str]) -> None:
        add, anchored = out.append, state[RUN].write
        for words, (get, _, manner, show, at) in pairs:
            add(words)
            try:
                add(anchored(get(state), manner) if manner >= 0 else show(get(state)))
            except TooLongError:
                raise
            except LanguageError as error:
                state[RUN].tell(error.placed(at))
        add(after)

    return write


def _of_one_cell(pair: tuple[str, Print], cell: Cell, after: str, one_by_one: Write) -> Write:
    """Write a paragraph that holds nothing but one cell of a row."""
    words, (_, _, manner, show, _) = pair
    place, side, _ = cell

    def write(state: State, out: list[str]) -> None:
        try:
            value = state[place][side]
            said = state[RUN].write(value, manner) if manner >= 0 else show(value)
        except (KeyError, TypeError, LanguageError):
            one_by_one(state, out)
            return
        out += (words, said, after)

    return write


def _of_one_row(
    pairs: Sequence[tuple[str, Print]], after: str, one_by_one: Write, is_plain: IsPlain | None
) -> Write:
    """Write cells of one row without looking left or right; where one fails, all are looked at."""
    owns = [(own.cell, own.manner, own.show) for _, own in pairs if own.cell is not None]
    # Words stand on the even places, and what is printed between them on the odd ones.
    laid = [words for pair, _ in pairs for words in (pair, "")] + [after]
    if is_plain is None or any(manner >= 0 for _, manner, _ in owns):
        return _of_cells(owns, laid, one_by_one)
    return _of_plain_cells(owns, laid, one_by_one, is_plain)


def _of_plain_cells(
    owns: Sequence[tuple[Cell, int, Show]], laid: list[str], one_by_one: Write, is_plain: IsPlain
) -> Write:
    """Write cells of one row whose words are looked at in one go, since few hold anything to escape."""
    place, cells = owns[0][0].place, _taken([cell.side for cell, _, _ in owns])
    merged = [n for n, (cell, _, _) in enumerate(owns) if cell.is_merged]
    words = [n for n, (_, manner, _) in enumerate(owns) if manner == AS_IT_IS]
    marked = [(n, show) for n, (_, manner, show) in enumerate(owns) if manner != AS_IT_IS]

    def write(state: State, out: list[str]) -> None:
        own = laid[:]
        try:
            values = list(cells(state[place]))
            for n in merged:
                value = values[n]
                if value.merge == CONTINUE and value.below is not None:
                    values[n] = value.below
            is_known = is_plain("".join([values[n] for n in words]))
            for n, show in marked:
                values[n] = show(values[n])
        except (KeyError, TypeError, AttributeError, LanguageError):
            is_known = False
        if is_known:
            own[1::2] = values
            out.append("".join(own))
        else:
            one_by_one(state, out)

    return write


def _of_cells(owns: Sequence[tuple[Cell, int, Show]], laid: list[str], one_by_one: Write) -> Write:
    """Write cells of one row value by value."""
    place = owns[0][0].place
    cells = [(cell.side, cell.is_merged, manner, show) for cell, manner, show in owns]

    def write(state: State, out: list[str]) -> None:
        anchored, row, own = state[RUN].write, state[place], laid[:]
        try:
            own[1::2] = [
                (anchored(merge(row[side]) if is_merged else row[side], manner))
                if manner >= 0
                else show(merge(row[side]) if is_merged else row[side])
                for side, is_merged, manner, show in cells
            ]
        except (KeyError, TypeError, AttributeError, LanguageError):
            one_by_one(state, out)
            return
        out.append("".join(own))

    return write


def _taken(sides: Sequence[str]) -> Callable[[Any], Sequence[Any]]:
    """Return what takes several sides of a row at once."""
    if len(sides) > 1:
        return itemgetter(*sides)
    (side,) = sides
    return lambda row: (row[side],)
