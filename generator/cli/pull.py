"""jixiao pull: take what somebody changed in Word back into the inputs."""

from pathlib import Path

import click

from generator.base.problem import Problem
from generator.base.reading import shown_path


@click.command("pull", help="把 Word 里的改动取回输入：先列出改什么，--apply 才写。")
@click.argument("file", type=click.Path(path_type=Path), metavar="改过的.docx")
@click.option("--apply", "is_applied", is_flag=True, help="写进输入文件")
@click.option(
    "--inputs",
    type=click.Path(path_type=Path),
    metavar="路径",
    help="填报文件夹在哪里；不写则在工作文件夹的 inputs/ 里找",
)
@click.pass_context
def command(
    context: click.Context, /, *, file: Path, is_applied: bool, inputs: Path | None
) -> None:
    """Show the patch; write it when asked."""
    from generator.roundtrip.fix import write_fixed  # noqa: PLC0415 - commands load lazily
    from generator.use.pull.pull import pull  # noqa: PLC0415 - see above

    pulled = pull(file, inputs)
    problems: list[Problem] = list(pulled.problems)
    for fixed in pulled.fixed:
        click.echo(fixed.diff(), nl=False)
    faults = write_fixed(pulled.fixed, "pull --apply") if is_applied else ()
    problems += faults
    for problem in problems:
        click.echo(f"{problem.place}：{problem.code} {problem.message}", err=True)
        if problem.hint:
            click.echo(f"    → {problem.hint}", err=True)
    count = len(pulled.fixed) - len({fault.place for fault in faults})
    click.echo(_closing(count, shown_path(file), is_applied=is_applied), err=True)
    context.exit(1 if any(problem.stops for problem in problems) else 0)


def _closing(count: int, shown: str, *, is_applied: bool) -> str:
    if not count:
        return f"{shown}：没有可取回的改动"
    if is_applied:
        return (
            f"{shown}：改动已写进 {count} 个输入文件；再运行 jixiao build；要改回来，用 jixiao undo"
        )
    return f"{shown}：要改 {count} 个输入文件；确认后加 --apply 写入"
