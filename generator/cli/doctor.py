"""jixiao doctor: what the machine has, and what that means for the documents."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from generator import __version__
from generator.base.json_shape import JsonObject
from generator.base.problem import Problem, Severity
from generator.base.problem_data import problems_as_data
from generator.base.strange_text import shown_path
from generator.cli import machine
from generator.cli.exit_code import exit_code
from generator.cli.options import style_option
from generator.cli.output import say_json, say_lines

WITHOUT_OFFICE = "照常生成 Word 文件；不能生成 PDF，目录页码要在 Word 里更新"
_NO_OFFICE = "O10"


class OfficeFound(NamedTuple):
    """The LibreOffice of the machine."""

    path: str
    version: str


class Examined(NamedTuple):
    """What takes the libraries to look at: LibreOffice, fonts and folders."""

    office: OfficeFound | None
    fonts: tuple[machine.FontNeed, ...]
    root: str | None  # of the workspace
    templates: tuple[machine.TemplateFolder, ...]
    outputs: str
    is_writable: bool
    kept: machine.Kept
    problems: tuple[Problem, ...]

    @property
    def has_schemes(self) -> bool:
        """Tell whether the schemes are there that come with the program."""
        return bool(self.templates[-1].schemes)

    def as_data(self) -> JsonObject:
        """Lay it out for JSON."""
        return {
            "libreoffice": None if self.office is None else self.office._asdict(),
            "fonts": [
                {
                    "name": need.name,
                    "installed": need.is_installed,
                    "replacement": need.replacement,
                    "templates": list(need.templates),
                }
                for need in self.fonts
            ],
            "workspace": self.root,
            "templates": [folder._asdict() for folder in self.templates],
            "outputs": {"path": self.outputs, "writable": self.is_writable},
            "kept": self.kept._asdict(),
            **problems_as_data(self.problems),
        }


@click.command(
    "doctor", help="看看这台电脑：LibreOffice、字体（缺的用什么代替）、程序库、模板在哪里。"
)
@style_option()
@click.pass_context
def command(context: click.Context, style: str) -> None:
    """Gather and print; only what the program cannot work without is a failure."""
    libraries, system, console = machine.libraries(), machine.system(), machine.console()
    lacking = [one.name for one in libraries if one.is_lacking]
    examined = None if lacking else _examined()
    if style == "json":
        listed = [
            {"name": one.name, "version": one.version or None, "extra": one.extra}
            for one in libraries
        ]
        begun = {"version": __version__, **system, "libraries": listed, "console": console}
        found = {} if examined is None else examined.as_data()
        say_json({**begun, **found, "lacking": lacking})
    else:
        first = f"jixiao {__version__}　Python {system['python']}　{system['platform']}"
        say_lines([first, *_library_lines(libraries, lacking), *_lines(examined, console)])
    context.exit(exit_code(is_done=examined is not None and examined.has_schemes))


def _examined() -> Examined:
    """Look at what takes the libraries to look at."""
    from generator.load.packs import find_packs  # noqa: PLC0415 - commands load lazily
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.word.office import find_office  # noqa: PLC0415 - commands load lazily

    workspace, problems = find_workspace(Path())
    packs, found, outputs = find_packs(workspace.root), find_office(), workspace.outputs(Path())
    office = None if isinstance(found, Problem) else found
    # Without LibreOffice the program still does its work: here that is a note.
    absent = (found._replace(severity=Severity.NOTE),) if isinstance(found, Problem) else ()
    return Examined(
        None if office is None else OfficeFound(str(office.program), office.version()),
        machine.font_needs(packs, office),
        None if workspace.root is None else shown_path(workspace.root),
        machine.template_folders(packs),
        shown_path(outputs),
        machine.can_write(outputs),
        machine.kept(workspace.root or Path.cwd()),
        (*problems, *absent),
    )


def _library_lines(libraries: Sequence[machine.Library], lacking: Sequence[str]) -> Iterator[str]:
    has = [f"{one.name} {one.version}" for one in libraries if one.version]
    yield f"程序库：{'、'.join(has)}" if has else "程序库：直接从源码运行，没有安装信息"
    if lacking:
        yield f"  缺 {'、'.join(lacking)}，程序不能运行"
        yield "    → 请重新安装 jixiao"
    lines = (one for one in libraries if one.extra and not one.version)
    yield from (f"  没有装 {one.name}（可选，用于 {one.extra}）" for one in lines)


def _lines(examined: Examined | None, console: Mapping[str, str]) -> Iterator[str]:
    if examined is None:
        return
    yield from _office_lines(examined)
    yield from _font_lines(examined.fonts)
    yield from _folder_lines(examined)
    yield from _console_lines(console)


def _office_lines(examined: Examined) -> Iterator[str]:
    office = examined.office
    if office is not None:
        yield f"LibreOffice：{office.version or '版本不明'}　{office.path}"
        return
    yield f"LibreOffice：没有。{WITHOUT_OFFICE}"
    absent = (problem for problem in examined.problems if problem.code == _NO_OFFICE)
    yield from (f"    → {problem.message}；{problem.hint}" for problem in absent)


def _font_lines(fonts: Sequence[machine.FontNeed]) -> Iterator[str]:
    missing = [font for font in fonts if not font.is_installed]
    yield f"字体：模板用到 {len(fonts)} 种，缺 {len(missing)} 种"
    has = [font.name for font in fonts if font.is_installed]
    if has:
        yield f"  有　{'、'.join(has)}"
    for font in missing:
        instead = f"生成 PDF 时用 {font.replacement} 代替" if font.replacement else "没有合适的代替"
        yield f"  缺　{font.name}　{instead}（{'、'.join(font.templates)}）"
    if missing:
        yield "    → Word 文件里写的仍是原来的字体，在装有这些字体的电脑上照原样显示"


def _folder_lines(examined: Examined) -> Iterator[str]:
    root = examined.root
    yield f"工作文件夹：{'没有 jixiao.toml，以当前文件夹为准' if root is None else root}"
    yield "模板（排在前面的优先）："
    for folder in examined.templates:
        counts = f"方案 {folder.schemes}，Word 模板 {folder.docx}，提纲 {folder.text}"
        yield f"  {folder.path}　{counts}"
    if not examined.has_schemes:
        yield "    → 随程序的方案不见了，请重新安装 jixiao"
    yield f"输出：{examined.outputs}　{'可以写' if examined.is_writable else '不能写，请检查权限'}"
    folders, size = examined.kept.folders, f"{examined.kept.bytes / 1_000_000:.1f} MB"
    yield f"留底（.jixiao）：{folders} 个文件夹，共 {size}；供撤销和合并用，删去只是不能撤销"
    for problem in examined.problems:
        if problem.code != _NO_OFFICE:
            place = problem.place
            yield f"  {place.file}:{place.line or 1}: {problem.code} {problem.message}"


def _console_lines(console: Mapping[str, str]) -> Iterator[str]:
    page = console.get("code-page", "")
    yield f"终端：输出 {console['output'] or '不明'}，系统编码 {console['system']}" + (
        f"，代码页 {page}" if page else ""
    )
    if page not in ("", "65001"):
        yield "    → 中文显示成乱码时，先执行 chcp 65001"
