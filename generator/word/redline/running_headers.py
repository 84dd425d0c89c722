"""Which header and footer of the old version is which of the new one."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.word.redline.resolve import is_story
from generator.word.relations import targets
from generator.word.xml import Element, R, W

_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_Section = dict[tuple[str, str], str]


class HeaderPairs(NamedTuple):
    """Names of parts, old (empty: there was none) and new; whether something found no partner."""

    found: tuple[tuple[str, str], ...]
    is_partial: bool


def header_pairs(
    old: tuple[Mapping[str, bytes], Element], new: tuple[Mapping[str, bytes], Element]
) -> HeaderPairs:
    """Pair by section and kind; with other sections than before, by the name of the part."""
    before, after = _sections(*old), _sections(*new)
    if len(before) == len(after):
        pairs = {
            name: mine.get(kind, "")
            for mine, yours in zip(before, after, strict=True)
            for kind, name in reversed(yours.items())
        }
        lost = any(mine.keys() - yours.keys() for mine, yours in zip(before, after, strict=True))
        return HeaderPairs(_ordered(pairs), lost)
    known = {name for section in before for name in section.values()}
    names = {name for section in after for name in section.values()}
    return HeaderPairs(_ordered({name: name for name in names & known}), is_partial=True)


def _sections(parts: Mapping[str, bytes], root: Element) -> list[_Section]:
    names = targets(parts)
    return [
        {
            (str(r.tag), r.get(f"{W}type") or ""): name
            for r in section
            if r.tag in _REFERENCES
            and (name := names.get(r.get(f"{R}id") or "", "")) in parts
            and is_story(name)
        }
        for section in root.iter(f"{W}sectPr")
    ]


def _ordered(pairs: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((pairs[name], name) for name in sorted(pairs))
