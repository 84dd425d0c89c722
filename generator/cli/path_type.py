"""Paths on the command line: none is empty, as of a variable of the shell that is not set."""

from pathlib import Path
from typing import Any

import click


class PathType(click.Path):
    """A path; the empty one would mean the current folder and all that lies in it."""

    def __init__(self, **wishes: Any) -> None:
        super().__init__(path_type=Path, **wishes)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse the empty path."""
        if not str(value).strip():
            self.fail("路径是空的；当前文件夹写作 .", param, ctx)
        return super().convert(value, param, ctx)
