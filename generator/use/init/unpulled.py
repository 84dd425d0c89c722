"""Words that somebody wrote into last year's files in Word, and that no input holds yet."""

from collections.abc import Iterator
from pathlib import Path

from generator.load.workspace import find_workspace
from generator.roundtrip.manifest import digest
from generator.roundtrip.record import FileRecord, read_record
from generator.roundtrip.steps import REDLINE_MODE


def unpulled_files(dossier: Path) -> tuple[Path, ...]:
    """Return the written files of a dossier that say something else than what was written."""
    workspace, _ = find_workspace(dossier)
    # The folder is named as the dossier is, also when that is given as ``.``.
    target = workspace.outputs(dossier.resolve())
    return tuple(_edited(target))


def _edited(target: Path) -> Iterator[Path]:
    record = read_record(target)
    for _, known in sorted(record.files.items()):
        path = target / known.file
        if known.mode == REDLINE_MODE or path.suffix != ".docx":
            continue
        try:
            data = path.read_bytes()
        except OSError:
            continue  # what is gone, or cannot be read, has nothing to pull
        found = digest(data)
        is_ours = found == known.sha256 or found in record.pending.get(known.file, ())
        if not is_ours and _says_something_else(data, known):
            yield path


def _says_something_else(data: bytes, known: FileRecord) -> bool:
    """A file that was only saved again, or only looks different, holds no words to be pulled."""
    from generator.word.fingerprint import text_fingerprint  # noqa: PLC0415 - only after an edit
    from generator.word.package import PackageError, read_parts  # noqa: PLC0415 - see above

    try:
        parts = read_parts(data)
    except PackageError:
        return True
    words = {n: d.decode("utf-8", "replace") for n, d in parts.items() if n.endswith(".xml")}
    return text_fingerprint(words) != known.text
