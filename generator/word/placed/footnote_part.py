"""The footnotes of a file: one part for all its documents, with those that templates bring."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from generator.word.placed.placed_looks import PlacedLooks
from generator.word.xml import RELATIONS, TYPES, W, bytes_of, parse

FOOTNOTES: Final = "word/footnotes.xml"
SETTINGS: Final = "word/settings.xml"
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBER: Final = re.compile(r'<w:footnote [^>]*?w:id="(\d{1,9})"')
_STYLE: Final = "脚注"
_PLAIN: Final = (
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="both"/>'
)
_SIZE: Final = 18  # half points: 小五
_MARK: Final = (
    f'<w:r><w:rPr><w:sz w:val="{_SIZE}"/><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/>'
    '</w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
)
_SEPARATORS: Final = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" '
    f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>\s*")
_HEAD: Final = f'<w:footnotes xmlns:w="{W[1:-1]}">{_SEPARATORS}'
_END: Final = "</w:footnotes>"
# In the order of the schema, what stands behind the settings of footnotes.
_LATER: Final = tuple(
    f"{W}{name}"
    for name in (
        *("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol"),
        "listSeparator",
    )
)


def first_number(known: str) -> int:
    """Return the first number that no footnote of the templates has."""
    return 1 + max((int(number) for number in _NUMBER.findall(known)), default=0)


def footnotes_part(known: str, notes: Sequence[str], first: int, looks: PlacedLooks) -> str:
    """Write the part without its first line: what the templates have in it, and notes of ours, given as runs."""
    known = _DECLARATION.sub("", known, count=1)
    head = known[: known.rindex(_END)] if _END in known else _HEAD
    properties = looks.paragraph(_STYLE, _PLAIN)
    made = (
        f'<w:footnote w:id="{first + n}"><w:p>{properties}{_MARK}{runs}</w:p></w:footnote>'
        for n, runs in enumerate(notes)
    )
    return f"{head}{''.join(made)}{_END}"


def note_look(looks: PlacedLooks) -> str:
    """Return the properties of the words of a note."""
    return looks.run(_STYLE, _SIZE)


def with_footnotes(opened: Mapping[str, bytes]) -> dict[str, bytes]:
    """Name the part in the lists of a package that has none yet."""
    types, relations = parse(opened[_TYPES]), parse(opened[_RELATIONS])
    kind = {"PartName": f"/{FOOTNOTES}", "ContentType": _KIND}
    types.append(types.makeelement(f"{TYPES}Override", kind))
    relation = {"Id": "rIdFootnotes", "Type": f"{_OFFICE}/footnotes", "Target": "footnotes.xml"}
    relations.append(relations.makeelement(f"{RELATIONS}Relationship", relation))
    made = {_TYPES: bytes_of(types), _RELATIONS: bytes_of(relations)}
    if SETTINGS in opened:
        settings = parse(opened[SETTINGS])
        if settings.find(f"{W}footnotePr") is None:
            own = settings.makeelement(f"{W}footnotePr")
            for number in ("-1", "0"):
                own.append(own.makeelement(f"{W}footnote", {f"{W}id": number}))
            before = next((child for child in settings if child.tag in _LATER), None)
            if before is None:
                settings.append(own)
            else:
                before.addprevious(own)
            made[SETTINGS] = bytes_of(settings)
    return made
