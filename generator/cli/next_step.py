"""What to do next, in one line behind whatever a command has to say.

It goes to the side, so that what is piped stays as it is, and programs that ask for data hear nothing.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem, Severity
from generator.base.strange_text import shown_path
from generator.cli.output import say

MOVED_SCORES = "O28"  # a rule moved them: nothing in the inputs is to be put right


class Found(NamedTuple):
    """What a command found, as far as the next step depends on it."""

    problems: Sequence[Problem]
    blanks: int = 0
    fixable: int = 0  # places that check --fix mends
    is_nowhere: bool = False  # there is no dossier at all


def say_next(step: str, style: str = "text", *, is_aside: bool = True) -> None:
    """Say the next step to a person."""
    if step and style == "text":
        say(f"下一步：{step}", err=is_aside)


def quoted(path: Path) -> str:
    """Write a path as it is typed behind a command."""
    shown = shown_path(path)
    return f'"{shown}"' if " " in shown else shown


def command_line(name: str, paths: Sequence[Path]) -> str:
    """Write a command as it is typed, with the paths that the last one had."""
    return " ".join(("jixiao", name, *map(quoted, paths)))


NOTHING_HERE = (
    "jixiao init 新建填报文件夹（在终端里逐项询问）；已有 Word、Excel 的，jixiao import 文件"
)


def after_schemes_check(problems: Sequence[Problem], ids: Sequence[str]) -> str:
    """Mend one's own scheme, or put it to use."""
    if any(problem.stops for problem in problems):
        return f"照上面的箭头改正方案，再运行 {' '.join(('jixiao schemes check', *ids))}"
    if not ids:
        return "jixiao adopt 表样 把本地的表样做成自己的方案"
    return f'在 unit.toml 里写 scheme = "{ids[0]}" 用这个方案；各份填报的得分会怎样变，jixiao schemes diff 原来的方案 {ids[0]} inputs'


def after_schemes_diff(left: str, right: str, paths: Sequence[Path], *, changes: int = 0) -> str:
    """See what it does to scores; then take it, or leave it."""
    if not paths:
        return f"jixiao schemes diff {left} {right} inputs 看各份填报的得分会怎样变"
    id = right.partition("@")[0]
    if not changes:
        return f'得分不变；要换用 {id} 的，在 unit.toml 里写 scheme = "{id}"'
    return f'核对有变的 {changes} 个；要换用 {id} 的，在 unit.toml 里写 scheme = "{id}"，再运行 {command_line("build --accept-rules", paths)}'


def after_check(found: Found, paths: Sequence[Path]) -> str:
    """Mend, fill in, weigh, build: the first of them that is to be done."""
    if found.is_nowhere:
        return NOTHING_HERE
    again = command_line("check", paths)
    is_wrong = any(problem.stops for problem in found.problems)
    if found.fixable:
        fixed = command_line("check --fix", paths)
        return f"{fixed} 改正其中有把握的 {found.fixable} 处（先看会改什么，加 --dry-run）"
    if found.blanks and is_wrong:
        return f"填上空着的 {found.blanks} 处（--all 逐条列出），再运行 {again}；想先看样子，{command_line('build --draft', paths)}"
    if is_wrong:
        return f"照上面的箭头改正错误，再运行 {again}"
    return _after_passing(found.problems, f"{command_line('build', paths)} 生成 Word")


def after_build(
    problems: Sequence[Problem],
    paths: Sequence[Path],
    *,
    is_draft: bool,
    is_edited: bool = False,
    is_nowhere: bool = False,
) -> str:
    """Hand in, unless something stands in the way."""
    if is_nowhere:
        return NOTHING_HERE
    if is_draft:
        return f"草稿里【待补】的填好，{command_line('check', paths)} 没有错误后，{command_line('build', paths)}"
    stopping = {problem.code for problem in problems if problem.stops}
    if stopping == {MOVED_SCORES}:
        accepted = command_line("build --accept-rules", paths)
        return f"核对上面变了的得分；没有不对的，{accepted} 写出"
    if stopping:
        return f"改正错误后，{command_line('check', paths)} 看全部问题；再运行 {command_line('build', paths)}"
    if is_edited:
        return _after_passing(problems, "看看上面列出的改动有没有没带过去的；都对了就可以报送")
    return _after_passing(problems, "可以报送：核对写出的文件，签字盖章")


def after_lint(problems: Sequence[Problem], fixable: int, paths: Sequence[Path]) -> str:
    """Mend what is certain, look at the rest, go on."""
    if fixable:
        fixed = command_line("lint --fix", paths)
        return f"{fixed} 改正其中有把握的 {fixable} 处（先看会改什么，加 --dry-run）"
    again = command_line("check", paths)
    return f"改正上面的问题，再运行 {again}" if problems else again


def after_audit(problems: Sequence[Problem]) -> str:
    """Send back, or take in."""
    if any(problem.stops for problem in problems):
        return "请填报单位照上面的箭头改；加 --annotate，批注写在文件的副本里"
    if any(not problem.accepted for problem in problems):
        return "看看上面的警告和提示；没有要改的，可以接收"
    return "没有要改的，可以接收"


def _after_passing(problems: Sequence[Problem], what: str) -> str:
    warnings = sum(p.severity is Severity.WARNING and not p.accepted for p in problems)
    if not warnings:
        return what
    gap = " " if what[:1].isascii() else ""
    return (
        f"看看 {warnings} 个警告：能改的改，有理由的用 jixiao check --accept 写明；然后{gap}{what}"
    )
