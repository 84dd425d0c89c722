"""Copies of sentences that are taken by name, in a dossier: only where there is one it is scored."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.load.dossier_inputs import LoadedDossier
from generator.prose.prose_keys import ProseField
from generator.rules.tree.home import known_names
from generator.rules.wording.drifted_snippets import DriftedSnippets
from generator.rules.wording.input_wording import Remark
from generator.use.library import Library

if TYPE_CHECKING:
    from generator.rules.dossier.evidence import Evidence


def copies(loaded: LoadedDossier, library: Library, drifted: DriftedSnippets) -> Iterator[Remark]:
    """Tell of every copy, with its fix where that is certain."""
    dossier = loaded.dossier
    if dossier is None:
        return

    @cache
    def evidence() -> "Evidence | None":
        from generator.use.check.examine import work_out  # noqa: PLC0415 - few dossiers have one

        return work_out(loaded, library).evidence

    def names_of(field: ProseField) -> Mapping[str, Any]:
        known = evidence()
        return {} if known is None else _names(known, field)

    yield from drifted.find(dossier, known_names([dossier]), names_of, library.rules.problem)


def _names(evidence: "Evidence", field: ProseField) -> Mapping[str, Any]:
    """Return the names that a text speaks with; those of a report are of its projects."""
    from generator.prose.figure_names import report_names  # noqa: PLC0415 - see above

    names = evidence.names[field.owner]
    if field.keys[0] != "report" or not isinstance(field.keys[1], int):
        return names
    report = evidence.dossier.unit.report[field.keys[1]]
    return report_names(evidence.book, names, report.id, report.projects)
