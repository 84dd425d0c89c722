"""The filters that there are: what each is for, an example, and how many arguments it takes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Signature(NamedTuple):
    """How a filter is written."""

    title: str
    example: str
    least: int = 0
    most: int = 0
    is_of_rows: bool = False
    is_of_word: bool = False  # of something that only a Word file has
    in_text: str = ""  # as a text writes it, which has other names than a template

    @property
    def written(self) -> str:
        """Write the filter alone."""
        return self.example[self.example.index("|") :].rstrip(" %}")


SIGNATURES: Mapping[str, Signature] = MappingProxyType(
    {
        "to": Signature("换成另一个单位", '{{ form.spent|to("元") }}', 1, 1, in_text='{{ funds.spent|to("元") }}'),
        "format": Signature("数的写法：小数位数、千分位、单位", '{{ form.rate|format("0.00 %") }}', 1, 1, in_text='{{ funds.rate|format("0.00 %") }}'),
        "number": Signature("只要数，不要符号和单位", "{{ row.target|number }}", in_text='{{ indicator("……").target|number }}'),
        "unit": Signature("只要单位", "{{ row.target|unit }}", in_text='{{ indicator("……").target|unit }}'),
        "sign": Signature("只要 ≥、≤、= 等符号；不是数的印括号里的字", '{{ row.target|sign("定性") }}', 0, 1, in_text='{{ indicator("……").target|sign }}'),
        "capital": Signature("金额大写", "{{ form.spent|capital }}", in_text="{{ funds.spent|capital }}"),
        "date": Signature("日期的写法", '{{ signature.date|date("YYYY-MM-DD") }}', 1, 1, in_text='{{ unit.date|date("YYYY-MM-DD") }}'),
        "join": Signature("连成一句，中间用括号里的字隔开", '{{ rows.uses|join("、", "item") }}', 1, 2, in_text='{{ funds.uses|join("、", "name") }}'),
        "of": Signature("只要一类或几类的行", '{% for row in rows.indicators|of("产出") %}', 1, 9, is_of_rows=True, in_text='{% for row in state.rows|of("产出") %}'),
        "goal": Signature("只要第几个目标的行", "{% for row in rows.indicators|goal(2) %}", 1, 1, is_of_rows=True),
        "without_goal": Signature("只要不属于哪个目标的行", "{% for row in rows.indicators|without_goal %}", is_of_rows=True),
        "merge": Signature("同一组的单元格合并（写在最后）", "{{ row.level1|merge }}", is_of_word=True),
        "indent": Signature("按内容缩进（落款日期，写在最后）", "{{ signature.date|indent }}", is_of_word=True),
    }
)  # fmt: skip


_SAID: Mapping[int, str] = MappingProxyType({1: "一项", 2: "一到两项"})


def misuse(name: str, arguments: int) -> str:
    """Tell what is wrong with the number of arguments (empty: nothing)."""
    wanted = SIGNATURES[name]
    if wanted.least <= arguments <= wanted.most:
        return ""
    if not wanted.most:
        return f"“|{name}”后面没有括号"
    return f"“|{name}”的括号里要写{_SAID.get(wanted.most, '一项或几项')}"
