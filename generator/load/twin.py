"""A copy of a dossier's inputs, to try changes on."""

import shutil
from pathlib import Path

from generator.load.pictures import FOLDER, pictures_in


def copy_inputs(folder: Path, twin: Path) -> None:
    """Copy the input files of a dossier, and its pictures, into a new folder."""
    twin.mkdir()
    for path in sorted(folder.glob("*.toml")):
        shutil.copyfile(path, twin / path.name)
    pictures = pictures_in(folder)
    if pictures:
        (twin / FOLDER).mkdir()
    for path in pictures:
        shutil.copyfile(path, twin / FOLDER / path.name)
