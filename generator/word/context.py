"""What a Word template may quote: blocks laid out as names, words kept as words with their keys."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator.base.chinese import numeral
from generator.language.tag_words import CONTINUE, Words
from generator.model.blocks import Cell, DocumentBlocks, Row, Signature, Table
from generator.model.row_key import RowKey
from generator.model.spans import Span, Spans, plain_text
from generator.tables.form_fields import AMOUNTS, FUND_ROW, GOAL, ROWS, amount_field_name
from generator.tables.house_wording import ROWS as WORDING_ROWS
from generator.tables.tag_keys import field_name
from generator.word.body_layout import BodyLayout
from generator.word.contents import contents_lines
from generator.word.own_tags import no_own_names, own_columns, own_names
from generator.word.placed.placing import Placing

_NOTHING: Spans = ()
ABSENT: Final[tuple[Any, ...]] = ()  # rows that a kind of document never has
_BESIDE = "field"  # words beside a source of money
_EM = 100
_WIDEST_NAME = 24 * _EM  # a longer name takes two lines
_FEWEST = 12  # so that rows[3] of a form with fixed places is blank, not an error


class Open(dict[str, Any]):
    """Rows by a name that the template chooses; what is not there prints nothing."""

    def __missing__(self, name: str) -> Any:
        return BLANK


class OpenWords(dict[str, Words]):
    """Words by a name that the template chooses; what is not there prints nothing."""

    def __missing__(self, name: str) -> Words:
        return Words.of(_NOTHING, "")


class Blank(Mapping[str, Any]):
    """A row in which every cell is empty."""

    def __getitem__(self, name: str) -> Any:
        if name in ROWS:
            return ABSENT
        return OpenWords() if name in (AMOUNTS, _BESIDE) else Words.of(_NOTHING, "")

    def __iter__(self) -> Any:
        return iter(())

    def __len__(self) -> int:
        return 0


BLANK = Blank()


class Places(list[Any]):
    """Rows of a form with fixed places: of those that a unit does not have, a few are blank."""

    def __getitem__(self, key: Any) -> Any:
        is_beyond = isinstance(key, int) and len(self) <= key < _FEWEST
        return BLANK if is_beyond else super().__getitem__(key)


def template_names(
    blocks: DocumentBlocks,
    *,
    is_draft: bool = False,
    pages: Mapping[str, str] | None = None,
    charts: Mapping[str, str] | None = None,
    placing: Placing | None = None,
    owner: int = 0,
) -> dict[str, Any]:
    """Lay a document out for its template.

    ``pages`` are the page numbers of headings by key; ``charts`` the drawings of charts by key;
    ``placing`` takes what no template knows of, of the document that is ``owner`` in its file.
    """
    laid = BodyLayout(charts or {}, Placing() if placing is None else placing, owner)
    names: dict[str, Any] = {
        "title": Words.of(blocks.title, "title"),
        "label": Words.of((Span(blocks.label),) if blocks.label else _NOTHING, "label"),
        "draft": is_draft,
        "body": [laid.names(block) for block in blocks.body],
        "signature": None,
        "attachments": _attachments(blocks.attachments),
        "notes": _notes(blocks.notes),
        "contents": contents_lines(blocks.contents, pages or {}),
    }
    if blocks.signature is not None:
        names["signature"] = {
            "name": Words.of(blocks.signature.name, "signature.name"),
            "date": Words.of(
                blocks.signature.date, "signature.date", right=_date_indent(blocks.signature)
            ),
        }
    return {**names, **_form(blocks.form), "summary": _summary(blocks.summary)}


def _date_indent(signature: Signature) -> int:
    """Begin the date two characters to the right of the name, as the standard for papers has it."""
    name, date = _width(plain_text(signature.name)), _width(plain_text(signature.date))
    return max(2 * _EM, min(name, _WIDEST_NAME) - date)


def _width(text: str) -> int:
    """Measure text in hundredths of a full-width character."""
    return sum(_EM // 2 if sign.isascii() else _EM for sign in text)


def _attachments(titles: Sequence[Spans]) -> list[dict[str, Any]]:
    """Number the titles where there are several; only the first line begins with the word."""
    several = len(titles) > 1
    lines = []
    for n, title in enumerate(titles, 1):
        head = f"{'附件：' if n == 1 else ''}{f'{n}.' if several else ''}"
        own = tuple(span for span in title if span.text != "\n")
        lines.append({"first": n == 1, "text": Words.of((Span(head), *own), f"attachment[{n}]")})
    return lines


def _notes(notes: Sequence[Spans]) -> list[Words]:
    return [Words.of((Span(f"{n}."), *note), f"note[{n}]") for n, note in enumerate(notes, 1)]


def _form(table: Table | None) -> dict[str, Any]:
    """Lay out the main form: its fields under ``form``, its rows under ``rows``, its goals."""
    if table is None:
        return {
            "form": None,
            **no_own_names(),
            "rows": None,
            "goals": ABSENT,
            "projects": ABSENT,
            "changes": [],
            "units": [],
            "wording": _wording({}),
            **_by_name({}),
        }
    form = _with_amounts(_fields(table, "form"))
    rows = _tables(table, "")
    return {
        "form": form,
        **own_names(table, "form", ""),
        "rows": rows,
        "changes": rows.get("changes", []),
        "goals": _goals(table, rows, ""),
        "projects": [_project(own) for own in table.groups["projects"]]
        if "projects" in table.groups
        else ABSENT,
        "units": [_unit(own) for own in table.groups.get("units", ())],
        "wording": _wording(rows),
        **_by_name(rows),
    }


def _summary(table: Table | None) -> dict[str, Any] | None:
    """Lay out a summary: its fields and its rows side by side."""
    if table is None:
        return None
    return {**_fields(table, "summary"), **{name: _rows(r, "") for name, r in table.rows.items()}}


def _goals(form: Table, laid: Mapping[str, Any], at: str) -> Places:
    """Lay out the yearly goals: fields and indicator rows side by side.

    The only goal of a form shares its rows with the form; they are laid out already.
    """
    found = Places(
        {
            **_fields(goal, f"{at}{goal.key}"),
            **{
                name: laid[name] if rows is form.rows.get(name) else _rows(rows, at)
                for name, rows in goal.rows.items()
            },
        }
        for goal in form.groups.get("goals", ())
    )
    return found or Places([_no_goal(at, laid)])


def _no_goal(at: str, laid: Mapping[str, Any]) -> dict[str, Any]:
    """Lay out the place of a goal that nobody has written yet, which has all rows of the form."""
    key = RowKey.goal(1)
    counts = {"number": "1", "numeral": numeral(1)}
    blank = {name: Words.of(_NOTHING, "") for name in GOAL}
    said = {name: Words.of((Span(n),), f"{at}{key}.{name}") for name, n in counts.items()}
    return {**blank, **said, "indicators": laid.get("indicators", ABSENT)}


def _project(table: Table) -> dict[str, Any]:
    """Lay out the form of a project inside a document over several."""
    at = f"{table.key}/"
    rows = _tables(table, at)
    goals = _goals(table, rows, at)
    own = own_names(table, table.key, at)
    form = _with_amounts(_fields(table, table.key))
    return {**form, **own, **rows, "goals": goals, **_by_name(rows)}


def _unit(table: Table) -> dict[str, Any]:
    """Lay out a unit whose documents are sent back, with its files and the findings."""
    at = f"{table.key}/"
    return {
        **_fields(table, table.key),
        **{name: _rows(rows, at) for name, rows in table.rows.items()},
    }


def _wording(rows: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """Lay out the rows of a report on wording."""
    return {name: rows.get(name, []) for name in WORDING_ROWS}


def _fields(table: Table, prefix: str) -> dict[str, Words]:
    return _cells(table.fields, prefix)


def _cells(cells: Mapping[str, Cell], prefix: str) -> dict[str, Words]:
    return {
        name: Words.of(cell.spans, f"{prefix}.{name}", cell.merge) for name, cell in cells.items()
    }


def _with_amounts(laid: Mapping[str, Words]) -> dict[str, Any]:
    """Put the further amounts of a row, or of the whole, together under one name."""
    named = {amount_field_name(name): words for name, words in laid.items() if name[-1:] == "]"}
    amounts = {name: words for name, words in named.items() if name is not None}
    plain = {field_name(name): words for name, words in amounts.items()}  # as tags can hold it
    return {**laid, AMOUNTS: OpenWords({**plain, **amounts})}


def _tables(table: Table, at: str) -> dict[str, list[Any]]:
    """Lay out the rows of a form; those of the money may have further amounts."""
    laid = {name: _rows(rows, at) for name, rows in table.rows.items()}
    return {
        name: Places(map(_of_money, rows))
        if ROWS.get(name) is FUND_ROW
        else Places(rows)
        if name == "breakdown"
        else rows
        for name, rows in laid.items()
    }


def _of_money(laid: Mapping[str, Any]) -> dict[str, Any]:
    """Let a row of the money have further amounts, and words beside them, where it has any.

    A form may call a column either, before anybody has filled it in: it prints what is there.
    """
    own, beside = _with_amounts(laid), laid.get(_BESIDE, {})
    amounts = own[AMOUNTS]
    return {
        **own,
        AMOUNTS: OpenWords({**beside, **amounts}),
        _BESIDE: OpenWords({**amounts, **beside}),
    }


def _rows(rows: Sequence[Row], prefix: str) -> list[Any]:
    """Lay rows out; a cell that goes on with the one above has the words of that one."""
    laid: list[Any] = []
    for row in rows:
        cells = _cells(row.cells, f"{prefix}{row.key}")
        if laid:
            above = laid[-1]
            for name, cell in row.cells.items():
                if cell.merge == CONTINUE and name in above:
                    cells[name] = cells[name].held_by(above[name])
        laid.append({**cells, **own_columns(row, prefix)})
    return laid


def _by_name(rows: Mapping[str, Sequence[Mapping[str, Words]]]) -> dict[str, Any]:
    """Give sources and plan steps by name and by number, for forms with fixed places."""
    money = (*rows.get("funds", ()), *rows.get("free_funds", ()))
    sources = Open({str(row["name"]): row for row in money})
    classes = Open({str(row["name"]): row for row in rows.get("class_sums", ())})
    items = Open({str(row["name"]): row for row in rows.get("answers", ())})
    parts = Open({str(row["label"]): row for row in rows.get("parts", ())})
    steps = [*rows.get("plan", ())]
    return {
        "sources": sources,
        "parts": parts,
        "classes": classes,
        "items": items,
        "steps": [*steps, *[BLANK] * (_FEWEST - len(steps))],
    }
