"""All texts of a dossier with their scope, for rules of wording: prose line by line, names, cells."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Dossier
from generator.model.wording_rule import Scope
from generator.prose.prose_keys import prose_fields
from generator.prose.short_texts import short_texts
from generator.wording.passage import Passage

_LONGEST_HEADING = 20
# A number that begins with 0 counts nothing: it is that of a form, and its letters are no words.
_NUMBERED = Pattern(r"[^\s\d。；：，、！？]{0,12}0[0-9]{1,3}[^\s\d。；：，、！？]{0,4}")
_ENDS = "。；：，、！？.;:,!?”）)"


class Located(NamedTuple):
    """A passage, and where it begins inside the value of a key."""

    passage: Passage
    source: TomlFile
    keys: KeyPath
    start: int


def located_passages(dossier: Dossier) -> dict[str, list[Located]]:
    """Return the passages of each file, in the order of its keys; a file is one document."""
    found: dict[str, list[Located]] = {dossier.source.shown: []}
    for subject in dossier.subjects:
        found.setdefault(subject.source.shown, [])
    for short in short_texts(dossier):
        if short.scope == "cell" and _NUMBERED.fullmatch(short.text.strip()):
            continue
        found[short.source.shown] += _lines(short.source, short.keys, short.scope, short.text)
    for prose in prose_fields(dossier):
        own = found.setdefault(prose.source.shown, [])
        own += _lines(prose.source, prose.keys, "paragraph", prose.text)
    return found


def _lines(source: TomlFile, keys: KeyPath, scope: Scope, text: str) -> Iterator[Located]:
    at = 0
    group = "/".join(map(str, keys))
    lines = text.split("\n")
    for line in lines:
        if line.strip():
            is_heading = scope == "paragraph" and len(lines) > 1 and _is_heading(line)
            passage = Passage("heading" if is_heading else scope, line, group)
            yield Located(passage, source, keys, at)
        at += len(line) + 1


def _is_heading(line: str) -> bool:
    """Tell a line of its own: short, and without the mark that closes a sentence."""
    text = line.strip()
    return len(text) <= _LONGEST_HEADING and text[-1] not in _ENDS and "{{" not in text
