"""Write a document: its template filled from its blocks, as the bytes of a .docx file."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import read_regular
from generator.model.blocks import DocumentBlocks
from generator.model.workspace import HouseStyle
from generator.word.anchors import Anchor
from generator.word.columns.written_body import Body
from generator.word.context import template_names
from generator.word.drawn import Drawn, Dress, draw, place
from generator.word.endings import has_ending, with_ending
from generator.word.file_properties import core_properties
from generator.word.illegal import find_illegal
from generator.word.package import deflate, join_parts
from generator.word.prepared import (
    CORE,
    PreparedTemplate,
    Template,
    TemplateFaultError,
    Text,
    prepare_template,
)
from generator.word.stamp import PROPERTIES, stamp_of, stamped
from generator.word.value_xml import Page
from generator.word.word_printing import Fault, Means

if TYPE_CHECKING:
    from generator.word.columns.fitter import Missed

PLAIN = HouseStyle()


class Manner(NamedTuple):
    """How documents are to be written."""

    author: str
    day: datetime.date
    is_draft: bool = False
    is_clean: bool = False  # a copy to hand in: no anchors, no author, no stamp
    style: HouseStyle = PLAIN
    is_fixed: bool = False  # columns as wide as in the template


class BoundPart(NamedTuple):
    """One document of a file: its template and what it says."""

    template: Path
    shown: str
    blocks: DocumentBlocks
    means: Means = Means()
    is_own: bool = False  # of a template that did not come with the program
    smallest: int = 0  # half points: no letters of its tables are made smaller
    repeats_labels: bool = True  # where a page ends in a group


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """The file with the anchors in it by document, or why there is none."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()
    anchors: Mapping[str, Sequence[Anchor]] = field(default_factory=dict)
    stamp: str = ""
    missed: "Sequence[Missed]" = ()  # forms that go on to one more page by next to nothing


class Renderer:
    """Writes documents; every template is prepared once, however many documents it makes."""

    def __init__(self, read: Callable[[Path], bytes] = read_regular) -> None:
        self._read_file = read
        self._files: dict[Path, bytes | None] = {}
        self._prepared: dict[
            tuple[object, ...], tuple[PreparedTemplate | None, tuple[Problem, ...]]
        ] = {}

    def render(
        self, parts: Sequence[BoundPart], manner: Manner, pages: Mapping[str, str] | None = None
    ) -> RenderedDocument:
        """Write one file of one or several documents."""
        filled = self.fill(parts, manner, pages)
        return self.finish(self.arrange([filled])[0])

    def fill(
        self, parts: Sequence[BoundPart], manner: Manner, pages: Mapping[str, str] | None = None
    ) -> "Filling":
        """Fill the templates of one file; where that cannot be, say why."""
        prepared, problems = self._prepare(parts, manner)
        if prepared is None:
            return RenderedDocument(None, problems)
        page = Page(has_anchors=not manner.is_clean)
        drawn = draw(parts)
        names = [
            template_names(
                part.blocks,
                is_draft=manner.is_draft and not manner.is_clean,
                pages=pages,
                charts=drawn.runs[number],
                placing=drawn.placing,
                owner=number,
            )
            for number, part in enumerate(parts)
        ]
        ids = [part.blocks.id for part in parts]
        try:
            text = prepared.fill(names, ids, page, [part.means for part in parts])
        except TemplateFaultError as error:
            return RenderedDocument(None, tuple(_problem(fault, parts) for fault in error.faults))
        if drawn.placing:
            text = place(text, drawn.placing, page, ids, Dress(prepared, manner.style.fonts))
        if any(has_ending(part.blocks) for part in parts):
            body = ((parts[owner].blocks, "".join(pieces)) for owner, pieces in text.body)
            text = text.with_body([with_ending(words, blocks) for blocks, words in body])
        return FilledFile(parts, manner, prepared, text, page, drawn)

    def arrange(self, files: "Sequence[Filling]") -> "list[Filling]":
        """Give the tables of files that are written together the widths that fit them."""
        arranged: list[Filling] = list(files)
        bodies = [
            (number, _body(filled, owner, "".join(pieces)))
            for number, filled in enumerate(files)
            if isinstance(filled, FilledFile) and not filled.manner.is_fixed
            for owner, pieces in filled.text.body
        ]
        if not bodies:
            return arranged
        from generator.word.columns.arrange import shared_arranger  # noqa: PLC0415 - nothing is arranged where layout is fixed

        texts: dict[int, list[str]] = {}
        made = shared_arranger().arrange([body for _, body in bodies])
        missed: dict[int, list[Missed]] = {}
        for (number, _), own in zip(bodies, made, strict=True):
            texts.setdefault(number, []).append(own.text)
            missed.setdefault(number, []).extend(own.missed)
        for number, stretches in texts.items():
            filled = arranged[number]
            if isinstance(filled, FilledFile):
                text = filled.text.with_body(stretches)
                arranged[number] = filled._replace(text=text, missed=tuple(missed[number]))
        return arranged

    def finish(self, filled: "Filling") -> RenderedDocument:
        """Write a filled file."""
        if isinstance(filled, RenderedDocument):
            return filled
        parts, manner, prepared, text, page, drawn, missed = filled
        ids = [part.blocks.id for part in parts]
        written, found = _encoded(text.texts())
        if found:
            message = f"文字里有 Word 不能保存的字符（U+{ord(found):04X}）"
            place = Place(parts[0].shown)
            return RenderedDocument(None, (Problem("T05", Severity.ERROR, message, place),))
        stamp = "" if manner.is_clean else stamp_of(written[name] for name in sorted(written))
        data = _file(prepared, written, parts, manner, drawn, stamp)
        warnings = tuple(_problem(fault, parts) for fault in text.left_out(page, ids))
        return RenderedDocument(data, warnings, page.anchors, stamp, missed)

    def _prepare(
        self, parts: Sequence[BoundPart], manner: Manner
    ) -> tuple[PreparedTemplate | None, tuple[Problem, ...]]:
        style = manner.style
        paths = tuple(part.template for part in parts)
        key = (paths, manner.is_clean, style.line, style.bold, tuple(sorted(style.fonts.items())))
        if key not in self._prepared:
            templates = []
            for part in parts:
                data = self._read(part.template)
                if data is None:
                    return None, (_unreadable(part.shown),)
                templates.append(Template(part.shown, data))
            self._prepared[key] = prepare_template(
                templates, style, has_anchors=not manner.is_clean
            )
        return self._prepared[key]

    def _read(self, path: Path) -> bytes | None:
        if path not in self._files:
            try:
                self._files[path] = self._read_file(path)
            except OSError:
                self._files[path] = None
        return self._files[path]


class FilledFile(NamedTuple):
    """One file with its templates filled, before its tables are arranged."""

    parts: Sequence[BoundPart]
    manner: Manner
    prepared: PreparedTemplate
    text: Text
    page: Page
    drawn: Drawn
    missed: "Sequence[Missed]" = ()


Filling = FilledFile | RenderedDocument


def _body(filled: FilledFile, owner: int, words: str) -> Body:
    part = filled.parts[owner]
    own = (part.is_own, part.smallest, part.repeats_labels)
    return Body(part.shown, words, filled.prepared.looks, *own)


def _file(
    prepared: PreparedTemplate,
    written: Mapping[str, bytes],
    parts: Sequence[BoundPart],
    manner: Manner,
    drawn: Drawn,
    stamp: str,
) -> bytes:
    opened, added = drawn.bring(prepared.opened, written, manner.style.fonts)
    if CORE in opened:
        author = "" if manner.is_clean else manner.author
        opened[CORE] = core_properties(parts[0].blocks.plain_title, author, manner.day)
    if PROPERTIES in opened and stamp:
        opened[PROPERTIES] = stamped(opened[PROPERTIES], stamp)
    changed = {**opened, **added, **written}
    return join_parts((*prepared.static, *(deflate(name, data) for name, data in changed.items())))


def _encoded(texts: Mapping[str, str]) -> tuple[dict[str, bytes], str]:
    """Return the parts as bytes, and a character in them that Word cannot hold (empty: none)."""
    try:
        written = {name: text.encode() for name, text in texts.items()}
    except UnicodeEncodeError as error:
        return {}, str(error.object[error.start])
    illegal = (find_illegal(text, written[name]) for name, text in texts.items())
    return written, next(filter(None, illegal), "")


def _problem(fault: Fault, parts: Sequence[BoundPart]) -> Problem:
    place = Place(parts[fault.owner].shown)
    if fault.code != "T02":
        return Problem(fault.code, Severity.WARNING, fault.message, place, fault.hint, fault.word)
    hint = fault.hint or "请改正模板里花括号中的名称"
    return Problem(fault.code, Severity.ERROR, fault.message, place, hint, fault.word)


def _unreadable(shown: str) -> Problem:
    hint = "请检查文件是否存在、是否有权限"
    return Problem("T02", Severity.ERROR, "读不了这个模板", Place(shown), hint)
