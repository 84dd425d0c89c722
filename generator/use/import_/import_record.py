"""What an import wrote: kept beside the inputs, so that a corrected form can be taken in again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.model.printed_words import PrintedForm
from generator.read.label_book import normal
from generator.roundtrip.state_folder import STATE_FOLDER

RECORD_FILE = f"{STATE_FOLDER}/import.json"
_FORMAT = 1


def subject_key(kind: str, name: str) -> str:
    """Name a subject the same whatever its file is called."""
    return "department" if kind == "department" else f"project {normal(name)}"


class ImportRecord(NamedTuple):
    """The sources with their digests, and the text of each file as the import wrote it."""

    sources: Mapping[str, str] = {}
    files: Mapping[str, str] = {}
    printed: Mapping[str, PrintedForm] = {}  # by the subject: forms that have a template here

    def text(self) -> str:
        """Write the record as JSON."""
        data: dict[str, Any] = {
            "format": _FORMAT,
            "sources": dict(self.sources),
            "files": dict(self.files),
        }
        if self.printed:
            data["printed"] = {key: form.as_data() for key, form in self.printed.items()}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    def joined(self, later: "ImportRecord") -> "ImportRecord":
        """Return the record after a later import, which may have been of some of the files only."""
        return ImportRecord(
            {**self.sources, **later.sources},
            {**self.files, **later.files},
            {**self.printed, **later.printed},
        )


def read_import_record(folder: Path) -> ImportRecord | None:
    """Read the record of a folder; what is damaged is as good as not there."""
    try:
        data = json.loads(read_regular(folder / RECORD_FILE, LARGEST_KEPT).decode("utf-8"))
        if data["format"] != _FORMAT:
            return None
        sources = {str(name): str(digest) for name, digest in data["sources"].items()}
        files = {str(name): str(text) for name, text in data["files"].items()}
        printed = {
            str(key): PrintedForm.of_data(form) for key, form in data.get("printed", {}).items()
        }
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None
    return ImportRecord(sources, files, printed)
