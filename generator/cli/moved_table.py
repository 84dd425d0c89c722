"""What a change of rules does to the scores of all dossiers of a run, in one table, before it is taken."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.base.strange_text import shown_path
from generator.cli.output import say_text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.use.build.moved_score import MovedScore

_WIDTH = 160


def show_moved(moved: "Sequence[tuple[Path, MovedScore]]") -> None:
    """Print the scores that rules moved, dossier by dossier."""
    from rich.table import Table  # noqa: PLC0415 - rich is slow to load

    from generator.cli.screen_tables import cell, console_for  # noqa: PLC0415 - see above

    count = len({folder for folder, _ in moved})
    say_text(f"规则的变动使 {count} 份填报的 {len(moved)} 个得分变了，都还没有写出：")
    heads = ("填报", "项目", "哪个分", "原来", "现在", "总分、等级", "现在的规则")
    table = Table(*heads, expand=False)
    for folder, one in moved:
        words = (shown_path(folder), one.subject, one.name, one.old, one.new, one.in_all, one.rule)
        table.add_row(*map(cell, words))
    console_for(_WIDTH).print(table)
