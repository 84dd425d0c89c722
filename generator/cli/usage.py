"""What click says about wrong use, in Chinese."""

import click


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
        return f"缺少 {_name(error.param)}"
    if isinstance(error, click.BadParameter) and isinstance(
        kind := getattr(error.param, "type", None), click.Choice
    ):
        return f"{error.param.opts[0]} 的值不对，可以写：{'、'.join(map(str, kind.choices))}"  # type: ignore[union-attr] # it has a type
    if isinstance(error, click.BadParameter):
        name = _name(error.param) or error.param_hint or ""
        return f"{name} 的值不对：{error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 的写法不对"
    return error.format_message()


def _name(param: click.Parameter | None) -> str:
    """Name an option as it is typed, with what belongs behind it; an argument as the help does."""
    if isinstance(param, click.Option):
        return f"{param.opts[0]} {param.metavar or ''}".strip()
    return param.human_readable_name if param is not None else ""
