"""The console: UTF-8 wherever it is, also on Windows and in pipes."""

import io
import sys


def prepare_console() -> None:
    """Write UTF-8 to standard output and error, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
