"""Everything that templates may quote of the forms of a workspace, by its names."""

from collections.abc import Iterator

from generator.model.own_form import OPTIONS, Declared


def every_own(declared: Declared) -> Iterator[tuple[str, str, str]]:
    """List every path with what it holds and how a template writes it."""
    return ((path, title, _example(path)) for path, title in _paths(declared))


def _example(path: str) -> str:
    """Write how a template quotes a path: a table and what is below its rows in a loop."""
    over, is_below, below = path.partition("[]")
    if is_below:
        return f"{{% for row in {over} %}} {{{{ row{below} }}}}"
    is_table = path.startswith("table(") and path.endswith(")")
    return f"{{% for row in {over} %}}" if is_table else f"{{{{ {path} }}}}"


def _paths(declared: Declared) -> Iterator[tuple[str, str]]:
    for item in declared.fields:
        yield f'field("{item.name}")', item.label
        if item.kind in OPTIONS:
            yield f'choice("{item.name}")', f"{item.label}：各选项一行"
            for option in item.words:
                yield f'choice("{item.name}")["{option}"]', f"{item.label}：“{option}”的记号"
    for table in declared.tables:
        path = f'table("{table.name}")'
        yield path, f"{table.label}：逐行"
        for column in table.column:
            yield f'{path}[]["{column.name}"]', f"{table.label}：{column.label}"
            for row in table.row:
                title = f"{table.label}：{row.label}·{column.label}"
                yield f'{path}["{row.name}"]["{column.name}"]', title
            if column.sum:
                yield f'{path}.total["{column.name}"]', f"{table.label}：{column.label}合计"
    for of_row in declared.indicator_fields:
        yield f'rows.indicators[].field("{of_row.name}")', f"指标：{of_row.label}"
