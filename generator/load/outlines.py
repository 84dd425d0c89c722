"""Read an outline and the standard wording of its sections."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import read_text, shown_path
from generator.base.suggestion import suggest
from generator.base.toml import KeyPath, TomlFile, read_toml
from generator.load.kept import kept
from generator.load.packs import AskedAt, Packs
from generator.load.validation import validate
from generator.model.outline import Outline


class SectionText(NamedTuple):
    """The standard wording of a section, with the file it stands in."""

    shown: str
    text: str


class LoadedOutline(NamedTuple):
    """An outline with the texts of its sections by id."""

    outline: Outline
    source: TomlFile
    texts: Mapping[str, SectionText]
    keys: KeyPath = ()  # where in its file the outline stands


FoundOutline = tuple[LoadedOutline | None, tuple[Problem, ...]]


@kept("text/*/outline.toml", "text/*/*.j2")
def load_outlines(packs: Packs) -> dict[str, FoundOutline]:
    """Read all outlines, by id."""
    return {id: load_outline(packs, id, Place) for id in _ids(packs)}


def load_outline(packs: Packs, outline_id: str, asked_at: AskedAt) -> FoundOutline:
    """Read an outline by id; sections without a text of their own take that of ``based-on``."""
    path = packs.find("text", f"{outline_id}/outline.toml")
    if path is None:
        message, hint = f"没有提纲“{outline_id}”", suggest(outline_id, _ids(packs))
        return None, (Problem("I19", Severity.ERROR, message, asked_at(), hint, outline_id),)
    source, problems = read_toml(path, shown_path(path))
    if source is None:
        return None, problems
    outline, faults = validate(Outline, source)
    if outline is None:
        return None, (*problems, *faults)
    found: list[Problem] = [*problems, *faults]
    base = outline.based_on
    if base and packs.find("text", f"{base}/outline.toml") is None:
        message, place = f"没有提纲“{base}”", source.place(("based-on",))
        hint = suggest(base, _ids(packs))
        found.append(Problem("I19", Severity.ERROR, message, place, hint, base))
    from generator.prose.name_tree import text_names  # noqa: PLC0415 - kept between runs
    from generator.prose.prose_render import (  # noqa: PLC0415 - see above
        file_faults,
        template_faults,
    )

    for index, section in enumerate(outline.section):
        keys = ("section", index, "title")
        found += template_faults(source, keys, section.title, text_names())
    texts: dict[str, SectionText] = {}
    for section in outline.section:
        for owner in filter(None, (outline_id, outline.based_on)):
            text_path = packs.find("text", f"{owner}/{section.id}.j2")
            if text_path is None:
                continue
            shown = shown_path(text_path)
            text, faults = read_text(text_path, shown)
            found += faults
            if text is not None:
                texts[section.id] = SectionText(shown, text)
                found += file_faults(shown, text)
            break
    return LoadedOutline(outline, source, texts), tuple(found)


def _ids(packs: Packs) -> list[str]:
    return sorted(
        {path.parent.name for root in packs.roots for path in root.glob("text/*/outline.toml")}
    )
