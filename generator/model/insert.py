"""A table or chart that the inputs hold under a name, for sections to place (随文图表)."""

from typing import Literal

from generator.model.entry import Entry, Text, field

InsertKind = Literal["table", "columns", "bars", "lines", "pie"]
Over = Literal["", "projects", "indicators", "classes", "facts", "years"]


class Insert(Entry):
    """A table, or a chart of what would stand in one: names in the first column, numbers in the others."""

    name: Text = field(
        title="名称",
        description="正文里用 ![题注](名称) 放在那里",
        examples=["各乡镇资金"],
        min_length=1,
    )
    kind: InsertKind = field(
        "table",
        title="样式",
        description="table 表、columns 柱形图、bars 条形图、lines 折线图、pie 饼图；图的第一栏是名称，其余是数",
        examples=["columns"],
    )
    head: tuple[Text, ...] = field(
        title="栏目", description="各栏的名称", examples=[["乡镇", "金额（万元）"]], min_length=2
    )
    over: Over = field(
        "",
        title="逐项列出",
        description="projects 各项目、indicators 各指标、classes 各一级指标、facts 各项自定义数据、"
        "years 各年度的自定义数据（名称以年度开头）；写了它，rows 只写一行，每项照这一行印",
        examples=["projects"],
    )
    rows: tuple[tuple[Text, ...], ...] = field(
        title="各行",
        description="每行各栏的内容，可引用数据；写了 over 的，用 {{ name }} 等引用那一项",
        examples=[[["甲镇", '{{ fact("甲镇") }}']]],
        min_length=1,
    )
