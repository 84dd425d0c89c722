"""What a form has of its own: its fields and the columns of its indicators, declared."""

from collections.abc import Mapping, Sequence

from generator.use.adopt.choices import Chosen
from generator.use.adopt.free_list import FreeList
from generator.use.adopt.toml_text import toml_text

_REMARK = "表样自设的栏目。kind 可以改成 number、amount、date、choice 等，写法见说明（docs/documents.zh-CN.md）的“表上自设的栏目、选项和表”。"


def form_text(
    id: str,
    fields: Sequence[str],
    columns: Mapping[str, bool],
    choices: Sequence[Chosen] = (),
    lists: Sequence[FreeList] = (),
) -> str:
    """Write the declarations: what is no choice is text until somebody knows better."""
    own = {choice.name: choice.as_data() for choice in choices}
    values = {
        "id": id,
        "field": [own.get(name, {"key": name, "kind": "text"}) for name in fields],
        "table": [one.as_data() for one in lists],
        "indicator-field": [
            {"key": name, "kind": "text", **({"merge": True} if is_merged else {})}
            for name, is_merged in columns.items()
        ],
    }
    return toml_text({key: value for key, value in values.items() if value}, (_REMARK,))
