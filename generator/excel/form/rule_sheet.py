"""What the formulas look things up in: classes, units, words of comparison. A hidden sheet of names.

All of it comes from the scheme and the packs of wording, so that a formula says what the scorer says.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.base.measure import Operator
from generator.model.scheme import Scheme
from generator.model.scoring import Method
from generator.model.units import Units
from generator.score.direction import belongs_to
from generator.score.row_score import find_method
from generator.score.score_terms import Rules

OPERATORS = tuple(sign.value for sign in Operator)
NO_DEFAULT = 999
LEANING = "-"  # a word that says nothing by itself: 控制在…以内
_NOWHERE = "\t"  # what no cell holds, so that no table is without rows
Value = str | float


class Named(NamedTuple):
    """A column of the hidden sheet, and the name that formulas call it by."""

    name: str
    values: tuple[Value, ...]


class RuleTables(NamedTuple):
    """The columns, and the methods of the scheme by their numbers from 1."""

    columns: tuple[Named, ...]
    methods: tuple[Method, ...]

    def number_of(self, situation: str, class_path: str, scheme: Scheme) -> int:
        """Return the number of the method for a situation (0: there is none)."""
        found = find_method(scheme, situation, class_path)
        return 0 if found is None else self.methods.index(found) + 1


def rule_tables(rules: Rules, classes: Sequence[str]) -> RuleTables:
    """Write down what formulas look up, for the classes of a workbook."""
    scheme, units = rules.scheme, rules.units
    own = RuleTables((), scheme.method)
    numbers = {
        f"jx_method_{n}": tuple(float(_numbered(own, sign, path, scheme)) for path in classes)
        for n, sign in enumerate(OPERATORS, 1)
    }
    words = [
        (word, float(n)) for n, d in enumerate(scheme.default_direction) for word in d.name_contains
    ]
    defaults = [(float(n), d.direction) for n, d in enumerate(scheme.default_direction)]
    before, behind = _before(units), _behind(units)
    sizes = [(name, *units.size(name)) for name in sorted(units.names)]
    columns = (
        Named("jx_class", tuple(classes) or (_NOWHERE,)),
        Named(
            "jx_class_default",
            tuple(float(_default_of(path, scheme)) for path in classes) or (float(NO_DEFAULT),),
        ),
        *(Named(name, values or (0.0,)) for name, values in numbers.items()),
        *_table(("jx_word", "jx_word_number"), words, (_NOWHERE, float(NO_DEFAULT))),
        *_table(("jx_default", "jx_default_sign"), defaults, (float(NO_DEFAULT), OPERATORS[0])),
        *_table(("jx_before", "jx_before_sign"), before, (_NOWHERE, "")),
        *_table(("jx_behind", "jx_behind_sign"), behind, (_NOWHERE, "")),
        *_table(
            ("jx_unit", "jx_unit_of", "jx_unit_factor"),
            [(name, of, float(factor)) for name, of, factor in sizes],
            (_NOWHERE, "", 1.0),
        ),
        *_table(("jx_none",), [(word,) for word in units.not_quantities], (_NOWHERE,)),
    )
    return RuleTables(columns, scheme.method)


def _numbered(own: RuleTables, sign: str, path: str, scheme: Scheme) -> int:
    """Return the method of a class for a sign; a rule for 满意度 goes before it, as in the scorer."""
    special = find_method(scheme, "satisfaction", path)
    if special is not None and special.classes:
        return own.number_of("satisfaction", path, scheme)
    return own.number_of(sign, path, scheme)


def _default_of(path: str, scheme: Scheme) -> int:
    found = (n for n, d in enumerate(scheme.default_direction) if belongs_to(path, d.classes))
    return next(found, NO_DEFAULT)


def _before(units: Units) -> list[tuple[str, str]]:
    """Return the words before a number, the longest last: a formula takes the last that fits."""
    known = units.reader.comparisons
    found = ((word, _sign_of(known.split(f"{word}1"))) for word in known.before)
    return sorted(found, key=lambda pair: (len(pair[0]), pair[0]))


def _behind(units: Units) -> list[tuple[str, str]]:
    known = units.reader.comparisons
    found = ((word, _sign_of(known.split(f"1{word}"))) for word in known.behind)
    signs = [(word, sign) for word, sign in found if sign != LEANING]  # of time alone
    return sorted(signs, key=lambda pair: (len(pair[0]), pair[0]))


def _sign_of(split: tuple[Operator | None, str] | None) -> str:
    operator = None if split is None else split[0]
    return LEANING if operator is None else operator.value


def _table(
    names: Sequence[str], rows: Iterable[Sequence[Value]], blank: Sequence[Value]
) -> list[Named]:
    columns = list(zip(*rows, strict=True)) or [(value,) for value in blank]
    return [Named(name, tuple(values)) for name, values in zip(names, columns, strict=True)]
