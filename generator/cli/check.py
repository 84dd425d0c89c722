"""jixiao check: all problems of inputs."""

from pathlib import Path

import click

from generator.cli.options import chosen_paths, format_option, paths_argument
from generator.cli.reporting import report
from generator.cli.session import Session


@click.command("check", help="检查输入文件，一次列出全部问题：文件、行、列，错在哪里，怎么改。")
@paths_argument
@format_option
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], style: str) -> None:
    """Examine and report."""
    session = Session(chosen_paths(paths))
    problems = [problem for examined in session.examined() for problem in examined.problems]
    context.exit(report([*session.problems, *problems], style, checked=len(session.folders)))
