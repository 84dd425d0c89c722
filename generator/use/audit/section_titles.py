"""W08: headings of a report on the whole department in the report of a project."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.read.draft import Draft
from generator.rules.finding import Finding

_WHOLE = Pattern(r"部门整体|单位整体|整体支出")


def check_section_titles(draft: Draft) -> Iterator[Finding]:
    """Look at the headings of every project's report."""
    for subject in draft.subjects:
        if subject.kind != "project" or _WHOLE.search(subject.title):
            continue
        for section in subject.sections:
            if _WHOLE.search(section.title):
                title = section.title
                yield Finding("title-of-another-kind", section.place, title, quote=title)
