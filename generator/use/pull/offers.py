"""Numbers in the words that were pulled which had better be quoted: one line each, with the quotation."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.problem import Problem
from generator.base.toml import KeyPath, TomlFile
from generator.base.toml_patch import AppendRow, Change, SetValue
from generator.prose.repeated import Quantities, quotation_of
from generator.prose.typed import typed_numbers
from generator.roundtrip.outdated import find_outdated, moved_figures
from generator.roundtrip.version import Version
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.use.pull.at_hand import AtHand, value_at
from generator.use.pull.input_changes import Made

Moved = Mapping[str, tuple[str, str]]


def offers(made: Sequence[Made], own: AtHand, base: Version, new: Version) -> Iterator[Problem]:
    """Look through the texts as they will be for numbers that were not in them before."""
    moved = moved_figures(base.shown, new.shown)
    for change in (one.change for one in made if one.is_prose):
        for keys, said in _texts(change.change):
            yield from _in_text(change.file, keys, said, own, moved)


def _in_text(
    source: TomlFile, keys: KeyPath, said: str, own: AtHand, moved: Moved
) -> Iterator[Problem]:
    owner = next((s.id for s in own.dossier.subjects if s.source.path == source.path), "")
    before = value_at(source.data, keys)
    units = own.library.units
    known = [n.value for n in typed_numbers(before, units)] if isinstance(before, str) else []
    outdated = list(find_outdated(said, ((0, len(said)),), moved))
    quantities = Quantities(owner, own.book, units)
    for number in typed_numbers(said, units):
        if number.value in known:
            known.remove(number.value)
            continue
        old = next((one for one in outdated if number.words.startswith(one.words)), None)
        figure = quantities.find(number) if old is None else own.book.get(old.figure)
        quotation = quotation_of(figure, owner) if figure is not None else ""
        if figure is None or not quotation:
            continue
        at, name = KeyPlace(source, keys), figure.label or figure.id
        found = Finding("pulled-figure", at, number.words, figure.shown, quotation, name)
        if old is not None:
            found = Finding("pulled-outdated", at, old.words, old.now, quotation)
        yield own.library.rules.problem(found._replace(quote=number.words))


def _texts(change: Change) -> Iterator[tuple[KeyPath, str]]:
    """Go through the texts that a change writes."""
    if isinstance(change, SetValue):
        values = {change.keys: change.value}
    elif isinstance(change, AppendRow):
        values = {(*change.keys, name): value for name, value in change.row.items()}
    else:
        values = {}
    for keys, value in values.items():
        if isinstance(value, str):
            yield keys, value
