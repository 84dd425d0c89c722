"""What a person changed: every difference between what we wrote and what lies there."""

from collections.abc import Iterator
from operator import attrgetter

from generator.roundtrip.bare_text import bare
from generator.roundtrip.chart_pairs import chart_differences
from generator.roundtrip.edit_account import Answer, Entry, Kind, context_of, short
from generator.roundtrip.joined_text import PARAGRAPH
from generator.roundtrip.text_alignment import Alignment, Group, align
from generator.roundtrip.text_changes import Change, changes_between, gathered
from generator.roundtrip.version import Version
from generator.word.edited.edited_story import Grid, Line, Node, Passage, Slot
from generator.word.edited.edited_words import COMMENT, REVIEW
from generator.word.edited.file import WordFile, is_notes
from generator.word.package import DOCUMENT
from generator.word.redline.running_headers import header_pairs
from generator.word.xml import canonical

RESHAPED = "合并或拆分了单元格"


def text_pairs(base: WordFile, found: WordFile) -> Iterator[tuple[str, str]]:
    """Pair the texts of two files: the main one, headers and footers by section and kind.

    One header of ours may be several of theirs: a section got its own.
    """
    yield DOCUMENT, DOCUMENT
    pairs = header_pairs((base.parts, base.root()), (found.parts, found.root()))
    yield from (pair for pair in pairs.found if pair[0])


def is_untouched(ours: tuple[WordFile, str], theirs: tuple[WordFile, str]) -> bool:
    """Tell whether a text is as we wrote it, though another program may have written it down anew."""
    (base, before), (found, there) = ours, theirs
    if base.parts[before] == found.parts[there]:
        return True
    return canonical(base.root(before)) == canonical(found.root(there))


def differences(found: WordFile, base: Version) -> Iterator[Entry]:
    """Give every difference of words, things and shape."""
    for before, there in text_pairs(base.file, found):
        tied = align(base.blocks(before), found.blocks(there))
        yield from word_differences(tied)
        yield from other_differences(tied)
        yield from (gone_entry(node) for node in tied.gone if not is_blank(node))
    yield from lost_texts(found, base)
    yield from chart_differences(found, base.file)


def word_differences(tied: Alignment) -> Iterator[Entry]:
    """Give what differs in the words of paragraphs that belong together."""
    for group in tied.groups:
        yield from word_entries(group)


def word_entries(group: Group) -> Iterator[Entry]:
    """Give what differs in the words of some paragraphs."""
    before, there = texts_of(group)
    for change in gathered(changes_between(before, there), len(before)):
        yield word_entry(group, change)


def texts_of(group: Group) -> tuple[str, str]:
    """Return what a group said and what it says, paragraphs behind each other."""
    return (
        PARAGRAPH.join(p.text for p in group.left),
        PARAGRAPH.join(p.text for p in group.right),
    )


def word_entry(
    group: Group, change: Change, answer: Answer = Answer.KEPT, reason: str = ""
) -> Entry:
    """Tell a change of words."""
    before, there = texts_of(group)
    was, now = before[change.start : change.end], there[change.new_start : change.new_end]
    is_break = not was.strip(PARAGRAPH) and not now.strip(PARAGRAPH)
    if is_break:
        reason = reason or ("并成了一段" if was else "分成了两段")
    return Entry(
        answer,
        Kind.WORDS,
        group.right[0].place,
        was.replace(PARAGRAPH, "¶"),
        now.replace(PARAGRAPH, "¶"),
        reason,
        context_of(there, change.new_start, change.new_end).replace(PARAGRAPH, "¶"),
    )


def other_differences(tied: Alignment) -> Iterator[Entry]:
    """Give what differs beside words: things, the shape of tables, and what came."""
    for group in tied.groups:
        yield from thing_entries(group)
    yield from reshaped_entries(tied)
    for node in (node for node in tied.moved if not is_blank(node)):
        yield Entry(
            Answer.KEPT, kind_of(node), node.place, "", "", f"挪到了这里：{short(said_of(node))}"
        )
    for node in tied.added:
        if not isinstance(node, Passage) or node.text.strip():
            words = "\n".join(passage.text for passage in tied.came(node))
            yield Entry(Answer.KEPT, kind_of(node), node.place, "", words)
        for passage in tied.came(node):
            yield from thing_entries(Group((), (passage,)))


def reshaped_entries(tied: Alignment) -> Iterator[Entry]:
    """Give the cells that were merged with those above or below them, or parted from them."""
    for slot, theirs in tied.slots:
        if slot.merge != theirs.merge:
            yield Entry(Answer.KEPT, Kind.CELL, theirs.place, reason=RESHAPED)


def thing_entries(group: Group) -> Iterator[Entry]:
    """Give the things that came into paragraphs, are gone from them, or say something else.

    That changes are tracked is no difference of its own: what they change is.
    """
    left = [t for passage in group.left for t in passage.things if t.kind != REVIEW]
    there = [(p, t) for p in group.right for t in p.things if t.kind != REVIEW]
    for same in (attrgetter("said"), attrgetter("kind")):
        fresh = []
        for passage, thing in there:
            own = next((t for t in left if same(t) == same(thing)), None)
            if own is None:
                fresh.append((passage, thing))
                continue
            left.remove(own)
            if own.said != thing.said:
                yield Entry(Answer.KEPT, Kind.THING, passage.place, own.said, thing.said)
        there = fresh
    for passage, thing in there:
        yield Entry(Answer.KEPT, Kind.THING, passage.place, "", thing.said)
    for thing in left:
        yield Entry(Answer.KEPT, Kind.THING, group.right[0].place, thing.said, "")


def gone_entry(node: Node) -> Entry:
    """Tell that something was taken out."""
    return Entry(Answer.KEPT, kind_of(node), node.place, said_of(node), "")


def said_of(node: Node) -> str:
    """Return the words of a member; of one without words, what else stands in it."""
    if node.text.strip():
        return node.text
    return "、".join(thing.said for passage in node.passages() for thing in passage.things)


def words_anywhere(found: WordFile, base: Version) -> str:
    """Return what stands in the main text, its boxes, and what is new in headers and notes; no spaces."""
    ours = {p.text for name in _beside(base.file) for p in _passages(base.file, name)}
    passages = list(_passages(found, DOCUMENT))
    for name in _beside(found):
        passages += [p for p in _passages(found, name) if p.text not in ours]
    things = (thing for p in passages for thing in p.things if thing.kind != COMMENT)
    said = (*(p.text for p in passages), *(thing.words for thing in things))
    return bare("".join(said))


def _beside(file: WordFile) -> list[str]:
    return [name for name in file.stories() if name != DOCUMENT]


def _passages(file: WordFile, name: str) -> Iterator[Passage]:
    return (passage for block in file.blocks(name) for passage in block.passages())


def is_blank(node: Node) -> bool:
    """Tell an empty line: it is of the look, and programs add and leave out such lines by themselves."""
    return isinstance(node, Passage) and not node.text.strip() and not node.things


def lost_texts(found: WordFile, base: Version) -> Iterator[Entry]:
    """Tell texts beside the main one that are new: headers and footers that we did not write."""
    pairs = header_pairs((base.file.parts, base.file.root()), (found.parts, found.root()))
    known = {DOCUMENT, *(there for before, there in pairs.found if before)}
    for name in found.stories():
        if name in known or is_notes(name):
            continue  # a note is told where the text refers to it
        is_ours = name in base.file.parts and base.file.parts[name] == found.parts[name]
        for block in () if is_ours else found.blocks(name):
            if block.text.strip():
                yield Entry(Answer.KEPT, Kind.PARAGRAPH, block.place, "", block.text)
            for passage in block.passages():
                yield from thing_entries(Group((), (passage,)))


def kind_of(node: Node) -> Kind:
    """Name what a member is."""
    if isinstance(node, Grid):
        return Kind.TABLE
    if isinstance(node, Line):
        return Kind.ROW
    if isinstance(node, Slot):
        return Kind.CELL
    return Kind.PARAGRAPH if is_blank(node) or node.text.strip() else Kind.THING
