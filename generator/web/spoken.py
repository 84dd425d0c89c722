"""Problems in the words of the form: labels for keys and tables, buttons for commands, sheets for files."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.load.page_words import packaged_page_words
from generator.model.dossier import Dossier
from generator.model.input_files import UNIT_FILE
from generator.model.shapes import ListShape, Shape, TableShape, WordsShape
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.web.fillable_cells import shapes_below
from generator.web.subjects import subject_title
from generator.web.target import UNIT_TITLE

_VALUES: Final = {"true": "是", "false": "否"}
_QUOTED = Pattern(r"“[^”]*”|《[^》]*》|\{\{.*?\}\}|\{%.*?%\}")
# Between Chinese words and marks a key had spaces around it; a label has none.
_CLOSE = Pattern(r"(?<=[一-鿿，。；：、（”]) (?=“)|(?<=”) (?=[一-鿿，。；：、（“])")
# What is not there is called by its title alone, and is filled in.
_MISSING = Pattern(r"缺少“[a-z][a-z_-]*”（(?P<title>[^（）]+)）")
_TO_WRITE = Pattern(r"请在此处写上(?P<title>“[^”]*”) = …")
# A table in brackets, a key behind it or alone; what was set to a value; what the label repeats.
_NAMED = Pattern(
    r"\[{1,2}(?P<table>[a-z][a-z.-]*)\]{1,2}(?: ?(?P<inside>[a-z][a-z-]+)\b)?"
    r"|(?<![\w./\-=\"“])(?P<key>[a-z][a-z-]{2,}(?:\.[a-z-]+)*)(?![\w./(\-])"
    r"(?: = (?P<value>\"[^\"]*\"|[\w.\-]+))?(?P<again>（[^（）]*）)?"
)
_SECTION: Final = Pattern("^章节“(?P<title>[^”]+)”")
_OWN_SECTION: Final = Pattern("(在“报告各节”里写) ?[a-z][a-z0-9-]*")
_TABLES: Final = (ProjectEntry, DepartmentEntry, UnitEntry)


class Titles(NamedTuple):
    """What keys are called, by the table that they stand in, and tables themselves."""

    keys: Mapping[tuple[str, str], str]
    tables: Mapping[str, str]
    alone: Mapping[str, str]  # keys that are called alike in all tables, or in most


class Spoken:
    """Says problems of a dossier as the page says things."""

    def __init__(self, dossier: Dossier | None) -> None:
        """Know the files of a dossier by what their sheets are called."""
        self._files: dict[str, str] = {}
        if dossier is not None:
            for subject in dossier.subjects:
                self._files[subject.source.path.name] = f"“{subject_title(subject)}”"
            self._files[UNIT_FILE] = f"“{UNIT_TITLE}”"
            self._files |= {
                shown_path(own.source.path): self._files[own.source.path.name]
                for own in dossier.subjects
            }

    def problem(self, problem: Problem) -> Problem:
        """Return the same problem in the words of the form."""
        table = problem.place.key.partition(".")[0].partition("[")[0]
        said = _called(problem.message, problem.place.key, table)
        message, hint = self.words(said, table), self.words(problem.hint, table)
        section = _SECTION.search(message)
        if section is not None:  # a section of the report goes by its title, as on its sheet
            hint = _OWN_SECTION.sub(rf"\g<1>“{section['title']}”", hint)
        return problem._replace(message=message, hint=hint)

    def words(self, said: str, table: str = "") -> str:
        """Say words in those of the form; ``table`` is where their keys stand if nothing else says it."""
        said = _phrases().sub(lambda found: _page_words()[found[0]], said)
        said = _MISSING.sub(r"缺少\g<title>", said)
        pieces: list[str] = []
        at = 0
        for quoted in _QUOTED.finditer(said):
            pieces += (self._named(said[at : quoted.start()], table), quoted[0])
            at = quoted.end()
        whole = _CLOSE.sub("", "".join((*pieces, self._named(said[at:], table))))
        return _TO_WRITE.sub(r"请填写\g<title>", whole)

    def _named(self, said: str, table: str) -> str:
        for file in sorted(self._files, key=len, reverse=True):
            said = said.replace(file, self._files[file])
        inside = table

        def name(found: re.Match[str]) -> str:
            nonlocal inside
            return _said(found, inside) if not found["table"] else _table(found)

        for found in _NAMED.finditer(said):
            if found["table"]:
                inside = found["table"]
                break
        return _NAMED.sub(name, said)


def _called(message: str, path: str, table: str) -> str:
    """Call a key by its title that a message begins with, where it is the key that is told of."""
    key = path.rpartition(".")[2]
    title = _titles().keys.get((table, key)) or _titles().alone.get(key)
    quoted = f"“{key}”"
    is_key = title is not None and message.startswith(quoted)
    return f"“{title}”{message.removeprefix(quoted)}" if is_key else message


def _table(found: re.Match[str]) -> str:
    titles = _titles()
    own = titles.tables.get(found["table"])
    if own is None:
        return found[0]
    inside = found["inside"]
    if inside is None:
        return f"“{own}”"
    title = titles.keys.get((found["table"], inside))
    return f"“{own}”的“{title}”" if title else f"“{own}”{inside}"


def _said(found: re.Match[str], table: str) -> str:
    titles = _titles()
    *above, key = found["key"].split(".")
    title = titles.keys.get((".".join(above) or table, key)) or titles.alone.get(key)
    again = found["again"] or ""
    if title is None:
        return found[0]
    title = title.strip()
    if again[1:-1] == title:
        again = ""
    value = found["value"]
    if value is None:
        return f"“{title}”{again}"
    said = _VALUES.get(value, value.strip('"'))
    return f"“{title}”填“{said}”{again}"


@cache
def _page_words() -> dict[str, str]:
    return {own.says: own.page for own in packaged_page_words().word}


@cache
def _phrases() -> re.Pattern[str]:
    known = sorted(_page_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)))


@cache
def _titles() -> Titles:
    keys: dict[tuple[str, str], str] = {}
    tables: dict[str, str] = {}
    alone: dict[str, str] = {}
    for model in _TABLES:
        for path, key, title, is_table in _walked(model, ()):
            table = ".".join(path)
            keys.setdefault((table, key), title)
            if is_table:
                tables.setdefault(".".join((*path, key)), title)
            else:
                alone.setdefault(key, title)
    return Titles(keys, tables, alone)


def _walked(model: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, str, bool]]:
    """Go through the keys of a table and of the tables below it, with their titles."""
    for key, (known, shape) in shapes_below(model).items():
        below = _table_of(shape)
        yield path, key, known.title, below is not None or isinstance(shape, WordsShape)
        if below is not None and below is not model:
            yield from _walked(below, (*path, key))


def _table_of(shape: Shape) -> Any:
    own: Any = shape
    while isinstance(own, ListShape):
        own = own.item
    return own.model if isinstance(own, TableShape) else None
