"""A copy to be handed in has no anchors: what it printed where is known by the keys of its blocks alone."""

from generator.roundtrip.files_record import FileRecord
from generator.roundtrip.manifest import Written, file_record
from generator.roundtrip.printed_blocks_read import printed_blocks


def is_clean_copy(record: FileRecord) -> bool:
    """Tell whether a file was written without anchors."""
    return not any(document.anchors for document in record.documents)


def with_anchors(record: FileRecord, now: Written) -> FileRecord:
    """Give the record of a clean copy the anchors that the same blocks have in a version of now.

    Such a record also tells of blocks that the template does not print, since no anchors say which
    it does; those that it does not print now it did not print then.
    """
    anchored = {document.id: document for document in file_record(now, "").documents}
    blocks = {str(d.blocks.id): {b.key for b in printed_blocks(d.blocks)} for d in now.documents}
    documents = []
    for document in record.documents:
        own = document.id
        anchors = anchored[own].anchors if own in anchored else ()
        unprinted = blocks.get(own, set()) - {anchor.key for anchor in anchors}
        kept = tuple(block for block in document.blocks if block.key not in unprinted)
        keys = {block.key for block in kept}
        known = tuple(anchor for anchor in anchors if anchor.key in keys)
        documents.append(document._replace(blocks=kept, anchors=known))
    return record._replace(documents=tuple(documents))
