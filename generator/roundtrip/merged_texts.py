"""Which texts of a file are merged: the main one, headers, footers and footnotes, over three versions."""

from collections.abc import Iterator

from generator.roundtrip.differences import is_untouched, text_pairs
from generator.roundtrip.version import Version
from generator.word.edited.file import WordFile
from generator.word.package import DOCUMENT
from generator.word.placed.footnote_part import FOOTNOTES
from generator.word.placed.note_order import notes_in_order
from generator.word.xml import text_of


def order_notes(found: WordFile, before: bytes) -> None:
    """Put footnotes that came into their places among the others; what nobody changed stays as it was."""
    now = found.parts.get(FOOTNOTES, b"")
    if now == before:
        return
    # What was changed was written anew by us, so it is UTF-8; the text may be as a person wrote it.
    ordered = notes_in_order(now.decode(), text_of(found.root()))
    if ordered.encode() != now:
        found.replace({FOOTNOTES: ordered.encode()})


def merged_texts(found: WordFile, base: Version, new: Version) -> Iterator[tuple[str, str, str]]:
    """Pair the texts of three versions."""
    later: dict[str, str] = {}
    for before, now in text_pairs(base.file, new.file):
        later.setdefault(before, now)
    for before, there in text_pairs(base.file, found):
        if before not in later:
            continue
        now = later[before]
        is_settled = base.file.parts[before] == new.file.parts[now] and is_untouched(
            (base.file, before), (found, there)
        )
        if before == DOCUMENT or not is_settled:
            yield before, there, now
    files = (found, base.file, new.file)
    is_noted = all(FOOTNOTES in file.parts for file in files)
    if is_noted and base.file.parts[FOOTNOTES] != new.file.parts[FOOTNOTES]:
        yield FOOTNOTES, FOOTNOTES, FOOTNOTES
