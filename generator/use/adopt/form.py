"""What a form has of its own: its fields and the columns of its indicators, declared."""

from collections.abc import Sequence

from generator.use.adopt.toml_text import toml_text

_REMARK = "表样自设的栏目。kind 可以改成 number、amount、date、choice 等，见 README 的“自设栏目”。"


def form_text(id: str, fields: Sequence[str], columns: Sequence[str]) -> str:
    """Write the declarations: everything is text until somebody knows better."""
    values = {
        "id": id,
        "field": [{"key": name, "kind": "text"} for name in fields],
        "indicator-field": [{"key": name, "kind": "text"} for name in columns],
    }
    return toml_text({key: value for key, value in values.items() if value}, (_REMARK,))
