"""Write the files of a dossier, each whole, then the manifest that names them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.base.writing import write_atomically
from generator.pipeline.examine import Examined
from generator.rebuild.manifest import (
    MANIFEST_FILE,
    Written,
    digest,
    manifest_text,
    read_inputs,
    untouched_files,
    written_digests,
)

NEW_VERSION = "（新版{}）"


@dataclass(frozen=True, slots=True)
class Writing:
    """What was written, and what stood in the way."""

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]


def write_files(files: Sequence[Written], target: Path, examined: Examined) -> Writing:
    """Write every file; one that somebody changed is left alone."""
    ours = written_digests(target)
    paths: list[Path] = []
    problems: list[Problem] = []
    recorded: list[Written] = []
    for file in files:
        path, warning = _free_path(target / file.file, file, ours)
        if warning is not None:
            problems.append(warning)
        if fault := write_atomically(path, file.data):
            problems.append(fault)
        else:
            paths.append(path)
            recorded.append(replace(file, file=path.name))
    if recorded and (fault := _record(recorded, target, examined)):
        problems.append(fault)
    return Writing(tuple(paths), tuple(problems))


def _record(files: Sequence[Written], target: Path, examined: Examined) -> Problem | None:
    dossier, scheme, book = examined.dossier, examined.scheme, examined.book
    if dossier is None or book is None:
        return None
    inputs = [dossier.source.path, *(subject.source.path for subject in dossier.subjects)]
    if scheme is not None:
        inputs.append(scheme.source.path)
    others = untouched_files(target, [file.file for file in files])
    text = manifest_text(read_inputs(inputs, dossier.path), files, book, others)
    return write_atomically(target / MANIFEST_FILE, text.encode())


def _free_path(path: Path, file: Written, ours: dict[str, str]) -> tuple[Path, Problem | None]:
    """Leave a file that somebody changed alone: the new version is written beside it."""
    if _is_ours(path, file, ours):
        return path, None
    names = (
        f"{path.stem}{NEW_VERSION.format(n or '')}{path.suffix}" for n in chain((0,), count(2))
    )
    beside = next(p for n in names if _is_ours(p := path.with_name(n), file, ours))
    message = "这份文件在上次生成之后改动过，没有覆盖"
    hint = f"新版写在 {beside.name}；核对后自行合并，或移走改动过的那份再生成"
    return beside, Problem("O03", Severity.WARNING, message, Place(shown_path(path)), hint)


def _is_ours(path: Path, file: Written, ours: dict[str, str]) -> bool:
    """Tell whether a path is free, or holds what we wrote ourselves."""
    try:
        found = digest(path.read_bytes())
    except FileNotFoundError:
        return True
    except OSError:
        return not path.exists()
    return found in (ours.get(path.name), digest(file.data))
