"""A target that stands in the criteria of a row, where no column has it: “达到90%得满分，每低1%扣1分”."""

from generator.base.chinese import half_width
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.model.units import Units
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_value import Text
from generator.rules.rule_words import Vocabulary

_CLAUSE = Pattern(r"[，,；;。\n]")
_QUANTITY = Pattern(r"(?P<sign>[≥≤])?(?P<value>[0-9]+(?:\.[0-9]+)?)(?P<unit>[%‰]|[一-鿿]{0,4})")


def with_targets(form: PrintedForm, words: Vocabulary) -> PrintedForm:
    """Give rows without a target the one of their criteria."""
    if not any(row.criteria and not row.target for row in form.rows):
        return form
    return form._replace(rows=tuple(_with_target(row, words) for row in form.rows))


def _with_target(row: Row, words: Vocabulary) -> Row:
    if row.target or not row.criteria:
        return row
    return row._replace(target=_target_in(row.criteria, row.actual.units, words))


def _target_in(criteria: Text, units: Units, words: Vocabulary) -> Text:
    """Return what is wanted for full points (empty: the words do not say it in one number)."""
    for clause in _CLAUSE.split(half_width(criteria.text)):
        full = next((at for w in words.words("full-points") if (at := clause.find(w)) > 0), 0)
        found = [*_QUANTITY.finditer(clause, 0, full)]
        if len(found) != 1:
            continue
        quantity, rest = found[0], clause[found[0].start("unit") : full]
        unit = _unit(rest, units)
        is_limit = quantity["sign"] == "≤" or words.has("at-most", clause[:full])
        target = Text(f"{'≤' if is_limit else '≥'}{quantity['value']}{unit}", criteria.place, units)
        if unit and target.measure.kind is MeasureKind.NUMBER:
            return target
    return Text()


def _unit(behind: str, units: Units) -> str:
    """Return the longest unit that stands behind a number."""
    sizes = (behind[:length] for length in range(len(behind), 0, -1))
    return next((said for said in sizes if units.is_unit(said)), "")
