"""The commands. Each is a file; nothing of one is imported before it is asked for."""

import importlib
import sys
from types import MappingProxyType
from typing import NoReturn

import click

from generator import __version__
from generator.cli.console import prepare_console
from generator.cli.exit_code import ExitCode
from generator.cli.help_page import HelpContext
from generator.cli.output import say, say_text

# Command → the module that holds it, and its line in the overview.
COMMANDS = MappingProxyType(
    {
        "init": ("generator.cli.init", "新建一个填报文件夹，每一项都有说明；--from 由上年转入"),
        "import": ("generator.cli.import_", "把已有的 Word、Excel 自评材料转成填报文件夹"),
        "adopt": ("generator.cli.adopt", "把本地的 Word、Excel 表样做成自己的模板和方案"),
        "form": ("generator.cli.form", "写出填报表：Excel 工作簿，有选项、提示，得分随填随算"),
        "fill": ("generator.cli.fill", "把填好的填报表取回输入：先列出，--apply 才写"),
        "check": ("generator.cli.check", "检查输入，列出全部问题"),
        "lint": ("generator.cli.lint", "检查文字：固定语、标点、重复，一份或各份之间"),
        "audit": ("generator.cli.audit", "审核别人写的 Word、Excel 自评材料"),
        "fix": (
            "generator.cli.fix",
            "改正别人写的 Word 文件里有把握的版面问题，另写一份，文字不动",
        ),
        "score": ("generator.cli.score", "计分，并说明每一分怎么来的"),
        "build": ("generator.cli.build", "写出 Word 文件"),
        "changes": ("generator.cli.changes", "与上次生成相比，哪些数变了、为什么"),
        "pull": ("generator.cli.pull", "把 Word 里的改动取回输入"),
        "undo": ("generator.cli.undo", "撤销上一次合并、取回、改正或接受"),
        "summary": ("generator.cli.summary", "汇总各单位：Excel 工作簿、Word 汇总表、JSON、CSV"),
        "serve": ("generator.cli.serve", "在浏览器里填报、看文稿、查问题"),
        "review": ("generator.cli.review", "写一个网页文件供审阅：文书、问题、每个数的来处"),
        "explain": ("generator.cli.explain", "说明一个数从哪里来：输入的哪一行、哪条规则"),
        "templates": ("generator.cli.templates", "检查 Word 模板，列出可用的字段"),
        "schema": ("generator.cli.schema", "写出 JSON Schema，供编辑器补全和提示"),
        "schemes": ("generator.cli.schemes", "列出评分方案及其依据"),
        "rules": ("generator.cli.rules", "说明每一种问题：查什么，为什么，怎么改，依据"),
        "doctor": ("generator.cli.doctor", "看看这台电脑：LibreOffice、字体、模板在哪里"),
    }
)


class LazyGroup(click.Group):
    """Lists all commands without importing any of them."""

    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the command names in the order of their work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        command.context_class = HelpContext
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview from the table, without loading the commands."""
        del ctx
        with formatter.section("命令"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command for an unknown one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from generator.base.suggestion import suggest  # noqa: PLC0415 - only for a slip

            ctx.fail(f"没有命令“{name}”。{suggest(name, COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="绩效：由 TOML 输入写出预算绩效自评的表格和报告。数只写一次，其余都由它得出。",
)
@click.version_option(
    __version__, "--version", prog_name="jixiao", message="%(prog)s %(version)s", help="显示版本"
)
def jixiao() -> None:
    """Hold the commands; see ``COMMANDS``."""


def run() -> None:
    """Run the command that was asked for; a user never sees a traceback."""
    prepare_console()
    try:
        sys.exit(jixiao.main(prog_name="jixiao", standalone_mode=False) or 0)
    except click.exceptions.Abort:
        _interrupted()
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        from generator.cli.usage import explain_usage  # noqa: PLC0415 - only for a slip

        say_text(explain_usage(error), err=True)
        sys.exit(ExitCode.USAGE)
    except KeyboardInterrupt:
        _interrupted()
    except Exception as error:
        from generator.cli.fault_report import report_fault  # noqa: PLC0415 - only when we are broken

        sys.exit(report_fault(error))


def _interrupted() -> NoReturn:
    say("已中断，没有写到一半的文件；再运行一次就接着做。", err=True)
    sys.exit(ExitCode.INTERRUPTED)
