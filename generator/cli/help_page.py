"""The pages of ``--help``: in Chinese, with columns that line up where signs are twice as wide."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

import click

from generator.base.pattern import Pattern

# What click says by itself.
_SAID: Final = {
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示这些说明",
}
_REQUIRED: Final = ("  [required]", "（必填）")
_METAVARS: Final = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
_LEAST: Final = 20  # columns for what is said, however long the names are
_PIECES: Final = Pattern(r"[!-~]+ *| +|[^ -~]")  # words, and signs that stand for themselves
_NOT_FIRST: Final = "，。、；：！？）》”…"


class HelpPage(click.HelpFormatter):
    """Writes one page."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Say how the command is called."""
        for english, chinese in _METAVARS.items():
            args = args.replace(english, chinese)
        super().write_usage(prog, args, "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write what stands over a list."""
        self.write(f"{'':>{self.current_indent}}{_SAID.get(heading, heading)}：\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write names with what they mean beside them."""
        listed = [(name, _SAID.get(said, said).replace(*_REQUIRED)) for name, said in rows]
        first = min(max(_width(name) for name, _ in listed), col_max) + col_spacing
        indent = " " * self.current_indent
        room = max(self.width - first - self.current_indent, _LEAST)
        for name, said in listed:
            lines = list(_lines(said, room)) or [""]
            gap = first - _width(name)
            if gap < col_spacing:
                lines.insert(0, "")  # a long name stands by itself
            self.write(f"{indent}{name}{' ' * gap if lines[0] else ''}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * first}{line}\n")


class HelpContext(click.Context):
    """The context of all commands."""

    formatter_class = HelpPage


def _width(text: str) -> int:
    """Count columns of a terminal: a Chinese sign takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def _lines(text: str, room: int) -> Iterator[str]:
    """Break at any Chinese sign, and between other words; marks do not begin a line."""
    line = ""
    for piece in _PIECES.findall(text):
        if line and _width(line + piece.rstrip()) > room and piece[0] not in _NOT_FIRST:
            yield line.rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    if line:
        yield line.rstrip()
