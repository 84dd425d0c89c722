"""Mends that are offered at a problem: what a cell surely is, a sign that is missing, a figure to be quoted."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.problem import Place, Problem
from generator.base.toml import KeyPath, TomlFile, value_at
from generator.model.dossier import Subject
from generator.model.scheme import Scheme
from generator.model.units import Units
from generator.prose.prose_render import render_file
from generator.rules.dossier.class_membership import meant_class
from generator.rules.dossier.fractions import per_cent_of_target
from generator.rules.dossier.typed_numbers import Repeated, repeated_figures
from generator.use.check.examine import Examined
from generator.use.check.mending import sure_values
from generator.web.fillable_cells import shown, value_of


class Mend(NamedTuple):
    """What a cell is to be, and what it is."""

    keys: KeyPath
    was: str
    now: str
    row: str  # the name of the indicator
    said: str  # what the button says

    def as_data(self) -> JsonObject:
        """Lay the mend out as the sheet takes it."""
        return {"keys": [*self.keys], "was": self.was, "now": self.now, "said": self.said}


class Mends(NamedTuple):
    """The mends of files: of whole cells by file and key, of words by their place and what they are."""

    cells: Mapping[tuple[str, str], Mend]
    words: Mapping[tuple[Place, str], Mend]

    def with_(self, others: "Mends") -> "Mends":
        """Return these mends and others; what others say of the same place holds."""
        return Mends({**self.cells, **others.cells}, {**self.words, **others.words})

    def of(self, problem: Problem) -> Mend | None:
        """Return the mend of a problem."""
        place = problem.place
        quoting = self.words.get((place, problem.quote))
        return quoting or self.cells.get((place.file, place.key))


NO_MENDS: Final = Mends({}, {})


def offered_mends(
    examined: Examined, file: TomlFile, subject: Subject | None, units: Units
) -> Mends:
    """Return the mends of a file.

    A rate without its sign is offered and never mended unasked, and neither is a typed number or a
    class that only one other comes into question for: somebody looks at it.
    """
    found = {**dict(_missing_signs(subject, units))} if subject is not None else {}
    if subject is not None and examined.scheme is not None:
        found |= dict(_meant_classes(subject, examined.scheme.scheme))
    found |= {sure.keys: shown(sure.value) for sure in sure_values(file, units)}
    cells = {
        (file.shown, file.key_text(keys)): _mend(file, keys, now, f"改为 {now}")
        for keys, now in found.items()
    }
    return Mends(cells, dict(_quoted(examined, file, units)))


def _quoted(
    examined: Examined, file: TomlFile, units: Units
) -> Iterator[tuple[tuple[Place, str], Mend]]:
    """Give typed numbers of which it is sure that they are a figure, quoted."""
    evidence = examined.evidence
    if evidence is None:
        return
    fields = [own for own in evidence.prose if own.source.shown == file.shown]
    for own in repeated_figures(evidence, fields):
        now = _with_quotation(own, examined, units) if own.is_sure else ""
        if now:
            mend = _mend(file, own.field.keys, now, f"改为引用：{own.name}")
            yield (own.where.place, own.typed.words), mend


def _with_quotation(own: Repeated, examined: Examined, units: Units) -> str:
    """Quote a figure where its number is typed (empty: that would not print the same)."""
    lines, printed = own.field.text.split("\n"), own.figure.shown
    line, at = lines[own.typed.line - 1], own.typed.column - 1
    names = examined.names.get(own.field.owner, {})
    same = line.startswith(printed, at)
    if not same or render_file("", own.quotation, names, units).text != printed:
        return ""
    lines[own.typed.line - 1] = line[:at] + own.quotation + line[at + len(printed) :]
    return "\n".join(lines)


def _missing_signs(subject: Subject, units: Units) -> Iterator[tuple[KeyPath, str]]:
    for at in subject.indicators:
        if now := per_cent_of_target(at.indicator, units):
            yield (*at.keys, "actual"), now


def _meant_classes(subject: Subject, scheme: Scheme) -> Iterator[tuple[KeyPath, str]]:
    for at in subject.indicators:
        if now := meant_class(at.indicator.class_, scheme):
            yield (*at.keys, "class"), now


def _mend(file: TomlFile, keys: KeyPath, now: str, said: str) -> Mend:
    row = value_at(file.data, keys[:-1])
    name = str(row.get("name", "")) if isinstance(row, dict) else ""
    return Mend(keys, value_of(file, keys), now, name, said)
