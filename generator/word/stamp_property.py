"""The property of a file that holds its stamp: made in templates, read and replaced in files of persons."""

from collections.abc import Mapping
from typing import Final

from generator.word.stamp import NO_STAMP, PROPERTIES
from generator.word.xml import XmlError, bytes_of, parse

_NAME: Final = "jixiao"
_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "_rels/.rels"
_KIND: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_SPACE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_VALUES: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that users define
_FIRST: Final = 2  # numbers of properties begin here (MS-OLEPS)
_BLANK: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{_SPACE[1:-1]}" xmlns:vt="{_VALUES[1:-1]}"/>'
).encode()


def with_place(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Make a place for the stamp among the parts of a template; what it had of properties stays.

    Where there can be none, files bear none, and are taken for the last version.
    """
    if _TYPES not in parts or _RELATIONS not in parts:
        return dict(parts)
    made = dict(parts)
    try:
        root = parse(parts.get(PROPERTIES, _BLANK))
    except XmlError:
        return made
    if root.tag != f"{_SPACE}Properties":
        return made  # of another kind: nothing of ours is valid there
    if PROPERTIES not in parts:
        made[_TYPES] = _with_child(
            parts[_TYPES], "Override", {"PartName": f"/{PROPERTIES}", "ContentType": _KIND}
        )
        relation = {"Id": "rIdStamp", "Type": _RELATION, "Target": PROPERTIES}
        made[_RELATIONS] = _with_child(parts[_RELATIONS], "Relationship", relation)
    for own in list(root):
        if own.get("name") == _NAME:
            root.remove(own)
    numbers = [int(pid) for own in root if (pid := own.get("pid", "")).isdecimal()]
    own = root.makeelement(
        f"{_SPACE}property",
        {"fmtid": _FORMAT, "pid": str(max([_FIRST - 1, *numbers]) + 1), "name": _NAME},
    )
    value = own.makeelement(f"{_VALUES}lpwstr", {})
    value.text = NO_STAMP
    own.append(value)
    root.append(own)
    made[PROPERTIES] = bytes_of(root)
    return made


def read_stamp(parts: Mapping[str, bytes]) -> str:
    """Return the stamp of a file; empty where a program dropped it."""
    data = parts.get(PROPERTIES)
    if data is None or _NAME.encode() not in data:
        return ""
    found = (o for o in parse(data) if o.get("name") == _NAME)
    return next(("".join(map(str, own.itertext())).strip() for own in found), "")


def with_stamp(properties: bytes, stamp: str) -> bytes:
    """Replace the stamp in the properties of a file."""
    root = parse(properties)
    for own in root:
        if own.get("name") == _NAME and len(own):
            own[0].text = stamp
    return bytes_of(root)


def _with_child(data: bytes, name: str, attributes: Mapping[str, str]) -> bytes:
    root = parse(data)
    space = root.tag.rpartition("}")[0]
    root.append(root.makeelement(f"{space}}}{name}" if space else name, dict(attributes)))
    return bytes_of(root)
