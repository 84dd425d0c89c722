"""What a folder that an import wrote says already: its scheme and its year hold for what comes now."""

from pathlib import Path
from typing import NamedTuple

from generator.base.strange_text import shown_path
from generator.base.toml import read_toml
from generator.model.input_files import UNIT_FILE
from generator.use.import_.import_record import read_import_record


class Standing(NamedTuple):
    """Scheme and year of inputs that are there."""

    scheme: str = ""
    year: int | None = None


NOTHING_STANDS = Standing()


def standing_in(folder: Path) -> Standing:
    """Read what stands in a folder; one that no import wrote says nothing."""
    path = folder / UNIT_FILE
    if read_import_record(folder) is None or not path.is_file():
        return NOTHING_STANDS
    file, _ = read_toml(path, shown_path(path))
    if file is None:
        return NOTHING_STANDS
    scheme, year = file.data.get("scheme", ""), file.data.get("year")
    return Standing(
        scheme if isinstance(scheme, str) else "", year if isinstance(year, int) else None
    )
