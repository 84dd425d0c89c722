"""What a unit is called before anything of its dossier is worked out."""

from pathlib import Path

from generator.base.regular_file import read_regular
from generator.base.strange_text import LARGEST_TEXT, decoded, shown_path
from generator.base.toml import parse_toml
from generator.model.input_files import UNIT_FILE


def name_at_once(folder: Path) -> str:
    """Return the name of the unit as its file says it; that of the folder where it says none."""
    path = folder / UNIT_FILE
    try:
        read = decoded(read_regular(path, LARGEST_TEXT))
    except OSError:
        return folder.name
    file = None if read is None else parse_toml(read.text, path, shown_path(path))[0]
    unit = None if file is None else file.data.get("unit")
    name = unit.get("name") if isinstance(unit, dict) else None
    return (name.strip() if isinstance(name, str) else "") or folder.name
