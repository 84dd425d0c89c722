"""I29: an item that need not be given is one that could be asked for; a slip of the pen spares nothing."""

from collections.abc import Iterator, Sequence

from generator.base.suggestion import suggest
from generator.base.toml import TomlFile
from generator.model.own_form import own_paths
from generator.model.requirements import OF_SUBJECT, OF_UNIT
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

_KEY = "not-asked"


def not_asked(evidence: Evidence) -> Iterator[Finding]:
    """Look at what unit.toml and each subject need not give."""
    dossier = evidence.dossier
    yield from _unknown(dossier.source, dossier.unit.not_asked, OF_UNIT, OF_SUBJECT)
    for subject in dossier.subjects:
        known = (*OF_SUBJECT, *own_paths(subject.declared))
        yield from _unknown(subject.source, subject.entry.not_asked, known, OF_UNIT)


def _unknown(
    source: TomlFile, named: Sequence[str], known: Sequence[str], elsewhere: Sequence[str]
) -> Iterator[Finding]:
    for number, path in enumerate(named):
        if path in known:
            continue
        at = KeyPlace(source, (_KEY, number))
        if path not in elsewhere:
            yield Finding("not-asked-unknown", at, path, suggest(path, known), quote=path)
        elif elsewhere is OF_UNIT:
            yield Finding("not-asked-of-unit", at, path, quote=path)
        else:
            yield Finding("not-asked-of-subject", at, path, quote=path)
