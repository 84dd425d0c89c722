"""The body of a report: sections of the outline, standard wording or the unit's own words."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath, TomlFile
from generator.model.blocks import Block, Heading
from generator.model.outline import Outline, Section
from generator.model.spans import plain_text
from generator.model.units import Units
from generator.narrative.heading_numbers import Numbering
from generator.narrative.inserts import NOTHING, Inserts, Shelf
from generator.narrative.section_lines import SectionLines, TracedLines
from generator.narrative.unit_words import OwnWords
from generator.prose.figure_marks import split_spans
from generator.prose.prose_gap import DRAFT, GAP
from generator.prose.prose_render import quotes_figures, render_file, render_value

WrapStandard = Callable[[str, str], str]


class TextTemplate(Protocol):
    """The standard wording of one section, with the file it stands in."""

    @property
    def shown(self) -> str:
        """Return the file as it is shown."""

    @property
    def text(self) -> str:
        """Return the template."""


class LoadedOutline(Protocol):
    """An outline, its file, and the standard wording of its sections."""

    @property
    def outline(self) -> Outline:
        """Return the outline."""

    @property
    def source(self) -> TomlFile:
        """Return its file."""

    @property
    def texts(self) -> Mapping[str, TextTemplate]:
        """Return the standard wording by section."""

    @property
    def keys(self) -> KeyPath:
        """Return where in its file the outline stands."""


class Author(NamedTuple):
    """Whose report it is: the file and the table in which its own words stand."""

    source: TomlFile
    keys: KeyPath


class Narrative(NamedTuple):
    """The body of a report and what was wrong with it."""

    body: tuple[Block, ...]
    problems: tuple[Problem, ...]


def narrate(
    loaded: LoadedOutline,
    words: OwnWords,
    names: Mapping[str, Any],
    units: Units,
    shelf: Shelf = NOTHING,
    wrap: WrapStandard | None = None,
    author: Author | None = None,
) -> Narrative:
    """Write all sections in order; ``wrap`` may mark standard wording with its origin."""
    # The unit's own words were judged when the dossier was checked.
    problems: list[Problem] = []
    outline, charts = loaded.outline, shelf.charts
    numbering = Numbering(outline.numbers, outline.part_number)
    context = {**names, "texts": words.texts}
    texts: dict[str, str] = {}
    titles: dict[str, str] = {}
    for index, section in enumerate(outline.section):
        texts[section.id], faults = _section_text(
            section, loaded.texts, words, context, units, wrap
        )
        problems += faults
        keys = (*loaded.keys, "section", index, "title")
        titles[section.id], faults = _title(loaded.source, keys, section, context, units)
        problems += faults
        if section.chart and section.chart not in charts:
            problems.append(_undrawn(loaded, index, section))
    bare = () if loaded.keys else _bare(outline, texts)  # headings of one's own may stand alone
    if names.get(DRAFT):
        texts |= dict.fromkeys(bare, GAP)
    elif author is not None:
        problems += [_without_text(author, id, titles[id]) for id in bare]
    body: list[Block] = []
    inserts = Inserts(shelf)
    for index, section in enumerate(outline.section):
        below = list(outline.with_children(index))
        if section.optional and not any(texts[s.id].strip() or s.chart in charts for s in below):
            continue
        lines = TracedLines if wrap is not None else SectionLines
        made = partial(lines, numbering=numbering, inserts=inserts)
        body += _section(section, titles[section.id], texts[section.id], numbering, made)
        if section.chart in charts:
            body.append(inserts.numbered(charts[section.chart]))
    return Narrative(tuple(body), tuple(problems))


def _undrawn(loaded: LoadedOutline, index: int, section: Section) -> Problem:
    """Tell of a chart for which there is nothing to draw; in an optional section that is no fault."""
    place = loaded.source.place((*loaded.keys, "section", index, "chart"))
    message = f"“{section.title or section.id}”的图表没有数据，没有画出"
    hint = "各项目写明预算、支出或得分以后就有；不要这张图就从提纲里删去"
    severity = Severity.NOTE if section.optional else Severity.WARNING
    return Problem("T08", severity, message, place, hint, section.chart)


def _bare(outline: Outline, texts: Mapping[str, str]) -> list[str]:
    """List the sections under whose headings nothing would stand."""
    return [
        section.id
        for index, section in enumerate(outline.section)
        if not section.optional
        and not section.chart
        and not texts[section.id].strip()
        and len(list(outline.with_children(index))) == 1
    ]


def _without_text(author: Author, id: str, title: str) -> Problem:
    """Tell of a heading that would stand alone; in a draft a gap says so."""
    said = plain_text(split_spans(title)) or id
    hint = f'请在 [text] 里写 {id} = "……"，或填写这一节取自的项；可以没有的，在提纲里写 optional = true'
    place = author.source.place((*author.keys, "text", id))
    return Problem("T13", Severity.ERROR, f"标题“{said}”下面没有文字", place, hint, id)


def _section(
    section: Section, title: str, text: str, numbering: Numbering, made: Callable[..., SectionLines]
) -> Iterator[Block]:
    """Put a heading before its paragraphs; at level 3 it runs into the first of them."""
    if section.untitled:
        yield from made(section.id, section.level - 1).blocks(text)
        return
    number = numbering.next(section.level, section.number)
    lines = made(section.id, section.level)
    if lines.runs_in(section.level):
        lines.lead = split_spans(f"{number}{title}。")
    else:
        yield Heading(section.level, number, split_spans(title), section.id, section.id)
    yield from lines.blocks(text)


def _title(
    source: TomlFile, keys: KeyPath, section: Section, context: Mapping[str, Any], units: Units
) -> tuple[str, tuple[Problem, ...]]:
    if not quotes_figures(section.title):
        return section.title, ()
    rendered = render_value(source, keys, section.title, context, units)
    return rendered.marked, rendered.problems


def _section_text(
    section: Section,
    templates: Mapping[str, TextTemplate],
    words: OwnWords,
    context: Mapping[str, Any],
    units: Units,
    wrap: WrapStandard | None,
) -> tuple[str, tuple[Problem, ...]]:
    """Return marked text: the unit's own words replace or follow the standard wording."""
    after = words.after.get(section.id, "")
    if words.own.get(section.id):
        return "\n".join(filter(None, (words.own[section.id], after))), ()
    template = templates.get(section.id)
    if template is None:
        return after, ()
    rendered = render_file(template.shown, template.text, context, units)
    standard = rendered.marked if wrap is None else wrap(rendered.marked, section.id)
    return "\n".join(filter(None, (standard, after))), rendered.problems
