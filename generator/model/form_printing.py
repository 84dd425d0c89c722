"""How one form prints what it holds: its unit of money, its signs, its numbers, its fixed words."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal, Self

from generator.base.number import plain, round_half_up, written
from generator.base.pattern import Pattern
from generator.model.entry import Amount, Entry, Flag, Text, field
from generator.model.funds import MoneyUnit

PointsIn = Literal["no", "beside", "below"]
SINGLE = "form"  # where single fields stand, in what settings name
WEIGHT = "{{ weight }}"  # in a label: the points of the class
_WITH_WEIGHT = Pattern(rf"\s*[（(\[][^（(\[]*{re.escape(WEIGHT)}[^）)\]]*[）)\]]")


def without_points(label: str) -> str:
    """Write the label of a class whose points nobody knows: 产出指标（{{ weight }}分） is 产出指标."""
    return _WITH_WEIGHT.sub("", label)


class NumberFormat(Entry):
    """How the numbers of a column are written."""

    places: int | None = field(
        None, ge=0, le=6, title="小数位", description="四舍五入、补足到几位小数；不写则照原数"
    )
    grouped: Flag = field(False, title="千分位", description="true 时写成 1,234.5")
    trimmed: Flag = field(False, title="去掉末尾的零", description="true 时 10.00 写成 10")
    with_unit: Flag | None = field(
        None, title="带单位", description="true 写成 100.00%，false 写成 100.00；不写则照常"
    )

    def write(self, value: Decimal, exact: Fraction | None = None) -> str:
        """Write a number; one that was rounded before is rounded once, from its exact value."""
        number = value
        if self.places is not None:
            number = round_half_up(value if exact is None else exact, self.places)
        text = plain(number) if self.trimmed else written(number)
        if not self.grouped:
            return text
        sign = "-" if text.startswith("-") else ""
        whole, point, rest = text.removeprefix("-").partition(".")
        return f"{sign}{int(whole):,}{point}{rest}"


class Signs(Entry):
    """How a form writes the sign of a target in a column of its own."""

    at_least: Text = field("≥", title="≥ 的写法", examples=["≧"])
    at_most: Text = field("≤", title="≤ 的写法", examples=["≦"])
    above: Text = field(">", title="> 的写法", examples=["＞"])
    below: Text = field("<", title="< 的写法", examples=["＜"])
    equal: Text = field("=", title="= 的写法", examples=["═"])
    qualitative: Text = field("", title="文字的指标值在此栏的写法", examples=["定性"])
    dated: Text = field("", title="日期的指标值在此栏的写法", examples=["定性"])

    @property
    def written(self) -> dict[str, str]:
        """Return how each sign is written."""
        return {
            "≥": self.at_least,
            "≤": self.at_most,
            ">": self.above,
            "<": self.below,
            "=": self.equal,
        }

    def meant_by(self, text: str) -> str:
        """Return the sign that a writing of the form means; what is none stays as it is."""
        return next((sign for sign, own in self.written.items() if own == text), text)


class Constant(Entry):
    """Words that stand where a form has no value: ``—`` in the points of a source."""

    table: Text = field(
        title="在哪里", description="funds、indicators 等各行的名称；form 指单独的各格"
    )
    columns: tuple[Text, ...] = field(title="哪几栏", min_length=1)
    rows: tuple[Text, ...] = field((), title="哪几行", description="行的名称；不写则为全部各行")
    text: Text = field(title="印什么", min_length=1)


class Printing(Entry):
    """The settings of one form."""

    money_unit: MoneyUnit | None = field(
        None, title="金额单位", description="表上的金额单位；不写则与填报文件相同"
    )
    signs: Signs = field(Signs(), title="符号的写法")
    date_unit: Text = field(
        "", title="日期的单位", description="日期的指标值在单位栏的写法", examples=["日期"]
    )
    level1_points: PointsIn | None = field(
        None, title="一级指标带分值", description="no 不带，beside 接在后面，below 另起一行"
    )
    level2_points: PointsIn | None = field(
        None, title="二级指标带分值", description="no 不带，beside 接在后面，below 另起一行"
    )
    labels: dict[str, Text] = field(
        {},
        title="类别的写法",
        description=f"类别 = 表上的字，可以换行；{WEIGHT} 处印这一类的分值；二级写作 产出/数量",
        examples=[{"产出": f"产出（{WEIGHT}分）"}],
    )
    shapes: dict[str, Text] = field(
        {},
        title="类别的行样式",
        description="类别 = 模板里 row.shape 所说的样式；表上这些类别的行格子分得不同",
        examples=[{"约束性": "1"}],
    )
    class_sums: Flag = field(
        False,
        title="一级指标下面有小计",
        description="true 时，一级指标一格与它下面的小计一行（row.subtotal、row.subtotal_side）合并",
    )
    fund_rows: tuple[Text, ...] = field(
        (), title="资金表的行", description="本表固定印出的各行；不写则用方案的 fund-rows"
    )
    fund_labels: dict[str, Text] = field(
        {},
        title="资金来源的写法",
        description="来源 = 表上的字；不写则照名称，第一行带“其中：”",
        examples=[{"财政拨款": "1.财政拨款"}],
    )
    fund_indent: Text = field(
        "", title="资金来源前面的空格", description="第一行以外各行名称前面的空格；不写则没有"
    )
    breakdown_indent: Text = field(
        "",
        title="收入、支出各项前面的空格",
        description="按性质分的各项中，第一项以外名称前面的空格；不写则没有",
    )
    free_rows: tuple[Text, ...] = field(
        (),
        title="不是来源的资金行",
        description="表上固定印出、不与总额核对的行，如年初结余；填在 [[funds.rows]] 里",
    )
    smallest_size: Amount | None = field(
        None,
        ge=0,
        title="最小的字号",
        description="磅；差一点排满一页的表，字号最小改到这么大；不写则为 9（小五）",
    )
    repeated_labels: Flag = field(
        True,
        title="跨页的一组再写名称",
        description="false 时，一组不得不断在两页的，后一页不再写“产出指标（续）”一类的名称",
    )
    numbers: dict[str, NumberFormat] = field(
        {}, title="数的写法", description="栏目名 = 写法；funds.rate 只管资金各行的这一栏"
    )
    constant: tuple[Constant, ...] = field((), title="固定印出的字")

    def over(self, under: Self) -> Self:
        """Lay these settings over others: what is said here goes before what is said there."""
        said = {name: value for name, value in self.__dict__.items() if value != _default(name)}
        for name in ("numbers", "labels", "shapes", "fund_labels"):
            if own := getattr(self, name):
                said[name] = {**getattr(under, name), **own}
        return under.changed(**said)

    def points_behind(self, *, is_inner: bool) -> str:
        """Return what the labels of all classes of a level end with: （{{ weight }}分）."""
        labels = [label for path, label in self.labels.items() if ("/" in path) == is_inner]
        found = {label[len(without_points(label)) :] for label in labels}
        is_end = all(label.startswith(without_points(label)) for label in labels)
        return found.pop() if is_end and len(found) == 1 and len(labels) > 1 else ""

    def number(self, table: str, column: str) -> NumberFormat | None:
        """Return how the numbers of a column are written (nothing: as usual)."""
        if not self.numbers:
            return None
        return self.numbers.get(f"{table}.{column}") or self.numbers.get(column)

    def constant_of(self, table: str, row: str, column: str) -> str:
        """Return what stands in a cell that has no value."""
        if not self.constant:
            return ""
        fitting = (
            one.text
            for one in self.constant
            if one.table == table and column in one.columns and (not one.rows or row in one.rows)
        )
        return next(fitting, "")


def _default(name: str) -> object:
    return Printing.fields()[name].default
