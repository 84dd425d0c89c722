"""How a form prints its rates where its scheme does not say it: a blank form shows nobody how it is filled in."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.model.form_printing import SINGLE
from generator.model.printed_words import PrintedForm
from generator.model.scheme import Scheme
from generator.tables.tag_keys import SOURCES

_PADDED = Pattern(r"([0-9]+)\.([0-9]*0)[%％]")
_FUNDS, _RATE = "funds", "rate"
_OF_SOURCE = Pattern(r"rows\.funds\[[0-9]+\]\.rate")


def rates_otherwise(printed: PrintedForm, scheme: Scheme) -> Iterator[str]:
    """Say once that rates stand with zeros at their end which a build of the scheme would not print."""
    document = next((d for d in scheme.document if d.id == printed.document), None)
    if document is None:
        return
    for table, text in _rates(printed):
        found, style = _PADDED.fullmatch(text), document.print_.number(table, _RATE)
        if found is not None and (style is None or style.places is None):
            usual = f"{plain(Decimal(f'{found[1]}.{found[2]}'))}%"
            yield (
                f"执行率表上印作“{text}”，方案 {scheme.id} 没有写明小数位，生成时印“{usual}”；"
                f"要照表上印，在方案的 [document.print.numbers] 里写 rate = {{ places = {len(found[2])} }}"
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
