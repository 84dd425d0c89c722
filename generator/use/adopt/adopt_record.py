"""What an adoption wrote: kept in the workspace, so that a corrected form can be adopted again."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.roundtrip.state_folder import STATE_FOLDER

RECORD_FILE = f"{STATE_FOLDER}/adopt.json"
_FORMAT = 1


class FormRecord(NamedTuple):
    """One form: the file it was, the digests of what was written, and the texts among it."""

    source: str
    digests: Mapping[str, str] = {}
    texts: Mapping[str, str] = {}


class AdoptRecord(NamedTuple):
    """The forms that a workspace adopted, by their ids."""

    forms: Mapping[str, FormRecord] = {}

    def text(self) -> str:
        """Write the record as JSON."""
        forms = {
            id: {"source": f.source, "digests": dict(f.digests), "texts": dict(f.texts)}
            for id, f in self.forms.items()
        }
        data = {"format": _FORMAT, "forms": forms}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    def id_of(self, source: str) -> str:
        """Return the id under which a file was adopted before; nothing for a new one."""
        return next((id for id, form in self.forms.items() if form.source == source), "")


def read_adopt_record(folder: Path) -> AdoptRecord:
    """Read the record of a workspace; what is damaged is as good as not there."""
    try:
        data = json.loads(read_regular(folder / RECORD_FILE, LARGEST_KEPT).decode("utf-8"))
        if data["format"] != _FORMAT:
            return AdoptRecord()
        forms = {
            str(id): FormRecord(
                str(form["source"]),
                {str(name): str(digest) for name, digest in form["digests"].items()},
                {str(name): str(text) for name, text in form["texts"].items()},
            )
            for id, form in data["forms"].items()
        }
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return AdoptRecord()
    return AdoptRecord(forms)
