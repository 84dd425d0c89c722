"""Labels as they are compared: without blanks, brackets and colons, whatever the form puts there."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cached_property, lru_cache

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.base.signs import TIMES
from generator.model.item import Item
from generator.model.labels import Labels
from generator.model.units import Units
from generator.model.whole_amounts import WholeAmounts
from generator.read.class_words import ClassWords
from generator.read.column_words import ColumnWords
from generator.read.fact_words import FactWords
from generator.read.form_words import Vocabulary
from generator.read.likeness import Likeness
from generator.read.money_words import MoneyWords
from generator.read.printed_values import REMEMBERED, squeezed
from generator.read.stated_results import Claims
from generator.read.translated import native

_BRACKETS = Pattern(r"[（(\[【][^（）()\[\]【】]*[）)\]】]")
_POINTS = Pattern(
    rf"[（(](?:[^（()）0-9]{{2,8}}{TIMES})?([0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)(?:分|%)?(?:{TIMES}[^）)]*)?[）)]"
)
_NUMBER_OF_CLASS = Pattern(rf"^(?:[{NUMERALS}]{{1,2}}|[0-9]{{1,2}})[、.．]")
_LONGEST_LABEL = 40
OWN = "own"  # a field of the form's own
_NUMBERED = Pattern(
    rf"^(?:[①-⑳]|[0-9]{{1,2}}[.、．)](?![0-9])|[（(](?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})[）)]|[{NUMERALS}]{{1,3}}[、.．])"
)


class LabelBook:
    """Answers what a cell or heading is called."""

    def __init__(
        self,
        labels: Labels,
        units: Units,
        wholes: WholeAmounts | None = None,
        items: Iterable[Item] = (),
    ) -> None:
        """Index the words; the first mention wins. ``items`` are those that schemes score."""
        self._labels, self.units = labels, units
        self.items = {normal(item.name): item for item in items}
        self.wholes = wholes or WholeAmounts()
        self._roles: dict[str, str] = {}
        for entry in labels.label:
            for word in entry.words:
                self._roles.setdefault(normal(word), entry.role)
        # Equal cells are asked for again and again, by every reader of a row.
        self._seen: dict[str, str] = {}
        self._seen_likely: dict[tuple[str, tuple[str, ...]], str] = {}
        self._looks: dict[str, bool] = {}
        self._provinces: dict[str, str] = {}  # of regions of schemes, for every form anew
        self._hints = {entry.role: entry.hints for entry in reversed(labels.label) if entry.hints}
        self.phrases = Vocabulary(labels)
        self.claims = Claims(self.phrases)
        self._alike = Likeness(self._roles, self.phrases.words("apart"))
        self.classes = ClassWords(labels, class_name, bare_label, points_in)
        self._sections: dict[str, str] = {}
        for section in labels.section:
            for title in section.titles:
                self._sections.setdefault(normal(title), section.key)
        self._meanings = [
            (s.key, [tuple(group.split("+")) for group in s.words], s.unless)
            for s in labels.section
        ]
        self._fact_labels = labels.fact
        self._short_names = [(one.full, one.short) for one in labels.short_name]
        self._regions = {c: r.name for r in labels.region for c in (r.name, *r.cities)}
        self._titles = tuple((e.kind, end) for e in labels.title for end in e.endings)

    def indexed(self) -> "LabelBook":
        """Return the book with the indexes that are otherwise made when they are first asked for."""
        self._alike.index()
        _ = self.columns
        return self

    @cached_property
    def money(self) -> MoneyWords:
        """Return the units of money."""
        return MoneyWords(self.units)

    @cached_property
    def columns(self) -> ColumnWords:
        """Return the words of the columns of indicators."""
        return ColumnWords(self._labels, bare_label, self.phrases)

    @cached_property
    def facts(self) -> FactWords:
        """Return the words by which quantities in sentences are known."""
        return FactWords(self._fact_labels)

    def role(self, text: str) -> str:
        """Return what a label stands for (empty: it is no known label)."""
        if not text or len(text) > _LONGEST_LABEL:
            return ""
        if (found := self._seen.get(text)) is None:
            found = self._seen[text] = self._role(text)
        return found

    def _role(self, text: str) -> str:
        if any(word in text for word in self.phrases.words("in-capitals")):
            return OWN
        plain = normal(text)
        found = self._roles.get(plain) or self._roles.get(native(unnumbered(text)))
        if not found and self.phrases.is_part(text):
            found = self._roles.get(self.part_name(text))
        return found or ""

    def likely(self, text: str, among: tuple[str, ...]) -> str:
        """Return the one of some roles that a label most likely stands for (empty: none).

        Known words come first, then the hints of a role in the order given, then likeness of words.
        What is of a part of the year or of several years, or how much was changed, is like none;
        the share of a part in its column is none of the amounts, and no rate of theirs.
        """
        known = self.role(text)
        if known or len(text) > _LONGEST_LABEL:
            return known if known in among else ""
        if (found := self._seen_likely.get((text, among))) is None:
            found = self._seen_likely[text, among] = self._likely(text, among)
        return found

    def _likely(self, text: str, among: tuple[str, ...]) -> str:
        plain = native(unnumbered(text))
        phrases = self.phrases
        if phrases.is_part_of_year(text) or phrases.is_of_years(text) or phrases.is_change(text):
            return ""
        if phrases.is_share_of_whole(text):
            return ""
        if hinted := self.hinted(text, among):
            return hinted
        found = self._alike.nearest(plain)
        return found if found in among else ""

    def hinted(self, text: str, among: tuple[str, ...]) -> str:
        """Return the first of some roles of which a label has a hint in it (empty: none)."""
        plain = native(unnumbered(text))
        hints = self._hints
        return next((r for r in among if any(h in plain for h in hints.get(r, ()))), "")

    def once(self, text: str, ask: Callable[[str, "LabelBook"], bool]) -> bool:
        """Answer whether a cell looks like a label, for equal cells once."""
        if (found := self._looks.get(text)) is None:
            found = self._looks[text] = ask(text, self)
        return found

    def like(self, text: str) -> str:
        """Return the role of the known words that a label is very much like (empty: none)."""
        found = self.role(text)
        if not found and (found := self._alike.nearest(native(unnumbered(text)))):
            return "" if self.phrases.is_of_years(text) else found
        return found

    def part_name(self, text: str) -> str:
        """Return the name of a source or part without its number and without 其中."""
        plain = unnumbered(text)
        for word in self.phrases.words("breakdown"):
            plain = plain.removeprefix(word).lstrip(":：")
        return unnumbered(plain)

    def section(self, title: str) -> str:
        """Return the place of a report's section by its heading (empty: none of its own)."""
        plain = bare_label(title)
        return self._sections.get(plain) or self._sections.get(plain.rpartition("的")[2], "")

    def meaning(self, title: str) -> str:
        """Return the place of a section by what its heading means (empty: unknown, or two things)."""
        if found := self.section(title):
            return found
        plain = normal(title)
        if not plain or len(plain) > _LONGEST_LABEL:
            return ""
        keys = {
            key
            for key, groups, unless in self._meanings
            if any(all(word in plain for word in group) for group in groups)
            and not any(word in plain for word in unless)
        }
        return keys.pop() if len(keys) == 1 else ""

    def province(self, text: str) -> str:
        """Return the province that a text names, or whose city it names (empty: none, or several)."""
        if len(text) > _LONGEST_LABEL:
            return self._province(text)
        if (found := self._provinces.get(text)) is None:
            found = self._provinces[text] = self._province(text)
        return found

    def _province(self, text: str) -> str:
        found = {province for place, province in self._regions.items() if place in text}
        return found.pop() if len(found) == 1 else ""

    @property
    def places(self) -> tuple[str, ...]:
        """Return the provinces and cities that are known by name."""
        return tuple(self._regions)

    def shortened(self, name: str) -> str:
        """Return a name in which every part that has a short form takes it."""
        plain = normal(name)
        for full, short in self._short_names:
            plain = plain.replace(full, short)
        return plain

    def title_kind(self, text: str) -> str:
        """Return the kind of document that a title announces (empty: this is no title)."""
        plain = bare_label(text)
        return next((kind for kind, end in self._titles if plain.endswith(end)), "")


@lru_cache(maxsize=REMEMBERED)
def normal(text: str) -> str:
    """Strip what forms add to a label: blanks, brackets, a colon at its end."""
    plain = squeezed(text)
    for _ in range(3):
        shorter = _BRACKETS.sub("", plain)
        if shorter == plain:
            break
        plain = shorter
    return plain.rstrip(":：*").lstrip("*")


def bare_label(text: str) -> str:
    """Return a label as it is compared, without its translation."""
    return native(normal(text))


def class_name(text: str) -> str:
    """Return the name of a class without its number, its points and the word 指标."""
    name = _NUMBER_OF_CLASS.sub("", normal(text))
    return name.removesuffix("指标") or name


def points_in(text: str) -> Decimal | None:
    """Return the points that stand in brackets behind a label: 产出指标(50分)."""
    found = _POINTS.search(squeezed(text))
    return Decimal(found[1]) if found else None


def unnumbered(text: str) -> str:
    """Return a label as it is compared, without the number that it may begin with."""
    return normal(_NUMBERED.sub("", squeezed(text))) or normal(text)


def without_number(text: str) -> str:
    """Return a label as it is printed, without the number that it may begin with."""
    return _NUMBERED.sub("", text.strip()) or text.strip()
