"""C08: a column of its own gives the units, and one row of numbers has none."""

from collections.abc import Iterator

from generator.base.measure import MeasureKind
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_COLUMN = "measure-unit"


def blank_units(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Where most rows of numbers name their unit, each has to."""
    del words
    if _COLUMN not in form.columns:
        return
    rows = [row for row in form.rows if row.target.measure.kind is MeasureKind.NUMBER]
    blank = [row for row in rows if not row.target.measure.unit]
    if 0 < len(blank) * 2 < len(rows):
        for row in blank:
            yield Finding("unit-blank", row.target.place, row.target.text, name=row.name.text)
