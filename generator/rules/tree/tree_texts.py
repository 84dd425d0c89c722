"""Every sentence and long paragraph of a tree, with whose it is and where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Dossier
from generator.prose.prose_keys import prose_fields
from generator.rules.tree.home import Home, homes_of, known_names
from generator.rules.where import KeyPlace
from generator.wording.masking import Masked, mask
from generator.wording.near_sentences import SHORTEST, sentences

_LONG_PARAGRAPH = 40
_MOST_PLACES = 3
_LONGEST = 30


class TreeText(NamedTuple):
    """A sentence or a paragraph where it is written."""

    text: str
    source: TomlFile
    keys: KeyPath
    offset: int
    home: Home
    is_department: bool
    masked: Masked | None = None

    def is_apart(self, other: "TreeText") -> bool:
        """Tell texts of different projects; a department may say again what its projects say."""
        if self.home.dossier == other.home.dossier:
            is_whole = self.is_department or other.is_department
            return self.source.shown != other.source.shown and not is_whole
        return True

    def at(self, start: int = 0) -> KeyPlace:
        """Return the place of a character."""
        return KeyPlace(self.source, self.keys, offset=self.offset + start)


class TreeTexts(NamedTuple):
    """The texts of a tree by what they have in common."""

    paragraphs: dict[str, list[TreeText]]
    sentences: dict[str, list[TreeText]]  # by what is left without names, years and figures


def texts_of(dossiers: Sequence[Dossier]) -> TreeTexts:
    """Gather the texts of a tree in one pass."""
    known = known_names(dossiers)
    paragraphs: dict[str, list[TreeText]] = defaultdict(list)
    said: dict[str, list[TreeText]] = defaultdict(list)
    for dossier in dossiers:
        projects = {subject.id for subject in dossier.projects}
        homes = homes_of(dossier)
        for prose in prose_fields(dossier):
            home, is_whole = homes[prose.owner], prose.owner not in projects
            for at, line in _lines(prose.text):
                text = TreeText(line, prose.source, prose.keys, at, home, is_whole)
                paragraphs[line].append(text)
            for at, sentence in sentences(prose.text):
                if len(sentence) >= SHORTEST:
                    masked = mask(sentence, known)
                    text = TreeText(sentence, prose.source, prose.keys, at, home, is_whole, masked)
                    said[masked.key].append(text)
    return TreeTexts(paragraphs, said)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if len(line.strip()) >= _LONG_PARAGRAPH:
            yield at + len(line) - len(line.lstrip()), line.strip()
        at += len(line) + 1


def places(found: Sequence[KeyPlace]) -> str:
    """Name the first places, and how many there are; only those that are named are looked up."""
    more = f" 等 {len(found)} 处" if len(found) > _MOST_PLACES else ""
    return "、".join(str(at.place) for at in found[:_MOST_PLACES]) + more


def short(text: str) -> str:
    """Cut a text that is too long to be quoted whole."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
