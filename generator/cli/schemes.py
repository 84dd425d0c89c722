"""jixiao schemes: what rules there are, what they rest on, how two of them differ."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_code import ExitCode
from generator.cli.next_step import after_schemes_check, say_next
from generator.cli.options import style_option
from generator.cli.output import say_json, say_text
from generator.cli.reporting import report
from generator.model.scheme import RESERVED_IDS

if TYPE_CHECKING:
    from generator.base.problem import Problem
    from generator.load.scheme_files import LoadedScheme
    from generator.use.library import Library

_DIFF, _CHECK = RESERVED_IDS
_SCHEMES = "个方案"


@click.command(
    "schemes",
    help="列出评分方案；写上代码则详细列出它的规则和依据。\n\n"
    "diff 甲 乙 [填报文件夹]...：两个方案哪里不同，得分各是多少；甲、乙是方案代码，"
    "某一年度的写作 mof-2020@2025。\n\ncheck [方案代码]...：检查自己的方案。",
)
@click.argument(
    "words", nargs=-1, metavar="[方案代码 | diff 甲 乙 [路径]... | check [方案代码]...]"
)
@click.option(
    "--place", default="", metavar="地方", help="只列这个省、市、县能用的，如 四川、成都市"
)
@style_option()
@click.pass_context
def command(context: click.Context, words: tuple[str, ...], place: str, style: str) -> None:
    """List schemes, show one, compare two, or check one's own."""
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.use.library import Library  # noqa: PLC0415 - commands load lazily

    workspace, problems = find_workspace(Path())
    library = Library(workspace)
    verb, *rest = words or ("",)
    if verb == _DIFF:
        from generator.cli.schemes_diff import compare  # noqa: PLC0415 - see above

        if len(rest) < 2:
            raise click.UsageError(
                "diff 后面写两个方案代码，如 jixiao schemes diff mof-2020 guangxi"
            )
        context.exit(compare(rest[0], rest[1], [Path(path) for path in rest[2:]], library, style))
    if verb == _CHECK:
        context.exit(_check(rest, library, list(problems), style))
    if rest:
        raise click.UsageError(f"多写了“{rest[0]}”；比较两个方案用 diff，检查用 check")
    context.exit(_show(verb, place, library, list(problems), style))


def _show(
    scheme_id: str, place: str, library: "Library", problems: "list[Problem]", style: str
) -> ExitCode:
    from generator.cli import schemes_shown as shown  # noqa: PLC0415 - commands load lazily
    from generator.load.scheme_files import own_schemes  # noqa: PLC0415 - see above
    from generator.use.schemes.local_schemes import is_national  # noqa: PLC0415 - see above
    from generator.use.schemes.of_place import unknown_place  # noqa: PLC0415 - see above

    found, faults = _found(scheme_id, place, library)
    # Of the workspace, and behind those for all: nobody knows whether they are of the place.
    last = own_schemes(library.packs) if found and is_national(found[0].scheme) else ()
    if style == "json":
        say_json({"schemes": [shown.as_data(one, library) for one in found]})
    elif scheme_id:
        for one in found:
            say_text(shown.details(one, library))
    else:
        for one in found:
            say_text(shown.line(one))
        if place and all(is_national(one.scheme) or one.scheme.id in last for one in found):
            near = unknown_place(place, library)
            meant = f"，是不是想写：{'、'.join(near)}" if near else ""
            what = f"没有“{place}”的方案" if near is None else f"没有找到“{place}”这个地方{meant}"
            say_text(f"{what}：先用全国的；手头有表样的，照表用 as-printed，")
            say_text("或用 jixiao adopt 表样 做成自己的方案。")
    problems += faults
    return (
        report(problems, "text", checked=f"{len(found)} {_SCHEMES}") if problems else ExitCode.DONE
    )


def _found(
    scheme_id: str, place: str, library: "Library"
) -> "tuple[list[LoadedScheme], list[Problem]]":
    from generator.base.problem import Place  # noqa: PLC0415 - commands load lazily

    if place and not scheme_id:
        from generator.use.schemes.of_place import schemes_of_place  # noqa: PLC0415 - see above

        return schemes_of_place(place, library), []
    found: list[LoadedScheme] = []
    faults: dict[Problem, None] = {}
    if scheme_id:
        from generator.use.schemes.difference import AT, named_scheme  # noqa: PLC0415 - see above

        is_dated = AT in scheme_id
        asked_at = partial(Place, "jixiao schemes")
        pairs = [
            named_scheme(scheme_id, library, "jixiao schemes")
            if is_dated
            else library.scheme(scheme_id, asked_at)
        ]
    else:
        pairs = list(library.schemes.values())
    for loaded, problems in pairs:
        faults |= dict.fromkeys(problems)
        if loaded is not None:
            found.append(loaded)
    return found, list(faults)


def _check(ids: list[str], library: "Library", problems: "list[Problem]", style: str) -> ExitCode:
    from generator.load.scheme_files import own_schemes  # noqa: PLC0415 - commands load lazily
    from generator.use.schemes.checking import check_named  # noqa: PLC0415 - see above

    named = tuple(dict.fromkeys(ids)) or own_schemes(library.packs)
    if not named:
        say_text("这个工作文件夹里没有自己的方案（templates/schemes/*.toml）。")
        say_next(after_schemes_check((), ()), style)
        return ExitCode.DONE
    for id in named:
        problems += [p for p in check_named(id, library) if p not in problems]
    code = report(problems, style, checked=f"{len(named)} {_SCHEMES}")
    say_next(after_schemes_check(problems, named), style)
    return code
