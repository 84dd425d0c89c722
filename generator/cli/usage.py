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
        name = error.param.human_readable_name if error.param is not None else ""
        return f"缺少 {name}"
    if isinstance(error, click.BadParameter) and isinstance(
        kind := getattr(error.param, "type", None), click.Choice
    ):
        return f"{error.param.opts[0]} 的值不对，可以写：{'、'.join(map(str, kind.choices))}"  # type: ignore[union-attr] # it has a type
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param is not None else ""
        return f"{name} 的值不对：{error.message}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 的写法不对"
    return error.format_message()
