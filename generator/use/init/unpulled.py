"""Words that somebody wrote into last year's files in Word, and that no input holds yet."""

from collections.abc import Iterator
from pathlib import Path

from generator.base.regular_file import read_regular
from generator.load.workspace_folder import find_workspace
from generator.roundtrip.bring import is_only_look
from generator.roundtrip.earlier import base_of
from generator.roundtrip.files_record import read_record
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import StateFolder
from generator.roundtrip.version_beside import REDLINE_MODE, known_digests


def unpulled_files(dossier: Path) -> tuple[Path, ...]:
    """Return the written files of a dossier that say something else than what was written."""
    workspace, _ = find_workspace(dossier)
    # The folder is named as the dossier is, also when that is given as ``.``.
    target = workspace.outputs(dossier.resolve())
    return tuple(_edited(target))


def _edited(target: Path) -> Iterator[Path]:
    record, state = read_record(target), StateFolder(target)
    for _, known in sorted(record.files.items()):
        path = target / known.file
        if known.mode == REDLINE_MODE or path.suffix != ".docx":
            continue
        try:
            data = read_regular(path)
        except OSError:
            continue  # what is gone, or cannot be read, has nothing to pull
        if digest(data) in known_digests(record, known.file):
            continue
        base = base_of(data, known, state)
        if base is None or not is_only_look(data, base):
            yield path
