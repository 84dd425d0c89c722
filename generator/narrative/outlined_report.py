"""A report by the unit's own outline: where each of its sections takes its words from."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.model.outline import Outline
from generator.model.own_outline import OwnOutline, OwnSection
from generator.narrative.heading_numbers import numbered
from generator.narrative.report_body import TextTemplate
from generator.narrative.unit_words import OwnWords

OWN_OUTLINE = "own-outline"


class LoadedOwnOutline(NamedTuple):
    """An outline that stands in the inputs: there is no standard wording for its sections."""

    outline: Outline
    source: TomlFile
    keys: KeyPath
    texts: Mapping[str, TextTemplate]


def loaded_own(own: OwnOutline, source: TomlFile, keys: KeyPath = ()) -> LoadedOwnOutline:
    """Return an outline as reports are written by, with its place."""
    return LoadedOwnOutline(own.as_outline(), source, (*keys, OWN_OUTLINE), {})


def with_quoted_inputs(own: OwnOutline, words: OwnWords) -> OwnWords:
    """Give the sections that name an input its words; what the unit wrote in ``[text]`` goes first."""
    quoted = {s.id: words_of(s, words.texts) for s in own.section if s.from_}
    return words._replace(own={**quoted, **words.own})


def words_of(section: OwnSection, texts: Mapping[str, Any]) -> str:
    """Return the words of the input that a section names, one item on a line."""
    table, _, name = section.from_.partition(".")
    if table == "problem":
        said = [str(one.get(name, "")) for one in texts.get("problems", ())]
    else:
        said = [str(texts.get(name or table, ""))]
    said = [one for one in said if one]
    if not section.items:
        return "\n".join(said)
    return "\n".join(f"{numbered(section.items, n)}{one}" for n, one in enumerate(said, 1))
