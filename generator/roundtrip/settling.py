"""When a person's file says what the new version says, the new version beside it has done its work."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.swapping import ABSENT, digest_of
from generator.base.writing import remove_if_unchanged
from generator.roundtrip.files_record import FileRecord, Record
from generator.roundtrip.version_beside import REDLINE_MODE, stands_beside


class Settled(NamedTuple):
    """Names of new versions that are gone, and what is to be said of those that stay."""

    removed: frozenset[str]
    problems: tuple[Problem, ...]


def new_versions(record: Record) -> Mapping[str, tuple[FileRecord, ...]]:
    """Return the new versions that lie beside each file."""
    found: dict[str, tuple[FileRecord, ...]] = {}
    for file in record.files.values():
        if name := stands_beside(file):
            found[name] = (*found.get(name, ()), file)
    return found


def settle(files: Iterable[str], record: Record, target: Path) -> Settled:
    """Remove the new versions beside files that need none, if they are byte for byte ours."""
    beside = new_versions(record)
    removed: set[str] = set()
    problems: list[Problem] = []
    for version in (version for name in files for version in beside.get(name, ())):
        path = target / version.file
        if version.merged or digest_of(path) not in (version.sha256, ABSENT):
            problems.append(_needless(path, "您改动过，没有删", "核对后不需要的请自行移走"))
        elif digest_of(path) != ABSENT and (fault := remove_if_unchanged(path, version.sha256)):
            problems.append(_needless(path, "删不掉", fault.hint))
        else:
            removed.add(version.file)
    return Settled(frozenset(removed), tuple(problems))


def _needless(path: Path, outcome: str, hint: str) -> Problem:
    message = f"这份新版已经用不着了，但{outcome}"
    return Problem("O24", Severity.NOTE, message, Place(shown_path(path)), hint)


def outdated(record: Record, target: Path) -> Iterator[Problem]:
    """Name redlined versions that no longer belong to the document they were made of."""
    beside = new_versions(record)
    for file in record.files.values():
        if file.mode != REDLINE_MODE or not file.made_of or not (target / file.file).is_file():
            continue
        owners = [record.files.get(file.beside), *beside.get(file.beside, ())]
        now = {d for owner in owners if owner is not None for d in (owner.sha256, owner.merged)}
        if file.made_of not in now:
            message = "这份文件是按以前的文书做的，和现在的不一致"
            place = Place(shown_path(target / file.file))
            yield Problem("O24", Severity.NOTE, message, place, "加 --redline 再生成一次，或移走它")
