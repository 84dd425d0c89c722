"""A TOML file of plain values: keys first, then tables, then rows of tables."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.base.toml_literal import bare_key, block_literal, literal


def toml_text(values: Mapping[str, Any], remarks: Sequence[str] = ()) -> str:
    """Write a file; remarks stand at its head."""
    lines = [f"# {line}" for remark in remarks for line in remark.split("\n")]
    lines += ["", *_table(values, "")] if lines else _table(values, "")
    return "\n".join(lines).strip() + "\n"


def _table(values: Mapping[str, Any], path: str) -> Iterator[str]:
    for key, value in values.items():
        if not _is_table(value):
            said = block_literal(value) if isinstance(value, str) else literal(value)
            yield f"{bare_key(key)} = {said}"
    for key, value in values.items():
        below = f"{path}.{bare_key(key)}" if path else bare_key(key)
        if isinstance(value, Mapping):
            yield from ("", f"[{below}]")
            yield from _table(value, below)
        elif _is_table(value):
            for row in value:
                yield from ("", f"[[{below}]]")
                yield from _table(row, below)


def _is_table(value: Any) -> bool:
    if isinstance(value, Mapping):
        return True
    return isinstance(value, list) and bool(value) and all(isinstance(v, Mapping) for v in value)
