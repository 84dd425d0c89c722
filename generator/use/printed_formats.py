"""How a form prints its numbers where its scheme does not say it: nobody sees it in a blank form, or in another."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.model.form_printing import SINGLE, Printing
from generator.model.printed_words import PrintedForm
from generator.model.scheme import Scheme
from generator.tables.tag_keys import SOURCES

_PADDED = Pattern(r"([0-9]+)\.([0-9]*0)([%％]?)")
_MARK = Pattern(r"[-—–―/／]+")
_FUNDS, _RATE = "funds", "rate"
_OF_SOURCE = Pattern(r"rows\.funds\[[0-9]+\]\.rate")
_SCORES: Mapping[str, str] = MappingProxyType({"total": "总分", "execution_score": "执行率得分"})
_CONSTANT = '[[document.print.constant]] 里写 table = "funds"、columns = ["rate"]、text = "{}"'


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
        found, style = _PADDED.fullmatch(text), settings.number(table, name)
        if found is None or (style is not None and style.places is not None):
            continue
        usual = f"{plain(Decimal(f'{found[1]}.{found[2]}'))}{found[3]}"
        yield (
            f"{label}表上印作“{text}”，方案 {scheme} 没有写明小数位，生成时印“{usual}”；"
            f"要照表上印，在方案的 [document.print.numbers] 里写 {name} = {{ places = {len(found[2])} }}"
        )
        return


def _rates(printed: PrintedForm) -> Iterator[tuple[str, str]]:
    """Give the rates of the whole and of its sources, as they were printed."""
    yield SINGLE, printed.words.get(f"{SINGLE}.{_RATE}", "")
    for tag, said in printed.words.items():
        if _OF_SOURCE.fullmatch(tag):
            yield _FUNDS, said
    for row in printed.rows.get(SOURCES, ()):
        if (cell := row.cells.get(_RATE)) is not None:
            yield _FUNDS, cell.text
