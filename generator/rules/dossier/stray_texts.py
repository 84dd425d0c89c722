"""Texts of inputs that say something else than was typed: XX left in, C:\\new read as a line break, blanks around a name."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.base.suggestion import suggest
from generator.base.toml import TomlFile
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

# Each begins with one of a few signs, so that the others are passed over at once.
_LEFT = Pattern(
    r"[Xx×✕_＿](?:(?<=[Xx])(?<![A-Za-z].)[Xx]+(?![A-Za-z])|(?<=[×✕])[×✕]+|(?<=_)_{3,}|(?<=＿)＿{2,})"
)
_ESCAPED = Pattern(r"(?<=[A-Za-z0-9一-鿿:：_.])(?<!\\)\\[ntrfb](?=[A-Za-z0-9一-鿿])")
_BREAKS = "\n\t\r\f\b"


def texts(evidence: Evidence) -> Iterator[Finding]:
    """Look at every text in which a unit writes sentences."""
    with_paths: dict[str, bool] = {}
    for field in evidence.prose:
        for number, line in enumerate(field.text.split("\n"), 1):
            found = _LEFT.search(line)
            if found and found[0] != field.text.strip():  # alone it is no text: told as that
                where = in_prose(field, number, found.start() + 1)
                yield Finding("mark-left", where, found[0], quote=found[0])
        source = field.source
        if source.shown not in with_paths:
            with_paths[source.shown] = "\\" in source.text and bool(_ESCAPED.search(source.text))
        if with_paths[source.shown] and any(sign in field.text for sign in _BREAKS):
            yield from _escaped(field.source, KeyPlace(field.source, field.keys))


def names(evidence: Evidence) -> Iterator[Finding]:
    """Look at the names of rows: with a blank around it, one is not found where it is quoted."""
    for subject in evidence.dossier.subjects:
        for at in subject.indicators:
            name = at.indicator.name
            if name.strip() and name != name.strip():
                where = KeyPlace(subject.source, (*at.keys, "name"))
                yield Finding("name-with-blanks", where, name.strip(), name=name, quote=name)


def titles(evidence: Evidence) -> Iterator[Finding]:
    """Look whether the documents that get a title of their own are those of the scheme."""
    known = [document.id for document in evidence.scheme.document]
    for subject in evidence.dossier.subjects:
        for name in subject.entry.titles:
            if name not in known:
                where = KeyPlace(subject.source_of(("titles", name)), ("titles", name), on="key")
                how = suggest(name, known)
                yield Finding("title-of-no-document", where, name, how, quote=name)


def _escaped(source: TomlFile, at: KeyPlace) -> Iterator[Finding]:
    """Tell of a backslash that began no sign on purpose: of a path."""
    offsets = source.offsets(at.keys)
    if not offsets or source.text[offsets[0] - 1] != '"':
        return
    if found := _ESCAPED.search(source.text[offsets[0] : offsets[-1]]):
        yield Finding("path-escaped", at, found[0])
