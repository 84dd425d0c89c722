"""Values of a document with their anchors: as recorded last, and as they are now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.model.blocks import Span, Spans, plain_text

NARRATIVE = ("heading", "lead", "paragraph")


class Value(NamedTuple):
    """A value where it was printed: its anchor, and the anchors of the figures inside it."""

    name: str
    key: str
    kind: str
    spans: Spans
    figures: tuple[tuple[str, str], ...] = ()  # (anchor, figure), in the order of the text

    @property
    def text(self) -> str:
        """Return the words."""
        return plain_text(self.spans)

    @property
    def frame(self) -> str:
        """Return the words with every figure named instead of shown."""
        return "".join(f"\0{s.figure}\0" if s.figure else s.text for s in self.spans)

    @property
    def is_figure(self) -> bool:
        """Tell a value that is one figure and nothing else."""
        return len(self.spans) == 1 and bool(self.spans[0].figure)

    @property
    def is_narrative(self) -> bool:
        """Tell text of the report from cells of a form."""
        return self.kind.startswith(NARRATIVE)


def recorded_values(document: Mapping[str, Any]) -> list[Value]:
    """Read the values of a document from its record."""
    blocks = {
        block["key"]: (str(block["kind"]), _spans(block["spans"])) for block in document["blocks"]
    }
    return list(_values(document["anchors"], blocks))


def _values(
    anchors: Iterable[Sequence[Any]], blocks: Mapping[str, tuple[str, Spans]]
) -> Iterator[Value]:
    inner: list[tuple[str, str]] = []
    for name, key, figure, is_whole in anchors:
        if not is_whole:
            inner.append((str(name), str(figure)))
            continue
        kind, spans = blocks.get(key, ("cell", ()))
        yield Value(str(name), str(key), kind, spans, tuple(inner))
        inner = []


def _spans(data: Sequence[Any]) -> Spans:
    return tuple(Span(*map(str, s)) if isinstance(s, list) else Span(str(s)) for s in data)
