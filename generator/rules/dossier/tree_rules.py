"""What the dossiers of a tree say of one thing: all rules between dossiers, and those over names.

Inside one dossier X05 and C10 are found by its own checks; here only what lies between dossiers,
and sentences and paragraphs between any two files. Each of these needs judgement: none is an error.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.model.apart import Apart
from generator.model.dossier import Dossier
from generator.model.subject import ProjectEntry
from generator.model.wording_packs import Wording
from generator.rules.copied_sets import SignedSet, copied
from generator.rules.finding import Finding
from generator.rules.tree.kept_targets import kept_targets
from generator.rules.tree.left_names import left_names
from generator.rules.tree.same_indicators import same_indicators
from generator.rules.tree.tree_texts import places, texts_of
from generator.rules.tree.wordings import repeated, reworded
from generator.rules.where import KeyPlace
from generator.wording.near_names import near_names

_FEWEST_COPIED = 5


class Term(NamedTuple):
    """A name where it is written."""

    kind: str
    text: str
    source: TomlFile
    keys: KeyPath
    dossier: str
    unit: str = ""

    @property
    def at(self) -> KeyPlace:
        """Return where it stands."""
        return KeyPlace(self.source, self.keys)


def across(dossiers: Sequence[Dossier], wording: Wording) -> Iterator[Finding]:
    """Say what does not agree across the files of a tree."""
    yield from _names(terms(dossiers), wording.apart)
    texts = texts_of(dossiers)
    yield from repeated(texts.paragraphs)
    yield from reworded(texts.sentences, wording.apart)
    yield from left_names(texts.sentences.values())
    yield from same_indicators(dossiers, wording.units)
    yield from kept_targets(dossiers, wording.units)
    yield from _copied(dossiers)


def terms(dossiers: Iterable[Dossier]) -> list[Term]:
    """List the names of units, projects and indicators of a tree."""
    found: list[Term] = []
    for dossier in dossiers:
        unit = dossier.unit.unit.name
        own = [Term("单位", unit, dossier.source, ("unit", "name"), dossier.id, unit)]
        for subject in dossier.subjects:
            if isinstance(subject.entry, ProjectEntry):
                project = subject.entry.project
                for kind, key in (("项目", "name"), ("单位", "authority"), ("单位", "implementer")):
                    keys = ("project", key)
                    text = getattr(project, key)
                    own.append(Term(kind, text, subject.source, keys, dossier.id, unit))
            own += [
                Term(
                    "指标", at.indicator.name, subject.source, (*at.keys, "name"), dossier.id, unit
                )
                for at in subject.indicators
            ]
        found += [term for term in own if term.text]
    return found


def _names(found: Sequence[Term], apart: Apart) -> Iterator[Finding]:
    by_kind: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for term in found:
        by_kind[term.kind][term.text].append(term)
    for kind, named in by_kind.items():
        for rest, (best, how) in preferred(named, apart).items():
            seen = places([t.at for t in named[best]])
            counted = f"有 {len(named[best])} 处，另一种 {len(named[rest])} 处；见 {seen}"
            for term in named[rest]:
                yield Finding(_IDS[how], term.at, rest, best, counted, kind, rest)


def preferred(named: Mapping[str, Sequence[Term]], apart: Apart) -> dict[str, tuple[str, str]]:
    """Give each name with the most used of those that it nearly agrees with, and how it does."""
    homes = {name: {term.dossier for term in found} for name, found in named.items()}

    ranks = {name: (-len(found), -len(name), name) for name, found in named.items()}
    found: dict[str, tuple[str, str]] = {}
    for one, other, how in near_names(named, apart):
        if homes[one] & homes[other]:
            continue  # its own checks have told
        best, rest = (one, other) if ranks[one] < ranks[other] else (other, one)
        if rest not in found or ranks[best] < ranks[found[rest][0]]:
            found[rest] = best, how
    return found


_IDS = {"前缀": "names-longer", "语序": "names-turned", "相近": "names-edited"}


def _copied(dossiers: Iterable[Dossier]) -> Iterator[Finding]:
    for first, others in copied(_sets(dossiers)):
        for other in others:
            left = str(len(other.signs))
            at, unit = first.whose
            right, why = f"“{unit}”的项目“{first.project}”", str(at.place)
            yield Finding("copied-across", other.whose[0], left, right, why)


def _sets(dossiers: Iterable[Dossier]) -> Iterator[SignedSet[tuple[KeyPlace, str]]]:
    for dossier in dossiers:
        for subject in dossier.projects:
            names = frozenset(at.indicator.name for at in subject.indicators)
            if len(names) >= _FEWEST_COPIED:
                at, unit = KeyPlace(subject.source, ("indicator",)), dossier.unit.unit.name
                code = subject.entry.project.code if isinstance(subject.entry, ProjectEntry) else ""
                yield SignedSet(dossier.shown, subject.name, names, code, (at, unit))
