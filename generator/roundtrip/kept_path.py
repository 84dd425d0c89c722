"""The name of a file as a record keeps it: the same from any current folder and on any machine."""

import os
from pathlib import Path

from generator.base.strange_text import shown_path
from generator.load.packaged import packaged_templates

_HERE = "."  # stands for the folder of the dossier, wherever it lies seen from
_PROGRAM = "<templates>"  # stands for the packaged templates; no path begins like that


def kept_path(file: str, folder: str) -> str:
    """Name a file without the way to its dossier; what is no file is kept as it is."""
    if folder == _HERE:  # it is the current one
        if file and not file.startswith(("/", "../")):
            return f"{_HERE}/{file}"
    elif file.startswith(f"{folder}/"):
        return f"{_HERE}/{file.removeprefix(f'{folder}/')}"
    return _from_outside(file, folder) if "/" in file else file


def seen_path(kept: str, folder: str) -> str:
    """Name a kept file as it is seen from here."""
    start, _, rest = kept.partition("/")
    if start == _HERE:
        return rest if folder == _HERE else f"{folder}/{rest}"
    if start == _PROGRAM:
        return shown_path(packaged_templates() / rest)
    return shown_path(_absolute(str(Path(folder, kept)))) if start == ".." else kept


def _from_outside(file: str, folder: str) -> str:
    path = _absolute(file)
    packaged = packaged_templates()
    if path.is_relative_to(packaged):
        return f"{_PROGRAM}/{path.relative_to(packaged).as_posix()}"
    if not path.exists():
        return file
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive: there is no way but the whole one
        return file


def _absolute(file: str) -> Path:
    return Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow links
