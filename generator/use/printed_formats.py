"""How a form prints its numbers where its scheme does not say it: nobody sees it in a blank form, or in another."""

from collections.abc import Container, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.model.form_printing import SINGLE, Printing
from generator.model.printed_words import PrintedForm
from generator.model.scheme import Scheme
from generator.tables.tag_keys import SOURCES
from generator.tables.target_cells import TABLE

_PADDED = Pattern(r"([0-9]+)\.([0-9]*0)([%％]?)")
_MARK = Pattern(r"[-—–―/／]+")
_FUNDS, _RATE, _SCORE = "funds", "rate", "score"
_OF_ROWS = f"{TABLE}.{_SCORE}"
_OF_SOURCE = Pattern(r"rows\.funds\[[0-9]+\]\.rate")
_TEXTS = ("reason", "basis", "evidence", "description")
_SCORES: Mapping[str, str] = MappingProxyType({"total": "总分", "execution_score": "执行率得分"})
_CONSTANT = '[[document.print.constant]] 里写 table = "funds"、columns = ["rate"]、text = "{}"'


def words_otherwise(printed: PrintedForm, scheme: Scheme, nothing: Container[str]) -> Iterator[str]:
    """Say once of a column of texts that it says 无 where a build of the scheme would say nothing."""
    document = next((d for d in scheme.document if d.id == printed.document), None)
    known = {n for c in document.print_.constant for n in c.columns} if document else set()
    rows = [row for rows in printed.rows.values() for row in rows if row.number >= 0]
    for name in _TEXTS if document is not None else ():
        said = [row.cells[name].text.strip() for row in rows if name in row.cells]
        empty = [text for text in said if text in nothing or _MARK.fullmatch(text)]
        if name not in known and all(said) and len(set(empty)) == 1:
            yield (
                f"没有内容的各行，表上印作“{empty[0]}”，方案 {scheme.id} 没有写，生成时空着；要照表上印，在方案的 "
                f'[[document.print.constant]] 里写 table = "indicators"、columns = ["{name}"]、text = "{empty[0]}"'
            )


def numbers_otherwise(printed: PrintedForm, scheme: Scheme) -> Iterator[str]:
    """Say once of each kind of number that a build of the scheme would print it in another way."""
    document = next((d for d in scheme.document if d.id == printed.document), None)
    if document is None:
        return
    rates, settings = [*_rates(printed)], document.print_
    yield from _padded("执行率", _RATE, rates, scheme.id, settings)
    for name, label in _SCORES.items():
        said = [(SINGLE, printed.words.get(f"{SINGLE}.{name}", ""))]
        yield from _padded(label, name, said, scheme.id, settings)
    yield from _padded("各行得分", _OF_ROWS, [*_of_rows(printed)], scheme.id, settings)
    marks = [text for table, text in rates if table == _FUNDS and _MARK.fullmatch(text)]
    if marks and not any(c.table == _FUNDS and _RATE in c.columns for c in settings.constant):
        yield (
            f"没有预算的来源，执行率表上印作“{marks[0]}”，方案 {scheme.id} 没有写，生成时空着；"
            f"要照表上印，在方案的 {_CONSTANT.format(marks[0])}"
        )


def _padded(
    label: str, name: str, said: list[tuple[str, str]], scheme: str, settings: Printing
) -> Iterator[str]:
    """Tell zeros at the end of a number, of which a build would print none."""
    for table, text in said:
        found, style = _PADDED.fullmatch(text), settings.number(table, name.rpartition(".")[2])
        if found is None or (style is not None and style.places is not None):
            continue
        key = f'"{name}"' if "." in name else name
        usual = f"{plain(Decimal(f'{found[1]}.{found[2]}'))}{found[3]}"
        yield (
            f"{label}表上印作“{text}”，方案 {scheme} 没有写明小数位，生成时印“{usual}”；"
            f"要照表上印，在方案的 [document.print.numbers] 里写 {key} = {{ places = {len(found[2])} }}"
        )
        return


def _of_rows(printed: PrintedForm) -> Iterator[tuple[str, str]]:
    """Give the scores of the indicators, as they were printed."""
    rows = (row for over, rows in printed.rows.items() if over != SOURCES for row in rows)
    yield from ((TABLE, row.cells[_SCORE].text) for row in rows if _SCORE in row.cells)


def _rates(printed: PrintedForm) -> Iterator[tuple[str, str]]:
    """Give the rates of the whole and of its sources, as they were printed."""
    yield SINGLE, printed.words.get(f"{SINGLE}.{_RATE}", "")
    for tag, said in printed.words.items():
        if _OF_SOURCE.fullmatch(tag):
            yield _FUNDS, said
    for row in printed.rows.get(SOURCES, ()):
        if (cell := row.cells.get(_RATE)) is not None:
            yield _FUNDS, cell.text
