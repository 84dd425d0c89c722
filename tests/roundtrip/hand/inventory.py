"""What lies in a file, counted with lxml alone: words, objects, notes, changes under review, looks.

Independent of the generator: the corpus must not believe the program about what is in a file.
"""

import hashlib
import io
import re
import zipfile
from collections import Counter
from typing import NamedTuple

from lxml import etree

from tests.roundtrip.hand.hands import NAMES, RN, W
from tests.roundtrip.hand.programs import STRICT

STORY = re.compile(r"word/[\w-]*(document|header|footer|footnotes|endnotes|comments)\d*\.xml")
BODY = re.compile(r"word/[\w-]*(document|header|footer|footnotes|endnotes)\d*\.xml")
M = f"{{{NAMES['m']}}}"
_RELATION = f"{{{RN}}}"
UNSEEN = (f"{W}del", f"{W}moveFrom")
NO_TEXT = {
    f"{W}rsidR",
    f"{W}rsidRPr",
    f"{W}rsidRDefault",
    f"{W}rsidP",
    f"{W}rsidTr",
    f"{W}rsidDel",
    f"{W}rsidSect",
}


class Inventory(NamedTuple):
    """Paragraphs as they read, things by kind, runs by look, parts by digest, words of comments."""

    paragraphs: Counter[str]
    things: Counter[tuple[str, str]]
    runs: Counter[tuple[str, str]]
    parts: dict[str, str]
    text: str
    comments: str
    order: tuple[str, ...]  # the paragraphs of the text itself, one after the other


class Words(NamedTuple):
    """What a file says, without all else that is counted in it: by far the cheaper answer."""

    text: str
    comments: str


def words_of(data: bytes) -> Words:
    """Read the words alone, as ``inventory`` has them when nothing was moved."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        stories = {n: package.read(n) for n in package.namelist() if STORY.fullmatch(n)}
    whole: list[str] = []
    said: list[str] = []
    for name, part in stories.items():
        root = etree.fromstring(_transitional(part))
        if "comments" in name:
            said += ["".join(t.text or "" for t in root.iter(f"{W}t"))]
        else:
            whole += [seen(p) for p in root.iter(f"{W}p")]
    return Words("\n".join(whole), "\n".join(said))


def inventory(data: bytes, moved: dict[str, str] | None = None) -> Inventory:
    """Count a file; figures and sentences that the inputs moved are read as the new ones."""
    norm = _normal(moved or {})
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    transitional = {name: _transitional(part) for name, part in parts.items()}
    paragraphs: Counter[str] = Counter()
    things: Counter[tuple[str, str]] = Counter()
    runs: Counter[tuple[str, str]] = Counter()
    whole: list[str] = []
    said: list[str] = []
    order: list[str] = []
    for name, part in transitional.items():
        if not STORY.fullmatch(name):
            continue
        root = etree.fromstring(part)
        targets = _targets(transitional, name)
        _things(root, things, norm, targets, transitional)
        if "comments" in name:
            said += ["".join(t.text or "" for t in root.iter(f"{W}t"))]
            continue
        for p in root.iter(f"{W}p"):
            words = norm(seen(p))
            paragraphs[words] += 1
            whole.append(words)
            if name == "word/document.xml":
                order.append(words)
            for look, piece in _segments(p):
                runs[look, norm(piece)] += 1
    _settings(transitional, things)
    digests = {name: hashlib.sha256(part).hexdigest() for name, part in parts.items()}
    return Inventory(
        paragraphs, things, runs, digests, "\n".join(whole), "\n".join(said), tuple(order)
    )


def _transitional(part: bytes) -> bytes:
    for old, new in STRICT.items():
        if new.encode() in part:
            part = part.replace(new.encode(), old.encode())
    return part


def _normal(moved: dict[str, str]):
    if not moved:
        return lambda words: words
    ordered = sorted(moved, key=len, reverse=True)
    found = re.compile(
        "|".join(
            rf"(?<![\d.]){re.escape(o)}(?![\d.])" if o[0].isdigit() else re.escape(o)
            for o in ordered
        )
    )
    return lambda words: found.sub(lambda m: moved[m[0]], words)


def seen(p) -> str:
    """The words of a paragraph as a person reads them: insertions in, deletions out, no nested box."""
    words = []
    for node in p.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}sym"):
        ups = []
        for up in node.iterancestors():
            ups.append(up.tag)
            if up is p:
                break
            if up.tag == f"{W}p":
                ups = None
                break
        if ups is None or any(tag in ups for tag in UNSEEN) or f"{W}pPr" in ups:
            continue
        words.append((node.text or "") if node.tag == f"{W}t" else "")
    return "".join(words)


def rejected(data: bytes) -> str:
    """The words of the text as they read when every change under review is rejected."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(_transitional(package.read("word/document.xml")))
    taken = {f"{W}ins", f"{W}moveTo", f"{W}txbxContent"}
    return "".join(
        node.text or ""
        for node in root.iter(f"{W}t", f"{W}delText")
        if not any(up.tag in taken for up in node.iterancestors())
    )


def _canonical(element, *without: str) -> str:
    """An element as text, without what is in some others, and without what means nothing."""
    return _plain(element, without, _says)


def _says(key: str) -> bool:
    return key not in NO_TEXT and not key.startswith(_RELATION)  # whose names are free to change


def _plain(element, without: tuple[str, ...] = (), says=lambda _: True) -> str:
    inside = "".join(sorted(_plain(c, without, says) for c in element if c.tag not in without))
    attributes = "".join(
        f" {_local(key)}={value}" for key, value in sorted(element.attrib.items()) if says(key)
    )
    return f"<{_local(element.tag)}{attributes}>{inside}{(element.text or '').strip()}"


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _segments(p):
    """Neighbouring runs of one look are one segment."""
    segments: list[list[str]] = []
    for run in p.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is not p:
            continue
        if any(up.tag in UNSEEN for up in run.iterancestors()):
            continue
        words = "".join(t.text or "" for t in run.iterfind(f"{W}t"))
        if not words:
            continue
        look = run.find(f"{W}rPr")
        key = "" if look is None else _canonical(look, f"{W}rPrChange", f"{W}lang", f"{W}noProof")
        if key.replace("<rFonts hint=eastAsia>", "") in {"", "<rPr>"}:
            key = "<rPr><rFonts hint=eastAsia>"
        if segments and segments[-1][0] == key:
            segments[-1][1] += words
        else:
            segments.append([key, words])
    return [(look, words) for look, words in segments]


def _targets(parts, name: str) -> dict[str, str]:
    folder, _, file = name.rpartition("/")
    rels = parts.get(f"{folder}/_rels/{file}.rels")
    if rels is None:
        return {}
    found = {}
    for one in etree.fromstring(rels):
        target = one.get("Target")
        where = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        found[one.get("Id")] = (
            hashlib.sha256(parts[where]).hexdigest()[:12] if where in parts else target
        )
    return found


def _things(root, things, norm, targets, parts) -> None:
    for e in root.iter():
        if not isinstance(e.tag, str):
            continue
        name = _local(e.tag)
        if e.tag.startswith(W):
            _word_thing(e, name, things, norm, targets)
        elif name == "oMath":
            things["formula", "".join(t.text or "" for t in e.iter(f"{M}t"))] += 1
        elif name in {"inline", "anchor"} and e.getparent().tag == f"{W}drawing":
            held = next(
                (v for n in e.iter() for k, v in n.attrib.items() if k == f"{{{RN}}}embed"), ""
            )
            things["picture", f"{name} {targets.get(held, held)}"] += 1
        elif name == "textpath":
            things["watermark", e.get("string", "")] += 1
        elif name == "OLEObject":
            things["object", e.get("ProgID", "") + targets.get(e.get(f"{{{RN}}}id"), "")] += 1
        elif name == "checkbox":
            things["box", _plain(e)] += 1


class _Found(NamedTuple):
    """An element of the text with what is needed to describe it."""

    e: object
    name: str
    norm: object
    targets: dict[str, str]

    def words(self) -> str:
        return self.norm("".join(t.text or "" for t in self.e.iter(f"{W}t", f"{W}delText")))

    def get(self, name: str) -> str:
        return self.e.get(f"{W}{name}") or ""


def _word_thing(e, name, things, norm, targets) -> None:
    describe = _DESCRIBED.get(name)
    if describe is not None and (thing := describe(_Found(e, name, norm, targets))) is not None:
        things[thing] += 1


def _bare(found: _Found):
    return found.name, ""


def _note(found: _Found):
    """A note or comment; the lines of a note, and our own comments on conflicts, are no one's work."""
    if found.get("type") or "绩效" in found.get("author"):
        return None
    return found.name, found.get("author") + found.words()


def _field(found: _Found):
    code = found.get("instr") if found.name == "fldSimple" else found.e.text or ""
    return "field", code.strip()


def _control(found: _Found):
    inside = (found.e.find(f"{W}sdtPr/{W}{name}") for name in ("tag", "alias"))
    return "control", f"{[x.get(f'{W}val') for x in inside if x is not None]} {found.words()}"


def _link(found: _Found):
    where = found.targets.get(found.e.get(f"{{{RN}}}id"), found.get("anchor"))
    return "link", f"{where} {found.words()}"


def _tab(found: _Found):
    return ("tab", "") if found.e.getparent().tag == f"{W}r" else None


def _review(found: _Found):
    up = _local(found.e.getparent().tag)
    of = up if up in {"rPr", "trPr"} else ""
    return "review", f"{found.name} {found.get('author')} {found.words()} {of}"


def _bookmark(found: _Found):
    return None if found.get("name").startswith("_") else ("bookmark", found.get("name"))


def _look(*without: str):
    tags = [f"{W}{name}" for name in without]
    return lambda found: (found.name, _canonical(found.e, *tags))


def _paragraph_look(found: _Found):
    if found.e.getparent().tag != f"{W}p":
        return None
    return _look("sectPr", "ins", "del", "pPrChange", "lang")(found)


_DESCRIBED = {
    "sym": lambda f: ("symbol", f"{f.get('font')} {f.get('char')}"),
    **dict.fromkeys(("footnote", "endnote", "comment"), _note),
    **dict.fromkeys(("footnoteReference", "endnoteReference", "commentReference"), _bare),
    **dict.fromkeys(("noBreakHyphen", "pict", "object", "tbl", "tr", "tc"), _bare),
    **dict.fromkeys(("instrText", "fldSimple"), _field),
    "sdt": _control,
    "hyperlink": _link,
    "br": lambda f: ("break", f.get("type") or "line"),
    "tab": _tab,
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), _review),
    **dict.fromkeys(
        ("rPrChange", "pPrChange"), lambda f: ("review", f"{f.name} {f.get('author')}")
    ),
    "bookmarkStart": _bookmark,
    "txbxContent": lambda f: ("text box", f.words()),
    **dict.fromkeys(("tcPr", "trPr", "tblPr", "tblGrid"), _look("ins", "del")),
    "pPr": _paragraph_look,
    "sectPr": _look("headerReference", "footerReference"),
}


def _settings(parts, things) -> None:
    for style in etree.fromstring(parts["word/styles.xml"]).iterfind(f"{W}style"):
        things["style", _canonical(style)] += 1
    if "word/commentsExtended.xml" in parts:
        root = etree.fromstring(parts["word/commentsExtended.xml"])
        for one in root:
            things["answer", " ".join(sorted(one.attrib.values()))] += 1
