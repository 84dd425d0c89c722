"""W06: sentences that nearly are one that is taken by name, with what differs, and the quotation.

A copy is found by what is left of a sentence without names and figures. Only then is it printed, and
so is what it was copied from: where both say the same figures the quotation may take its place.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.base.distance import edit_distance
from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath, TomlFile
from generator.base.toml_patch import FileChange, Replace
from generator.language.quoting_fault import LanguageError
from generator.model.apart import Apart
from generator.model.dossier import Dossier
from generator.model.snippet import Snippet
from generator.model.units import Units
from generator.prose.prose_keys import ProseField, prose_fields
from generator.prose.snippet_quotations import is_of_row, quotation_of, taken, unknown
from generator.rules.finding import Finding
from generator.rules.tree.wordings import are_apart, around
from generator.rules.where import KeyPlace
from generator.rules.wording.input_wording import Remark
from generator.wording.masking import Names, Slot, mask
from generator.wording.near_sentences import (
    SHORTEST,
    NearSentences,
    SharedStretches,
    are_near,
    sentences,
)

_FIGURE = "#"
_SOME_ROW = "指标名称"
NamesOf = Callable[[ProseField], Mapping[str, Any]]


class _Said(NamedTuple):
    """What a stretch of text says: the words alone, and the names and figures with their units."""

    words: str
    facts: tuple[tuple[str, str], ...]


class _Copy(NamedTuple):
    """A stretch of a text that nearly is a sentence that is taken by name."""

    field: ProseField
    start: int
    end: int
    name: str
    is_sure: bool  # no other sentence is as near

    @property
    def text(self) -> str:
        return self.field.text[self.start : self.end]


class DriftedSnippets:
    """Looks for copies of the sentences that are taken by name."""

    def __init__(self, known: Mapping[str, Snippet], units: Units, apart: Apart) -> None:
        self._known, self._units, self._apart = known, units, apart
        self._longest_unit = max(map(len, units.plain), default=0)
        self._near = NearSentences()
        self._keys: dict[str, str] = {}
        self._counts: set[int] = set()
        self._hints = SharedStretches()
        for name, snippet in known.items():
            key = self._said(snippet.text, Names({})).words
            if "{%" not in snippet.text and len(key) >= SHORTEST and key not in self._keys:
                self._keys[key] = name
                self._near.add(key)
                self._counts.add(len([*sentences(snippet.text)]))
                self._hints.add(key)

    def find(
        self, dossier: Dossier, own: Names, names_of: NamesOf, told: Callable[[Finding], Problem]
    ) -> Iterator[Remark]:
        """Tell of every copy, and of names that there are not."""
        for field in prose_fields(dossier):
            if "{" in field.text:
                yield from self._unknown(field)
            for copy in self._copies(field, own):
                yield self._remark(copy, dossier, own, names_of, told)

    def _unknown(self, field: ProseField) -> Iterator[Remark]:
        for at, said in taken(field.text):
            name = said.partition("/")[0]
            if name not in self._known:
                fault = unknown(name, self._known)
                place = KeyPlace(field.source, field.keys, offset=at).place
                yield Remark(Problem("I20", Severity.ERROR, fault.message, place, fault.hint, name))

    def _copies(self, field: ProseField, own: Names) -> Iterator[_Copy]:
        pieces = [(at, at + len(words)) for at, words in sentences(field.text)]
        done = 0
        for number, (start, _) in enumerate(pieces):
            for count in sorted(self._counts, reverse=True):
                last = number + count - 1
                if last >= len(pieces) or start < done:
                    continue
                end = pieces[last][1]
                name, is_sure = self._nearest(field.text[start:end], own)
                if name:
                    yield _Copy(field, start, end, name, is_sure)
                    done = end
                    break

    def _nearest(self, text: str, own: Names) -> tuple[str, bool]:
        """Return the sentence that a text nearly is (empty: none), and whether it is the only one."""
        if len(text) < SHORTEST or not self._hints.may_be_near(text):
            return "", False
        words = self._said(text, own).words
        if words in self._keys or not self._near.near(words):
            return "", False
        ranked = sorted(
            (edit_distance(words, key), name)
            for key, name in self._keys.items()
            if are_near(words, key) and not self._says_else(words, key)
        )
        if not ranked:
            return "", False
        return ranked[0][1], len(ranked) == 1 or ranked[1][0] > ranked[0][0]

    def _says_else(self, one: str, other: str) -> bool:
        return are_apart(one, other, self._apart) or self._apart.by_denial(one, other)

    def _said(self, text: str, names: Names) -> _Said:
        """Take names and figures out of a text, a figure with the unit behind it."""
        masked = mask(text, names)
        gaps = iter(masked.gaps)
        words: list[str] = []
        facts: list[tuple[str, str]] = []
        at = 0
        while at < len(masked.key):
            sign = masked.key[at]
            at += 1
            words.append(sign)
            if sign != _FIGURE and sign >= " ":
                continue
            gap = next(gaps, Slot("", "", -1))
            unit = self._unit(masked.key[at : at + self._longest_unit]) if sign == _FIGURE else ""
            at += len(unit)
            facts.append((gap.kind, gap.word + unit))
        return _Said("".join(words), tuple(facts))

    def _unit(self, behind: str) -> str:
        sizes = range(len(behind), 0, -1)
        return next((behind[:n] for n in sizes if behind[:n] in self._units.plain), "")

    def _remark(
        self,
        copy: _Copy,
        dossier: Dossier,
        own: Names,
        names_of: NamesOf,
        told: Callable[[Finding], Problem],
    ) -> Remark:
        field, snippet = copy.field, self._known[copy.name]
        rows = _rows_of(dossier, field) if is_of_row(snippet) else ()
        asked = [f"{copy.name}/{row}" for row in rows] if is_of_row(snippet) else [copy.name]
        printed = self._printed(copy.text, field, names_of)
        wanted = {said: self._printed(quotation_of(said), field, names_of) for said in asked}
        same = [said for said, words in wanted.items() if self._are_same(printed, words, own)]
        said = next(iter(same if len(same) == 1 else asked), "")
        if is_of_row(snippet) and len(same) != 1 and len(asked) != 1:
            said = f"{copy.name}/{_SOME_ROW}"
        left, right = around(printed or copy.text, wanted.get(said) or snippet.text)
        where, quotation = KeyPlace(field.source, field.keys, offset=copy.start), quotation_of(said)
        problem = told(
            Finding("snippet-drifted", where, left, right, quotation, copy.name, quote=left)
        )
        is_certain = copy.is_sure and len(same) == 1
        return Remark(problem, _edit(copy, said) if is_certain else None)

    def _are_same(self, printed: str, wanted: str, own: Names) -> bool:
        """Tell whether two stretches say the same names and figures, and end alike."""
        if not printed or not wanted or printed[-1] != wanted[-1]:
            return False
        return self._said(printed, own).facts == self._said(wanted, own).facts

    def _printed(self, text: str, field: ProseField, names_of: NamesOf) -> str:
        """Return what a text prints (empty: that cannot be told)."""
        from generator.model.spans import plain_text  # noqa: PLC0415 - few texts are printed
        from generator.prose.prose_render import render  # noqa: PLC0415 - see above

        try:
            return plain_text(render(text, names_of(field), self._units))
        except LanguageError:
            return ""


def _rows_of(dossier: Dossier, field: ProseField) -> tuple[str, ...]:
    """Return the indicators that a text may speak of: its own, or all of its subject."""
    rows = [row for one in dossier.subjects if one.id == field.owner for row in one.indicators]
    own = [row for row in rows if row.keys == field.keys[:-1]]
    return tuple(row.indicator.name for row in own or rows)


def _edit(copy: _Copy, said: str) -> FileChange | None:
    """Put the quotation in the place of the copy, in marks that the string around it does not use."""
    source, keys = copy.field.source, copy.field.keys
    offsets = source.offsets(keys)
    if offsets is None or copy.end >= len(offsets):
        return None
    quote = "'" if _is_plain_string(source, keys) else '"'
    if set(said) & set("\"'\\"):
        return None
    change = Replace(offsets[copy.start], offsets[copy.end], quotation_of(said, quote))
    return FileChange(source, change)


def _is_plain_string(source: TomlFile, keys: KeyPath) -> bool:
    """Tell a value in single double-quotes, which end at the next one."""
    offsets = source.offsets(keys)
    before = source.text[: offsets[0]] if offsets else ""
    return before.endswith('"') and not before.endswith('"""')
