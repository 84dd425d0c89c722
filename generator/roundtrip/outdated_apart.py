"""Outdated numbers in what stands apart from the paragraphs that are merged.

Notes, comments, text boxes, and headers that a person made: no change of the inputs reaches them,
so a number of the last version in them is an old one, whoever wrote it there.
"""

from collections.abc import Iterator, Mapping

from generator.base.document_place import DocumentPlace
from generator.roundtrip.differences import text_pairs
from generator.roundtrip.edit_account import Answer, Entry, Kind
from generator.roundtrip.outdated import find_outdated
from generator.roundtrip.remarked import Remarked
from generator.roundtrip.version import Version
from generator.word.comments import AUTHOR
from generator.word.comments import PART as COMMENTS
from generator.word.edited.edited_story import Passage
from generator.word.edited.edited_words import Thing
from generator.word.edited.file import WordFile, is_notes
from generator.word.package import DOCUMENT
from generator.word.xml import W

_BOX, _BOX_TEXT = "文本框", f"{W}txbxContent"


def outdated_apart(
    found: WordFile, base: Version, moved: Mapping[str, tuple[str, str]]
) -> Iterator[Remarked]:
    """Find outdated numbers apart from the paragraphs that are merged, each with its place."""
    if not moved:
        return
    for name, place, text, passage in _texts(found, base):
        for one in find_outdated(text, [(0, len(text))], moved):
            entry = Entry(Answer.NOT_CARRIED, Kind.FIGURE, place, one.words, one.now, one.reason)
            yield Remarked(entry, passage if name == DOCUMENT else None)


def _texts(found: WordFile, base: Version) -> Iterator[tuple[str, DocumentPlace, str, Passage]]:
    """Give what is not as we wrote it: part, place, words, and the paragraph in or at which they stand."""
    apart = list(_apart(found, base))
    ours = _said(base.file) if apart else frozenset()
    for name, place, said, words, passage in apart:
        if said not in ours:
            yield name, place, words, passage


def _said(file: WordFile) -> frozenset[str]:
    """Return what the paragraphs of a file say, and what the things in them do."""
    passages = list(file.passages())
    things = (thing.said for passage in passages for thing in passage.things)
    return frozenset((*(passage.text for passage in passages), *things))


def _apart(
    found: WordFile, base: Version
) -> Iterator[tuple[str, DocumentPlace, str, str, Passage]]:
    """Give what no merge reaches: part, place, what it says as a thing and in words, its paragraph."""
    merged = {there for _, there in text_pairs(base.file, found)}
    told = _remarks(found)
    for name in found.stories():
        if is_notes(name):
            continue  # they are read where the text refers to them
        for passage in (p for block in found.blocks(name) for p in block.passages()):
            if name not in merged:
                yield name, passage.place, passage.text, passage.text, passage
            for thing in passage.things:
                if thing.words and not _is_remark(thing, told):
                    place = DocumentPlace(part=f"{passage.place}的{_named(thing)}")
                    yield name, place, thing.said, thing.words, passage


def _named(thing: Thing) -> str:
    is_box = next(thing.element.iter(_BOX_TEXT), None) is not None
    return _BOX if is_box else thing.kind


def _remarks(found: WordFile) -> set[str]:
    """Return the numbers of the comments that we hung on the file: they tell of old figures themselves."""
    if COMMENTS not in found.parts:
        return set()
    comments = found.root(COMMENTS).iter(f"{W}comment")
    return {c.get(f"{W}id") or "" for c in comments if c.get(f"{W}author") == AUTHOR}


def _is_remark(thing: Thing, told: set[str]) -> bool:
    is_comment = thing.element.tag == f"{W}commentReference"
    return is_comment and (thing.element.get(f"{W}id") or "") in told
