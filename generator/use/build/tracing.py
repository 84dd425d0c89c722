"""Documents laid out so that every span knows the text that it came from."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model.blocks import Block, Cell, DocumentBlocks, Row, Table
from generator.model.spans import Spans, plain_text
from generator.model.words_of_blocks import with_words, words_of
from generator.prose.origin_marks import Origins
from generator.use.build.planned_documents import Plan, plan_documents
from generator.use.check.examine import Examined
from generator.use.library import Library


class TracedDocuments(NamedTuple):
    """The documents of a dossier by their ids, and what the origins of their spans stand for."""

    documents: Mapping[str, DocumentBlocks]
    origins: Origins


def trace_documents(
    examined: Examined, library: Library, built: Mapping[str, DocumentBlocks] | None = None
) -> TracedDocuments:
    """Lay out documents with the origins of their words: all, or those ``built`` without them.

    Both print the same. Where a template asks for the words themselves and so makes a difference
    between them, what is built stands there without origins.
    """
    origins = Origins()
    plain = documents_of(examined, library, None) if built is None else built
    traced = documents_of(examined, library, origins, only=plain)
    same = {name: _agreed(own, traced[name]) for name, own in plain.items() if name in traced}
    return TracedDocuments({**plain, **same}, origins)


def documents_of(
    examined: Examined,
    library: Library,
    origins: Origins | None,
    *,
    only: Container[str] | None = None,
) -> dict[str, DocumentBlocks]:
    """Lay out documents once, by their ids; with ``origins``, spans know theirs."""
    return documents_in(plan_documents(examined, library, origins, only=only))


def documents_in(plan: Plan) -> dict[str, DocumentBlocks]:
    """Return all documents of a plan by their ids."""
    return {part.blocks.id: part.blocks for file in plan.files for part in file.parts}


def _agreed(plain: DocumentBlocks, traced: DocumentBlocks) -> DocumentBlocks:
    return traced._replace(
        title=_spans(plain.title, traced.title),
        body=_body(plain.body, traced.body),
        form=_table(plain.form, traced.form),
        attachments=tuple(map(_spans, plain.attachments, traced.attachments)),
        contents=plain.contents,
    )


def _body(plain: Sequence[Block], traced: Sequence[Block]) -> tuple[Block, ...]:
    theirs = {block.key: block for block in traced}
    return tuple(_block(block, theirs.get(block.key)) for block in plain)


def _block(plain: Block, traced: Block | None) -> Block:
    theirs = () if traced is None else tuple(words_of(traced))
    if type(plain) is not type(traced) or len(tuple(words_of(plain))) != len(theirs):
        return plain
    each = iter(theirs)
    return with_words(plain, lambda spans: _spans(spans, next(each)))


def _table(plain: Table | None, traced: Table | None) -> Table | None:
    return None if plain is None or traced is None else _form(plain, traced, {})


def _form(plain: Table, traced: Table, known: dict[int, tuple[Row, ...]]) -> Table:
    rows: dict[str, tuple[Row, ...]] = {}
    for name, own in plain.rows.items():
        # Rows that a form shares with its only goal stay shared.
        if id(own) not in known:
            known[id(own)] = tuple(map(_row, own, traced.rows[name]))
        rows[name] = known[id(own)]
    groups = {
        name: tuple(_form(o, t, known) for o, t in zip(own, traced.groups[name], strict=True))
        for name, own in plain.groups.items()
    }
    return replace(plain, fields=_cells(plain.fields, traced.fields), rows=rows, groups=groups)


def _row(plain: Row, traced: Row) -> Row:
    return plain._replace(cells=_cells(plain.cells, traced.cells))


def _cells(plain: Mapping[str, Cell], traced: Mapping[str, Cell]) -> dict[str, Cell]:
    return {
        name: cell._replace(spans=_spans(cell.spans, traced[name].spans))
        for name, cell in plain.items()
    }


def _spans(plain: Spans, traced: Spans) -> Spans:
    return traced if _shown(plain) == _shown(traced) else plain


def _shown(spans: Spans) -> tuple[str, list[tuple[str, str]]]:
    """Return what spans print, and which figures they print it as."""
    return plain_text(spans), [(span.text, span.figure) for span in spans if span.figure]
