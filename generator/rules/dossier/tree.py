"""What the dossiers of a tree say of one thing: names, sentences, whole paragraphs, indicator sets.

Inside one dossier X05 and C10 are found by its own checks; here only what lies between dossiers,
and sentences and paragraphs between any two files. Each of these needs judgement, so all are notes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.problem import Place
from generator.base.toml import KeyPath, TomlFile
from generator.model.apart import Apart
from generator.model.dossier import Dossier
from generator.model.subject import ProjectEntry
from generator.prose.fields import prose_fields
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.wording.near_names import near_names
from generator.wording.near_sentences import SHORTEST, bare, near_sentences, sentences

_LONG_PARAGRAPH = 40
_MOST_PLACES = 3
_FEWEST_COPIED = 5


class Term(NamedTuple):
    """A name where it is written."""

    kind: str
    text: str
    source: TomlFile
    keys: KeyPath
    dossier: str

    @property
    def place(self) -> Place:
        """Return where it stands."""
        return self.source.place(self.keys)


def across(dossiers: Sequence[Dossier], apart: Apart) -> Iterator[Finding]:
    """Say what does not agree across the files of a tree."""
    yield from _names(terms(dossiers), apart)
    yield from _texts(dossiers)
    yield from _copied(dossiers)


def terms(dossiers: Iterable[Dossier]) -> list[Term]:
    """List the names of units, projects and indicators of a tree."""
    found: list[Term] = []
    for dossier in dossiers:
        own = [Term("单位", dossier.unit.unit.name, dossier.source, ("unit", "name"), dossier.id)]
        for subject in dossier.subjects:
            if isinstance(subject.entry, ProjectEntry):
                project = subject.entry.project
                for kind, key in (("项目", "name"), ("单位", "authority"), ("单位", "implementer")):
                    keys = ("project", key)
                    own.append(Term(kind, getattr(project, key), subject.source, keys, dossier.id))
            own += [
                Term("指标", at.indicator.name, subject.source, (*at.keys, "name"), dossier.id)
                for at in subject.indicators
            ]
        found += [term for term in own if term.text]
    return found


def _names(found: Sequence[Term], apart: Apart) -> Iterator[Finding]:
    by_kind: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for term in found:
        by_kind[term.kind][term.text].append(term)
    for kind, named in by_kind.items():
        for one, other, how in near_names(named, apart):
            homes = {t.dossier for t in named[one]}, {t.dossier for t in named[other]}
            if homes[0] & homes[1]:
                continue  # its own checks have told
            best, rest = sorted((one, other), key=lambda n: (-len(named[n]), -len(n), n))
            term = named[rest][0]
            at, seen = KeyPlace(term.source, term.keys), _places(t.place for t in named[best])
            counted = f"有 {len(named[best])} 处，另一种 {len(named[rest])} 处；见 {seen}"
            yield Finding(_IDS[how], at, rest, best, counted, kind, rest)


_IDS = {"前缀": "names-longer", "语序": "names-turned", "相近": "names-edited"}


def _places(places: Iterable[Place]) -> str:
    shown = [str(place) for place in places]
    more = f" 等 {len(shown)} 处" if len(shown) > _MOST_PLACES else ""
    return "、".join(shown[:_MOST_PLACES]) + more


class _Text(NamedTuple):
    text: str
    source: TomlFile
    keys: KeyPath
    offset: int
    dossier: str
    is_department: bool

    def is_apart(self, other: "_Text") -> bool:
        """Tell texts of different projects; a department may say again what its projects say."""
        if self.dossier == other.dossier:
            is_whole = self.is_department or other.is_department
            return self.source.shown != other.source.shown and not is_whole
        return True

    @property
    def at(self) -> KeyPlace:
        return KeyPlace(self.source, self.keys, offset=self.offset)


def _texts(dossiers: Iterable[Dossier]) -> Iterator[Finding]:
    paragraphs: dict[str, list[_Text]] = defaultdict(list)
    said: dict[str, list[_Text]] = defaultdict(list)
    for dossier in dossiers:
        projects = {subject.id for subject in dossier.projects}
        for prose in prose_fields(dossier):
            whose = dossier.shown, prose.owner not in projects
            at = 0
            for line in prose.text.split("\n"):
                if len(line.strip()) >= _LONG_PARAGRAPH:
                    key = line.strip()
                    paragraphs[key].append(_Text(key, prose.source, prose.keys, at, *whose))
                at += len(line) + 1
            for offset, sentence in sentences(prose.text):
                if len(sentence) >= SHORTEST:
                    text = _Text(sentence, prose.source, prose.keys, offset, *whose)
                    said[bare(sentence)].append(text)
    yield from _repeated(paragraphs)
    yield from _reworded(said)


def _repeated(paragraphs: dict[str, list[_Text]]) -> Iterator[Finding]:
    for copies in paragraphs.values():
        first = copies[0]
        others = [copy for copy in copies[1:] if first.is_apart(copy)]
        if others:
            short, seen = _short(first.text), _places(o.at.place for o in others)
            yield Finding("text-repeated", first.at, short, str(len(copies)), seen, quote=short)


def _reworded(said: dict[str, list[_Text]]) -> Iterator[Finding]:
    for one, other in near_sentences(said):
        best, rest = sorted((one, other), key=lambda text: -len(said[text]))
        text, model = said[rest][0], said[best][0]
        if not text.is_apart(model):
            continue
        left, right = _short(text.text), _short(model.text)
        how, count = str(model.at.place), str(len(said[best]))
        yield Finding("text-reworded", text.at, left, right, how, count, left)


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"


def _copied(dossiers: Iterable[Dossier]) -> Iterator[Finding]:
    """Sets of indicators that agree in all but one name share a set with one name left out."""
    seen: dict[frozenset[str], tuple[str, str, str, KeyPlace]] = {}
    for dossier in dossiers:
        for subject in dossier.projects:
            names = frozenset(at.indicator.name for at in subject.indicators)
            if len(names) < _FEWEST_COPIED:
                continue
            keys = (names, *(names - {name} for name in names))
            like = next((seen[key] for key in keys if key in seen), None)
            at = KeyPlace(subject.source, ("indicator",))
            if like and like[0] != dossier.shown and not _is_same(like[1], subject.name):
                left, right = str(len(names)), f"“{like[2]}”的项目“{like[1]}”"
                yield Finding("copied-across", at, left, right, str(like[3].place))
            for key in keys:
                seen.setdefault(key, (dossier.shown, subject.name, dossier.unit.unit.name, at))


def _is_same(one: str, other: str) -> bool:
    """Tell projects of one kind: they share most of their name."""
    shared = len(set(one) & set(other))
    return shared * 2 >= min(len(set(one)), len(set(other)))
