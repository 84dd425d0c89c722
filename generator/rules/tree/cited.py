"""Funds, documents with their numbers, and short forms with full ones, wherever a tree writes them."""

import re
from collections.abc import Iterable, Iterator

from generator.base.pattern import Pattern
from generator.model.dossier import Dossier, Subject
from generator.model.subject import ProjectEntry
from generator.prose.prose_keys import prose_fields
from generator.rules.dossier.tree_rules import Term
from generator.rules.tree.habit import FUNDS, Use
from generator.rules.where import KeyPlace
from generator.wording.abbreviations import abbreviations

_OPEN, _CLOSE = "〔[［【（(", "〕]］】）)"
_NUMBER = rf"[一-鿿]{{1,12}}[{re.escape(_OPEN)}]20[0-9]{{2}}[{re.escape(_CLOSE)}]第?[0-9]{{1,5}}号"
_CITED = Pattern(rf"《(?P<title>[^《》]{{4,80}})》[（(](?P<number>{_NUMBER})[）)]")
_ROUND = str.maketrans(_OPEN + _CLOSE, "〔" * len(_OPEN) + "〕" * len(_CLOSE))


def funds(dossiers: Iterable[Dossier]) -> Iterator[Term]:
    """Give the names of sources of money."""
    for dossier in dossiers:
        unit = dossier.unit.unit.name
        for subject in dossier.subjects:
            for number, source in enumerate(subject.entry.funds.sources):
                keys = ("funds", "sources", number, "name")
                yield Term(FUNDS, source.name, subject.source, keys, dossier.id, unit)


def cited(dossiers: Iterable[Dossier]) -> Iterator[tuple[str, str, Use]]:
    """Give title and number of documents, from what projects rest on and from sentences."""
    for dossier in dossiers:
        unit = dossier.unit.unit.name
        for subject in dossier.subjects:
            yield from _bases(subject, unit)
        for prose in prose_fields(dossier):
            for found in _CITED.finditer(prose.text):
                at = KeyPlace(prose.source, prose.keys, offset=found.start("title"))
                yield found["title"], _normal(found["number"]), Use(unit, at)


def abbreviated(dossiers: Iterable[Dossier]) -> Iterator[tuple[str, str, Use]]:
    """Give full and short forms: those of units, and those that sentences introduce."""
    for dossier in dossiers:
        own = dossier.unit.unit
        for number, short in enumerate(own.short):
            at = KeyPlace(dossier.source, ("unit", "short", number))
            yield own.name, short, Use(own.name, at)
        for prose in prose_fields(dossier):
            for one in abbreviations(prose.text) if "简称" in prose.text else ():
                at = KeyPlace(prose.source, prose.keys, offset=one.start)
                yield one.full, one.short, Use(own.name, at)


def _bases(subject: Subject, unit: str) -> Iterator[tuple[str, str, Use]]:
    if not isinstance(subject.entry, ProjectEntry):
        return
    for number, basis in enumerate(subject.entry.project.basis):
        if basis.number:
            at = KeyPlace(subject.source, ("project", "basis", number, "document"))
            yield basis.document.strip("《》"), _normal(basis.number), Use(unit, at)


def _normal(number: str) -> str:
    return "".join(number.split()).translate(_ROUND)
