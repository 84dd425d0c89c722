"""The number of a run in the journals, alike for all the dossiers that it builds."""

from collections.abc import Iterable
from pathlib import Path

from generator.load.workspace_folder import find_root
from generator.roundtrip.journal import next_number
from generator.roundtrip.keeping import homes_below


def run_number(folders: Iterable[Path], output: Path | None) -> int:
    """Give the next one in all the places that the run may write to."""
    places = {find_root(folder) or Path.cwd() for folder in folders}
    if output is not None:
        places.add(output)
    return next_number([home for place in places for home in homes_below(place)])
