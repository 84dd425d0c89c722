"""The dossier whose file was edited, with what is asked of it again and again."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.base.toml import KeyPath
from generator.base.toml import value_at as found_at
from generator.figures.figure_book import FigureBook
from generator.model.dossier import Dossier
from generator.prose.figure_names import report_names
from generator.prose.origin_marks import Text
from generator.roundtrip.cell_field import Cells, cell_field
from generator.roundtrip.field_kinds import Field, NoField
from generator.roundtrip.own_section import quoter
from generator.roundtrip.requote import Quote
from generator.use.build.tracing import TracedDocuments
from generator.use.check.examine import Examined
from generator.use.library import Library


class AtHand(NamedTuple):
    """A dossier that could be examined, and its documents with the origins of their words."""

    examined: Examined
    dossier: Dossier
    book: FigureBook
    library: Library
    traced: TracedDocuments

    def field(self, document: str, key: str) -> Field | NoField:
        """Return the input of a cell."""
        own = self.examined.scheme
        scheme = own.scheme if own is not None else None
        cells = Cells(self.dossier, self.examined.sheets, self.book, scheme)
        return cell_field(cells, document, key)

    def names(self, text: Text) -> Mapping[str, Any]:
        """Return the names that a text speaks with."""
        if text.keys[:1] == ("report",) and isinstance(text.keys[1], int):
            report = self.dossier.unit.report[text.keys[1]]
            return report_names(
                self.book, dict(self.examined.names[""]), report.id, report.projects
            )
        return self.examined.names[text.owner]

    def quote(self, text: Text) -> Quote:
        """Return what writes the quotations of a text."""
        return quoter(self.book, text.owner, self.names(text), self.library.units)


def raw_text(text: Text) -> str:
    """Return a text as it is written in its input."""
    value = "" if text.source is None else value_at(text.source.data, text.keys)
    return value if isinstance(value, str) else ""


def value_at(data: Any, keys: KeyPath) -> Any:
    """Return a value of an input; nothing and what is not there are the same."""
    value = found_at(data, keys)
    return "" if value is None else value
