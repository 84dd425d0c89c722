"""What the name of a folder says of a dossier: 某县图书馆-2024 is a unit and a year."""

from typing import NamedTuple

from generator.base.chinese import has_chinese
from generator.base.pattern import Pattern

_YEAR = Pattern(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?:年度?)?(?![0-9])")
_MARKS = " -_—–·.（）()"


class FolderName(NamedTuple):
    """Unit and year, as far as a name tells them."""

    unit: str = ""
    year: int | None = None


def read_folder_name(name: str) -> FolderName:
    """Take a name apart; the last year counts, and what has no Chinese character names no unit."""
    years = list(_YEAR.finditer(name))
    if not years:
        return FolderName(_unit(name))
    last = years[-1]
    return FolderName(_unit(name[: last.start()] + name[last.end() :]), int(last["year"]))


def _unit(rest: str) -> str:
    name = rest.strip(_MARKS)
    return name if has_chinese(name) else ""
