"""Same input, same bytes: a package with its parts in a fixed order, without times of day."""

import io
import zipfile

from lxml import etree

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def canonical_bytes(package: bytes) -> bytes:
    """Write a package again with fixed order, times and attributes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w") as out:
        names = sorted(source.namelist(), key=_order)
        for name in names:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 0
            out.writestr(info, source.read(name))
    return target.getvalue()


def find_broken_part(package: bytes) -> str:
    """Return the name of the first XML part that does not parse strictly (empty: none)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        for name in source.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    etree.fromstring(source.read(name), parser)
                except etree.XMLSyntaxError:
                    return name
    return ""


def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
