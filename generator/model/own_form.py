"""What a form has of its own: fields, tables of rows by columns, columns of indicators. Declared as data."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeVar

from generator.model.entry import Entry, Flag, Text, Whole, field
from generator.model.form_printing import Printing

OwnKind = Literal[
    "text", "prose", "number", "amount", "date", "yes-no", "choice", "person", "phone", "serial"
]
DateStyle = Literal["年月日", "年月", "-", ".", "/"]
NUMBERS: tuple[OwnKind, ...] = ("number", "amount")
OPTIONS: tuple[OwnKind, ...] = ("choice", "yes-no")
_NAME = r'[^\[\]"\s][^\[\]"\n\r]*'  # figures, anchors and tags have it in brackets
YES_NO = ("是", "否")
TICKED, UNTICKED = "☑", "□"


class _Called:
    """What is called by a key in inputs and tags, and by words on paper."""

    key: Text
    title: Text
    also: tuple[Text, ...]

    @property
    def name(self) -> str:
        """Return the name in inputs and tags."""
        return self.key or self.title

    @property
    def label(self) -> str:
        """Return what the form prints before, over or beside it."""
        return self.title or self.key

    @property
    def labels(self) -> tuple[str, ...]:
        """Return everything that it is called on paper."""
        return tuple(dict.fromkeys((self.label, self.name, *self.also)))


class OwnItem(_Called, Entry):
    """What a value of the form's own is called, what it may be, and how it is printed."""

    key: Text = field("", title="键", description="填报文件里的名字", pattern=f"({_NAME})?")
    title: Text = field("", title="栏目名", description="表上印的名称；不写则与 key 相同")
    also: tuple[Text, ...] = field((), title="其他叫法", description="读别人的表时也认作这一栏")
    kind: OwnKind = field(
        "text",
        title="种类",
        description="text 文字，prose 可引用数据的文字，number 数，amount 金额，date 日期，"
        "yes-no 是否，choice 选项，person 人，phone 电话，serial 序号（只用于表的列）",
    )
    description: Text = field("", title="说明", description="写在填报文件的注释里")
    options: tuple[Text, ...] = field(
        (), title="选项", description="choice 的各选项；yes-no 的两个词，先写“是”的那个"
    )
    several: Flag = field(False, title="可选几项")
    ticked: Text = field(TICKED, title="选中的记号")
    unticked: Text = field(UNTICKED, title="没有选中的记号")
    role: Text = field("", title="身份", description="person、phone 是谁的，如：负责人、填表人")
    unit: Text = field("", title="单位", description="amount 不写则用 [funds] 的 unit")
    with_unit: Flag = field(False, title="表里印出单位")
    places: int | None = field(None, ge=0, le=6, title="小数位", description="不写则照填写的")
    grouped: Flag = field(False, title="千位分节")
    style: DateStyle = field("年月日", title="日期写法")
    required: Flag = field(False, title="必填")
    longest: Whole | None = field(None, title="最多几字", description="空格不计")
    shortest: Whole | None = field(None, title="最少几字", description="空格不计")

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of a choice; of yes and no the first is yes."""
        return self.options or (YES_NO if self.kind == "yes-no" else ())


class OwnField(OwnItem):
    """A single value of a form."""

    sum_of: tuple[Text, ...] = field(
        (), title="等于这些项之和", description="别的栏目的键，或“表.列”；不必填写"
    )


class IndicatorField(OwnItem):
    """A column of the indicators that only a form has."""

    merge: Flag = field(
        False, title="相同的合并", description="同一类里连着几行相同的合并成一格，如再下一级的类别"
    )


class OwnColumn(OwnItem):
    """A column of a table."""

    sum: Flag = field(False, title="有合计")
    sum_of: tuple[Text, ...] = field(
        (), title="等于这些列之和", description="同一行里别的列的键；不必填写"
    )


class OwnRow(_Called, Entry):
    """A row that the form prints."""

    key: Text = field("", title="键", pattern=f"({_NAME})?")
    title: Text = field("", title="行名", description="表上印的名称；不写则与 key 相同")
    also: tuple[Text, ...] = field((), title="其他叫法")
    sum_of: tuple[Text, ...] = field((), title="等于这些行之和", description="别的行的键；不必填写")
    fixed: dict[str, Text] = field({}, title="印好的字", description="列的键 = 这一行印好的内容")


class OwnTable(_Called, Entry):
    """A table of rows by columns; without rows of its own it takes as many as there are."""

    key: Text = field("", title="键", pattern=f"({_NAME})?")
    title: Text = field("", title="表名", description="表上印的名称；不写则与 key 相同")
    also: tuple[Text, ...] = field((), title="其他叫法")
    description: Text = field("", title="说明")
    corner: Text = field("", title="行名上面的栏目名")
    total: Text = field("", title="合计行的名称", description="写了就有一行合计")
    required: Flag = field(False, title="必填")
    row: tuple[OwnRow, ...] = field((), title="固定的行")
    column: tuple[OwnColumn, ...] = field((), title="列")

    def column_of(self, name: str) -> OwnColumn | None:
        """Return the column of a name."""
        return next((c for c in self.column if c.name == name), None)

    def row_of(self, name: str) -> OwnRow | None:
        """Return the row of a name."""
        return next((r for r in self.row if r.name == name), None)


class OwnForm(Entry):
    """A file of templates/forms/."""

    id: Text = field(title="代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text = field("", title="名称")
    field_: tuple[OwnField, ...] = field((), title="栏目")
    table: tuple[OwnTable, ...] = field((), title="表")
    indicator_field: tuple[IndicatorField, ...] = field((), title="指标表另加的列")
    print_: Printing = field(Printing(), title="表的印法")

    @property
    def declared(self) -> "Declared":
        """Return what the form has of its own."""
        return Declared(self.field_, self.table, self.indicator_field)


class Declared(NamedTuple):
    """What the forms of a subject have of their own."""

    fields: tuple[OwnField, ...] = ()
    tables: tuple[OwnTable, ...] = ()
    indicator_fields: tuple[IndicatorField, ...] = ()

    def field_of(self, name: str) -> OwnField | None:
        """Return the field of a name; else the only one of that role."""
        if named := next((f for f in self.fields if f.name == name), None):
            return named
        of_role = [f for f in self.fields if f.role == name]
        return of_role[0] if len(of_role) == 1 else None

    def fields_of(self, kind: OwnKind) -> tuple[OwnField, ...]:
        """Return the fields of a kind."""
        return tuple(f for f in self.fields if f.kind == kind)

    def table_of(self, name: str) -> OwnTable | None:
        """Return the table of a name."""
        return next((t for t in self.tables if t.name == name), None)

    def indicator_field_of(self, name: str) -> IndicatorField | None:
        """Return the field of indicators of a name."""
        return next((f for f in self.indicator_fields if f.name == name), None)

    def items(self) -> Iterator[OwnItem]:
        """Go through all that can hold a value."""
        yield from self.fields
        yield from (column for table in self.tables for column in table.column)
        yield from self.indicator_fields

    def joined(self, other: "Declared") -> "Declared":
        """Return these, and what the other has beyond them."""
        return Declared(
            (*self.fields, *_beyond(other.fields, self.fields)),
            (*self.tables, *(t for t in other.tables if self.table_of(t.name) is None)),
            (*self.indicator_fields, *_beyond(other.indicator_fields, self.indicator_fields)),
        )


NOTHING_DECLARED = Declared()
ItemT = TypeVar("ItemT", bound=OwnItem)


def joined(every: Iterable[Declared]) -> Declared:
    """Return what several forms have of their own."""
    found = NOTHING_DECLARED
    for one in every:
        found = found.joined(one)
    return found


def own_paths(declared: Declared) -> tuple[str, ...]:
    """Return the paths of what the forms may require."""
    fields = (f"fields.{field.name}" for field in declared.fields)
    return (*fields, *(f"tables.{table.name}" for table in declared.tables))


def _beyond(items: Sequence[ItemT], known: Sequence[OwnItem]) -> Iterator[ItemT]:
    names = {item.name for item in known}
    return (item for item in items if item.name not in names)
