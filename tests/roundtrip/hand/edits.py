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

FAMILIES = {
    "look": edits_look.EDITS,
    "objects": edits_objects.EDITS,
    "words": edits_words.EDITS,
    "tables": edits_tables.EDITS,
    "review": edits_review.EDITS,
    "files": edits_files.EDITS,
    "writer": edits_writer.EDITS,
}
EDITS = tuple(edit for family in FAMILIES.values() for edit in family)
