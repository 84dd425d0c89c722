"""A file of a stranger as a piece of a page, every cell and paragraph by its place."""

from pathlib import Path
from typing import Final

from generator.base.writing import write_text_atomically
from generator.use.foreign_file import read_foreign
from generator.word.as_page import Manner, blocks_of

_LONGEST: Final = 3_000_000  # characters; what is longer no browser shows well


def write_shown(path: str, target: str) -> None:
    """Write the piece, where the file can be read; what is wrong with it is told by its audit."""
    read, _ = read_foreign(Path(path))
    if read is None:
        return
    made = str(blocks_of(read, Manner(below=2, has_places=True)))
    if len(made) <= _LONGEST:
        write_text_atomically(Path(target), made)
