"""A prepared template: what is written for every document, and the bytes that never change."""

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from generator.base import cache
from generator.base.memory import keep_memory
from generator.base.problem import Place, Problem, Severity
from generator.model.workspace import HouseStyle
from generator.word.columns.table_looks import Looks
from generator.word.package import DOCUMENT, PackageError, Part, deflate, read_parts
from generator.word.placed.footnote_part import FOOTNOTES, SETTINGS
from generator.word.stamp import PROPERTIES
from generator.word.template_account import Filled, account
from generator.word.value_xml import Page, run_opening
from generator.word.word_printing import DynamicPart, Fault, Means, Piece

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES: Final = "word/styles.xml"
TYPES, RELATIONS, CORE = "[Content_Types].xml", "word/_rels/document.xml.rels", "docProps/core.xml"
_LIBRARIES = ("docxtpl", "lxml")
_NO_MEANS = Means()
_OPEN = (TYPES, RELATIONS, CORE, PROPERTIES, FOOTNOTES, SETTINGS)


class TemplateFaultError(Exception):
    """A template asked for what is not there, in places that can be named."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


class Stretch(NamedTuple):
    """What one document wrote of a part: the pieces of its XML, never joined without need."""

    owner: int
    pieces: Sequence[str]


class Text(NamedTuple):
    """The dynamic parts of a document, and what became of the loops of its template."""

    parts: Mapping[str, Sequence[Stretch]]
    filled: Sequence[Filled]

    @property
    def body(self) -> Sequence[Stretch]:
        """Return the stretches of the text itself."""
        return self.parts.get(DOCUMENT, ())

    def with_body(self, stretches: Sequence[str]) -> "Text":
        """Return it with other words in the place of its text."""
        body = [
            Stretch(own.owner, (words,)) for own, words in zip(self.body, stretches, strict=True)
        ]
        return self._replace(parts={**self.parts, DOCUMENT: body})

    def texts(self, *names: str) -> dict[str, str]:
        """Return the parts as text, all or those that are named."""
        wanted = {name: own for name, own in self.parts.items() if not names or name in names}
        return {name: _joined(stretches) for name, stretches in wanted.items()}

    def left_out(self, page: Page, ids: Sequence[str]) -> tuple[Fault, ...]:
        """Tell what the template leaves out; without anchors nobody knows what is printed."""
        if not page.has_anchors:
            return ()
        printed = {
            owner: frozenset(anchor.key for anchor in page.anchors.get(own, ()))
            for owner, own in enumerate(ids)
        }
        return tuple(account(self.filled, printed))


class PreparedTemplate(NamedTuple):
    """Everything that documents of one template share."""

    shown: tuple[str, ...]
    dynamic: tuple[DynamicPart, ...]
    static: tuple[Part, ...]
    opened: Mapping[str, bytes]
    looks: Looks

    def fill(
        self,
        names: Sequence[Mapping[str, Any]],
        ids: Sequence[str],
        page: Page,
        means: Sequence[Means] = (),
    ) -> Text:
        """Write the dynamic parts from the names of each document; raises ``TemplateFaultError``."""
        parts: dict[str, list[Stretch]] = {}
        filled: list[Filled] = []
        faults: list[Fault] = []
        for part in self.dynamic:
            stretches = parts.setdefault(part.name, [])
            for piece in part.pieces:
                write = page.writer(ids[piece.owner], part.openings)
                own = means[piece.owner] if means else _NO_MEANS
                pieces, run = piece.filled(names[piece.owner], write, own)
                stretches.append(Stretch(piece.owner, pieces))
                filled.append(Filled(piece, names[piece.owner], run.passed))
                faults += piece.faults(run)
        if faults:
            raise TemplateFaultError(faults)
        return Text(parts, filled)


class Template(NamedTuple):
    """A template file as it was read."""

    shown: str
    data: bytes


def prepare_template(
    templates: Sequence[Template], style: HouseStyle, *, has_anchors: bool
) -> tuple[PreparedTemplate | None, tuple[Problem, ...]]:
    """Prepare a template, or several bound into one; from the disk where that was done before."""
    shown = tuple(template.shown for template in templates)
    mode = repr((has_anchors, sorted(style.fonts.items()), style.line, style.bold)).encode()
    key = cache.cache_key(_LIBRARIES, mode, *(template.data for template in templates))
    known = cache.load(key, lambda kept: _from_disk(shown, kept))
    if known is not None:
        return known, ()
    from generator.word.columns.read_looks import looks_of  # noqa: PLC0415 - see below
    from generator.word.house_style import dress  # noqa: PLC0415 - only for a template not yet prepared
    from generator.word.prepare import Sources, prepare  # noqa: PLC0415 - see above

    packages = []
    for template in templates:
        try:
            packages.append(dress(_with_body(read_parts(template.data)), style))
        except PackageError as error:
            return None, (_problem(template.shown, str(error), error.hint),)
    made = prepare(Sources(shown, tuple(packages)), has_anchors=has_anchors)
    if made.problems:
        return None, made.problems
    from generator.word.stamp_property import with_place  # noqa: PLC0415 - see above

    fixed = with_place(made.static) if has_anchors else made.static
    looks = looks_of(fixed.get(STYLES))
    static = [deflate(n, fixed[n]) for n in sorted(fixed) if n not in _OPEN]
    opened = {name: fixed[name] for name in _OPEN if name in fixed}
    kept = (
        [
            (p.name, [(piece.owner, piece.body) for piece in p.pieces], p.properties, p.places)
            for p in made.dynamic
        ],
        [(p.name, p.deflated, p.crc, p.size) for p in static],
        opened,
        looks.plain(),
    )
    cache.keep(key, kept)
    return _from_disk(shown, kept), ()


def _with_body(parts: dict[str, bytes]) -> dict[str, bytes]:
    """See that there is something to fill; what is no XML is told when it is prepared."""
    from generator.word.xml import W, XmlError, parse  # noqa: PLC0415 - only for a template not yet prepared

    with contextlib.suppress(XmlError):
        if parse(parts[DOCUMENT]).find(f"{W}body") is None:
            raise PackageError(
                "不能作为 Word 文件读取，里面没有正文", "请用 Word 或 WPS 另存为 .docx"
            )
    return parts


def _from_disk(shown: tuple[str, ...], kept: Any) -> PreparedTemplate:
    keep_memory()
    dynamic, static, opened, looks = kept
    return PreparedTemplate(
        shown,
        tuple(
            DynamicPart(
                name,
                tuple(Piece(owner, body, places) for owner, body in pieces),
                tuple(map(run_opening, properties)),
            )
            for name, pieces, properties, places in dynamic
        ),
        tuple(Part(*part) for part in static),
        opened,
        Looks.from_plain(looks),
    )


def _joined(stretches: Sequence[Stretch]) -> str:
    pieces = [_HEAD]
    for own in stretches:
        pieces += own.pieces
    return "".join(pieces)


def _problem(shown: str, message: str, hint: str) -> Problem:
    return Problem("T02", Severity.ERROR, message, Place(shown), hint)
