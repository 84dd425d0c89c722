"""Why figures changed, worded for a comment in a Word file."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.roundtrip.called import called
from generator.roundtrip.changes import Cause, Changes, FigureChange


class Reasons(NamedTuple):
    """Why figures changed, and where those come from that did not."""

    causes: Mapping[str, str]
    origins: Mapping[str, str]


def reasons_of(changes: Changes, book: FigureBook) -> Reasons:
    """Word the causes of a build's changes, and the origins of all other figures."""
    causes = {change.figure: _cause(change, changes) for change in changes.figures}
    origins: dict[str, str] = {
        figure.id: _origin(figure) for figure in book.values() if figure.formula or figure.sources
    }
    return Reasons(causes, origins)


def _cause(change: FigureChange, changes: Changes) -> str:
    """Say what a figure was and is, and which lines of the inputs made it so.

    The comment stands at the figure, which needs no subject there; a cause may be of another one.
    """
    roots = [root for root in changes.figures if root.is_root and change.figure in root.follows]
    lines = [f"{_beside(change, change)}：{change.old or '（无）'} → {change.new or '（无）'}"]
    if roots and not change.is_root:
        lines += [f"原因：{_beside(root, change)}　{said(root.causes)}" for root in roots]
    else:
        lines.append(f"原因：{said(change.causes)}")
    return "\n".join(lines)


def _beside(figure: FigureChange, change: FigureChange) -> str:
    """Name a figure where another one is spoken of."""
    return figure.short if figure.subject == change.subject else figure.name


def said(causes: Iterable[Cause]) -> str:
    """Say what made a figure differ; where nothing that was filled in did, it was worked out otherwise."""
    return "；".join(cause.said for cause in causes) or "规则、换算或程序的改动"


def _origin(figure: Figure) -> str:
    places = [source.place for source in figure.sources]
    said = figure.formula or "、".join(f"{Path(p.file).name}:{p.line} {p.key}" for p in places)
    return f"{called('', figure.label, figure.id)}：{said}"
