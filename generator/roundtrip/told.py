"""What a build had to say of a dossier, kept to be told again when nothing has changed."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.base.problem import Place, Problem, Severity

_HERE = "."  # stands for the folder of the dossier, wherever it lies seen from


def problems_as_data(problems: Iterable[Problem], folder: str) -> list[list[Any]]:
    """Lay problems out for JSON; places in the dossier are kept without the way there."""
    return [
        [
            p.code, p.severity.value, p.message, p.hint, p.quote, p.basis, p.accepted,
            inside(p.place.file, folder), p.place.line, p.place.column, p.place.key,
        ]
        for p in problems
    ]  # fmt: skip


def problems_from_data(data: Sequence[Sequence[Any]], folder: str) -> tuple[Problem, ...]:
    """Read problems back; raises ``ValueError`` or ``TypeError`` for what is not as we wrote it."""
    found = []
    for code, severity, message, hint, quote, basis, accepted, file, line, column, key in data:
        place = Place(outside(str(file), folder), int(line), int(column), str(key))
        words = map(str, (hint, quote, basis, accepted))
        found.append(Problem(str(code), Severity(severity), str(message), place, *words))
    return tuple(found)


def inside(file: str, folder: str) -> str:
    """Name a file of a dossier without the way there."""
    return f"{_HERE}/{file.removeprefix(f'{folder}/')}" if file.startswith(f"{folder}/") else file


def outside(file: str, folder: str) -> str:
    """Name a file of a dossier as it is seen from here."""
    return f"{folder}/{file.removeprefix(f'{_HERE}/')}" if file.startswith(f"{_HERE}/") else file
