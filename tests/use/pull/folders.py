"""Example dossiers built in a folder of their own, and the inputs as data."""

import contextlib
import os
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx

from generator.word.edited.file import WordFile
from tests.roundtrip.hand.bench import run

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = tuple(sorted(folder.name for folder in (ROOT / "inputs").iterdir()))


def example(name: str, place: Path) -> Path:
    """Copy an example into a workspace."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "jixiao.toml").write_text("", encoding="utf-8")
    shutil.copytree(ROOT / "inputs" / name, place / "inputs" / name)
    return place / "inputs" / name


def built(name: str, place: Path, *options: str) -> list[Path]:
    """Build a dossier of a workspace; returns its documents."""
    with contextlib.chdir(place):
        said = run("build", Path("inputs", name), *options)
    assert said.code == 0 or "--draft" in options, said.output
    return sorted((place / "outputs" / name).glob("*.docx"))


@contextlib.contextmanager
def copy_of(place: Path) -> Iterator[Path]:
    """A copy of a workspace that is the current folder meanwhile."""
    twin = place.with_name(f"{place.name}-{os.getpid()}")
    shutil.rmtree(twin, ignore_errors=True)
    shutil.copytree(place, twin)
    try:
        with contextlib.chdir(twin):
            yield twin
    finally:
        shutil.rmtree(twin, ignore_errors=True)


def inputs_of(folder: Path) -> dict[tuple[Any, ...], Any]:
    """Return every value of the inputs by its keys; TOML that is broken raises."""
    found: dict[tuple[Any, ...], Any] = {}
    for path in sorted(folder.glob("*.toml")):
        found |= dict(_leaves(tomllib.loads(path.read_text(encoding="utf-8")), (path.name,)))
    return found


def _leaves(data: Any, keys: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*keys, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _leaves(value, (*keys, index))
    else:
        yield keys, data


def words_of(path: Path) -> str:
    """Return the words of a document."""
    return "\n".join(p.text for p in WordFile(path.read_bytes()).passages())


def move_an_amount(folder, at, by):
    """Change one amount in the inputs; returns where."""
    before = inputs_of(folder)
    paths = [p for p in sorted(folder.glob("*.toml")) if p.name != "unit.toml"]
    path = paths[at % len(paths)]
    text = path.read_text(encoding="utf-8")
    found = list(re.finditer(r"(?:spent|budget|initial)\s*= (\d+)", text))
    if found:
        number = found[at % len(found)]
        changed = f"{int(number[1]) + by}"
        path.write_text(text[: number.start(1)] + changed + text[number.end(1) :], encoding="utf-8")
    after = inputs_of(folder)
    return [keys for keys in after if before.get(keys) != after[keys]]


def edited(name, tmp_path, change):
    """Build an example and change its first document; return its folder and the document."""
    folder, path = example(name, tmp_path), built(name, tmp_path)[0]
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))
    return folder, path
