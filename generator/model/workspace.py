"""jixiao.toml: what holds for a whole folder of dossiers."""

from typing import Literal

from generator.model.entry import Amount, Entry, Text, field


class HouseStyle(Entry):
    """How a place likes its documents to look, where that differs from the templates."""

    line: Amount | None = field(
        None,
        ge=20,
        le=40,
        title="正文行距（磅）",
        description="固定值，如 28、28.9、29",
        examples=[28],
    )
    bold: tuple[int, ...] | None = field(
        None, title="加粗的标题级别", description="如 [2] 表示二级标题加粗", examples=[[2]]
    )
    fonts: dict[str, Text] = field(
        {},
        title="字体",
        description="模板里的字体 = 换用的字体",
        examples=[{"仿宋_GB2312": "仿宋"}],
    )


class WorkspaceEntry(Entry):
    """The settings of a workspace."""

    default_scheme: Text = field(
        "", title="默认评分方案", description="unit.toml 没写 scheme 时使用"
    )
    baseline: Text = field("", title="基线文件", description="审核外来文件时已知问题的清单")
    severity: dict[str, Literal["error", "warning", "note"]] = field(
        {}, title="问题级别", description='按代码调整，如 C03 = "note"', examples=[{"C03": "note"}]
    )
    on_edited: Literal["keep", "merge", "refuse"] | None = field(
        None,
        title="在 Word 里改过的文件",
        description="keep 留着、新版写在旁边，merge 把新的并进去，refuse 什么也不写；不写则只改了版式的填入新的数，改了文字的留着",
        examples=["merge"],
    )
    on_outdated_pdf: Literal["name", "remove"] = field(
        "name",
        title="过时的 PDF",
        description="文书变了、生成时没有加 --pdf 的：name 提醒，remove 删去（改动过的 PDF 只提醒）",
        examples=["remove"],
    )
    style: HouseStyle = field(HouseStyle(), title="文书式样")
    layout: Literal["fitted", "fixed"] = field(
        "fitted",
        title="表格列宽",
        description="fitted 按内容调整，同一份填报里一样的表取一样的列宽；fixed 照模板",
        examples=["fixed"],
    )
