"""All edits by hand, in families."""

from tests.roundtrip.hand import (
    edits_files,
    edits_look,
    edits_objects,
    edits_review,
    edits_tables,
    edits_words,
    edits_writer,
)
from tests.roundtrip.hand.pulled import PULLED

FAMILIES = {
    "look": edits_look.EDITS,
    "objects": edits_objects.EDITS,
    "words": edits_words.EDITS,
    "tables": edits_tables.EDITS,
    "review": edits_review.EDITS,
    "files": edits_files.EDITS,
    "writer": edits_writer.EDITS,
}
FAMILIES = {
    family: tuple(edit._replace(pulled=PULLED.get(edit.name, ())) for edit in edits)
    for family, edits in FAMILIES.items()
}
EDITS = tuple(edit for family in FAMILIES.values() for edit in family)
