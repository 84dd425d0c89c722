"""A09 to A11 and G02 in prose: numbers that a text itself relates agree with each other."""

from collections.abc import Iterator

from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.dossier.prose_numbers import slips_in
from generator.rules.finding import Finding


def prose_numbers(evidence: Evidence) -> Iterator[Finding]:
    """Look through every line of prose."""
    for field in evidence.prose:
        wording, lines = evidence.wording, field.text.splitlines()
        for number, line in enumerate(lines, 1):
            for slip in slips_in(line, wording.wholes, wording.units, lines[number:]):
                yield slip.at(in_prose(field, number, slip.start + 1))
