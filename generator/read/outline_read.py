"""The outline of a report as its unit wrote it: headings, levels, numbers, and the words below them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.chinese import NUMERALS
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.narrative.heading_numbers import Numbering
from generator.read.label_book import LabelBook, normal
from generator.read.placed_values import SectionText
from generator.read.printed_values import harmless
from generator.read.typed_draft import OutlineValues, SectionValues

LEVELS, RUN_IN = 2, 3
_LONGEST = 40_000  # quotations make a text longer
_NUMERAL, _DIGITS = Pattern(f"[{NUMERALS}]{{1,3}}"), Pattern("[0-9]{1,2}")
_ENDS = Pattern(r"(?<=[}%#])\}")
_MARKED = Pattern(r"(?m)^([ \t]*(?:##|#|\+|-)) +")
_LISTS = ("problem", "measure")
_OPENING, _UNNAMED = "opening", "section"


class OutlineSection(NamedTuple):
    """A section of the outline: where its heading stands, what stands below it, what it means."""

    id: str
    title: str
    level: int
    is_untitled: bool
    meaning: str
    text: str
    place: DocumentPlace
    lines: tuple[DocumentPlace, ...]

    def as_section(self) -> SectionText:
        """Return the words with their places."""
        return SectionText(self.title, self.level, self.text, self.place, self.lines)


class OutlineAsWritten(NamedTuple):
    """The sections in their order."""

    sections: tuple[OutlineSection, ...]

    def as_values(self) -> OutlineValues:
        """Lay the outline out as the inputs hold it."""
        return {"section": [_section_values(section) for section in self.sections]}


def _section_values(section: OutlineSection) -> SectionValues:
    said: SectionValues = {"id": section.id, "title": section.title, "level": section.level}
    return {**said, "untitled": True} if section.is_untitled else said


def outline_of(
    sections: Sequence[SectionText], book: LabelBook, known: Mapping[str, str]
) -> OutlineAsWritten:
    """Keep headings of two levels and those that run in; deeper ones are lines of their section."""
    items = _items(sections, book)
    folded = [_harmless(section) for section in _folded(sections, items)]
    levels = _levels(folded)
    leveled = [section._replace(level=level) for section, level in zip(folded, levels, strict=True)]
    numbers = _numbers(leveled)
    name = _namer(book, known)
    kept: list[OutlineSection] = []
    for section in leveled:
        style = numbers[section.level - 1]
        is_untitled = not section.title
        title = "" if is_untitled else f"{style}{_title(section, is_numbered=bool(style))}"
        first, *more = _portions(_MARKED.sub(r"\1", section.text), section.lines)
        meaning = "" if is_untitled or more else book.meaning(section.title)
        kept.append(
            OutlineSection(
                name(section),
                title,
                section.level,
                is_untitled,
                meaning,
                first[0],
                section.place,
                first[1],
            )
        )
        for text, lines in more:
            kept.append(
                kept[-1]._replace(
                    id=name(section._replace(title="")),
                    title="",
                    is_untitled=True,
                    text=text,
                    place=lines[0],
                    lines=lines,
                )
            )
    return OutlineAsWritten(tuple(kept))


def _portions(
    text: str, places: tuple[DocumentPlace, ...]
) -> list[tuple[str, tuple[DocumentPlace, ...]]]:
    """Cut a text that no input could hold between its lines."""
    if len(text) <= _LONGEST:
        return [(text, places)]
    found: list[tuple[str, tuple[DocumentPlace, ...]]] = []
    said: list[str] = []
    length = begun = 0
    lines = text.split("\n")
    for number, line in enumerate((*lines, None)):
        if line is None or (said and length + len(line) > _LONGEST):
            found.append(("\n".join(said), places[begun : begun + len(said)]))
            said, length, begun = [], 0, number
        if line is not None:
            said.append(line)
            length += len(line) + 1
    return found


def _harmless(section: SectionText) -> SectionText:
    return section._replace(
        title=_plain(section.title), text=_plain(section.text), head=_plain(section.head)
    )


def _plain(text: str) -> str:
    """Break what looks like a template at both ends: what is printed is looked through for either."""
    return _ENDS.sub(" }", harmless(text))


def _items(sections: Sequence[SectionText], book: LabelBook) -> frozenset[int]:
    """Return which headings are items of a list: problems or measures with nothing below them."""
    found: set[int] = set()
    group: list[int] = []
    above = 0
    for number, section in enumerate((*sections, None)):
        if section is not None and group and section.title and section.level > above:
            group.append(number)
            continue
        below = group[1:]
        if below and not any(sections[n].text for n in group):
            found |= set(below)
        is_list = section is not None and book.meaning(section.title) in _LISTS
        group, above = ([number], section.level) if section is not None and is_list else ([], 0)
    return frozenset(found)


def _folded(sections: Sequence[SectionText], items: frozenset[int]) -> list[SectionText]:
    """Put items of lists, and headings below the second level, into the text of the section above."""
    kept = [s for number, s in enumerate(sections) if number not in items]
    ranks = sorted({section.level for section in kept if section.title})[:LEVELS]
    found: list[SectionText] = []
    texts: list[list[str]] = []
    places: list[list[DocumentPlace]] = []
    for number, section in enumerate(sections):
        is_heading = not section.title or section.level in ranks
        if not found or (is_heading and number not in items):
            found.append(section)
            texts.append([section.text])
            places.append([*section.lines])
        else:
            texts[-1] += [section.head, _behind(section)]
            places[-1] += section.lines if section.runs_in else [section.place, *section.lines]
    return [
        section._replace(text="\n".join(filter(None, said)), lines=tuple(at))
        for section, said, at in zip(found, texts, places, strict=True)
    ]


def _behind(section: SectionText) -> str:
    """Return what stands below the paragraph of the heading."""
    return section.text.partition("\n")[2] if section.runs_in else section.text


def _levels(sections: Sequence[SectionText]) -> Iterator[int]:
    """Give the level of each section in the outline."""
    ranks = sorted({s.level for s in sections if s.title and not s.runs_in})
    for section in sections:
        if section.runs_in:
            yield RUN_IN
        else:
            yield min(ranks.index(section.level) + 1, LEVELS) if section.title else 1


def _title(section: SectionText, *, is_numbered: bool) -> str:
    """Return a heading as it is printed behind a number that counts, or with the one it bears."""
    if section.runs_in or not section.head:
        return section.title if is_numbered else f"{section.number}{section.title}"
    return section.head.removeprefix(section.number).strip() if is_numbered else section.head


def _numbers(sections: Sequence[SectionText]) -> tuple[str, ...]:
    """Return how each level is numbered; a level whose numbers do not count up keeps them typed."""
    styles = [_style(level, sections) for level in range(1, RUN_IN + 1)]
    while True:
        counted = Numbering(styles)
        wrong: int | None = None
        for section in sections:
            if not section.title:
                continue
            said = counted.next(section.level, styles[section.level - 1])
            if styles[section.level - 1] and said != section.number:
                wrong = section.level
                break
        if wrong is None:
            return tuple(styles)
        styles[wrong - 1] = ""


def _style(level: int, sections: Sequence[SectionText]) -> str:
    first = next((s.number for s in sections if s.title and s.level == level), "")
    written = _NUMERAL.sub("{一}", first, count=1)
    return written if written != first else _DIGITS.sub("{1}", first, count=1)


def _namer(book: LabelBook, known: Mapping[str, str]) -> Callable[[SectionText], str]:
    """Give ids: as the scheme's outline calls the heading, by what it means, or by counting."""
    taken: set[str] = set()
    counts: dict[str, int] = {}

    def name(section: SectionText) -> str:
        meant = book.meaning(section.title) if section.title else _OPENING
        wished = known.get(normal(section.title), "") or meant
        if not wished or wished in taken:
            base = meant or _UNNAMED
            wished = ""
            while not wished or wished in taken:
                counts[base] = counts.get(base, 0) + 1
                wished = f"{base}-{counts[base]}"
        taken.add(wished)
        return wished

    return name
