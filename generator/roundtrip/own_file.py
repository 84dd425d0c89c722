"""Files that go where somebody says: written over nothing, or over what we wrote there and nobody touched.

What was written is known by its digest, kept in ``.jixiao/written.json`` of the folder.
"""

import hashlib
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.base.strange_text import shown_path, why_unreadable
from generator.base.swapping import ABSENT, digest_of
from generator.base.writing import Lasting, write_atomically
from generator.roundtrip.state_folder import STATE_FOLDER

RECORD_FILE = f"{STATE_FOLDER}/written.json"
_FORMAT = 1
_MOST_KEPT = 2  # the last version, and the one that was about to take its place


def write_own(path: Path, data: bytes) -> Problem | None:
    """Write a file whole, or say why not. A person's file is never written over."""
    try:
        lying = digest_of(path)
    except OSError as error:
        return Problem("O01", Severity.ERROR, why_unreadable(error), Place(shown_path(path)))
    ours = hashlib.sha256(data).hexdigest()
    known = _read(path.parent)
    of_file = known.get(path.name, [])
    if lying not in (ABSENT, ours, *of_file):
        message = "这里已有一份文件，不是本程序写的，或写出后有人改过；没有覆盖"
        hint = "请换一个名称或文件夹，或先把这一份改名、移走"
        return Problem("O02", Severity.ERROR, message, Place(shown_path(path)), hint)
    if lying == ours and ours in of_file:
        return None
    import json  # noqa: PLC0415 - only where there is something to write

    # Said beforehand: should the power fail in between, both versions are known as ours.
    known[path.name] = [ours, *(d for d in of_file if d != ours)][:_MOST_KEPT]
    text = json.dumps({"format": _FORMAT, "files": known}, ensure_ascii=False, indent=1)
    fault = write_atomically(path.parent / RECORD_FILE, f"{text}\n".encode(), lasting=Lasting.NOT)
    return fault or write_atomically(path, data, lying)


def written_in(folder: Path) -> frozenset[str]:
    """Return the names of what was written into a folder, whatever became of it since."""
    return frozenset(_read(folder))


def _read(folder: Path) -> dict[str, list[str]]:
    """Read what is known of a folder; a record that is damaged knows nothing."""
    try:
        text = read_regular(folder / RECORD_FILE, LARGEST_KEPT).decode("utf-8")
    except (OSError, ValueError):
        return {}
    import json  # noqa: PLC0415 - most folders have no record

    try:
        data = json.loads(text)
        if data["format"] != _FORMAT:
            return {}
        return {str(name): [*map(str, digests)] for name, digests in data["files"].items()}
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return {}
