"""What follows where a row gets another name: quotations in sentences, keys of accepted problems."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from generator.base.toml import KeyPath, TomlFile, value_at
from generator.base.toml_patch import FileChange, SetValue
from generator.model.dossier import Dossier, Subject
from generator.model.row_key import RowKey
from generator.narrative.placed_marks import PLACED
from generator.prose.renamed_quotations import Renamed, follow
from generator.web.placed_tables import PLACED as INSERT

_INDICATOR: Final = "indicator"
_FUNDS: Final = "funds"
_NAMED: Final = ("name", "item", "by")  # what rows are called, by their lists
# How texts look up the rows of a list.
_LOOK_UPS: Final[dict[tuple[str, str], str]] = {
    ("sources", "name"): "source",
    ("rows", "name"): "row",
    ("uses", "item"): "use",
    ("plan", "by"): "plan",
    ("by-income", "name"): "income",
    ("by-expenditure", "name"): "expenditure",
}


class Following(NamedTuple):
    """The changes that go with others, and of how many quotations they are."""

    changes: tuple[FileChange, ...] = ()
    number: int = 0


def following(dossier: Dossier, source: TomlFile, changes: Sequence[FileChange]) -> Following:
    """Return what goes with changes of a file: nothing where no row gets another name."""
    given = {
        own.change.keys: own.change.value for own in changes if isinstance(own.change, SetValue)
    }
    subject = next((own for own in dossier.subjects if own.source.path == source.path), None)
    renamed = [*_renamed(subject, given)] if subject is not None else []
    placed = {*_placed(source, given)}
    rows = [*_rows(source, given)]
    if not renamed and not placed and not rows:
        return Following()
    made: list[FileChange] = []
    count = 0
    for file, owner in _files(dossier):
        for keys, text in _texts(file.data, ()):
            if file.path == source.path and keys in given:
                continue  # somebody writes it anew
            said, found = follow(text, owner, renamed)
            if file.path == source.path:
                said, more = _with_placed(said, dict(placed))
                found += more
                if keys[0] == "accept" and keys[-1] == "key":
                    said, more = _with_rows(said, rows)
                    found += more
            if found:
                made.append(FileChange(file, SetValue(keys, said)))
                count += found
    return Following(tuple(made), count)


def _files(dossier: Dossier) -> Iterator[tuple[TomlFile, str]]:
    yield dossier.source, ""
    for subject in dossier.subjects:
        yield subject.source, subject.id


def _renamed(subject: Subject, given: dict[KeyPath, Any]) -> Iterator[Renamed]:
    is_department = subject.kind == "department"
    paths = {
        at.keys: _path(at.goal, at.indicator.class_, at.indicator.name) for at in subject.indicators
    }
    for at in subject.indicators:
        own = at.indicator
        name, class_ = (
            given.get((*at.keys, "name"), own.name),
            given.get((*at.keys, "class"), own.class_),
        )
        now = _path(at.goal, str(class_), str(name))
        if own.name and name and now != paths[at.keys]:
            others = frozenset(path for keys, path in paths.items() if keys != at.keys)
            yield Renamed(_INDICATOR, subject.id, is_department, paths[at.keys], now, others)
    for keys, name in given.items():
        look_up = (
            _LOOK_UPS.get((str(keys[1]), str(keys[-1])))
            if keys[0] == _FUNDS and len(keys) > 3
            else None
        )
        was = value_at(subject.source.data, keys)
        if look_up is None or not isinstance(was, str) or not was or not name or was == name:
            continue
        beside = value_at(subject.source.data, keys[:-2]) or ()
        others = frozenset(
            (str(row.get(str(keys[-1]))),)
            for n, row in enumerate(beside)
            if n != keys[-2] and isinstance(row, dict)
        )
        yield Renamed(look_up, subject.id, is_department, (was,), (str(name),), others)


def _path(goal: int, class_: str, name: str) -> tuple[str, ...]:
    """Return an indicator's name with all that stands above it."""
    above = (RowKey.goal(goal),) if goal else ()
    return (*above, *(step.strip() for step in f"{class_}/{name}".split("/")))


def _placed(source: TomlFile, given: dict[KeyPath, Any]) -> Iterator[tuple[str, str]]:
    """Give the tables and charts that get another name: sections place them by it."""
    for keys, name in given.items():
        was = value_at(source.data, keys)
        if keys[0] == INSERT and len(keys) == 3 and keys[-1] == "name" and was and name:
            yield str(was), str(name)


def _with_placed(text: str, placed: dict[str, str]) -> tuple[str, int]:
    count = 0
    for found in reversed([*PLACED.finditer(text)]) if placed else ():
        if (now := placed.get(found[2].strip())) is not None:
            text = f"{text[: found.start(2)]}{now}{text[found.end(2) :]}"
            count += 1
    return text, count


def _rows(source: TomlFile, given: dict[KeyPath, Any]) -> Iterator[tuple[str, str]]:
    """Give the rows that get another name, as keys of problems write them."""
    for keys, name in given.items():
        if keys[-1] not in _NAMED or len(keys) < 3 or not isinstance(keys[-2], int) or not name:
            continue
        was = value_at(source.data, keys)
        row = source.key_text(keys[:-1])
        beside = [row_ for n, row_ in enumerate(value_at(source.data, keys[:-2])) if n != keys[-2]]
        is_alone = all(not isinstance(own, dict) or own.get(str(keys[-1])) != was for own in beside)
        if was and was != name and row.endswith(f"[{was}]") and is_alone:
            yield row, f"{row.removesuffix(f'[{was}]')}[{name}]"


def _with_rows(key: str, rows: Sequence[tuple[str, str]]) -> tuple[str, int]:
    for was, now in rows:
        if key == was or key.startswith((f"{was}.", f"{was}[")):
            return now + key[len(was) :], 1
    return key, 0


def _texts(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, own in value.items():
            yield from _texts(own, (*keys, key))
    elif isinstance(value, list):
        for n, own in enumerate(value):
            yield from _texts(own, (*keys, n))
