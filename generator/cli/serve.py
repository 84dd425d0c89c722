"""jixiao serve: the page in the browser of this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.strange_text import shown_path
from generator.cli.exit_code import ExitCode
from generator.cli.output import say
from generator.cli.path_type import PathType

if TYPE_CHECKING:
    from generator.web.address import Address

LOCAL = "127.0.0.1"


@click.command("serve", help="在浏览器里填报、看文稿、查问题；只在本机，文件仍是 TOML 和 Word。")
@click.argument("folder", required=False, type=PathType(), metavar="[文件夹]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="端口；不写或写 0 则取一个空着的",
)
@click.option("--no-open", "is_quiet", is_flag=True, help="不打开浏览器")
@click.pass_context
def command(context: click.Context, /, *, folder: Path | None, port: int, is_quiet: bool) -> None:
    """Serve a folder until Ctrl-C."""
    from generator.web.page_server import PortTakenError, serve  # noqa: PLC0415 - commands load lazily

    root = (folder or Path()).resolve()
    if not root.is_dir():
        message = f"没有这个文件夹：{shown_path(root)}"
        raise click.UsageError(message)

    def opened(address: "Address", word: str) -> None:
        say(address.start)
        say(word, err=True)
        if not is_quiet:
            import webbrowser  # noqa: PLC0415 - only where it is wanted

            webbrowser.open(address.start)

    try:
        serve(
            root,
            LOCAL,
            port,
            lambda address: opened(address, "按 Ctrl-C 结束。"),
            lambda address: opened(address, "这个文件夹已经打开着，用的是上面的地址。"),
        )
    except PortTakenError:
        say(f"端口 {port} 已有别的程序在用。请换一个，或不写 --port。", err=True)
        context.exit(ExitCode.PROBLEMS)
    except KeyboardInterrupt:
        say("已结束，填过的都已保存。", err=True)
        context.exit(ExitCode.INTERRUPTED)
