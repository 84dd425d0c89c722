"""S15: what a form declares of its own can be filled in, added up and told apart."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.base.suggestion import suggest
from generator.base.toml import KeyPath
from generator.model.funds import MONEY_UNITS
from generator.model.own_form import (
    NUMBERS,
    OPTIONS,
    Declared,
    OwnColumn,
    OwnField,
    OwnItem,
    OwnTable,
)
from generator.model.scheme import Scheme
from generator.rules.scheme.scheme_fault import Fault

_CODE = "S15"
_TEXTS = ("text", "prose", "person")
_TWO = 2


def check_own(scheme: Scheme) -> Iterator[Fault]:
    """Check what the documents of a scheme declare inline."""
    for index, document in enumerate(scheme.document):
        yield from check_declared(document.declared, ("document", index))


def check_agreement(scheme: Scheme) -> Iterator[Fault]:
    """Documents of one subject mean the same by the same name; they have their forms already."""
    for kind in ("project", "department"):
        known: dict[tuple[str, str], tuple[str, object]] = {}
        for index, document in enumerate(scheme.document):
            for what, name, meant in _meant(document.declared) if document.is_of(kind) else ():
                other, first = known.setdefault((what, name), (document.id, meant))
                if meant != first:
                    differs = "行、列" if what == "表" else "种类、选项、单位或算法"
                    message = f"{what}“{name}”与文书“{other}”里的{differs}不同"
                    hint = f"同一对象的几份文书里，同名的{what}只填一次，要写成一样"
                    yield Fault(_CODE, ("document", index), message, hint, quote=name)


def _meant(declared: Declared) -> Iterator[tuple[str, str, object]]:
    """Give what the inputs have to know of each thing; how it is printed may differ."""
    for field in declared.fields:
        yield "栏目", field.name, (_value(field), field.sum_of)
    for table in declared.tables:
        rows = [(row.name, row.sum_of, row.fixed) for row in table.row]
        columns = [(c.name, _value(c), c.sum_of) for c in table.column]
        yield "表", table.name, (rows, sorted(columns))
    for item in declared.indicator_fields:
        yield "指标表的列", item.name, _value(item)


def _value(item: OwnItem) -> tuple[object, ...]:
    return (item.kind, item.words, item.several, item.unit)


def check_named_forms(scheme: Scheme, known: Collection[str]) -> Iterator[Fault]:
    """Every form that a document names is there."""
    for index, document in enumerate(scheme.document):
        if document.form and document.form not in known:
            message = f"templates/forms/ 里没有“{document.form}”"
            keys: KeyPath = ("document", index, "form")
            yield Fault(_CODE, keys, message, suggest(document.form, known), quote=document.form)


def check_declared(declared: Declared, at: KeyPath) -> Iterator[Fault]:
    """Check fields, tables and columns of indicators."""
    yield from _items(declared.fields, (*at, "field"))
    yield from _items(declared.indicator_fields, (*at, "indicator-field"))
    yield from _named([t.name for t in declared.tables], (*at, "table"), "表")
    for index, field in enumerate(declared.fields):
        yield from _sum_of_field(declared, field, (*at, "field", index))
    for index, table in enumerate(declared.tables):
        yield from _table(table, (*at, "table", index))


def _items(items: Sequence[OwnItem], at: KeyPath, *, is_table: bool = False) -> Iterator[Fault]:
    yield from _named([item.name for item in items], at, "列" if is_table else "栏目")
    for index, item in enumerate(items):
        keys = (*at, index)
        yield from _options(item, keys)
        yield from _fits(item, keys, is_table=is_table)


def _named(names: Sequence[str], at: KeyPath, what: str) -> Iterator[Fault]:
    for index, name in enumerate(names):
        if not name:
            message = f"这个{what}没有 key，也没有 title"
            yield Fault(_CODE, (*at, index), message, "请至少写一个")
        elif name in names[:index]:
            message = f"{what}“{name}”写了两次"
            yield Fault(_CODE, (*at, index), message, "名称各不相同", quote=name)


def _options(item: OwnItem, keys: KeyPath) -> Iterator[Fault]:
    options = (*keys, "options")
    if item.kind == "choice" and not item.options:
        yield Fault(_CODE, keys, f"选项“{item.label}”没有 options", "请列出各选项")
    elif item.options and item.kind not in OPTIONS:
        message = f"种类 {item.kind} 用不到 options"
        yield Fault(_CODE, options, message, '请删去，或把 kind 写成 "choice"', on="key")
    elif item.kind == "yes-no" and item.options and len(item.options) != _TWO:
        yield Fault(_CODE, options, "yes-no 的 options 只有两个词", '如：options = ["有", "无"]')
    for index, option in enumerate(item.options):
        if not option.strip() or option in item.options[:index]:
            says = f"选项“{option}”写了两次" if option.strip() else "有一个选项是空的"
            yield Fault(_CODE, (*options, index), says, "请删去", quote=option)


def _fits(item: OwnItem, keys: KeyPath, *, is_table: bool) -> Iterator[Fault]:
    """Every setting belongs to a kind of value."""
    unused: Mapping[str, bool] = {
        "several": item.several and item.kind != "choice",
        "unit": bool(item.unit) and item.kind not in NUMBERS,
        "with-unit": item.with_unit and item.kind not in NUMBERS,
        "places": item.places is not None and item.kind not in NUMBERS,
        "grouped": item.grouped and item.kind not in NUMBERS,
        "style": item.style != "年月日" and item.kind != "date",
        "longest": item.longest is not None and item.kind not in _TEXTS,
        "shortest": item.shortest is not None and item.kind not in _TEXTS,
    }
    for name in (name for name, is_unused in unused.items() if is_unused):
        yield Fault(_CODE, (*keys, name), f"种类 {item.kind} 用不到 {name}", "请删去", on="key")
    if item.kind == "amount" and item.unit and item.unit not in MONEY_UNITS:
        hint = f"只能是其中之一：{'、'.join(MONEY_UNITS)}"
        message = f"“{item.unit}”不是金额单位"
        yield Fault(_CODE, (*keys, "unit"), message, hint, quote=item.unit)
    if item.kind == "serial" and not is_table:
        yield Fault(_CODE, (*keys, "kind"), "serial 只用于表的列", "请改成别的种类")
    if item.shortest and item.longest is not None and item.shortest > item.longest:
        message = f"shortest {item.shortest} 大于 longest {item.longest}"
        yield Fault(_CODE, (*keys, "shortest"), message, "请改正其中一个")


def _sum_of_field(declared: Declared, field: OwnField, keys: KeyPath) -> Iterator[Fault]:
    sums = {f.name: f.sum_of for f in declared.fields}
    yield from _only_numbers(field, field.sum_of, keys)
    for index, name in enumerate(field.sum_of):
        at = (*keys, "sum-of", index)
        other = next((f for f in declared.fields if f.name == name), None)
        table_name, _, column_name = name.rpartition(".")
        table = declared.table_of(table_name)
        column = table.column_of(column_name) if table is not None else None
        if other is None and column is None:
            hint = suggest(name, [f.name for f in declared.fields if f.kind in NUMBERS])
            yield Fault(_CODE, at, f"没有可以相加的“{name}”", hint, quote=name)
        elif other is None and column is not None and not column.sum:
            hint = "请在那一列写 sum = true"
            yield Fault(_CODE, at, f"“{name}”这一列没有合计", hint, quote=name)
        elif other is not None and other.kind not in NUMBERS:
            yield Fault(_CODE, at, f"“{name}”不是数", "只有数和金额可以相加", quote=name)
    yield from _circle(field.name, sums, keys)


def _table(table: OwnTable, keys: KeyPath) -> Iterator[Fault]:
    yield from _items(table.column, (*keys, "column"), is_table=True)
    yield from _named([row.name for row in table.row], (*keys, "row"), "行")
    if not table.column:
        yield Fault(_CODE, keys, f"表“{table.label}”没有列", "请写 [[table.column]]")
    if table.total and not any(column.sum for column in table.column):
        message = f"表“{table.label}”有合计行，没有一列写了 sum = true"
        yield Fault(_CODE, (*keys, "total"), message, "请在要合计的列写 sum = true")
    columns = {c.name: c.sum_of for c in table.column}
    numbers = [c.name for c in table.column if c.kind in NUMBERS]
    for index, column in enumerate(table.column):
        yield from _column(table, column, numbers, (*keys, "column", index))
        yield from _circle(column.name, columns, (*keys, "column", index))
    rows = {r.name: r.sum_of for r in table.row}
    for index, row in enumerate(table.row):
        at = (*keys, "row", index)
        yield from _known(row.sum_of, list(rows), (*at, "sum-of"), "行")
        yield from _circle(row.name, rows, at)
        for name in row.fixed:
            if table.column_of(name) is None:
                hint = suggest(name, list(columns))
                yield Fault(_CODE, (*at, "fixed", name), f"没有“{name}”这一列", hint, on="key")


def _column(
    table: OwnTable, column: OwnColumn, numbers: Sequence[str], keys: KeyPath
) -> Iterator[Fault]:
    yield from _only_numbers(column, column.sum_of, keys)
    yield from _known(column.sum_of, numbers, (*keys, "sum-of"), "数的列")
    if column.sum and column.kind not in NUMBERS:
        message = f"“{column.label}”不是数，不能合计"
        yield Fault(_CODE, (*keys, "sum"), message, "请删去，或改 kind")
    if column.kind == "prose":
        message = f"表“{table.label}”的列不能是 prose"
        yield Fault(_CODE, (*keys, "kind"), message, "请写 text")


def _known(names: Sequence[str], known: Sequence[str], keys: KeyPath, what: str) -> Iterator[Fault]:
    for index, name in enumerate(names):
        if name not in known:
            yield Fault(_CODE, (*keys, index), f"没有{what}“{name}”", suggest(name, known), name)


def _only_numbers(item: OwnItem, sum_of: Sequence[str], keys: KeyPath) -> Iterator[Fault]:
    if sum_of and item.kind not in NUMBERS:
        message = f"“{item.label}”不是数，不能由别的项相加"
        yield Fault(_CODE, (*keys, "sum-of"), message, '请把 kind 写成 "number" 或 "amount"')


def _circle(name: str, sums: Mapping[str, Sequence[str]], keys: KeyPath) -> Iterator[Fault]:
    """A sum that has itself among its parts, or among theirs, has no end."""
    seen: set[str] = set()
    ahead = [*sums.get(name, ())]
    while ahead:
        part = ahead.pop()
        if part == name:
            message = f"“{name}”相加的项里又有它自己"
            yield Fault(_CODE, (*keys, "sum-of"), message, "请去掉绕回来的一项", quote=name)
            return
        if part not in seen:
            seen.add(part)
            ahead += sums.get(part, ())
