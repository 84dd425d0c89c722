"""jixiao.toml: what holds for a whole folder of dossiers."""

from typing import Literal

from generator.model.entry import Entry, Text, field


class WorkspaceEntry(Entry):
    """The settings of a workspace."""

    default_scheme: Text = field(
        "", title="默认评分方案", description="unit.toml 没写 scheme 时使用"
    )
    baseline: Text = field("", title="基线文件", description="审核外来文件时已知问题的清单")
    severity: dict[str, Literal["error", "warning", "note"]] = field(
        {}, title="问题级别", description='按代码调整，如 C03 = "note"', examples=[{"C03": "note"}]
    )
