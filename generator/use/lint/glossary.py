"""The terms of a tree: names of units, projects and indicators, and the set phrases that are used."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.apart import Apart
from generator.model.dossier import Dossier
from generator.model.wording_rule import PhraseGroup
from generator.prose.prose_keys import prose_fields
from generator.rules.dossier.tree_rules import terms
from generator.wording.near_names import near_names
from generator.wording.passage import Passage
from generator.wording.word_index import WordIndex

_KINDS = ("单位", "项目", "指标", "固定语")


@dataclass(frozen=True, slots=True)
class Row:
    """One term: how often and in how many dossiers it is used, and what is written nearly like it."""

    kind: str
    term: str
    count: int
    dossiers: int
    variants: tuple[str, ...]
    short: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """Lay the row out for JSON."""
        return {
            "kind": self.kind,
            "term": self.term,
            "count": self.count,
            "dossiers": self.dossiers,
            "variants": list(self.variants),
            "short": list(self.short),
        }

    def line(self) -> str:
        """Write the row as a line with tabs, which a table program takes as it is."""
        short = f"（简称 {'、'.join(self.short)}）" if self.short else ""
        cells = (self.kind, self.term + short, self.count, self.dossiers, "、".join(self.variants))
        return "\t".join(map(str, cells))


def make_glossary(
    dossiers: Sequence[Dossier], phrases: Sequence[PhraseGroup], apart: Apart
) -> list[Row]:
    """List the terms by kind, the most used first."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for term in terms(dossiers):
        places[term.kind, term.text].append(term.dossier)
    index = WordIndex(word for group in phrases for word in group.words)
    for dossier in dossiers:
        for prose in prose_fields(dossier):
            for _, word in index.find(Passage("paragraph", prose.text)):
                places["固定语", word].append(dossier.id)
    short = {d.unit.unit.name: d.unit.unit.short for d in dossiers}
    near = _variants({key: list(homes) for key, homes in places.items()}, apart)
    rows = [
        Row(kind, term, len(homes), len(set(homes)), near[kind, term], short.get(term, ()))
        for (kind, term), homes in places.items()
    ]
    return sorted(rows, key=lambda row: (_KINDS.index(row.kind), -row.count, row.term))


def _variants(
    places: dict[tuple[str, str], list[str]], apart: Apart
) -> dict[tuple[str, str], tuple[str, ...]]:
    near: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for kind in ("单位", "项目", "指标"):
        for one, other, _ in near_names((term for own, term in places if own == kind), apart):
            near[kind, one] += (other,)
            near[kind, other] += (one,)
    return near
