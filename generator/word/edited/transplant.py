"""Bring what a person put into one file into another: notes, comments and pictures come with what they rest on."""

import copy
import posixpath
from typing import Final

from generator.word.comments import Comments
from generator.word.compose import CONTENT_TYPES
from generator.word.edited.edited_words import Thing, Words
from generator.word.edited.file import WordFile
from generator.word.edited.identity import forget_paragraphs
from generator.word.edited.whole_fields import RUN
from generator.word.package import DOCUMENT
from generator.word.relations import relations_of, targets
from generator.word.xml import RELATIONS, SPACE, TYPES, Element, R, W, bytes_of, parse

_NOTES: Final = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_COMMENT: Final = f"{W}commentReference"
_RANGES: Final = (f"{W}commentRangeStart", f"{W}commentRangeEnd")
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORMAT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CARRIED: Final = "carried"


class Transplant:
    """Makes copies of elements of one file at home in another one."""

    def __init__(self, source: WordFile, target: WordFile, comments: Comments) -> None:
        self._source, self._target, self._comments = source, target, comments
        self._relations: dict[tuple[str, str], str] = {}
        self._notes: dict[tuple[str, str], str] = {}
        self._copies: dict[str, str] = {}
        self._made = 0

    def adopt(self, element: Element) -> None:
        """Let everything that a copied element refers to come along; its numbers are its own."""
        self._target.identities.of_copy(element)
        for mark in list(element.iter(*_RANGES)):
            mark.getparent().remove(mark)
        for reference in list(element.iter(_COMMENT)):
            self._comment(reference)
        for part in element.iter():
            if part.tag in _NOTES:
                part.set(f"{W}id", self._note(_NOTES[part.tag], part.get(f"{W}id") or ""))
        self._relink(element, DOCUMENT, DOCUMENT)

    def _relink(self, element: Element, source: str, target: str) -> None:
        """Let what stands in a part of one file refer to what the part of the other file knows."""
        for part in element.iter():
            for name, value in part.attrib.items():
                if str(name).startswith(R):
                    part.set(name, self._relation(str(value), source, target))

    def place(self, thing: Thing, words: Words, at: int) -> None:
        """Put a thing of a paragraph between the characters of its twin."""
        if thing.element.tag == _COMMENT:
            self._hang(thing.element.get(f"{W}id") or "", words.paragraph)
            return
        run = thing.element.getparent()
        twin = copy.deepcopy(run if run.tag == RUN else thing.element)
        twin.tail = None
        if run.tag == RUN:
            number = list(run).index(thing.element)
            for other, child in enumerate(list(twin)):
                if other != number and child.tag != f"{W}rPr":
                    twin.remove(child)
        self.adopt(twin)
        before = words.spots[at - 1].node.getparent() if at else None
        if before is not None:
            _behind(before, words, at).addnext(twin)
        else:
            properties = words.paragraph.find(f"{W}pPr")
            words.paragraph.insert(0 if properties is None else 1, twin)

    def _hang(self, number: str, paragraph: Element) -> None:
        comment = self._comment_of(number)
        if comment is not None:
            self._comments.hang(comment, paragraph)

    def _comment(self, reference: Element) -> None:
        comment = self._comment_of(reference.get(f"{W}id") or "")
        if comment is None:
            reference.getparent().remove(reference)
        else:
            reference.set(f"{W}id", self._comments.adopt(comment))

    def _comment_of(self, number: str) -> Element | None:
        for name in self._source.parts:
            if name.startswith("word/comments") and name.endswith(".xml"):
                for comment in self._source.root(name).iter(f"{W}comment"):
                    if comment.get(f"{W}id") == number:
                        twin = copy.deepcopy(comment)
                        forget_paragraphs(twin)  # replies do not come along
                        self._relink(twin, name, self._comments.name)
                        return twin
        return None

    def _note(self, kind: str, number: str) -> str:
        """Copy a note behind those of the other file; returns its number there."""
        if (kind, number) in self._notes:
            return self._notes[kind, number]
        name = f"word/{kind}s.xml"
        if name not in self._source.parts:
            return number
        if name not in self._target.parts:
            self._begin_notes(kind, name)
        root = self._target.root(name)
        taken = [note.get(f"{W}id") or "" for note in root.iter(f"{W}{kind}")]
        new = str(1 + max((int(n) for n in taken if n.lstrip("-").isdecimal()), default=0))
        for note in self._source.root(name).iter(f"{W}{kind}"):
            if note.get(f"{W}id") == number:
                twin = copy.deepcopy(note)
                twin.set(f"{W}id", new)
                self._relink(twin, name, name)
                root.append(twin)
        self._target.touch(name)
        self._notes[kind, number] = new
        return new

    def _begin_notes(self, kind: str, name: str) -> None:
        """Begin a part for notes with the lines that part them from the text."""
        root = copy.deepcopy(self._source.root(name))
        for note in list(root):
            if not note.get(f"{W}type"):
                root.remove(note)
        self._target.replace({name: bytes_of(root)})
        self._declare(name, f"{_FORMAT}.{kind}s+xml")
        self._relate(f"{_OFFICE}/{kind}s", posixpath.basename(name))

    def _relation(self, number: str, source: str, target: str) -> str:
        known = (source, number)
        if known in self._relations:
            return self._relations[known]
        relations = relations_of(source)
        root = self._source.root(relations) if relations in self._source.parts else ()
        found = next((r for r in root if r.get("Id") == number), None)
        if found is None:
            return number
        kind, leads_to = found.get("Type") or "", found.get("Target") or ""
        mode = found.get("TargetMode") or ""
        if mode != "External":
            own = targets(self._source.parts, source).get(number, "")
            if own not in self._source.parts:
                return number
            leads_to = posixpath.relpath(self._part(own), "word")
        self._relations[known] = self._relate(kind, leads_to, mode, target)
        return self._relations[known]

    def _part(self, name: str) -> str:
        """Copy a part with the parts that it rests on, once; returns its name in the other file."""
        if name in self._copies:
            return self._copies[name]
        self._made += 1
        folder, base = posixpath.split(name)
        new = f"{folder}/{_CARRIED}{self._made}-{base}"
        while new in self._target.parts:
            self._made += 1
            new = f"{folder}/{_CARRIED}{self._made}-{base}"
        self._copies[name] = new
        self._target.replace({new: self._source.parts[name]})
        self._copy_type(name, new)
        below = targets(self._source.parts, name)
        if below:
            root = parse(self._source.parts[relations_of(name)])
            for relation in root:
                own = below.get(relation.get("Id") or "", "")
                if own in self._source.parts:
                    relation.set("Target", posixpath.relpath(self._part(own), folder))
            self._target.replace({relations_of(new): bytes_of(root)})
        return new

    def _copy_type(self, name: str, new: str) -> None:
        ending = name.rpartition(".")[2].lower()
        for kind in self._source.root(CONTENT_TYPES):
            if kind.get("PartName") == f"/{name}":
                self._declare(new, kind.get("ContentType") or "")
                return
            if (kind.get("Extension") or "").lower() == ending:
                types = self._target.root(CONTENT_TYPES)
                known = {(t.get("Extension") or "").lower() for t in types}
                if ending not in known:
                    types.insert(0, copy.deepcopy(kind))
                    self._target.touch(CONTENT_TYPES)

    def _declare(self, name: str, kind: str) -> None:
        types = self._target.root(CONTENT_TYPES)
        made = types.makeelement(f"{TYPES}Override", {"PartName": f"/{name}", "ContentType": kind})
        types.append(made)
        self._target.touch(CONTENT_TYPES)

    def _relate(self, kind: str, target: str, mode: str = "", part: str = DOCUMENT) -> str:
        name = relations_of(part)
        if name not in self._target.parts:
            self._target.replace({name: f'<Relationships xmlns="{RELATIONS[1:-1]}"/>'.encode()})
        root = self._target.root(name)
        taken = {relation.get("Id") for relation in root}
        number = next(n for i in range(len(taken) + 1) if (n := f"rIdCarried{i}") not in taken)
        said = {"Id": number, "Type": kind, "Target": target}
        root.append(
            root.makeelement(
                f"{RELATIONS}Relationship", {**said, **({"TargetMode": mode} if mode else {})}
            )
        )
        self._target.touch(name)
        return number


def _behind(run: Element, words: Words, at: int) -> Element:
    """Return the element behind which something comes to stand after a character."""
    spot = words.spots[at - 1]
    node = spot.node
    text = node.text or ""
    if spot.at + 1 >= len(text) and node.getnext() is None:
        return run
    twin = copy.deepcopy(run)
    twin.tail = None
    keep = list(run).index(node)
    for number, child in enumerate(list(twin)):
        if number < keep and child.tag != f"{W}rPr":
            twin.remove(child)
    for child in list(run)[keep + 1 :]:
        run.remove(child)
    right = next(child for child in twin if child.tag == node.tag)
    if node.tag == f"{W}t":
        node.text, right.text = text[: spot.at + 1], text[spot.at + 1 :]
        for half in (node, right):
            half.set(SPACE, "preserve")
    else:
        twin.remove(right)
    run.addnext(twin)
    return run
