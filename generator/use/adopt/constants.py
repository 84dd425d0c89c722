"""Marks that a form has where there is no value: a dash for no money, 0.00% of nothing."""

from collections import Counter
from collections.abc import Collection, Iterator

from generator.base.pattern import Pattern
from generator.base.toml_shape import Toml
from generator.model.form_printing import SINGLE
from generator.read.form_subject import form_subject
from generator.read.label_book import LabelBook
from generator.tables.tag_keys import tags_of
from generator.tables.target_cells import TABLE
from generator.use.adopt.block_loops import columns_of
from generator.use.adopt.looking import Looked
from generator.use.adopt.plan import Plan
from generator.use.adopt.printed_cells import cells_of, column_at, rows_of

_MARK = Pattern(r"[-—–―/／]+")
_ZERO_RATE = Pattern(r"0(?:\.0+)?%?")
_SOURCE = Pattern(r"rows\.funds\[([0-9]+)\]\.(\w+)")
_FUNDS, _RATE = "funds", "rate"
_POINTS = ("weight", "score")
_COLUMNS = frozenset(("target_sign", "target_unit", "reason", "basis", "evidence", "description"))


def constants_of(looked: Looked, plan: Plan, book: LabelBook) -> list[dict[str, Toml]]:
    """Return what stands in cells without a value, for ``[[document.print.constant]]``."""
    return [*_of_sources(looked, plan), *_of_columns(looked, book)]


def _of_sources(looked: Looked, plan: Plan) -> Iterator[dict[str, Toml]]:
    words = {place: text.strip() for place, text, _ in looked.document.said()}
    rows: dict[tuple[str, str], dict[str, None]] = {}
    blank: set[str] = set()  # columns in which some source has nothing and says so by nothing
    for edit in plan.cells:
        text = words.get(edit.place, "")
        for tag in () if edit.old or edit.after else tags_of(edit.text):
            found = _SOURCE.fullmatch(tag)
            if found and not text:
                blank.add(found[2])
            elif found and _stands_for_nothing(looked, found[2], text, int(found[1])):
                name = str(_source(looked, int(found[1])).get("name", ""))
                rows.setdefault((found[2], text), {}).setdefault(name)
            elif tag == f"{SINGLE}.{_RATE}" and _MARK.fullmatch(text):
                yield {"table": SINGLE, "columns": [_RATE], "text": text}
    marks = Counter(column for column, _ in rows)
    for (column, text), names in rows.items():
        # Whatever source has nothing says so in the one way of the form, however it is called.
        is_only_one = marks[column] == 1 and column not in blank and _is_of_nothing(looked, names)
        is_rate = column == _RATE and _ZERO_RATE.fullmatch(text) is not None
        # Points are told by the layout, not by the money: no source of such a form has any.
        is_of_all = column in _POINTS and marks[column] == 1 and len(names) == _count(looked)
        of = {} if is_rate or is_only_one or is_of_all else {"rows": list(names)}
        yield {"table": _FUNDS, "columns": [column], **of, "text": text}


def _stands_for_nothing(looked: Looked, column: str, text: str, index: int) -> bool:
    """Tell a mark, and the rate of a source that has no money."""
    if column == _RATE and _ZERO_RATE.fullmatch(text):
        return not _source(looked, index).get("budget")
    return _MARK.fullmatch(text) is not None


def _is_of_nothing(looked: Looked, names: Collection[str]) -> bool:
    """Tell sources without money; one that has some says by a mark that it has no rate of its own."""
    subject = form_subject(looked.draft)
    sources = () if subject is None else subject.get(("funds", "sources")) or ()
    rich = {str(own.get("name", "")) for own in sources if own.get("budget")}
    return rich.isdisjoint(names)


def _count(looked: Looked) -> int:
    subject = form_subject(looked.draft)
    return 0 if subject is None else len(subject.get(("funds", "sources")) or ())


def _source(looked: Looked, index: int) -> dict[str, Toml]:
    for subject in (form_subject(looked.draft), looked.subject):
        sources = subject.get(("funds", "sources")) if subject is not None else None
        if sources and index < len(sources):
            return dict(sources[index])
    return {}


def _of_columns(looked: Looked, book: LabelBook) -> Iterator[dict[str, Toml]]:
    """Give the mark of a column whose cells are never blank: it stands where a row has nothing."""
    for band in looked.draft.bands:
        own = [row for row, _ in rows_of(looked, band)]
        names = [*cells_of(looked, band, own, column_at(band, "name") or 0)]
        named = zip(own, names, strict=True)
        # A class without an indicator has nothing that it could say.
        rows = [row for row, c in named if c is not None and c.place not in looked.blanks]
        for column, name in columns_of(band).items():
            cells = cells_of(looked, band, rows, column) if name in _COLUMNS else ()
            said = [cell.text.strip() for cell in cells if cell is not None]
            marks = {text for text in said if _MARK.fullmatch(text) or _is_nothing(text, book)}
            if len(marks) == 1 and all(said):
                yield {"table": TABLE, "columns": [name], "text": marks.pop()}


def _is_nothing(text: str, book: LabelBook) -> bool:
    """Tell a word that says that there is nothing: 无."""
    return text in book.phrases.words("nothing")
