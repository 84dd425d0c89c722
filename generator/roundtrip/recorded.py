"""What a manifest tells of documents and figures, as values; whoever reads it meets nothing else.

A manifest lies where anybody can write. It is read when something of it is first asked for, since a
build that changes nothing asks for little of it; what is not as we wrote it is as good as not there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar, overload

from generator.base.json_shape import Json, JsonObject
from generator.roundtrip.record_tables import LaterTable

ReadT = TypeVar("ReadT")
# What reading something of another shape raises.
SHAPE_FAULTS = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)


class RecordedSpan(NamedTuple):
    """A piece of text; with ``figure`` it is what that figure shows."""

    text: str
    figure: str = ""


class RecordedBlock(NamedTuple):
    """A value or paragraph that a document prints."""

    key: str
    kind: str
    spans: tuple[RecordedSpan, ...]


class RecordedAnchor(NamedTuple):
    """What a bookmark encloses: a value by its key, or a figure within one."""

    name: str
    key: str
    figure: str
    is_whole: bool


class RecordedDocument(NamedTuple):
    """A document of a file."""

    id: str
    title: str
    blocks: tuple[RecordedBlock, ...]
    anchors: tuple[RecordedAnchor, ...]

    def as_data(self) -> JsonObject:
        """Lay it out for JSON."""
        return document_data(self.id, self.title, self.blocks, [*map(tuple, self.anchors)])


def document_data(
    id: str,
    title: str,
    blocks: Iterable[tuple[str, str, Sequence[Sequence[str]]]],
    anchors: Sequence[Json],
) -> JsonObject:
    """Lay a document out for JSON; of a piece of text its words and its figure are remembered.

    Anchors are plain tuples, which are written at once.
    """
    said = [
        {"key": key, "kind": kind, "spans": [(s[0], s[1]) if s[1] else s[0] for s in spans]}
        for key, kind, spans in blocks
    ]
    return {"id": id, "title": title, "blocks": said, "anchors": anchors}


class RecordedSource(NamedTuple):
    """A line of the inputs that a figure was read from."""

    file: str
    line: int
    key: str


class RecordedFigure(NamedTuple):
    """A figure: what it showed, and where it came from."""

    shown: str
    label: str = ""
    sources: tuple[RecordedSource, ...] = ()
    formula: str = ""
    rule: str = ""
    basis: str = ""
    inputs: tuple[str, ...] = ()

    def as_data(self) -> JsonObject:
        """Lay it out for JSON, but for what it shows; what it does not have is left out."""
        _, label, sources, formula, rule, basis, inputs = self
        return traced(label, sources, formula, rule, basis, inputs)


def traced(
    label: str,
    sources: Sequence[tuple[str, int, str]],
    formula: str,
    rule: str,
    basis: str,
    inputs: Sequence[str],
) -> JsonObject:
    """Lay out where a figure comes from; each source is its file, line and key."""
    data: dict[str, Json] = {}
    if label:
        data["label"] = label
    if sources:
        data["sources"] = [{"file": file, "line": line, "key": key} for file, line, key in sources]
    if formula:
        data["formula"] = formula
    if rule:
        data["rule"] = rule
    if basis:
        data["basis"] = basis
    if inputs:
        data["inputs"] = inputs
    return data


class LaterDocuments(Sequence[RecordedDocument]):
    """The documents of a file, made when somebody first asks for them."""

    def __init__(self, make: Callable[[], tuple[RecordedDocument, ...]]) -> None:
        self._make: Callable[[], tuple[RecordedDocument, ...]] | None = make
        self._made: tuple[RecordedDocument, ...] = ()

    @overload
    def __getitem__(self, index: int) -> RecordedDocument: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[RecordedDocument, ...]: ...
    def __getitem__(self, index: Any) -> Any:
        return self._documents()[index]

    def __len__(self) -> int:
        return len(self._documents())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._documents() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._documents())

    def as_data(self) -> Sequence[JsonObject]:
        """Lay them out for JSON."""
        return [document.as_data() for document in self._documents()]

    def _documents(self) -> tuple[RecordedDocument, ...]:
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made


def documents_read(find: Callable[[], object]) -> LaterDocuments:
    """Return the documents of a recorded file; of a damaged one there are none."""
    return LaterDocuments(lambda: _or_none(_documents, find()) or ())


class FiguresRead(Mapping[str, RecordedFigure]):
    """Recorded figures by their ids; a damaged one is not among them.

    What they show stands apart; until format 6 each of them said it itself.
    """

    def __init__(self, data: LaterTable, shown: Mapping[str, object] | None) -> None:
        self._data, self._shown = data, shown
        self._read: dict[str, RecordedFigure | None] = {}

    def __getitem__(self, id: str) -> RecordedFigure:
        if id not in self._read:
            shown, data = self._shown, self._data.read()[id]
            said = {} if shown is None else {"shown": shown[id]}
            self._read[id] = _or_none(lambda own: _figure({**own, **said}), data)
        if (found := self._read[id]) is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (id for id in self._data.read() if id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def shown(self) -> dict[str, str]:
        """Return what each of them shows; a build of a tree that changes nothing asks for no more."""
        if self._shown is not None:
            return {id: shown for id, shown in self._shown.items() if isinstance(shown, str)}
        found = ((id, _said(data)) for id, data in self._data.read().items())
        return {id: shown for id, shown in found if shown is not None}


def text_from(value: object) -> str:
    """Return a text as it is; anything else is a fault."""
    if not isinstance(value, str):
        raise TypeError
    return value


def number_from(value: object) -> int:
    """Return a whole number as it is; anything else is a fault."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def texts_from(value: object) -> tuple[str, ...]:
    """Return a list of texts."""
    return tuple(map(text_from, list_from(value)))


def list_from(value: object) -> list[Any]:
    """Return a list as it is; a text or a table, which could be gone through as well, is a fault."""
    if not isinstance(value, list):
        raise TypeError
    return value


def shown_of(figures: Mapping[str, RecordedFigure]) -> Mapping[str, str]:
    """Return what figures show, by their ids."""
    if isinstance(figures, FiguresRead):
        return figures.shown()
    return {id: figure.shown for id, figure in figures.items()}


def _said(data: object) -> str | None:
    shown = data.get("shown") if isinstance(data, dict) else None
    return shown if isinstance(shown, str) else None


def _or_none(read: Callable[[Any], ReadT], data: object) -> ReadT | None:
    try:
        return read(data)
    except SHAPE_FAULTS:
        return None


def _documents(data: object) -> tuple[RecordedDocument, ...]:
    return tuple(map(_document, list_from(data)))


def _document(data: Mapping[str, Any]) -> RecordedDocument:
    return RecordedDocument(
        text_from(data["id"]),
        text_from(data["title"]),
        tuple(map(_block, list_from(data["blocks"]))),
        tuple(_anchor(*list_from(anchor)) for anchor in list_from(data["anchors"])),
    )


def _block(data: Mapping[str, Any]) -> RecordedBlock:
    spans = tuple(map(_span, list_from(data["spans"])))
    return RecordedBlock(text_from(data["key"]), text_from(data["kind"]), spans)


def _span(data: object) -> RecordedSpan:
    if isinstance(data, str):
        return RecordedSpan(data)
    text, figure = list_from(data)
    return RecordedSpan(text_from(text), text_from(figure))


def _anchor(name: object, key: object, figure: object, is_whole: object) -> RecordedAnchor:
    if not isinstance(is_whole, bool):
        raise TypeError
    return RecordedAnchor(text_from(name), text_from(key), text_from(figure), is_whole)


def _figure(data: Mapping[str, Any]) -> RecordedFigure:
    return RecordedFigure(
        text_from(data["shown"]),
        text_from(data.get("label", "")),
        tuple(map(_source, list_from(data.get("sources", [])))),
        text_from(data.get("formula", "")),
        text_from(data.get("rule", "")),
        text_from(data.get("basis", "")),
        texts_from(data.get("inputs", [])),
    )


def _source(data: Mapping[str, Any]) -> RecordedSource:
    return RecordedSource(
        text_from(data["file"]), number_from(data["line"]), text_from(data["key"])
    )
