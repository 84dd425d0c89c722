"""Whole reports with their tables: what is planted is told at its place, and nothing else is."""

import tomllib
from pathlib import Path

import pytest

from tests.rules.papers import paper, problems_of

REPORTS = tomllib.loads((Path(__file__).parent / "reports.toml").read_text(encoding="utf-8"))[
    "report"
]


def parts(text):
    """Take rows between bars together as a table, other lines as paragraphs."""
    found = []
    for line in text.strip().splitlines():
        if not line.startswith("|"):
            found.append(line)
            continue
        row = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if found and isinstance(found[-1], list):
            found[-1].append(row)
        else:
            found.append([row])
    return found


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["name"])
def test_a_report_is_told_what_is_wrong_in_it_and_no_more(report):
    problems = problems_of(paper(parts(report["text"])))
    told = {f"{p.code}@{p.place.document}" for p in problems if p.severity.value != "note"}
    assert told == set(report["told"])
