"""S17: what a scheme says of the printing of a form names columns that there are."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.base.suggestion import suggest
from generator.base.toml import KeyPath
from generator.model.form_printing import SINGLE, Printing
from generator.model.scheme import Scheme
from generator.rules.scheme.scheme_fault import Fault
from generator.tables.form_fields import AMOUNTS, FORM, FUND_ROW, GOAL, ROWS

_OF_MONEY = {AMOUNTS: ""}
TABLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        SINGLE: {**FORM, **_OF_MONEY},
        "goals": GOAL,
        **{n: {**t, **_OF_MONEY} if t is FUND_ROW else t for n, t in ROWS.items()},
    }
)


def check_printing(scheme: Scheme) -> Iterator[Fault]:
    """Check the settings of every document."""
    for index, template in enumerate(scheme.document):
        yield from printing_faults(template.print_, ("document", index, "print"))


def printing_faults(printing: Printing, keys: KeyPath) -> Iterator[Fault]:
    """Find columns and tables that there are not."""
    columns = {name for titles in TABLES.values() for name in titles}
    for name in printing.numbers:
        table, dot, column = name.rpartition(".")
        at = (*keys, "numbers", name)
        if dot and table not in TABLES:
            yield Fault("S17", at, f"没有“{table}”这些行", suggest(table, TABLES), table, on="key")
        elif column not in (TABLES[table] if dot else columns):
            known = TABLES[table] if dot else columns
            hint = suggest(column, sorted(known))
            yield Fault("S17", at, f"没有“{column}”这一栏", hint, column, on="key")
    for index, constant in enumerate(printing.constant):
        at = (*keys, "constant", index)
        titles = TABLES.get(constant.table)
        if titles is None:
            message, hint = f"没有“{constant.table}”这些行", suggest(constant.table, TABLES)
            yield Fault("S17", (*at, "table"), message, hint, constant.table)
            continue
        for number, column in enumerate(constant.columns):
            if column not in titles:
                hint = suggest(column, sorted(titles))
                where = (*at, "columns", number)
                yield Fault("S17", where, f"没有“{column}”这一栏", hint, column)
