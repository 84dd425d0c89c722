"""W08: headings of a report on the whole department in the report of a project."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.read.draft import Draft
from generator.rules.dossier.evidence import Rule

WRONG_KIND = Rule("W08", Severity.WARNING, "标题与材料种类相符")
_WHOLE = Pattern(r"部门整体|单位整体|整体支出")


def check_section_titles(draft: Draft) -> Iterator[Problem]:
    """Look at the headings of every project's report."""
    for subject in draft.subjects:
        if subject.kind != "project" or _WHOLE.search(subject.title):
            continue
        for section in subject.sections:
            if _WHOLE.search(section.title):
                message = f"标题“{section.title}”是部门整体报告的，这一份是项目的报告"
                yield Problem(
                    WRONG_KIND.code,
                    WRONG_KIND.severity,
                    message,
                    Place.in_document(section.place),
                    "请核对是不是从部门整体的报告里抄来的",
                    section.title,
                )
