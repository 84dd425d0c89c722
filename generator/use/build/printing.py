"""Print written files as PDF, with LibreOffice."""

from collections.abc import Sequence
from pathlib import Path

from generator.base.problem import Problem
from generator.base.reading import shown_path
from generator.base.writing import write_atomically


def print_files(paths: Sequence[Path]) -> tuple[tuple[Path, ...], list[Problem]]:
    """Write a PDF beside every file, all of them in one run."""
    from generator.word.office import Source, find_office  # noqa: PLC0415 - only for printing

    office = find_office()
    if isinstance(office, Problem):
        return (), [office]
    problems: list[Problem] = []
    printed: list[Path] = []
    sources = [Source(path.read_bytes(), shown_path(path)) for path in paths]
    for path, result in zip(paths, office.convert_many(sources, "pdf"), strict=True):
        problems += result.problems
        if result.data is None:
            continue
        target = path.with_suffix(".pdf")
        if fault := write_atomically(target, result.data):
            problems.append(fault)
        else:
            printed.append(target)
    return tuple(printed), problems
