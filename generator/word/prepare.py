"""Do the work that a template needs once: find its tags, check them, turn them into code.

What remains for every document is string building and one compression per part that changes.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.prose.writer import TooRichError
from generator.prose.written import WrittenCode
from generator.word.compiled import compile_tree
from generator.word.compose import CONTENT_TYPES, Composed, compose
from generator.word.expressions import put_indents, put_merges, put_runs
from generator.word.names_check import check_names
from generator.word.package import DOCUMENT
from generator.word.places import paragraph_places
from generator.word.tag_check import faults_of
from generator.word.tags import join_tags
from generator.word.xml import Element, W, XmlError, parse, text_of

_MARKER = Pattern(r"<!--part (\d+)-->")
_PARAGRAPH = Pattern(r"(<w:p[ >])")
_OWN_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_HEADS = ("header+xml", "footer+xml")
_NOISE = tuple(f"{W}{n}" for n in ("bookmarkStart", "bookmarkEnd", "proofErr"))


class SourcePiece(NamedTuple):
    """A stretch of a part that one document fills: compiled, or as source for the engine."""

    owner: int
    compiled: WrittenCode | None
    source: str
    places: tuple[str, ...]


class SourcePart(NamedTuple):
    """A part with tags: its pieces, and the run properties that printed values take."""

    name: str
    pieces: tuple[SourcePiece, ...]
    properties: tuple[str, ...]


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
        self._engine = Environment(autoescape=True)

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
        properties = put_runs(root) if self._has_anchors else []
        source = _PARAGRAPH.sub(r"\n\1", text_of(root).replace("\n", " "))
        patched: str = DocxTemplate.patch_xml(None, source)  # it uses no state
        if name != DOCUMENT and "{{" not in patched and "{%" not in patched:
            return None
        pieces = tuple(self._pieces(patched, owner, places))
        return SourcePart(name, pieces, tuple(properties))

    def _pieces(self, patched: str, owner: int, places: Sequence[str]) -> Iterator[SourcePiece]:
        """Cut a part where another file begins; each piece is filled from its own document."""
        cuts = list(_MARKER.finditer(patched))
        edges = [0, *(cut.start() for cut in cuts[1:]), len(patched)]
        owners = [int(cut[1]) for cut in cuts] or [owner]
        line = 0
        for number, (start, end) in enumerate(pairwise(edges)):
            source = _MARKER.sub("", patched[start:end])
            own = owners[number]
            yield self._piece(source, own, tuple(places[line:]))
            line += source.count("\n")

    def _piece(self, source: str, owner: int, places: tuple[str, ...]) -> SourcePiece:
        try:
            tree = self._engine.parse(source)
        except TemplateSyntaxError as error:
            hint = "请检查 {{ }} 和 {% %} 是否成对、{% for %} 和 {% endfor %} 是否都在"
            message = f"{_at(places, error.lineno)}标签写法不对：{error.message}"
            self._tell("T02", owner, message, hint, "")
            return SourcePiece(owner, None, "", places)
        for wrong in check_names(tree):
            message = f"{_at(places, wrong.line)}{wrong.message}"
            self._tell("T02", owner, message, wrong.hint, wrong.word)
        return SourcePiece(owner, _compile(tree), source, places)

    def _tell(self, code: str, owner: int, message: str, hint: str, quote: str) -> None:
        place = Place(self._sources.shown[owner])
        self._problems.append(Problem(code, Severity.ERROR, message, place, hint, quote))


def _written_parts(parts: Mapping[str, bytes]) -> list[str]:
    """List the parts in which tags may stand: the text, headers and footers, whatever their names."""
    listed = [DOCUMENT]
    for kind in parse(parts[CONTENT_TYPES]):
        name = (kind.get("PartName") or "").lstrip("/")
        if name in parts and (kind.get("ContentType") or "").endswith(_HEADS):
            listed.append(name)
    return sorted(listed)


def _compile(tree: nodes.Template) -> WrittenCode | None:
    try:
        return compile_tree(tree, plain_literal)
    except TooRichError:
        return None


def plain_literal(text: str) -> str:
    """Return the fixed text of a template as it is written out."""
    text = text.replace("\n<w:p", "<w:p")
    for own, plain in _OWN_BRACES:
        text = text.replace(own, plain)
    return text


def _at(places: Sequence[str], line: int) -> str:
    """Name the paragraph of a line: every paragraph begins one (the first line is the head)."""
    number = line - 2
    return f"{places[number]}：" if 0 <= number < len(places) else ""


def _drop_noise(root: Element) -> None:
    """Take out bookmarks of the template's own, which would be repeated in loops, and spell marks."""
    for element in list(root.iter(*_NOISE)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
