"""What a template would write instead of a name that prints nothing there, or that only texts have."""

from generator.prose.name_tree import text_names
from generator.word.field_nodes import Chosen, Group, Many, Node, OwnRow, OwnRows

# What texts call otherwise.
_IN_WORD = {
    "year": "模板里写作 form.year；",
    "name": "模板里写作 form.name；",
    "unit": "模板里写作 form.unit、signature.date；",
    "funds": '模板里写作 form.spent、sources["……"].spent；',
    "score": "模板里写作 form.total、form.grade；",
    "indicator": "模板里逐行写在 {%tr for row in rows.indicators %} 里；",
}


def of_texts(name: str) -> str:
    """Say what a template calls what texts quote by a name (empty: they have no such name)."""
    if name not in text_names():
        return ""
    return f"这是正文里的名称；{_IN_WORD.get(name, '')}模板里有哪些，见 jixiao templates fields"


def of_loop(name: str) -> str:
    """Say where the name of a loop means something."""
    return f"“{name}”只在 {{% for {name} in …… %}} 和 {{% endfor %}} 之间有"


def how_to_print(kind: Node, path: str) -> str:
    """Say what would print something of what has no words of its own."""
    if isinstance(kind, Group):
        return f"请写到具体的一项，如 {path or '……'}.{next(iter(kind.names))}"
    if isinstance(kind, Many | OwnRows):
        over = path or "……"
        return (
            f"成行的内容写在 {{% for row in {over} %}} 里，表格里写作 {{%tr for row in {over} %}}"
        )
    if isinstance(kind, Chosen):
        return f'按名称引用，如 {path or "……"}["……"]'
    if isinstance(kind, OwnRow):
        return f'写明是哪一列，如 {path or "row"}["……"]'
    return "{% if %} 里才能这样写；要印的写作 {{ form.spent }}"
