"""What click says about wrong use, in Chinese."""

import re

import click

from generator.base.chinese import has_chinese
from generator.base.pattern import Pattern

# How click's own sentences look: each is told in ours, with the value that stands in it.
_EXTRA = Pattern(r"Got unexpected extra arguments? \((?P<value>.*)\)", re.DOTALL)
_OUTSIDE = Pattern(r"(?P<value>.*) is not in the range [^ ]*\.", re.DOTALL)
_NOT_VALID = Pattern(r"'(?P<value>.*)' is not a valid (?P<kind>[a-z ]+)\.", re.DOTALL)
_OF_PATH = Pattern(
    r"(?:File|Directory|Path|[^\x00-\x7f]+) ['\"](?P<value>.*)['\"] "
    r"(?P<fault>does not exist|is a file|is a directory|is not readable|is not writable|is not executable)\.",
    re.DOTALL,
)
_KINDS = {"integer": "不是整数", "integer range": "不是整数", "float": "不是数"}
_FAULTS = {
    "does not exist": "不存在",
    "is a file": "是文件，这里要写文件夹",
    "is a directory": "是文件夹，这里要写文件",
    "is not readable": "读不了，请检查权限",
    "is not writable": "写不了，请检查权限",
    "is not executable": "不能运行，请检查权限",
}
_UNKNOWN = "写法不对"


def explain_usage(error: click.ClickException) -> str:
    """Write one sentence about what was wrong, and how to get help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "jixiao"
    return f"用法有误：{_message(error)}\n用 {path} --help 查看用法。"


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是想写 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error)}"
    if isinstance(error, click.BadParameter):
        return f"{_name(error)} 的值不对{_value_fault(error)}"
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        group = error.ctx.command if error.ctx is not None else None
        verbs = group.list_commands(error.ctx) if isinstance(group, click.Group) else []
        return f"后面要写做什么：{'、'.join(verbs)}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} {_UNKNOWN}：缺少后面的值，或者多写了"
    if (extra := _EXTRA.fullmatch(error.message)) is not None:
        return f"多写了“{extra['value']}”"
    return _own(error)


def _value_fault(error: click.BadParameter) -> str:
    """Say what is wrong with a value; what our own commands say of it stands as it is."""
    kind = getattr(error.param, "type", None)
    if isinstance(kind, click.Choice):
        return f"，可以写：{'、'.join(map(str, kind.choices))}"
    if (found := _OUTSIDE.fullmatch(error.message)) is not None and isinstance(
        kind, click.IntRange
    ):
        return f"：{found['value']} 不在 {kind.min} 到 {kind.max} 之间"
    if (found := _NOT_VALID.fullmatch(error.message)) is not None:
        return f"：“{found['value']}”{_KINDS.get(found['kind'], _UNKNOWN)}"
    if (found := _OF_PATH.fullmatch(error.message)) is not None:
        return f"：“{found['value']}”{_FAULTS[found['fault']]}"
    return f"：{_own(error)}"


def _own(error: click.ClickException) -> str:
    return error.message if has_chinese(error.message) else _UNKNOWN


def _name(error: click.BadParameter) -> str:
    """Name an option as it is typed, with what belongs behind it; an argument as the help does."""
    param = error.param
    if isinstance(param, click.Option):
        return f"{param.opts[0]} {param.metavar or ''}".strip()
    if param is not None:
        return param.metavar or param.human_readable_name
    hint = error.param_hint or ""
    return hint if isinstance(hint, str) else "、".join(hint)
