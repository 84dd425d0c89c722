"""jixiao adopt: an official form into a template with tags and a scheme of its own."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.json_shape import Json
from generator.base.strange_text import shown_path
from generator.cli.exit_code import exit_code
from generator.cli.next_step import quoted, say_next
from generator.cli.options import style_option
from generator.cli.output import say, say_json
from generator.cli.path_type import PathType
from generator.cli.reporting import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.use.adopt.adopt import Adopted
    from generator.use.adopt.adopt_saving import Placed
    from generator.use.adopt.comparing import Comparison
    from generator.use.adopt.left import Left

_MOST_LISTED = 30
_SHORT = 24


@click.command(
    "adopt",
    help="把本地的表样（空白的、填好的都可以）做成自己的 Word 模板和方案。例：jixiao adopt 自评表.docx -o 我的工作",
)
@click.argument("form", type=PathType(dir_okay=False), metavar="表样")
@click.option(
    "-o",
    "--output",
    required=True,
    type=PathType(file_okay=False),
    metavar="文件夹",
    help="工作文件夹：没有 jixiao.toml 的会写一个；模板和方案写进它的 templates/",
)
@click.option(
    "--id",
    "id",
    default="",
    metavar="代码",
    help="方案和模板的代码，如 mouxian-2024；不写则取文件名",
)
@click.option("--dry-run", is_flag=True, help="只说会做成什么样，什么也不写")
@click.option("--ask/--no-ask", default=None, help="不认识的格逐个问；不写则在终端里问")
@click.option("--office", "uses_office", is_flag=True, help="旧格式先用 LibreOffice 转换")
@style_option()
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    form: Path,
    output: Path,
    dry_run: bool,
    ask: bool | None,
    style: str,
    **wishes: Any,
) -> None:
    """Adopt one form."""
    from generator.use.adopt.adopt import AdoptOrder, adopt  # noqa: PLC0415 - commands load lazily
    from generator.use.adopt.adopt_saving import Placed, place  # noqa: PLC0415 - see above

    is_asking = (_is_terminal() if ask is None else ask) and style == "text"
    order = AdoptOrder(form, output, **wishes)
    adopted = adopt(order, _ask if is_asking else None)
    placed = Placed() if dry_run or adopted.is_stopped else place(adopted)
    problems = [*adopted.problems, *placed.problems]
    if style == "json":
        _print_json(adopted, placed, is_dry=dry_run)
    else:
        _tell(adopted, placed, is_dry=dry_run)
        if problems:
            report(problems, "text", checked=1, is_brief=True)
        if placed.is_done and not dry_run and not adopted.is_stopped:
            _tell_next(adopted)
    is_done = not adopted.is_stopped and adopted.comparison is not None
    context.exit(exit_code(placed.problems, is_done=is_done))


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask(left: "Left") -> str:
    """Ask what a cell is for: a name makes it a field of the form's own."""
    said = f"“{left.text.strip()[:_SHORT]}”" if left.text.strip() else "空格"
    beside = f"，旁边是“{left.label[:_SHORT]}”" if left.label else ""
    question = f"{left.place}（{said}{beside}）填什么？写栏目名，不用填的直接回车"
    answer: str = click.prompt(question, default="", show_default=False)
    return answer.strip()


def _tell(adopted: "Adopted", placed: "Placed", *, is_dry: bool) -> None:
    if adopted.is_stopped:
        return
    root = adopted.order.target
    if is_dry:
        say(f"会写出（--dry-run，没有写）：{'、'.join(adopted.files)}")
    for name in placed.written:
        say(f"写出 {shown_path(root / name)}")
    for name in placed.kept:
        say(f"保留 {shown_path(root / name)}（在里面改过）")
    say(f"标签 {adopted.tags} 处，成行的 {adopted.loops} 处")
    if adopted.fields:
        say(f"自设栏目 {len(adopted.fields)} 个：{'、'.join(adopted.fields[:_MOST_LISTED])}")
    for remark in adopted.remarks:
        say(f"注意：{remark}")
    _tell_left(adopted.left)
    if adopted.comparison is not None:
        _tell_comparison(adopted.comparison, "照表样里的内容试印")
        if adopted.bare is not None and adopted.bare.share < adopted.comparison.share:
            _tell_comparison(adopted.bare, "不看导入时记下的原文、只凭填报文件试印")
    else:
        say("照表样里的内容没有试印成，请核对模板")


def _tell_left(found: "Sequence[Left]") -> None:
    if found:
        say(f"没有放标签的 {len(found)} 处，印出来总是表样上的字：")
    for left in found[:_MOST_LISTED]:
        words = " ".join(left.text.split())
        said = f"“{words[:_SHORT]}”" if words else "空格"
        say(f"  {left.place} {said}——{left.reason}")
    if len(found) > _MOST_LISTED:
        say(f"  ……另有 {len(found) - _MOST_LISTED} 处")


def _tell_comparison(found: "Comparison", title: str) -> None:
    say(
        f"{title}：{found.cells} 格里相同 {found.same_cells} 格（{found.share:.1%}），"
        f"合并 {found.same_merges}/{found.merges}，表外的段落 {found.same_lines}/{found.lines}"
    )
    for one in found.differences[:_MOST_LISTED]:
        was, now = (text[:_SHORT] for text in one.shown)
        say(f"  {one.place} 表样“{was}”，印出“{now}”——{one.reason}")
    if len(found.differences) > _MOST_LISTED:
        say(f"  ……另有 {len(found.differences) - _MOST_LISTED} 处")


def _tell_next(adopted: "Adopted") -> None:
    order = adopted.order
    form, folder = quoted(order.form), quoted(order.target / "inputs" / "某单位-年度")
    say_next(f"填好的表  jixiao import {form} -o {folder}", is_aside=False)
    say(f"        空白的表  jixiao init {folder} --scheme {adopted.id}")


def _print_json(adopted: "Adopted", placed: "Placed", *, is_dry: bool) -> None:
    from generator.base.problem_data import problems_as_data  # noqa: PLC0415 - beside its use

    data: dict[str, Json] = {
        "id": adopted.id,
        "files": list(adopted.files),
        "written": [] if is_dry else list(placed.written),
        "kept": list(placed.kept),
        "tags": adopted.tags,
        "loops": adopted.loops,
        "fields": list(adopted.fields),
        "remarks": list(adopted.remarks),
        "left": [left.as_data() for left in adopted.left],
        "comparison": None if adopted.comparison is None else adopted.comparison.as_data(),
        "without-record": None if adopted.bare is None else adopted.bare.as_data(),
    }
    say_json({**data, **problems_as_data([*adopted.problems, *placed.problems])})
