"""Do the work that a template needs once: find its tags, check them, turn them into code.

What remains for every document is string building and one compression per part that changes.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docxtpl import DocxTemplate

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.language.cut import TEXT, Piece
from generator.language.expression import Tree
from generator.language.quoting_fault import LanguageError
from generator.language.statements import read_program
from generator.word.compose import CONTENT_TYPES, Composed, compose
from generator.word.expressions import put_indents, put_merges, put_runs
from generator.word.names_check import check_names
from generator.word.numbered import NumberedTags
from generator.word.package import DOCUMENT
from generator.word.tag_check import faults_of
from generator.word.template_places import paragraph_places
from generator.word.word_printing import fault_at
from generator.word.word_tags import join_tags
from generator.word.xml import Element, W, XmlError, parse, text_of

_MARKER = Pattern(r"<!--part (\d+)-->")
_DEEPEST_LOOP = 4
_OWN_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_BESIDE = ("header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
_NOISE = tuple(f"{W}{n}" for n in ("bookmarkStart", "bookmarkEnd", "proofErr"))


class SourcePiece(NamedTuple):
    """A stretch of a part that one document fills: what it does, in plain tuples."""

    owner: int
    body: tuple[Tree, ...]


class SourcePart(NamedTuple):
    """A part with tags: its pieces, the run properties of printed values, the places of its tags."""

    name: str
    pieces: tuple[SourcePiece, ...]
    properties: tuple[str, ...]
    places: tuple[str, ...]


class Sources(NamedTuple):
    """Template files in the order in which they are bound, each with its name for messages."""

    shown: tuple[str, ...]
    packages: tuple[Mapping[str, bytes], ...]


class Preparation(NamedTuple):
    """What came out: dynamic parts, parts that stay as they are, and what was wrong."""

    dynamic: tuple[SourcePart, ...]
    static: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def prepare(sources: Sources, *, has_anchors: bool) -> Preparation:
    """Prepare one template, or several bound into one."""
    try:
        whole = _whole(sources)
        return _Preparer(sources, whole, has_anchors=has_anchors).prepare()
    except XmlError as error:
        place = Place(sources.shown[0])
        message = "模板里的内容不是完整的 Word 格式"
        hint = f"请用 Word 或 WPS 打开后另存为 .docx（{error}）"
        return Preparation((), {}, (Problem("T02", Severity.ERROR, message, place, hint),))


def _whole(sources: Sources) -> Composed:
    if len(sources.packages) > 1:
        return compose(sources.packages)
    return Composed(dict(sources.packages[0]))


class _Preparer:
    def __init__(self, sources: Sources, whole: Composed, *, has_anchors: bool) -> None:
        self._sources, self._whole, self._has_anchors = sources, whole, has_anchors
        self._problems: list[Problem] = []

    def prepare(self) -> Preparation:
        """Go through all parts."""
        dynamic = []
        static = dict(self._whole.parts)
        for name in _written_parts(static):
            part = self._part(name, static[name])
            if part is not None:
                dynamic.append(part)
                del static[name]
        return Preparation(tuple(dynamic), static, tuple(self._problems))

    def _part(self, name: str, data: bytes) -> SourcePart | None:
        root = parse(data)
        owner = self._whole.owners.get(name, 0)
        places = paragraph_places(root, name)
        paragraphs = {p: n for n, p in enumerate(root.iter(f"{W}p"))}
        for cut in join_tags(root):
            place = places[paragraphs[cut.paragraph]]
            message = f"{place}：标签“{cut.text}”被修订标记、超链接或控件隔断"
            hint = "请接受或拒绝修订，或把标签整个重新输入一遍"
            self._tell("T04", owner, message, hint, cut.text)
        for at, fault in faults_of(root, places):
            self._tell("T04", owner, f"{at}：{fault.message}", fault.hint, fault.quote)
        _drop_noise(root)
        put_merges(root)
        put_indents(root)
        tags = NumberedTags()
        for at, error in tags.take(root, places):
            self._tell("T02", owner, f"{at}：{error.message}", error.hint, error.word)
        properties = put_runs(root, tags.print_in_runs) if self._has_anchors else []
        patched: str = DocxTemplate.patch_xml(  # it uses no state
            None, text_of(root).replace("\n", " ")
        )
        stretches = tuple(self._stretches(list(tags.pieces(patched)), owner))
        if name != DOCUMENT and all(piece.kind == TEXT for _, own in stretches for piece in own):
            return None
        pieces = tuple(self._piece(own, of, tags) for of, own in stretches)
        return SourcePart(name, pieces, tuple(properties), tags.places())

    def _stretches(self, pieces: list[Piece], owner: int) -> Iterator[tuple[int, list[Piece]]]:
        """Cut a part where another file begins; each stretch is filled from its own document."""
        own: list[Piece] = []
        is_begun = False
        for piece in pieces:
            at = 0
            for cut in _MARKER.finditer(piece.words):
                own.append(piece._replace(words=piece.words[at : cut.start()]))
                if is_begun:
                    yield owner, own
                    own = []
                owner, is_begun, at = int(cut[1]), True, cut.end()
            own.append(piece._replace(words=piece.words[at:]))
        yield owner, own

    def _piece(self, pieces: list[Piece], owner: int, tags: NumberedTags) -> SourcePiece:
        written = (p._replace(words=plain_literal(p.words)) for p in pieces)
        program = read_program((p for p in written if p.kind != TEXT or p.words), _DEEPEST_LOOP)
        for error in program.faults:
            self._wrong(error, owner, tags, "标签写法不对：")
        for error in check_names(program.body, tags.holders()):
            self._wrong(error, owner, tags)
        return SourcePiece(owner, program.body)

    def _wrong(self, error: LanguageError, owner: int, tags: NumberedTags, head: str = "") -> None:
        error.message = f"{head}{error.message}"
        fault = fault_at(error, owner, tags.places())
        self._tell("T02", owner, fault.message, fault.hint, fault.word)

    def _tell(self, code: str, owner: int, message: str, hint: str, quote: str) -> None:
        place = Place(self._sources.shown[owner])
        self._problems.append(Problem(code, Severity.ERROR, message, place, hint, quote))


def _written_parts(parts: Mapping[str, bytes]) -> list[str]:
    """List the parts in which tags may stand: the text, headers, footers and notes, whatever their names."""
    listed = [DOCUMENT]
    for kind in parse(parts[CONTENT_TYPES]):
        name = (kind.get("PartName") or "").lstrip("/")
        if name in parts and (kind.get("ContentType") or "").endswith(_BESIDE):
            listed.append(name)
    return sorted(listed)


def plain_literal(text: str) -> str:
    """Return the fixed text of a template as it is written out."""
    for own, plain in _OWN_BRACES:
        text = text.replace(own, plain)
    return text


def _drop_noise(root: Element) -> None:
    """Take out bookmarks of the template's own, which would be repeated in loops, and spell marks."""
    for element in list(root.iter(*_NOISE)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
