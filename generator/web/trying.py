"""Scores while somebody types: what the file of a subject would give, before anything is saved."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.load.dossier_inputs import subject_as_written
from generator.web.filled_sheet import computed_data
from generator.web.saving import NotSaved, Wish, fixed_by, unreadable_so
from generator.web.served import Served
from generator.web.subjects import subject_in, subject_of


def try_out(
    served: Served, folder: Path, subject_id: str, wishes: Sequence[Wish]
) -> dict[str, Any] | None:
    """Work out what is computed with some cells as they are typed (``None``: no such subject)."""
    loaded = served.loaded(folder)
    target, subject = served.target(folder, subject_id), subject_in(loaded.dossier, subject_id)
    if loaded.dossier is None or target is None:
        return None
    fixed, refused = fixed_by(target, wishes)
    if subject is None:  # of the unit nothing is worked out
        return {"refused": [own._asdict() for own in refused]}
    for file in fixed:
        changed, faults = subject_as_written(loaded.dossier, file.path, file.after)
        if changed is None:
            why = unreadable_so(faults[0].message)
            refused = (*refused, *(NotSaved(wish.keys, why) for wish in wishes))
        else:
            subject = changed
    examined = served.scored(folder, subject, loaded)
    scored = subject_of(examined, subject_id)
    said = [own._asdict() for own in refused]
    if scored is None:
        return {"refused": said}
    form = served.shapes.now(examined, scored, served.library(folder))
    return {"refused": said, **computed_data(examined, scored, form and form.table)}
