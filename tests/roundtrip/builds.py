"""Documents as the program builds them, before and after the inputs changed, opened as versions."""

from pathlib import Path
from typing import NamedTuple

from generator.roundtrip.bring import version_of
from generator.roundtrip.record import FileRecord, read_record
from tests.roundtrip.hand.bench import Bench


class Both(NamedTuple):
    """One file before and after, with its records."""

    ours: bytes
    new: bytes
    before: FileRecord
    after: FileRecord

    @property
    def base(self):
        return version_of(self.ours, self.before)

    @property
    def now(self):
        return version_of(self.new, self.after)


def both(bench: Bench, name: str) -> Both:
    built = bench.built(name)
    folders = (built.root, built.root.with_name(f"{built.root.name}-after"))
    records = [
        read_record(Path(folder, "outputs", built.dossier.name)).files[built.file]
        for folder in folders
    ]
    return Both(built.ours, built.new, *records)
