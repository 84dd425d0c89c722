"""Tables on the screen: as wide as a terminal, or as wide as they are; foreign words shown as everywhere."""

from rich.console import Console
from rich.markup import escape

from generator.base.visible import visible


def console_for(width: int) -> Console:
    """Return what prints tables; ``width`` is that of a table which goes to no terminal."""
    console = Console(highlight=False)
    return (
        console if console.is_terminal else Console(highlight=False, width=width, color_system=None)
    )


def cell(text: str) -> str:
    """Return words as a cell shows them."""
    return escape(visible(text))
