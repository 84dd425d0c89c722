"""What a person who knows Jinja would write, and what is written here instead."""

from collections.abc import Iterable

from generator.base.suggestion import suggest
from generator.language.quoting_fault import LanguageError

_CLOSED = "这里只能引用、选择和列举，不能计算；需要的数请写进输入文件，再引用"
_BY_SIGN = {
    "+": f"数不能加：{_CLOSED}；字直接写在花括号外面，或写两个 {{{{ }}}}",
    "~": "字直接写在花括号外面，或写两个 {{ }}",
    "<": "数不能比大小：请用 == 或“是否达到”的现成判断，或由输入文件写明",
    "=": "相等写作 ==",
    "[": '几个都行写作 a == "甲" or a == "乙"',
    "{": '花括号里不能再写花括号；要印花括号写作 {{ "{{" }}',
    ":": '按名称引用写作 名称("……")',
    ",": '名称只写一个，如 indicator("……")',
}
_BY_FILTER = {
    "round": '小数位数写作 |format("0.00")',
    "float": '小数位数写作 |format("0.00")',
    "int": '小数位数写作 |format("0")',
    "abs": "只要数写作 |number",
    "default": '没有时印别的字，写作 {{ 甲 if 甲 is defined else "……" }}',
    "d": '没有时印别的字，写作 {{ 甲 if 甲 is defined else "……" }}',
    "replace": "请直接改输入里的字",
    "upper": "请直接写要印的字",
    "lower": "请直接写要印的字",
    "title": "请直接写要印的字",
    "capitalize": "金额大写写作 |capital",
    "trim": "请直接改输入里的字",
    "truncate": "请直接写要印的字",
    "safe": "印出的字不用处理，删去 |safe",
    "e": "印出的字不用处理，删去 |e",
    "escape": "印出的字不用处理，删去 |escape",
    "string": "印出的字不用处理，删去 |string",
    "length": "个数请引用现成的数，如 projects.count",
    "count": "个数请引用现成的数，如 projects.count",
    "sum": '合计请引用现成的数，如 total("spent")、form.total',
    "first": "第一行写作 {% for %} 里的 {% if loop.first %}",
    "last": "最后一行写作 {% for %} 里的 {% if loop.last %}",
    "select": '挑选写作 |of("产出")，或 {% for %} 里的 {% if %}',
    "selectattr": '挑选写作 |of("产出")，或 {% for %} 里的 {% if %}',
    "reject": '挑选写作 |of("产出")，或 {% for %} 里的 {% if %}',
    "rejectattr": '挑选写作 |of("产出")，或 {% for %} 里的 {% if %}',
    "groupby": '分类写作几个 {% for %}，各挑 |of("产出") 这样的一类',
    "sort": "各行的先后由输入文件定",
    "map": "逐个印写作 {% for %}",
    "strftime": '日期写作 |date("YYYY年M月D日")',
}
_BY_BLOCK = {
    "set": "值写进输入文件，再引用",
    "include": "请把那一段直接写在这里",
    "import": "请把那一段直接写在这里",
    "from": "请把那一段直接写在这里",
    "extends": "请把那一段直接写在这里",
    "block": "请把那一段直接写在这里",
    "macro": "重复的写法用 {% for %}",
    "call": "重复的写法用 {% for %}",
    "filter": '写在每个 {{ }} 里：{{ 名称|format("0.00") }}',
    "with": "请写完整的名称",
    "do": _CLOSED,
    "raw": '要印花括号写作 {{ "{{" }}',
    "break": "请用 {% if %} 选择",
    "continue": "请用 {% if %} 选择",
    "fi": "写作 {% endif %}",
    "end": "写作 {% endif %} 或 {% endfor %}",
    "elseif": "写作 {% elif %}",
    "vm": "合并单元格写作 {{ 名称|merge }}",
    "hm": "横向合并请在 Word 里做",
    "colspan": "横向合并请在 Word 里做",
    "cellbg": "底纹请在 Word 里设",
}
_TESTS = "只有 is defined、is not defined（有没有这一项）"
BLOCKS = ("if", "elif", "else", "endif", "for", "endfor")


def sign_fault(sign: str, at: int) -> LanguageError:
    """Tell of a sign that there is not."""
    known = "<" if sign[0] in "<>" else sign
    return LanguageError(f"这里不能写“{sign}”", at, sign, _BY_SIGN.get(known, _CLOSED))


def filter_fault(name: str, at: int, known: Iterable[str]) -> LanguageError:
    """Tell of a filter that there is not."""
    hint = _BY_FILTER.get(name) or suggest(name, known)
    return LanguageError(f"没有“|{name}”这种写法", at, name, hint)


def block_fault(word: str, at: int) -> LanguageError:
    """Tell of a tag that there is not."""
    shown = f"{{% {word} %}}" if word else "{% %}"
    hint = _BY_BLOCK.get(word) or suggest(word, BLOCKS)
    return LanguageError(f"没有“{shown}”这种标签", at, word, hint)


def test_fault(word: str, at: int) -> LanguageError:
    """Tell of a question that cannot be asked."""
    return LanguageError(f"没有“is {word}”这种判断", at, word, _TESTS)
